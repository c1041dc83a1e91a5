"""The scatter of two series: dots, trails, names, country lines, axes."""

from __future__ import annotations

import pytest
from figure_sample import NAMES, UNITS, as_checked, content, look, plain, texts

from components.figures.measure_axis import Measure, axis_layout, measure_axis
from components.figures.relation import relation_figure
from components.figures.relation_labels import Tag, tag_notes
from components.figures.swarm import Box
from data.model import Level
from data.relation import Pair, Pairing

PERCENT, PERSONS = UNITS["percent"], UNITS["persons"]
X = Measure("Työllisyysaste, 2021", PERCENT)
Y = Measure("Työttömien osuus, joulukuu 2021", PERCENT)
NAMED = {**NAMES, "KU405": "Lappeenranta", "KU001": "Eka", "KU002": "Toka"}


def pairing(country=True, scale=1.0):
    figures = {"KU179": (66.5, 13.7), "KU297": (70.3, 10.7), "KU398": (68.6, 14.9)}
    figures |= {"KU405": (67.8, 12.0), "KU001": (80.0, 5.0), "KU002": (60.0, 19.0)}
    pairs = {area: Pair(area, 2021, x * scale, y * scale) for area, (x, y) in figures.items()}
    earlier = [Pair("KU179", year, 60 + year % 10, 15.0) for year in (2016, 2017)]
    trails = {
        "KU179": (tuple(earlier), (Pair("KU179", 2020, 65.0, 15.5), pairs["KU179"])),
        "KU297": ((pairs["KU297"],),),
        "KU398": ((pairs["KU398"],),),
    }
    middle = Pair("SSS", 2021, 72.4 * scale, 10.5 * scale) if country else None
    return Pairing(Level.MUNICIPALITY, "2021", "2021M12", pairs, middle, trails)


def drawn(found=None, chosen="", **given):
    return relation_figure(found or pairing(), X, Y, look(**given), NAMED, chosen)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_plotly_accepts_every_variant(code, dark, compact):
    figure = drawn(code=code, dark=dark, compact=compact, chosen="KU405")
    assert as_checked(figure) == content(figure)
    sizes = [one["font"]["size"] for one in content(figure)["layout"]["annotations"]]
    assert min(sizes) >= 16


def test_the_three_are_named_and_the_rest_are_grey_dots_with_names_on_hover():
    dots, *_, jyvaskyla, kuopio, lahti = drawn().data
    assert len(dots.x) == 3
    assert any(text.startswith("<b>Eka</b> 2021") for text in dots.customdata)
    assert [one.marker.symbol for one in (jyvaskyla, kuopio, lahti)] == [
        "circle",
        "square",
        "diamond",
    ]
    assert plain(jyvaskyla.customdata[0]) == "<b>Jyväskylä</b> 2021<br>↔ 66,5~%<br>↕ 13,7~%"
    shown = texts(drawn())
    assert "<b>Jyväskylä</b> 2021" in shown
    assert "<b>Kuopio</b>" in shown  # one year only: the axes tell which


def test_a_trail_keeps_its_gaps_and_names_its_first_year():
    figure = drawn()
    trail = figure.data[1]
    assert trail.x == (66.0, 67.0, None, 65.0, 66.5, None)
    assert not trail.connectgaps
    assert "2016" in texts(figure)


def test_the_years_of_a_trail_that_stays_in_place_are_not_written_over_each_other():
    found = pairing()
    near = (Pair("KU179", 2020, 66.51, 13.71), found.pairs["KU179"])
    found.trails["KU179"] = (near,)
    shown = texts(drawn(found))
    assert "2020" not in shown
    assert "<b>Jyväskylä</b> 2021" in shown


def test_both_axes_say_their_own_period():
    shown = texts(drawn())
    assert "↕ Työttömien osuus, joulukuu 2021" in shown
    assert "↔ Työllisyysaste, 2021" in shown


def test_the_country_is_two_thin_lines_and_a_name():
    figure = drawn()
    assert [(line.x0, line.y0) for line in figure.layout.shapes] == [(72.4, 0), (0, 10.5)]
    assert "Koko maa" in texts(figure)
    without = drawn(pairing(country=False))
    assert not without.layout.shapes
    assert "Koko maa" not in texts(without)


def test_a_country_that_would_press_the_areas_into_a_corner_is_left_out():
    found = pairing()
    far = Pairing(**{name: getattr(found, name) for name in found.__slots__}
                  | {"country": Pair("SSS", 2021, 5_000_000.0, 10.0)})  # fmt: skip
    assert not drawn(far).layout.shapes
    assert drawn(far).layout.xaxis.range[1] < 100


