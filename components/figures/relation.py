"""Two series against each other: every area a grey dot, the compared ones named with their trails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import dist
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.figures.axes import note
from components.figures.measure_axis import Measure, MeasureAxis, axis_layout, measure_axis
from components.figures.palette import identity, inks, label_colour, tint
from components.figures.relation_labels import Tag, tag_notes
from components.figures.relation_traces import MARK, STEP, RelationDrawing, relation_traces
from components.figures.swarm import Box
from components.figures.template import LABEL_SIZE, Frame, Look, make_figure, text_width
from data.model import COUNTRY
from data.relation import Pair, Pairing

_HEIGHT = {False: 500, True: 440}
_LETTERS = {False: 84, True: 34}
_LINE = 21
_TOP, _BOTTOM, _SIDE = 14, 40, 16
_SHORT_TRAIL = 24  # pixels: the years of a shorter trail lie over each other
_OUT_OF_SCALE = 3.0


def relation_figure(
    pairing: Pairing,
    x: Measure,
    y: Measure,
    look: Look,
    names: Mapping[str, str],
    chosen: str = "",
) -> go.Figure:
    """Draw two series as a scatter of all areas of a level.

    Args:
        pairing: the joined figures.
        x: title of the level axis with its period, and its unit.
        y: the same of the upright axis.
        look: language, theme and size of screen.
        names: name of each area in the language.
        chosen: another area to name beside the compared ones.
    """
    drawing = _drawing(pairing, x, y, look, names, chosen)
    lines, country_notes = _country(drawing)
    layout = {
        "hovermode": "closest",
        "xaxis": axis_layout(drawing.x, look) | {"zeroline": False},
        "yaxis": axis_layout(drawing.y, look) | {"zeroline": False},
        "annotations": [*_titles(drawing), *country_notes, *_tags(drawing)],
        "shapes": lines,
    }
    return make_figure(relation_traces(drawing), layout, drawing.frame, look)


def _drawing(
    pairing: Pairing, x: Measure, y: Measure, look: Look, names: Mapping[str, str], chosen: str
) -> RelationDrawing:
    marked = [*pairing.trails, *([chosen] if chosen in pairing.pairs else [])]
    country = _country_in_scale(pairing)
    shown = [*pairing.pairs.values(), *([country] if country else [])]
    shown += [pair for trail in pairing.trails.values() for stretch in trail for pair in stretch]
    top = _TOP + _LINE * len(_wrapped(y.title, look))
    bottom = _BOTTOM + _LINE * len(_wrapped(x.title, look))
    return RelationDrawing(
        pairing=pairing,
        country=country,
        x=measure_axis([pair.x for pair in shown], x, look),
        y=measure_axis([pair.y for pair in shown], y, look),
        marked=list(dict.fromkeys(marked)),
        frame=Frame(_HEIGHT[look.compact], top, _SIDE, bottom, _SIDE),
        look=look,
        names=names,
    )


def _country_in_scale(pairing: Pairing) -> Pair | None:
    """Give the country, but not where its amounts would press the areas into a corner."""
    pair = pairing.country
    if pair is None:
        return None
    highest = [
        max(it) for it in zip(*((one.x, one.y) for one in pairing.pairs.values()), strict=True)
    ]
    is_far = pair.x > _OUT_OF_SCALE * highest[0] or pair.y > _OUT_OF_SCALE * highest[1]
    return None if is_far else pair


def _tags(drawing: RelationDrawing) -> list[dict[str, Any]]:
    """Name the marks with their year, and the first year at the other end of each trail."""
    names, starts = [], []
    for area in drawing.marked:
        pair = drawing.pairing.pairs[area]
        colour = label_colour(area, drawing.look.dark)
        years = [one for it in drawing.pairing.trails.get(area, ()) for one in it]
        year = f" {pair.year}" if len(years) > 1 else ""
        name = drawing.names[area]
        names.append(_tag(f"<b>{name}</b>{year}", f"{name}{year}", colour, pair, drawing))
        if _reach(years, drawing) > _SHORT_TRAIL:
            first = str(years[0].year)
            starts.append(_tag(first, first, colour, years[0], drawing))
    trails = [
        Box(x - STEP / 2, y - STEP / 2, x + STEP / 2, y + STEP / 2)
        for trail in drawing.pairing.trails.values()
        for stretch in trail
        for x, y in (drawing.pixels(pair) for pair in stretch)
    ]
    held = [*trails, *_country_box(drawing)]
    return tag_notes([*names, *starts], held, drawing.size, drawing.look)


def _reach(years: Sequence[Pair], drawing: RelationDrawing) -> float:
    """Give how far the years of a trail are from its last one, in pixels."""
    return max((dist(drawing.pixels(one), drawing.pixels(years[-1])) for one in years), default=0.0)


def _country_box(drawing: RelationDrawing) -> list[Box]:
    if drawing.country is None:
        return []
    width, low = drawing.size[0], drawing.pixels(drawing.country)[1]
    name = text_width(drawing.names[COUNTRY], LABEL_SIZE)
    return [Box(width - name, low, width, low + _LINE)]


def _tag(text: str, plain: str, colour: str, pair: Pair, drawing: RelationDrawing) -> Tag:
    is_last = pair.year == drawing.pairing.pairs[pair.area].year
    radius = (MARK if is_last else STEP) / 2
    return Tag(text, plain, colour, drawing.place(pair), drawing.pixels(pair), radius)


def _country(drawing: RelationDrawing) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Cross two thin lines at the country's figures and name one of them."""
    pair, look = drawing.country, drawing.look
    if pair is None:
        return [], []
    x, y = drawing.place(pair)
    line = {"color": identity(COUNTRY, look.dark).colour, "width": 1}
    common = {"type": "line", "layer": "below", "line": line}
    upright = common | {"xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1}
    level = common | {"xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": y, "y1": y}
    text = note(drawing.names[COUNTRY], look, LABEL_SIZE, label_colour(COUNTRY, look.dark))
    place = {"x": 1, "xref": "paper", "xanchor": "right", "y": y, "yref": "y", "yanchor": "bottom"}
    return [upright, level], [text | place | {"bgcolor": tint(inks(look.dark).ground, 0.75)}]


def _titles(drawing: RelationDrawing) -> list[dict[str, Any]]:
    """Write both titles level: the upright axis over its end, the level axis under the plot."""
    look = drawing.look
    upper = _titled(drawing.y, "↕", look) | {"x": 0, "xanchor": "left", "align": "left", "y": 1}
    lower = _titled(drawing.x, "↔", look) | {"x": 1, "xanchor": "right", "align": "right", "y": 0}
    paper = {"xref": "paper", "yref": "paper"}
    return [
        upper | paper | {"yanchor": "bottom", "yshift": 8},
        lower | paper | {"yanchor": "top", "yshift": -_BOTTOM + 8},
    ]


def _titled(axis: MeasureAxis, sign: str, look: Look) -> dict[str, Any]:
    text = axis.measure.title
    if axis.is_log:
        text = f"{text} · {look.language.text('logarithmic scale')}"
    return note(f"{sign} " + "<br>".join(_wrapped(text, look)), look)


def _wrapped(text: str, look: Look) -> list[str]:
    return wrap(text, _LETTERS[look.compact])
