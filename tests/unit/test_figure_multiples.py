"""Small multiples: a grid of indicators and cities with shared axes."""

from __future__ import annotations

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
    texts,
)

from components.figures.multiples import MultiplesRow, multiples_figure
from components.figures.multiples_panels import grid
from data.model import Break

PERCENT, EUROS, PERSONS = UNITS["percent"], UNITS["euros_millions"], UNITS["persons"]
REGIONS = {"MK13": "Keski-Suomi", "MK11": "Pohjois-Savo", "MK07": "Päijät-Häme"}
NAMED = {**NAMES, **REGIONS}


def yearly(first=2018, last=2023, areas=CITIES_AND_COUNTRY, start=10.0):
    return final(
        {
            area: {str(year): start + place + (year - first) for year in range(first, last + 1)}
            for place, area in enumerate(areas)
        }
    )


def row(obs=None, title="Osuus", unit=PERCENT, areas=CITIES_AND_COUNTRY, breaks=()):
    return MultiplesRow(title, unit, yearly() if obs is None else obs, areas, breaks)


def drawn(*rows, **given):
    return multiples_figure(rows or (row(),), look(**given), NAMED)


def lines(figure, panel=1):
    """Give the traces of a panel by its axes."""
    key = "x" if panel == 1 else f"x{panel}"
    return [trace for trace in figure.data if trace.xaxis == key]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_plotly_accepts_every_variant(code, dark, compact):
    budget = observations([(area, "2024", 5e7, "budget") for area in CITIES_AND_COUNTRY])
    figure = drawn(row(), row(budget, "Investoinnit", EUROS), code=code, dark=dark, compact=compact)
    assert as_checked(figure) == content(figure)
    sizes = [one["font"]["size"] for one in content(figure)["layout"]["annotations"]]
    assert min(sizes) >= 16


def test_one_row_has_a_panel_per_city_with_its_own_line_strong():
    figure = drawn()
    widths = {}
    for panel, city in enumerate(("Jyväskylä", "Kuopio", "Lahti"), start=1):
        traces = lines(figure, panel)
        strong = [one for one in traces if one.mode == "lines" and one.line.width > 2]
        assert [one.name for one in strong] == [city]
        behind = [one for one in traces if one.mode == "lines" and one.opacity]
        assert [one.line.color for one in behind] == ["#868E96", "#868E96"]
        assert all(one.hoverinfo == "skip" for one in behind)
        widths[city] = [one.line.width for one in traces if one.name == "Koko maa"]
    assert widths == {"Jyväskylä": [1.6], "Kuopio": [1.6], "Lahti": [1.6]}


def test_panels_of_a_row_share_the_value_axis_and_all_the_time_axis():
    figure = drawn(row(), row(yearly(2010, 2015), "Vanha"))
    layout = figure.layout
    assert layout.yaxis.range == layout.yaxis2.range == layout.yaxis3.range
    spans = {tuple(layout[f"xaxis{key}"].range) for key in ("", 2, 3, 4, 5, 6)}
    assert len(spans) == 1
    ((low, high),) = spans
    assert low < 2010
    assert high > 2023
    assert [layout[f"yaxis{key}"].showticklabels for key in ("", 2, 3)] == [True, False, False]


def test_a_row_takes_about_150_pixels_and_panels_do_not_overlap():
    figure = drawn(row(), row(), row())
    assert figure.layout.height <= 3 * 160 + 20
    domains = sorted(tuple(figure.layout[f"yaxis{key}"].domain) for key in ("", 4, 7))
    assert all(one[1] < other[0] for one, other in zip(domains, domains[1:], strict=False))
    across = [tuple(figure.layout[f"xaxis{key}"].domain) for key in ("", 2, 3)]
    assert all(one[1] < other[0] for one, other in zip(across, across[1:], strict=False))


def test_a_phone_stacks_the_cities():
    figure = drawn(compact=True)
    assert {tuple(figure.layout[f"xaxis{key}"].domain) for key in ("", 2, 3)} == {(0.0, 1.0)}
    lows = [figure.layout[f"yaxis{key}"].domain[0] for key in ("", 2, 3)]
    assert lows == sorted(lows, reverse=True)
    years = [figure.layout[f"xaxis{key}"].showticklabels for key in ("", 2, 3)]
    assert years == [False, False, True]


