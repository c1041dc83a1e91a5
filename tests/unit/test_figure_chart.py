"""The kind of chart follows the figures."""

from __future__ import annotations

import pandas as pd
import pytest
from figure_sample import CITIES_AND_COUNTRY, NAMES, UNITS, final, look, observations, texts

from components.figures.chart import chart_figure, chart_marks, drawn_areas
from data.declarations import load_units
from data.model import REFERENCE, Break, Indicator, Kind, Level, Place, Sentence

WORDS = {"fi": "katko", "sv": "avbrott", "en": "break"}
PERCENT = UNITS["percent"]


def indicator(*levels: Level, gap_many: str = "") -> Indicator:
    sentence = Sentence(when="in_period", subject="", verb="", gap_many=gap_many)
    return Indicator(
        id="sample",
        kind=Kind.SERIES,
        theme="tyollisyys",
        place=Place.LISTED,
        order=1,
        title=WORDS,
        describes=WORDS,
        levels=levels or (Level.MUNICIPALITY, Level.COUNTRY),
        sentence={"fi": sentence},
    )


def draw(obs, breaks=(), unit=PERCENT, **kwargs):
    return chart_figure(indicator(**kwargs), unit, obs, breaks, look(), NAMES)


def years(count: int):
    values = {str(2000 + year): 5.0 + year for year in range(count)}
    return final(dict.fromkeys(CITIES_AND_COUNTRY, values))


@pytest.mark.parametrize(
    ("count", "kind", "mode"), [(1, "scatter", "markers"), (6, "scatter", "lines")]
)
def test_one_period_is_a_dot_row_and_many_are_lines(count: int, kind: str, mode: str) -> None:
    figure = draw(years(count))
    assert (figure.data[0].type, figure.data[0].mode) == (kind, mode)


@pytest.mark.parametrize("count", [2, 4])
def test_few_periods_are_columns(count: int) -> None:
    assert {one.type for one in draw(years(count)).data} == {"bar"}


def test_few_periods_with_a_break_are_lines_that_do_not_cross_it() -> None:
    breaks = [Break((), "2001", "level", WORDS)]
    assert draw(years(3), breaks).data[0].y == (5.0, None, 6.0, 7.0)
    marks = chart_marks(indicator(), PERCENT, years(3), breaks, look())
    assert [one.number for one in marks] == ["①"]


def test_budgets_are_hatched_columns_without_marks() -> None:
    obs = observations([("KU179", str(year), 5.0, "budget") for year in range(2020, 2030)])
    breaks = [Break((), "2025", "level", WORDS)]
    assert draw(obs, breaks).data[0].marker.pattern.shape[0] == "/"
    assert chart_marks(indicator(), PERCENT, obs, breaks, look()) == ()


def test_other_breakdowns_are_not_drawn() -> None:
    obs = years(6)
    other = obs.assign(breakdown="men", value=99.0)
    figure = draw(pd.concat([obs, other]))
    assert max(figure.data[0].y) < 99


def test_the_country_stands_beside_rates_but_not_beside_counts() -> None:
    beside = final({"KU179": {"2020": 5.0}, "SSS": {"2020": 6.0}})
    far = final({"KU179": {"2020": 5.0}, "SSS": {"2020": 600.0}})
    assert drawn_areas(indicator(), beside) == CITIES_AND_COUNTRY
    assert drawn_areas(indicator(), far) == CITIES_AND_COUNTRY[:3]


def test_regions_or_the_country_alone_where_there_are_no_cities() -> None:
    obs = final({"MK13": {"2020": 5.0}, "SSS": {"2020": 6.0}})
    assert drawn_areas(indicator(Level.REGION), obs) == ("MK13", "MK11", "MK07", "SSS")
    assert drawn_areas(indicator(Level.COUNTRY), obs) == ("SSS",)


def test_the_axis_names_what_is_counted() -> None:
    assert "aloituspaikkaa" in texts(
        draw(years(6), unit=UNITS["number"], gap_many="aloituspaikkaa")
    )
    assert "kappaletta" in texts(draw(years(6), unit=UNITS["number"]))


@pytest.mark.parametrize("status", ["final", "budget"])
def test_ranks_are_never_columns(status: str) -> None:
    """Columns hung from over rank 1: the worst rank had the longest one."""
    rank = load_units(REFERENCE / "presented_units.yaml")["rank"]
    rows = [
        (area, year, float(place), status)
        for place, area in enumerate(CITIES_AND_COUNTRY[:3], 1)
        for year in ("2024", "2025")
    ]
    figure = draw(observations(rows), unit=rank)
    assert {one.type for one in figure.data} == {"scatter"}
    low, high = figure.layout.yaxis.range
    assert low > high
