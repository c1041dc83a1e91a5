"""Events on a chart: where they stand on the axis, which are left out, how they differ from breaks."""

from __future__ import annotations

import datetime

import pytest
from figure_sample import CITIES_AND_COUNTRY, NAMES, UNITS, as_checked, final, look, texts

from components.blocks.break_list import event_line
from components.figures.chart import chart_events
from components.figures.events import event_marks
from components.figures.line import line_figure
from components.figures.series import read_series
from data.events import Event, Precision
from data.model import CITIES, Break, Indicator, Kind, Level, Place

PERCENT = UNITS["percent"]
WORDS = {"fi": "Näyte.", "sv": "Prov.", "en": "Sample."}
YEARS = {str(year): 5.0 for year in range(2018, 2025)}
MONTHS = {f"{year}M{month:02d}": 5.0 for year in (2023, 2024) for month in range(1, 13)}


def event(
    day: str, precision: str = "day", areas: tuple[str, ...] = CITIES, kind: str = "reform"
) -> Event:
    when = datetime.date.fromisoformat(day)
    return Event(day, when, Precision(precision), areas, kind, ("tki",), WORDS, "https://a.fi/b")


def marks(events, values=YEARS, areas=CITIES, breaks=()):
    series = read_series(final(dict.fromkeys(areas, values)), areas, PERCENT, look().language)
    return event_marks(series, events, breaks)


@pytest.mark.parametrize(
    ("day", "precision", "values", "start", "end"),
    [
        ("2020-01-01", "day", YEARS, 1.5, 1.5),  # between 2019 and 2020
        ("2020-07-01", "day", YEARS, 2.0, 2.0),  # in the middle of 2020
        ("2020-10-01", "day", YEARS, 2.25, 2.25),
        ("2020-04-01", "month", YEARS, 1.75, 1.75 + 1 / 12),
        ("2020-01-01", "year", YEARS, 1.5, 2.5),
        ("2024-03-01", "month", MONTHS, 13.5, 14.5),
        ("2024-03-16", "day", MONTHS, 13.5 + 15 / 31, 13.5 + 15 / 31),
        ("2024-01-01", "year", MONTHS, 11.5, 23.5),
    ],
)
def test_an_event_stands_where_its_time_is(day, precision, values, start, end) -> None:
    (mark,) = marks([event(day, precision)], values)
    assert (mark.start, mark.end) == pytest.approx((start, end))
    assert mark.place == pytest.approx((start + end) / 2)


@pytest.mark.parametrize("day", ["2010-05-01", "2018-01-01", "2024-12-01", "2030-01-01"])
def test_an_event_without_figures_on_both_sides_is_left_out(day) -> None:
    assert marks([event(day)]) == ()


def test_letters_follow_time_and_skip_what_is_left_out() -> None:
    found = marks([event("2022-05-01"), event("2001-01-01"), event("2019-05-01")])
    assert [(one.sign, one.event.id) for one in found] == [("Ⓐ", "2019-05-01"), ("Ⓑ", "2022-05-01")]


def test_an_event_is_marked_only_where_its_city_or_region_is_drawn() -> None:
    lahti = event("2020-05-01", areas=("KU398",))
    assert len(marks([lahti])) == 1
    assert len(marks([lahti], areas=("MK07",))) == 1
    assert marks([lahti], areas=("KU179", "SSS")) == ()


def test_a_change_of_statistics_that_is_a_break_is_not_told_twice() -> None:
    law = event("2020-06-01", kind="statistics_break")
    assert marks([law], breaks=[Break((), "2020", "definition", WORDS)]) == ()
    assert len(marks([law], breaks=[Break((), "2020", "area", WORDS)])) == 1
    assert len(marks([law], breaks=[Break((), "2021", "definition", WORDS)])) == 1
    assert len(marks([event("2020-06-01")], breaks=[Break((), "2020", "definition", WORDS)])) == 1


def test_events_and_breaks_look_different_and_do_not_touch() -> None:
    obs = final(dict.fromkeys(CITIES_AND_COUNTRY, YEARS))
    breaks = [Break((), "2020", "level", WORDS)]
    events = [event("2020-01-01"), event("2022-01-01", "year")]
    figure = line_figure(obs, CITIES_AND_COUNTRY, PERCENT, breaks, look(), NAMES, events)
    signs = {one.text: one for one in figure.layout.annotations if one.text in ("①", "Ⓐ", "Ⓑ")}
    assert set(signs) == {"①", "Ⓐ", "Ⓑ"}
    assert signs["①"].yshift != signs["Ⓐ"].yshift
    day, year, broken = figure.layout.shapes
    assert (day.x0, day.x1, day.line.dash) == (1.5, 1.5, None)
    assert (year.type, year.x0, year.x1) == ("rect", 3.5, 4.5)
    assert (broken.x0, broken.line.dash) == (1.5, "dot")
    assert as_checked(figure)
    plain = line_figure(obs, CITIES_AND_COUNTRY, PERCENT, breaks, look(), NAMES)
    assert "Ⓐ" not in texts(plain)
    assert plain.data == figure.data  # an event interrupts no line


def test_a_chart_that_draws_no_lines_lists_no_events() -> None:
    declared = Indicator(
        "sample", Kind.SERIES, "tki", Place.LISTED, 1, WORDS, WORDS, levels=(Level.MUNICIPALITY,)
    )
    events = [event("2019-05-01")]
    many, few = (final(dict.fromkeys(CITIES, dict(list(YEARS.items())[:n]))) for n in (7, 3))
    assert len(chart_events(declared, PERCENT, many, (), events, look())) == 1
    assert chart_events(declared, PERCENT, few, (), events, look()) == ()
    seam = [Break((), "2019", "level", WORDS)]
    assert len(chart_events(declared, PERCENT, few, seam, events, look())) == 1


@pytest.mark.parametrize(
    ("code", "precision", "when"),
    [
        ("fi", "day", "Ⓐ 1.5.2019"),
        ("fi", "month", "Ⓐ toukokuu 2019"),
        ("sv", "year", "Ⓐ 2019"),
        ("en", "day", "Ⓐ 1 May 2019"),
    ],
)
def test_the_list_says_the_time_no_more_exactly_than_the_source(code, precision, when) -> None:
    (mark,) = marks([event("2019-05-01", precision)])
    line = event_line(mark, look(code).language, NAMES)
    assert f"<b>{when}</b> {WORDS[code]} <a" in line
    assert 'href="https://a.fi/b"' in line


def test_the_list_names_the_city_of_an_event() -> None:
    (mark,) = marks([event("2019-05-01", areas=("KU398",))])
    assert "</b> Lahti: Näyte. <a" in event_line(mark, look().language, NAMES)
