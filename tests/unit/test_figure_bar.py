"""Columns: grouped by period, or by city with hatched budgets and pale plans."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from figure_sample import (
    CITIES_AND_COUNTRY,
    NAMES,
    UNITS,
    as_checked,
    content,
    final,
    look,
    observations,
    plain,
    texts,
)

from components.figures.bar import bar_figure

CITIES = CITIES_AND_COUNTRY[:3]
MILLIONS = UNITS["euros_millions"]
STAGES = {"2024": "amended_budget", "2025": "budget", "2026": "plan"}
BUDGETS = observations(
    [
        (area, year, (70 + place) * 1e6, status)
        for place, area in enumerate(CITIES)
        for year, status in STAGES.items()
    ]
)
FEW = final({area: {"2024": 4321.0, "2025": 4414.0} for area in CITIES})


def budgets(**kwargs) -> go.Figure:
    return bar_figure(BUDGETS, CITIES, MILLIONS, look(**kwargs), NAMES)


def few(**kwargs) -> go.Figure:
    return bar_figure(FEW, CITIES, UNITS["number"], look(**kwargs), NAMES)


def columns(figure: go.Figure) -> list:
    return [one for one in figure.data if not one.showlegend]


def test_outcomes_stand_in_a_group_per_period_in_the_neutral_order() -> None:
    figure = few()
    assert [one.name for one in columns(figure)] == ["Jyväskylä", "Kuopio", "Lahti"]
    first, second, third = (one.x for one in columns(figure))
    assert first[0] < second[0] < third[0] < first[1]
    assert list(figure.layout.xaxis.ticktext) == ["2024", "2025"]
    assert [plain(one) for one in columns(figure)[0].text] == ["4~321", "4~414"]
    assert figure.layout.yaxis.range[0] == 0


def test_outcomes_are_solid_and_named_once_in_their_colours() -> None:
    figure = few()
    marker = columns(figure)[1].marker
    assert set(marker.color) == {"#C2410C"}
    assert set(marker.pattern.shape) == {""}
    assert figure.layout.showlegend is False
    (key,) = [text for text in texts(figure) if "Kuopio" in text]
    assert key.index("● ".strip()) < key.index("■") < key.index("◆")
    assert "color:#C2410C" in key


def test_the_country_has_its_own_mark_in_the_key() -> None:
    obs = final({area: {"2024": 5.0, "2025": 6.0} for area in CITIES_AND_COUNTRY})
    figure = bar_figure(obs, CITIES_AND_COUNTRY, UNITS["percent"], look(), NAMES)
    assert any("—~<b>Koko maa</b>" in text for text in texts(figure))


def test_budgets_stand_in_a_group_per_city() -> None:
    figure = budgets()
    first, second = columns(figure)[0].x, columns(figure)[1].x
    assert max(first) < min(second)
    assert list(figure.layout.xaxis.ticktext) == ["2024", "2025", "2026"] * 3
    headings = [one for one in figure.layout.annotations if "<b>" in one.text]
    assert [one.x for one in headings][0] == pytest.approx(sum(first) / 3)


def test_budgets_are_hatched_and_plans_pale_with_a_dotted_edge() -> None:
    figure = budgets()
    marker = columns(figure)[0].marker
    assert list(marker.pattern.shape) == ["\\", "/", ""]
    assert marker.color[0] == "#0B5CAD"
    assert marker.color[2].startswith("rgba(11,92,173,")
    assert len(figure.layout.shapes) == 3
    edge = figure.layout.shapes[0]
    assert (edge.line.dash, edge.line.color, edge.y1) == ("dot", "#0B5CAD", 70.0)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fi", ["talousarvio", "muutettu talousarvio", "suunnitelma"]),
        ("sv", ["budget", "ändrad budget", "plan"]),
        ("en", ["budget", "amended budget", "plan"]),
    ],
)
def test_a_neutral_key_explains_the_fills(code: str, words: list[str]) -> None:
    figure = budgets(code=code)
    key = [one for one in figure.data if one.showlegend]
    assert [one.name for one in key] == words
    assert key[0].marker.pattern.fgcolor == "#868E96"
    assert figure.layout.showlegend is True
    assert figure.layout.legend.itemclick is False


def test_outcomes_beside_budgets_are_explained_too() -> None:
    obs = observations([("KU179", "2023", 5e7, "final"), ("KU179", "2024", 6e7, "budget")])
    figure = bar_figure(obs, CITIES, MILLIONS, look(), NAMES)
    assert [one.name for one in figure.data if one.showlegend] == ["toteuma", "talousarvio"]


def test_preliminary_columns_are_pale_with_an_edge() -> None:
    obs = observations([("KU179", "2024", 5.0, "final"), ("KU179", "2025", 6.0, "provisional")])
    figure = bar_figure(obs, CITIES, UNITS["number"], look(), NAMES)
    assert list(columns(figure)[0].marker.line.width) == [0, 1.5]
    assert [one.name for one in figure.data if one.showlegend] == ["toteuma", "ennakkotieto"]


def test_hover_says_period_value_unit_and_stage() -> None:
    said = [plain(one) for one in columns(budgets())[0].customdata]
    assert said == [
        "2024: 70,0~milj.~€ (muutettu talousarvio)",
        "2025: 70,0~milj.~€ (talousarvio)",
        "2026: 70,0~milj.~€ (suunnitelma)",
    ]


def test_columns_lie_on_a_phone_the_first_on_top() -> None:
    figure = budgets(compact=True)
    trace = columns(figure)[0]
    assert trace.orientation == "h"
    assert list(trace.x) == [70.0] * 3
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert figure.layout.xaxis.range[1] > 72 * 1.15
    assert trace.text == ("70,0",) * 3


def test_room_below_negative_columns_for_their_figures() -> None:
    obs = final({"KU398": {"2024": -36e6, "2025": -38.8e6}})
    figure = bar_figure(obs, CITIES, MILLIONS, look(), NAMES)
    assert figure.layout.yaxis.range[0] < -41


@pytest.mark.parametrize("compact", [False, True])
def test_many_years_stand_without_figures_and_with_few_ticks(compact: bool) -> None:
    years = {str(year): 5e7 for year in range(2000, 2024)}
    rows = [(area, year, value, "final") for area in CITIES for year, value in years.items()]
    rows += [(area, "2024", 6e7, "budget") for area in CITIES]
    figure = bar_figure(observations(rows), CITIES, MILLIONS, look(compact=compact), NAMES)
    assert columns(figure)[0].orientation == "v"
    assert not columns(figure)[0].text
    assert len(figure.layout.xaxis.ticktext) == (6 if compact else 9)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("compact", [False, True])
def test_every_value_passes_plotly_s_own_check(dark: bool, compact: bool) -> None:
    for figure in (budgets(dark=dark, compact=compact), few(dark=dark, compact=compact)):
        assert as_checked(figure) == content(figure)
