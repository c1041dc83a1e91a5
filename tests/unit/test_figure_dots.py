"""Dot rows: all areas, the compared ones ranked, no dot on another."""

from __future__ import annotations

from itertools import combinations

import plotly.graph_objects as go
from figure_sample import (
    CITIES_AND_COUNTRY,
    NAMES,
    UNITS,
    as_checked,
    content,
    final,
    look,
    plain,
    texts,
)

from components.figures.dots import dot_figure
from data.benchmarks import Benchmark

PERCENT = UNITS["percent"]
OTHERS = {f"KU{number:03d}": {"2025": 5.0 + number / 20} for number in range(100)}
CITY_VALUES = {"KU179": {"2025": 9.2}, "KU297": {"2025": 9.25}, "KU398": {"2025": 3.0}}
OBS = final({**OTHERS, **CITY_VALUES, "SSS": {"2025": 6.0}, "MK13": {"2025": 7.0}})
CITIES = tuple(CITY_VALUES)
LARGE = Benchmark(
    key="large",
    name={"fi": "Suuret kaupungit", "sv": "Stora städer", "en": "Large cities"},
    short={"fi": "suuret", "sv": "stora", "en": "large"},
    among={},
    basis={},
    areas=("KU091", *CITIES, "KU092"),
)
LARGE_VALUES = {"KU091": {"2025": 11.0}, "KU092": {"2025": 6.02}}
LARGE_OBS = final({**OTHERS, **CITY_VALUES, **LARGE_VALUES, "SSS": {"2025": 6.0}})
LARGE_NAMES = {**NAMES, "KU091": "Helsinki", "KU092": "Vantaa"}


def draw(obs=OBS, areas=CITIES_AND_COUNTRY, **kwargs) -> go.Figure:
    return dot_figure(obs, areas, PERCENT, look(**kwargs), NAMES)


def test_all_areas_of_the_level_are_dots_and_the_cities_marked() -> None:
    figure = draw()
    assert len(figure.data[0].x) == 100
    assert figure.data[0].marker.color == "#868E96"
    assert [one.name for one in figure.data[1:]] == ["Jyväskylä", "Kuopio", "Lahti"]
    assert [one.marker.symbol for one in figure.data[1:]] == ["circle", "square", "diamond"]
    assert min(one.marker.size for one in figure.data[1:]) > 2 * figure.data[0].marker.size


