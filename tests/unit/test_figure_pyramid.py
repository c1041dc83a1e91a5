"""Age pyramids: one per city, one common axis, the earlier year filled and the later outlined."""

from __future__ import annotations

import pytest
from figure_sample import NAMES, UNITS, as_checked, look, plain, texts

from components.figures.pyramid import pyramid_figure
from data.claims import Observation
from data.composition import Whole
from data.parts import Part, Parts

AGES = ("0–4", "5–9", "10–14")
PARTS = Parts(
    "age",
    dict.fromkeys(("fi", "sv", "en"), "Iän mukaan"),
    tuple(
        Part(f"a{place}", ("x",), dict.fromkeys(("fi", "sv", "en"), age))
        for place, age in enumerate(AGES)
    ),
    drawn="pyramid",
)
CITIES = ("KU179", "KU297", "KU398")


def whole(area: str, period: str, *amounts: float) -> Whole:
    total = Observation(area, period, sum(amounts), "projection")
    return Whole(total, {f"a{place}": amount for place, amount in enumerate(amounts)})


WHOLES = {
    area: {"2024": whole(area, "2024", 50, 30, 20), "2040": whole(area, "2040", 20, 30, 150)}
    for area in CITIES
}


def draw(wholes=WHOLES, periods: tuple[str, ...] = ("2024", "2035", "2040"), **kwargs):
    return pyramid_figure(wholes, periods, PARTS, UNITS["persons"], look(**kwargs), NAMES)


def test_the_first_year_is_filled_and_the_last_outlined_youngest_at_the_bottom() -> None:
    bars, outline = draw().data[:2]
    assert (bars.type, list(bars.x), list(bars.y)) == ("bar", [50, 30, 20], [0, 1, 2])
    assert list(outline.x) == [10, 10, 15, 15, 75, 75]
    assert list(outline.y) == [-0.5, 0.5, 0.5, 1.5, 1.5, 2.5]


def test_the_hover_says_both_years_as_share_and_amount() -> None:
    said = plain(draw().data[0].customdata[2])
    assert said == "<b>Jyväskylä, 10–14</b><br>2024: 20,0~% (20)<br>2040: 75,0~% (150)"


def test_all_pyramids_share_one_axis_and_only_the_first_names_the_ages() -> None:
    layout = draw().layout
    ranges = {tuple(axis.range) for axis in (layout.xaxis, layout.xaxis2, layout.xaxis3)}
    assert len(ranges) == 1
    assert list(layout.yaxis.ticktext) == list(AGES)
    assert list(layout.yaxis2.ticktext) == []
    domains = [axis.domain for axis in (layout.xaxis, layout.xaxis2, layout.xaxis3)]
    assert domains[0][1] < domains[1][0] < domains[1][1] < domains[2][0]


def test_on_a_phone_they_stand_under_each_other_with_their_ages() -> None:
    layout = draw(compact=True).layout
    assert layout.xaxis.domain == layout.xaxis3.domain == (0.0, 1.0)
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1] > layout.yaxis3.domain[1]
    assert list(layout.yaxis3.ticktext) == ["0–4", "10–14"]


def test_the_key_says_the_years_and_that_they_are_projections() -> None:
    said = " ".join(texts(draw()))
    assert "Osuus kokonaismäärästä, % · ennuste" in said
    assert "■~2024" in said
    assert "┃</b></span>~2040" in said


def test_years_of_two_statuses_each_say_their_own() -> None:
    outcome = Observation("KU179", "2024", 100, "final")
    mixed = {"2024": Whole(outcome, WHOLES["KU179"]["2024"].parts), "2040": WHOLES["KU179"]["2040"]}
    said = " ".join(texts(draw({"KU179": mixed})))
    assert "■~2024\u2003" in said
    assert "2040 (ennuste)" in said


def test_one_period_has_no_outline_and_a_city_without_it_is_left_out() -> None:
    partial = {**WHOLES, "KU297": {}}
    figure = draw(partial, ("2024",))
    assert [trace.type for trace in figure.data] == ["bar", "bar"]
    assert not any("Kuopio" in text for text in texts(figure))


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_plotly_knows_every_property(code: str, dark: bool, compact: bool) -> None:
    figure = draw(code=code, dark=dark, compact=compact)
    assert as_checked(figure)["data"]
    assert min(note.font.size for note in figure.layout.annotations) >= 16
    assert figure.layout.yaxis.tickfont.size >= 16