def test_names_stand_over_panels_with_the_last_figure_and_an_older_one_with_its_period():
    obs = yearly()
    without = obs[~((obs["area"] == "KU398") & (obs["period"] == "2023"))]
    shown = texts(drawn(row(without)))
    assert "<b>Osuus · 2023</b>" in shown
    assert "<b>Jyväskylä</b> 15,0~%" in shown
    assert "<b>Lahti</b> 16,0~% (2022)" in shown


def test_a_city_without_figures_says_so():
    obs = yearly(areas=("KU179", "KU297"))
    assert "<b>Lahti</b> ei lukua" in texts(drawn(row(obs)))


def test_lines_stop_at_breaks_and_gaps():
    obs = yearly()
    gap = obs[~((obs["area"] == "KU179") & (obs["period"] == "2019"))]
    cut = Break(("KU179",), "2022", "definition", {})
    own = next(
        one
        for one in lines(drawn(row(gap, breaks=[cut])))
        if one.name == "Jyväskylä" and one.mode == "lines"
    )
    assert own.x == (2020.0, 2021.0, None, 2022.0, 2023.0)
    assert not own.connectgaps
    lone = next(
        one
        for one in lines(drawn(row(gap, breaks=[cut])))
        if one.name == "Jyväskylä" and one.mode == "markers"
    )
    assert lone.x == (2018.0, 2023.0)


def test_budgets_are_not_joined_with_outcomes_and_plans_are_left_out():
    obs = observations(
        [
            (area, period, 1e7, status)
            for area in ("KU179", "KU297", "KU398")
            for period, status in (
                ("2022", "final"),
                ("2023", "final"),
                ("2024", "budget"),
                ("2025", "budget"),
                ("2026", "plan"),
            )
        ]
    )
    figure = drawn(row(obs, "Investoinnit", EUROS))
    own = next(one for one in lines(figure) if one.name == "Jyväskylä" and one.mode == "lines")
    assert own.x == (2022.0, 2023.0, None, 2024.0, 2025.0)
    assert "<b>Investoinnit · milj.~€ · 2025 (talousarvio)</b>" in texts(figure)


def test_the_newest_twenty_years_are_drawn_and_projections_do_not_push_them_out():
    old = row(yearly(1987, 2023))
    projected = observations(
        [
            (area, year, 5.0, "projection")
            for area in CITIES_AND_COUNTRY
            for year in ("2030", "2040")
        ]
    )
    low, high = drawn(old, row(projected, "Ennuste")).layout.xaxis.range
    assert 2002 <= low <= 2003
    assert high > 2040
    first = next(one for one in lines(drawn(old)) if one.name == "Jyväskylä").x[0]
    assert first == 2003.0


def test_regions_stand_in_the_columns_of_their_cities():
    obs = yearly(areas=tuple(REGIONS))
    figure = drawn(row(obs, areas=tuple(REGIONS)))
    assert lines(figure, 2)[-1].name == "Pohjois-Savo"
    assert any(text.startswith("<b>Pohjois-Savo</b>") for text in texts(figure))


def test_a_row_of_the_country_alone_has_one_panel():
    figure = drawn(row(yearly(areas=("SSS",)), areas=("SSS",)), row())
    assert {trace.xaxis for trace in figure.data} == {"x", "x2", "x3", "x4"}


def test_a_row_without_figures_is_left_out():
    empty = observations([("KU179", "2020", float("nan"), "missing:...")])
    assert len(drawn(row(empty), row()).data) == len(drawn(row()).data)
    assert not drawn(row(empty)).data


def test_months_are_solid_lines_that_say_their_month():
    months = {f"{year}M{month:02d}": 1.0 * month for year in range(2015, 2024)
              for month in range(1, 13)}  # fmt: skip
    obs = final(dict.fromkeys(("KU179", "KU297", "KU398"), months))
    own = next(
        one for one in lines(drawn(row(obs)), 2) if one.name == "Kuopio" and one.mode == "lines"
    )
    assert own.line.dash == "solid"
    assert own.customdata[5].replace("\u00a0", " ") == "6/2015: 6,0 %"


def test_the_margin_holds_the_widest_value():
    wide = drawn(row(yearly(start=900_000.0), unit=PERSONS))
    assert wide.layout.margin.l > drawn().layout.margin.l >= 40


def test_the_grid_stacks_rows_from_the_top():
    found = grid([1, 2], [3, 3], look())
    assert [(panel.row, panel.column) for panel in found.panels] == [
        (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2),
    ]  # fmt: skip
    assert all(0 <= panel.low < panel.high <= 1 for panel in found.panels)
    assert found.titles[0] > found.panels[0].high > found.titles[1] > found.panels[3].high
