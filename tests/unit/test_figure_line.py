"""Lines: open gaps, breaks, marks, labels at the ends; by traces and layout."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

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

from components.figures.axes import timeline
from components.figures.line import line_figure
from components.figures.marks import Mark, break_marks, mark_place, stacked
from components.figures.series import read_series
from data.model import Break

PERCENT = UNITS["percent"]
WORDS = {"fi": "katko", "sv": "avbrott", "en": "break"}
LONG = {str(year): 10.0 + year % 7 for year in range(1990, 2022)}


def draw(obs, breaks=(), areas=CITIES_AND_COUNTRY, **kwargs) -> go.Figure:
    return line_figure(obs, areas, PERCENT, breaks, look(**kwargs), NAMES)


def line_of(figure: go.Figure, name: str):
    return next(one for one in figure.data if one.name == name and one.mode == "lines")


def marks_of(figure: go.Figure, name: str) -> list:
    return [one for one in figure.data if one.name == name and one.mode == "markers"]


def test_identity_of_each_line() -> None:
    figure = draw(final(dict.fromkeys(CITIES_AND_COUNTRY, LONG)))
    lines = [one for one in figure.data if one.mode == "lines"]
    assert [one.name for one in lines] == list(NAMES.values())
    assert [one.line.color for one in lines] == ["#0B5CAD", "#C2410C", "#237A35", "#343A40"]
    assert len({one.line.dash for one in lines[:3]}) == 3
    assert lines[3].line.dash == "solid"
    assert lines[3].line.width < lines[0].line.width
    assert not figure.layout.showlegend


def test_a_missing_month_breaks_the_line_and_a_lone_point_is_marked() -> None:
    months = {f"2024M{month:02d}": 10.0 for month in range(1, 13)}
    months |= {f"2025M{month:02d}": 12.0 for month in (1, 2, 3, 4, 6)}
    figure = draw(final({"KU398": months}))
    line = line_of(figure, "Lahti")
    assert line.connectgaps is False
    assert line.y[-3:] == (12.0, None, 12.0)
    assert list(line.x[-3:]) == ["huhtikuu 2025", None, "kesäkuu 2025"]
    (marked,) = marks_of(figure, "Lahti")
    assert list(marked.x) == ["kesäkuu 2025"]
    assert "toukokuu 2025" in figure.layout.xaxis.categoryarray


def test_only_lone_and_last_points_of_a_long_series_are_marked() -> None:
    figure = draw(final({"KU179": LONG, "KU297": {**LONG, "1985": 3.0}}))
    assert list(marks_of(figure, "Jyväskylä")[0].x) == ["2021"]
    assert list(marks_of(figure, "Kuopio")[0].x) == ["1985", "2021"]


def test_every_point_of_a_short_series_is_marked() -> None:
    figure = draw(final({"KU179": {"2019": 1.0, "2020": 2.0, "2021": 3.0}}))
    assert len(marks_of(figure, "Jyväskylä")[0].x) == 3


def test_missing_and_suspect_rows_are_no_points() -> None:
    rows = [
        ("KU179", "2018", 5.0, "final"),
        ("KU179", "2019", float("nan"), "missing:suppressed"),
        ("KU179", "2020", 99.0, "suspect"),
        ("KU179", "2021", 6.0, "final"),
    ]
    assert line_of(draw(observations(rows)), "Jyväskylä").y == (5.0, None, 6.0)


def test_no_line_across_a_break_of_its_areas() -> None:
    years = {"2014": 1.0, "2015": 2.0, "2016": 3.0, "2017": 4.0}
    breaks = [Break(("KU398",), "2016", "area", WORDS)]
    figure = draw(final({"KU398": years, "KU179": years}), breaks)
    assert line_of(figure, "Lahti").y == (1.0, 2.0, None, 3.0, 4.0)
    assert line_of(figure, "Jyväskylä").y == (1.0, 2.0, 3.0, 4.0)
    (mark,) = figure.layout.shapes
    assert (mark.x0, mark.x1, mark.line.dash) == (1.5, 1.5, "dot")
    assert "①" in texts(figure)


def test_a_value_whose_status_is_break_starts_a_new_line() -> None:
    rows = [("KU179", "2019", 1.0, "final"), ("KU179", "2020", 2.0, "break")]
    assert line_of(draw(observations(rows)), "Jyväskylä").y == (1.0, None, 2.0)


def test_breaks_are_numbered_by_period_and_only_inside_the_series() -> None:
    series = read_series(final({"KU398": LONG}), ("KU398",), PERCENT, look().language)
    breaks = [
        Break((), "2016", "definition", WORDS),
        Break(("KU398",), "2005", "area", WORDS),
        Break(("KU398",), "2016", "area", WORDS),
        Break(("KU297",), "2010", "area", WORDS),
        Break((), "1990", "level", WORDS),
        Break((), "2022", "level", WORDS),
    ]
    marks = break_marks(series, breaks)
    assert [(one.number, one.period, len(one.breaks)) for one in marks] == [
        ("①", "2005", 1),
        ("②", "2016", 2),
    ]


def test_numbers_that_would_touch_stand_on_rows() -> None:
    marks = [Mark("①", "2011", ()), Mark("②", "2012", ()), Mark("③", "2020", ())]
    periods = timeline(["1990", "2021"])
    places = [mark_place(mark, periods) for mark in marks]
    assert stacked(places, len(periods), look(compact=True)) == [0, 1, 0]
    assert stacked(places, len(periods), look()) == [0, 0, 0]


def test_end_labels_say_name_and_value_and_keep_apart() -> None:
    values = {"KU179": 17.2, "KU297": 13.3, "KU398": 17.3, "SSS": 13.2}
    figure = draw(final({area: {**LONG, "2021": value} for area, value in values.items()}))
    labels = [one for one in figure.layout.annotations if "<b>" in one.text]
    assert [plain(one.text) for one in labels] == [
        "<b>Jyväskylä</b> 17,2~%",
        "<b>Kuopio</b> 13,3~%",
        "<b>Lahti</b> 17,3~%",
        "<b>Koko maa</b> 13,2~%",
    ]
    low, high = figure.layout.yaxis.range
    margin = figure.layout.margin
    pixels = (figure.layout.height - margin.t - margin.b) / (high - low)
    heights = sorted(one.y for one in labels)
    assert all((later - earlier) * pixels >= 16 for earlier, later in pairwise(heights))
    assert labels[2].font.color == "#237A35"
    assert margin.r > 150


def test_a_label_older_than_the_newest_says_its_period() -> None:
    obs = final({"KU179": {"2025M01": 5.0, "2026M06": 6.0}, "SSS": {"2023M10": 9.7}})
    assert "<b>Koko maa</b> 9,7~% (10/2023)" in texts(draw(obs))


def test_a_phone_has_no_labels_at_the_ends() -> None:
    obs = final(dict.fromkeys(CITIES_AND_COUNTRY, LONG))
    figure = draw(obs, compact=True)
    assert texts(figure) == []
    assert figure.layout.margin.r < 30
    assert figure.layout.height < draw(obs).layout.height


def test_provisional_and_newer_than_common_points_are_hollow() -> None:
    rows = [(area, "2020", 5.0, "final") for area in ("KU179", "KU297", "KU398")]
    rows += [("KU179", "2021", 6.0, "final"), ("SSS", "2020", 5.0, "provisional")]
    figure = draw(observations(rows))
    filled, hollow = marks_of(figure, "Jyväskylä")
    assert (list(filled.x), list(hollow.x)) == (["2020"], ["2021"])
    assert hollow.marker.color == "#FFFFFF"
    assert hollow.marker.line.color == "#0B5CAD"
    (country,) = marks_of(figure, "Koko maa")
    assert country.marker.line.width == 2


def test_hover_is_written_by_the_server() -> None:
    rows = [("KU398", "2026M05", 17.25, "final"), ("KU398", "2026M06", 17.8, "provisional")]
    figure = draw(observations(rows), areas=("KU398",))
    line = line_of(figure, "Lahti")
    assert [plain(one) for one in line.customdata] == ["17,3~%", "17,8~% (ennakkotieto)"]
    assert line.hovertemplate == "<b>Lahti</b> %{customdata}<extra></extra>"
    assert figure.layout.hovermode == "x unified"
    assert all(one.hoverinfo == "skip" for one in marks_of(figure, "Lahti"))


def test_values_are_in_the_shown_unit() -> None:
    obs = final({"KU179": {"2020": 71_800_000.0, "2021": 36_200_000.0}})
    figure = line_figure(obs, ("KU179",), UNITS["euros_millions"], (), look(), NAMES)
    assert list(figure.data[0].y) == pytest.approx([71.8, 36.2])
    assert "milj. €" in texts(figure)


@pytest.mark.parametrize(
    ("code", "separators"), [("fi", ",\u00a0"), ("sv", ",\u00a0"), ("en", ".,")]
)
@pytest.mark.parametrize("dark", [False, True])
def test_template_and_every_value_pass_plotly_s_own_check(
    code: str, separators: str, dark: bool
) -> None:
    breaks = [Break((), "2005", "level", WORDS)]
    figure = draw(final(dict.fromkeys(CITIES_AND_COUNTRY, LONG)), breaks, code=code, dark=dark)
    assert figure.layout.separators == separators
    assert figure.layout.paper_bgcolor is None
    assert figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.template.layout.font.family.startswith('"Inter"')
    assert figure.layout.template.layout.xaxis.automargin is True
    assert figure.layout.template.layout.xaxis.tickfont.size >= 13
    assert as_checked(figure) == content(figure)


def test_nothing_to_draw_is_an_empty_figure() -> None:
    assert len(draw(final({"KU091": LONG})).data) == 0


def test_a_phone_breaks_a_long_unit_into_lines_with_room_for_them() -> None:
    long = replace(PERCENT, symbol=dict.fromkeys(("fi", "sv", "en"), "olyckor per invånare " * 3))
    obs = final(dict.fromkeys(CITIES_AND_COUNTRY, LONG))
    wide, phone = (
        line_figure(obs, CITIES_AND_COUNTRY, long, (), look(compact=compact), NAMES)
        for compact in (False, True)
    )
    title = "olyckor"
    assert not any("<br>" in one.text for one in wide.layout.annotations)
    (broken,) = [one.text for one in phone.layout.annotations if title in one.text]
    assert max(len(line) for line in broken.split("<br>")) <= 36
    assert phone.layout.margin.t > draw(obs, compact=True).layout.margin.t
