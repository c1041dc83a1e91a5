"""A picture of a chart: its words, its colours, its bytes, and what it refuses to draw."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import plotly.graph_objects as go
import pytest
from figure_sample import CITIES_AND_COUNTRY, NAMES, UNITS, final, look, observations
from PIL import Image

from components.figures.bar import bar_figure
from components.figures.line import line_figure
from components.figures.palette import identity
from components.figures.picture import fonts
from components.figures.picture.axis import read_axis
from components.figures.picture.content import Content
from components.figures.picture.files import png_bytes, svg_bytes
from components.figures.picture.paper import HEIGHT, WIDTH, Box, Paper, Stroke, paint
from components.figures.picture.rich_text import Run, balanced, parse, plain_width, wrapped
from components.figures.picture.sheet import draw_picture
from components.figures.picture.vocabulary import UnknownElement, check_figure
from data.model import CITIES

CONTENT = Content(
    title="Työttömien osuus",
    statement="Työttömiä oli 17,2\u00a0% & muutos −1,0\u00a0→ <hyvä>.",
    marks=("Ⓐ 2024 · Palvelut siirtyivät.",),
    remarks=("Luvut ovat vahvistamattomia.",),
    sources=("Lähde: Tilastokeskus · taulukko 12r5 · Päivitetty 21.7.2026 · CC BY 4.0",),
    name="Kasvumittari",
    version="aineistoversio 1a2b3c4d",
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def lines() -> go.Figure:
    values = {
        area: {"2023": 10 + n, "2024": 12 + n, "2025": 11 - n} for n, area in enumerate(NAMES)
    }
    return line_figure(final(values), CITIES_AND_COUNTRY, UNITS["percent"], (), look(), NAMES)


@pytest.fixture
def budgets() -> go.Figure:
    rows = [(area, "2024", 10e6, "final") for area in CITIES]
    rows += [(area, "2025", 12e6, "budget") for area in CITIES]
    rows += [(area, "2026", -3e6, "plan") for area in CITIES]
    return bar_figure(observations(rows), CITIES, UNITS["euros_millions"], look(), NAMES)


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(data)).convert("RGB"))


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def words(figure: go.Figure, content: Content = CONTENT) -> list[str]:
    return [text for text, _ in draw_picture(content, figure).texts]


def test_a_png_has_the_size_and_the_three_colours(lines):
    image = pixels(png_bytes(CONTENT, lines))
    assert image.shape == (HEIGHT, WIDTH, 3)
    for city in CITIES:
        assert (image == rgb(identity(city, False).colour)).all(axis=2).sum() > 300
    assert (image[0, 0] == 255).all()


def test_a_png_carries_statement_and_source_as_text(lines):
    text = Image.open(BytesIO(png_bytes(CONTENT, lines))).text
    assert text["Title"] == CONTENT.statement
    assert text["Source"] == CONTENT.sources[0]
    assert "vahvistamattomia" in text["Description"]
    assert "Software" not in text


def test_an_svg_says_its_words_to_screen_readers(lines):
    root = ElementTree.fromstring(svg_bytes(CONTENT, lines))
    assert root.find(f"{SVG}title").text == CONTENT.statement
    said = root.find(f"{SVG}desc").text
    for part in (CONTENT.title, *CONTENT.sources, *CONTENT.remarks, CONTENT.version):
        assert part in said
    assert root.get("viewBox") == "0 0 1152 648"


@pytest.mark.parametrize("draw", [png_bytes, svg_bytes])
def test_the_same_chart_gives_the_same_bytes(draw, lines, budgets):
    assert draw(CONTENT, lines) == draw(CONTENT, lines)
    assert draw(CONTENT, lines) != draw(CONTENT, budgets)


def test_all_words_around_the_chart_are_written(lines):
    written = " ".join(words(lines))
    for part in (
        CONTENT.title,
        "A 2024 · Palvelut siirtyivät.",
        *CONTENT.remarks,
        *CONTENT.sources,
    ):
        assert part in written
    assert "Kasvumittari · aineistoversio 1a2b3c4d" in written
    assert CONTENT.statement in written


def test_the_words_of_the_chart_are_written(lines):
    written = words(lines)
    assert "Jyväskylä 11,0\u00a0%" in written
    assert {"2023", "2024", "2025"} <= set(written)


def test_a_picture_without_title_or_marks_begins_with_its_statement(lines):
    bare = replace(CONTENT, title="", marks=(), remarks=())
    written = words(lines, bare)
    assert CONTENT.statement.startswith(written[0])
    assert not any("Palvelut" in text for text in written)


def test_a_long_statement_shrinks_and_balances_its_lines(lines):
    long = replace(CONTENT, statement="Kahdeksan sanaa pitkä lause jatkuu ja jatkuu edelleen. " * 6)
    boxes = [box for text, box in draw_picture(long, lines).texts if text in long.statement]
    statement = [box for box in boxes if box.top < HEIGHT / 3 and box.height > 30]
    assert len(statement) > 2
    assert max(box.right for box in statement) < WIDTH - 50
    assert min(box.height for box in statement) >= 28


def test_budgets_are_hatched_and_plans_below_zero_labelled_under_their_end(budgets):
    assert {"talousarvio", "suunnitelma", "toteuma"} <= set(words(budgets))
    places = dict(draw_picture(CONTENT, budgets).texts)
    assert places["−3,0"].top > places["10,0"].bottom


def test_bars_of_a_stack_begin_where_the_last_one_ended():
    axis = {"range": [0, 100], "visible": False}
    bars = [
        {"type": "bar", "orientation": "h", "x": [part], "y": [1], "width": 1}
        | {"marker": {"color": colour}}
        for part, colour in ((25, "#0B5CAD"), (75, "#C2410C"))
    ]
    figure = picture_of(bars, barmode="stack", xaxis=axis, yaxis={**axis, "range": [0, 2]})
    image = pixels(png_bytes(CONTENT, figure))
    blue, red = ((image == rgb(one)).all(axis=2).any(axis=0) for one in ("#0B5CAD", "#C2410C"))
    ends = np.flatnonzero(blue)
    starts = np.flatnonzero(red)
    assert 0 <= starts[0] - ends[-1] <= 2
    assert len(starts) == pytest.approx(3 * len(ends), rel=0.02)


def test_a_filled_area_is_closed_and_cut_at_the_plot():
    xs, ys = [0, 10, 10, 0], [0, 0, 200, 200]
    area = {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "fill": "toself"}
    area |= {"fillcolor": "#237A35", "line": {"width": 0}}
    axis = {"range": [0, 100], "visible": False}
    image = pixels(png_bytes(CONTENT, picture_of([area], xaxis=axis, yaxis=axis)))
    green = (image == rgb("#237A35")).all(axis=2)
    across, upright = green.any(axis=0).sum(), green.any(axis=1).sum()
    assert across == pytest.approx((WIDTH - 2 * 56) / 10, rel=0.05)
    assert 300 < upright < HEIGHT - 200


def picture_of(traces: list[dict], **layout: object) -> go.Figure:
    frame = line_figure(
        final({"KU179": {"2024": 1}}), ("KU179",), UNITS["percent"], (), look(), NAMES
    ).to_plotly_json()["layout"]
    margin = {"t": 0, "r": 0, "b": 0, "l": 0, "pad": 0}
    kept = {key: frame[key] for key in ("template", "height")} | {"margin": margin}
    return go.Figure({"data": traces, "layout": {**kept, **layout}}, _validate=False)


LINE = {"type": "scatter", "mode": "lines", "x": [0], "y": [0], "line": {"width": 1}}


@pytest.mark.parametrize(
    ("trace", "named"),
    [
        ({"type": "pie"}, "pie"),
        (LINE | {"error_y": {"array": [1]}}, "error_y.array"),
        (LINE | {"fill": "tonexty"}, "tonexty"),
        (LINE | {"connectgaps": True}, "connectgaps"),
        (LINE | {"mode": "text"}, "text"),
        (
            LINE | {"mode": "markers", "marker": {"symbol": "star", "size": 1, "color": "#000000"}},
            "star",
        ),
        ({"type": "bar", "x": [0], "y": [1], "width": 1, "base": 3}, "base"),
        (
            {"type": "bar", "x": [0], "y": [1], "width": 1}
            | {"marker": {"color": "#000000", "pattern": {"shape": "x"}}},
            "pattern",
        ),
    ],
)
def test_an_unknown_element_of_a_trace_is_an_error(trace, named):
    axis = {"range": [0, 100], "visible": False}
    with pytest.raises(UnknownElement, match=named):
        draw_picture(CONTENT, picture_of([trace], xaxis=axis, yaxis=axis))


@pytest.mark.parametrize(
    ("layout", "named"),
    [
        ({"polar": {"hole": 1}}, "polar"),
        ({"xaxis": {"range": [0, 1], "title": {"text": "x"}}}, "title.text"),
        ({"xaxis": {"range": [0, 1], "visible": True}}, "ticks of its own"),
        ({"xaxis": {"visible": False}}, "range"),
        ({"annotations": [{"text": "a", "showarrow": True}]}, "showarrow"),
        ({"annotations": [{"text": "a", "textangle": 90}]}, "textangle"),
        ({"shapes": [{"type": "path", "path": "M0 0"}]}, "path"),
    ],
)
def test_an_unknown_element_of_the_layout_is_an_error(layout, named):
    axis = {"range": [0, 100], "visible": False}
    figure = picture_of([], **({"xaxis": axis, "yaxis": axis} | layout))
    with pytest.raises(UnknownElement, match=named):
        draw_picture(CONTENT, figure)


def test_a_chart_of_the_dashboard_is_known(lines, budgets):
    for figure in (lines, budgets):
        assert check_figure(figure.to_plotly_json()) is None


def test_bold_colours_and_line_breaks_are_read():
    first, second = parse('<b>Lahti</b> 1 &lt; 2<br><span style="color:#0B5CAD">●</span>②Ⓑ')
    assert first == (Run("Lahti", bold=True), Run(" 1 < 2"))
    assert second == (
        Run("●", colour="#0B5CAD"),
        Run("2", is_circled=True),
        Run("B", is_circled=True),
    )


@pytest.mark.parametrize(
    "text", ["<i>a</i>", '<span style="font-size:9px">a</span>', "<b id='x'>a</b>"]
)
def test_other_markup_is_an_error(text):
    with pytest.raises(UnknownElement, match="cannot write"):
        parse(text)


def test_a_letter_without_a_typeface_is_an_error():
    with pytest.raises(UnknownElement, match="letter"):
        fonts.width("\u4e2d", 20)


@pytest.mark.parametrize("letter", "−→●■◆○┃\u00a0\u2003")
def test_the_signs_of_the_charts_have_a_width(letter):
    assert 0.1 < fonts.width(letter, 1) < 1.2


def test_lines_break_at_spaces_only_and_keep_every_word():
    text = "Kuopiossa 13,3\u00a0% ja Lahdessa 17,8\u00a0%; koko maassa 12,8\u00a0%."
    lines = wrapped(text, 20, 200)
    assert " ".join(lines) == text
    assert all(plain_width(line, 20) <= 200 for line in lines)
    assert not any(line.startswith("\u00a0") for line in lines)
    even = balanced(text, 20, 400)
    assert len(even) == len(wrapped(text, 20, 400))
    assert " ".join(even) == text


def test_an_axis_places_values_and_categories_in_its_part_of_the_plot():
    settings = {"range": [0, 10], "visible": False, "domain": [0.5, 1.0]}
    assert read_axis(settings, (100, 300)).at(5) == 250
    reversed_axis = read_axis(settings | {"range": [10, 0]}, (100, 300))
    assert reversed_axis.at(10) == 200
    assert reversed_axis.holds(3)
    named = read_axis(settings | {"categoryarray": ["a", "b"], "range": [0, 1]}, (0, 2))
    assert named.at("b") == 2
    with pytest.raises(UnknownElement, match="category 'c'"):
        named.at("c")


def test_colours_are_read_as_charts_write_them():
    assert paint("rgba(255,0,51,0.5)") == (1.0, 0.0, 0.2, 0.5)
    assert paint("#0B5CAD") == "#0B5CAD"


def test_a_line_without_width_is_not_drawn():
    paper = Paper()
    before = len(paper.figure.get_children())
    paper.polyline([(0, 0), (9, 9)], Stroke("#000000", 0))
    assert len(paper.figure.get_children()) == before
    paper.outline(Box(0, 0, 9, 9), Stroke("#000000", 1, "dot"))
    assert len(paper.figure.get_children()) == before + 1