def test_no_dot_covers_another() -> None:
    figure = draw()
    low, high = figure.layout.xaxis.range
    points = [
        ((x - low) / (high - low) * 860, y, trace.marker.size / 2)
        for trace in figure.data
        for x, y in zip(trace.x, trace.y, strict=True)
    ]
    assert all(
        (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 > (one[2] + other[2] - 4) ** 2
        for one, other in combinations(points, 2)
    )


def test_labels_say_value_and_rank_each_on_its_row() -> None:
    figure = draw()
    labels = [one for one in figure.layout.annotations if "sija" in one.text and "<b>" in one.text]
    assert sorted(plain(one.text) for one in labels) == [
        "<b>Jyväskylä</b> 9,2~% · sija 17/103",
        "<b>Kuopio</b> 9,3~% · sija 14/103",
        "<b>Lahti</b> 3,0~% · sija 103/103",
    ]
    assert len({one.y for one in labels}) == 3
    assert "sija 1 = suurin" in texts(figure)


def test_flags_unfold_so_that_leaders_cross_no_label() -> None:
    to_right = {"KU179": {"2025": 1.0}, "KU297": {"2025": 1.5}, "KU398": {"2025": 2.0}}
    to_left = {"KU179": {"2025": 9.0}, "KU297": {"2025": 8.5}, "KU398": {"2025": 8.0}}
    for values, anchor in ((to_right, "left"), (to_left, "right")):
        figure = draw(final({**OTHERS, **values}))
        labels = {one.text[3:8]: one for one in figure.layout.annotations if "<b>" in one.text}
        assert {one.xanchor for one in labels.values()} == {anchor}
        assert labels["Jyväs"].y > labels["Kuopi"].y > labels["Lahti"].y


def test_the_country_is_a_named_line() -> None:
    figure = draw()
    assert "<b>Koko maa</b> 6,0~%" in texts(figure)
    country = figure.layout.shapes[-1]
    assert (country.x0, country.x1, country.line.color) == (6.0, 6.0, "#343A40")
    assert not any("Koko maa" in text for text in texts(draw(areas=CITIES_AND_COUNTRY[:3])))


def test_a_phone_shows_no_rank_and_few_areas_have_none() -> None:
    assert not any("sija" in text for text in texts(draw(compact=True)))
    assert not any("sija" in text for text in texts(draw(final(CITY_VALUES))))


def draw_large(**kwargs) -> go.Figure:
    return dot_figure(LARGE_OBS, CITIES_AND_COUNTRY, PERCENT, look(**kwargs), LARGE_NAMES, LARGE)


def test_the_other_cities_of_a_group_are_rings_named_in_the_hover() -> None:
    figure = draw_large()
    grey, ring = figure.data[:2]
    assert len(grey.x) == 98
    assert sorted(ring.x) == [6.02, 11.0]
    assert (ring.marker.symbol, ring.marker.color) == ("circle-open", "#495057")
    assert ring.marker.size > grey.marker.size
    assert [plain(one) for one in ring.customdata] == [
        "<b>Helsinki</b> 11,0~%",
        "<b>Vantaa</b> 6,0~%",
    ]


def test_only_rings_with_room_around_them_are_named() -> None:
    found = texts(draw_large())
    assert "Helsinki" in found
    assert "Vantaa" not in found  # amid the swarm
    assert "Helsinki" not in texts(draw_large(compact=True))


def test_labels_rank_among_the_group_and_the_key_explains_the_rings() -> None:
    found = texts(draw_large())
    labels = sorted(text for text in found if "sija" in text and "<b>" in text)
    assert [text.split(" · ")[1:] for text in labels] == [
        ["sija 16/103", "suuret: 3/5"],
        ["sija 13/103", "suuret: 2/5"],
        ["sija 103/103", "suuret: 5/5"],
    ]
    assert "○ Suuret kaupungit · sija 1 = suurin" in found
    assert "○ Suuret kaupungit" in texts(draw_large(compact=True))


def test_labels_give_up_words_before_a_leader_runs_through_them() -> None:
    long = Benchmark(
        LARGE.key, LARGE.name, {"fi": "a very long name of a group of cities"}, {}, {}, LARGE.areas
    )
    middle = {"KU179": {"2025": 6.2}, "KU297": {"2025": 6.1}, "KU398": {"2025": 6.0}}
    obs = final({**OTHERS, **LARGE_VALUES, **middle})
    figure = dot_figure(obs, CITIES_AND_COUNTRY, PERCENT, look(), LARGE_NAMES, long)
    labels = [one.text for one in figure.layout.annotations if "sija" in one.text]
    assert not any("very long" in text for text in labels)
    assert sum("○" in text and "/5" in text for text in labels) == 3


def test_hover_names_the_area() -> None:
    figure = dot_figure(OBS, CITIES_AND_COUNTRY, PERCENT, look(), {**NAMES, "KU001": "Akaa"})
    assert "<b>Akaa</b> 5,1~%" in [plain(one) for one in figure.data[0].customdata]
    assert figure.data[0].hovertemplate == "%{customdata}<extra></extra>"


def test_only_the_country_is_a_line_alone() -> None:
    figure = draw(final({"SSS": {"2025": 6.0}}), areas=("SSS",))
    assert len(figure.data) == 0
    assert len(figure.layout.shapes) == 1


def test_every_value_passes_plotly_s_own_check() -> None:
    figures = (
        draw(),
        draw(dark=True, compact=True, code="sv"),
        draw_large(),
        draw_large(dark=True),
    )
    for figure in figures:
        assert as_checked(figure) == content(figure)