def test_a_chosen_area_is_marked_beside_the_three():
    figure = drawn(chosen="KU405")
    assert figure.data[-1].marker.symbol == "triangle-up"
    assert "<b>Lappeenranta</b>" in texts(figure)
    assert len(figure.data[0].x) == 2
    assert len(drawn(chosen="KU999").data) == len(drawn().data)


def test_amounts_that_differ_hundredfold_stand_on_powers_of_ten():
    axis = measure_axis([90.0, 650_000.0], Measure("Väkiluku, 2025", PERSONS), look())
    assert axis.is_log
    assert axis.place(1000.0) == pytest.approx(3.0)
    assert [plain(text) for text in axis_layout(axis, look())["ticktext"]] == [
        "100",
        "1~000",
        "10~000",
        "100~000",
    ]
    near = measure_axis([900.0, 60_000.0], Measure("", PERSONS), look())
    assert not near.is_log
    assert not measure_axis([0.0, 60_000.0], Measure("", PERSONS), look()).is_log
    assert not measure_axis([0.1, 60.0], Measure("", PERCENT), look()).is_log


def test_an_axis_ends_a_little_outside_its_figures():
    axis = measure_axis([61.0, 86.0], X, look())
    assert 60 <= axis.scale.low < 61
    assert 86 < axis.scale.high < 88
    assert all(axis.scale.low <= tick <= axis.scale.high for tick in axis.scale.ticks)
    assert axis.part(61.0) < 0.1 < 0.9 < axis.part(86.0)


def test_log_axes_say_so():
    found = pairing()
    wide = {area: Pair(area, 2021, 10.0**place, 10.0) for place, area in enumerate(found.pairs, 2)}
    figure = relation_figure(
        Pairing(Level.MUNICIPALITY, "2021", "2021", wide, None, {}),
        Measure("Väkiluku, 2021", PERSONS), Y, look(), NAMED,
    )  # fmt: skip
    assert "↔ Väkiluku, 2021 · logaritminen asteikko" in texts(figure)
    assert figure.data[0].x == pytest.approx((2, 3, 4, 5, 6, 7))


def test_long_titles_are_wrapped_on_a_phone():
    long = Measure("Korkea-asteen tutkinnon suorittaneiden osuus, vuosi 2021", PERCENT)
    figure = relation_figure(pairing(), long, long, look(compact=True), NAMED)
    lines = [text for text in texts(figure) if "Korkea-asteen" in text]
    assert len(lines) == 2
    assert all(len(line) <= 40 for text in lines for line in text.split("<br>"))


# --- labels ---


def tag(text, x, y):
    return Tag(text, text, "#000000", (x, y), (x, y), 7.5)


def boxes(tags, notes):
    """Rebuild the rectangles of labels from their shifts; a letter is about nine pixels."""
    found = []
    for one, note in zip(tags, notes, strict=True):
        x, y = one.pixels[0] + note["xshift"], one.pixels[1] + note["yshift"]
        half = len(one.plain) * 8 / 2
        found.append(Box(x - half, y - 9, x + half, y + 9))
    return found


def test_labels_avoid_marks_each_other_and_the_edge():
    tags = [tag("Jyväskylä", 400, 200), tag("Kuopio", 420, 205), tag("Lahti", 855, 390)]
    found = boxes(tags, tag_notes(tags, [], (860, 400), look()))
    for place, one in enumerate(found):
        assert one.right <= 862
        assert one.high <= 402
        assert not any(one.meets(other) for other in found[place + 1 :])
        assert not any(
            one.meets(Box(it.pixels[0] - 7, it.pixels[1] - 7, it.pixels[0] + 7, it.pixels[1] + 7))
            for it in tags
        )


def test_a_label_stands_right_of_its_mark_where_there_is_room():
    (note,) = tag_notes([tag("Lahti", 100, 100)], [], (860, 400), look())
    assert note["xshift"] > 0
    assert note["yshift"] == 0
    (moved,) = tag_notes([tag("Lahti", 100, 100)], [Box(105, 80, 300, 120)], (860, 400), look())
    assert moved["xshift"] < 0


def test_a_trail_that_comes_back_still_names_its_first_year():
    found = pairing()
    last = found.pairs["KU179"]
    far = (Pair("KU179", 2018, 66.6, 13.7), Pair("KU179", 2019, 78.0, 8.0))
    found.trails["KU179"] = ((*far, last),)
    assert "2018" in texts(drawn(found))
