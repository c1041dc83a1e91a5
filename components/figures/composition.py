"""Totals as stacked bars of 100 %: a bar per area, or per area and period where there are few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from components.figures.axes import NO_BREAK, note
from components.figures.class_colours import class_colours
from components.figures.class_key import KEY_LINE, class_key
from components.figures.keys import named_area
from components.figures.palette import inks
from components.figures.series import shared_status, worded_period
from components.figures.stack import GAP, SIDE, TALL, Bar, Stack, arrange
from components.figures.template import LABEL_SIZE, TEXT_SIZE, Frame, Look, make_figure, text_width
from data.composition import Whole
from data.model import Unit
from data.parts import Parts

# Pixels that a laptop (a phone) gives; wider screens only stretch the bars.
_WIDTH = {False: 760, True: 330}
_TITLE = 26
_ROOM, _LITTLE_ROOM = 10, 4  # beside a text inside a bar


def composition_figure(
    wholes: Mapping[str, Mapping[str, Whole]],
    periods: Sequence[str],
    parts: Parts,
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
) -> go.Figure:
    """Draw the parts of each total as shares of it, in one order, named over the bars.

    Args:
        wholes: by area in the order of drawing, and period; an area without a whole is left out.
        periods: the shown ones, the oldest first.
        parts: names the classes and orders them.
        unit: of the values.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    stack = arrange(wholes, periods, parts, unit, look, names)
    key, lines = class_key(parts, look, _WIDTH[look.compact])
    top = _TITLE + lines * KEY_LINE + GAP
    frame = Frame(round(stack.height) + top + SIDE, top, stack.right, SIDE, SIDE)
    layout = {
        "hovermode": "closest",
        "barmode": "stack",
        "xaxis": {"range": [0, 100], "visible": False},
        "yaxis": _place_axis(stack),
        "annotations": [
            _over(_title(stack), look, top, TEXT_SIZE),
            _over(key, look, lines * KEY_LINE + GAP / 2, TEXT_SIZE),
            *_headings(stack),
            *_totals(stack),
        ],
    }
    return make_figure(_traces(stack), layout, frame, look)


def _title(stack: Stack) -> str:
    """Say what the bars measure, and the period or the status that all of them share."""
    language = stack.look.language
    text = language.text("Share of the total, %")
    totals = [bar.whole.total for bar in stack.bars]
    if stack.is_single and totals:
        return f"{text} · {worded_period(totals[0], language)}"
    word = shared_status(totals, language)
    return f"{text} · {word}" if word else text


def _place_axis(stack: Stack) -> dict[str, Any]:
    """Run from the top in pixels; the periods stand at the bars where there are several."""
    axis: dict[str, Any] = {"range": [stack.height, 0], "showgrid": False, "tickmode": "array"}
    shown_ticks = [] if stack.is_single else stack.bars
    short = stack.look.language.period_short
    return axis | {
        "tickvals": [bar.middle for bar in shown_ticks],
        "ticktext": [short(bar.period) for bar in shown_ticks],
    }


def _traces(stack: Stack) -> list[dict[str, Any]]:
    colours = class_colours(list(stack.parts.names), stack.look.dark)
    return [_trace(key, colour, stack) for key, colour in colours.items()]


def _trace(key: str, colour: str, stack: Stack) -> dict[str, Any]:
    ground = inks(stack.look.dark).ground
    name = stack.look.language.pick(stack.parts.names[key])
    bars = [bar for bar in stack.bars if key in bar.whole.parts]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [bar.whole.share(key) for bar in bars],
        "y": [bar.middle for bar in bars],
        "width": [bar.thickness for bar in bars],
        "marker": {"color": colour, "line": {"color": ground, "width": 2}},
        "text": [_label(key, name, bar, stack) for bar in bars],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": TEXT_SIZE, "color": ground},
        "customdata": [_hover(key, bar, stack) for bar in bars],
        "hovertemplate": f"<b>{name}</b><br>%{{customdata}}<extra></extra>",
    }


def _label(key: str, name: str, bar: Bar, stack: Stack) -> str:
    """Write what fits: class, share and amount, or less; in little room the share without its sign."""
    share, amount = stack.share(bar.whole, key), stack.figure(bar.whole.parts[key])
    width = _WIDTH[stack.look.compact] - stack.left - stack.right
    pixels = bar.whole.share(key) / 100 * width
    bare = stack.look.language.number(bar.whole.share(key), 0)
    full = f"{name} {share}"
    wordings = ((full, amount), (share, amount)) if bar.thickness == TALL else ((full,),)
    for lines in (*wordings, (share,)):
        if max(text_width(line, TEXT_SIZE) for line in lines) <= pixels - _ROOM:
            return "<br>".join(lines)
    return bare if text_width(bare, TEXT_SIZE) <= pixels - _LITTLE_ROOM else ""


def _hover(key: str, bar: Bar, stack: Stack) -> str:
    share = stack.look.language.percent(bar.whole.share(key), 1)
    place = f"{stack.names[bar.area]}, {stack.look.language.period(bar.period)}"
    return f"{place}: {share} ({stack.amount(bar.whole.parts[key])})"


def _headings(stack: Stack) -> list[dict[str, Any]]:
    """Name each area over its bars, with its total where it has one bar."""
    notes = []
    for area, middle in stack.headings.items():
        text = named_area(area, stack.names[area], stack.look)
        if stack.is_single:
            whole = next(bar.whole for bar in stack.bars if bar.area == area)
            text += f"{NO_BREAK * 2}{stack.amount(whole.total.value or 0.0)}"
        notes.append(
            note(text, stack.look, LABEL_SIZE, inks(stack.look.dark).text)
            | {"x": 0, "xref": "x", "xanchor": "left", "y": middle, "yref": "y"}
            | {"yanchor": "middle"}
        )
    return notes


def _totals(stack: Stack) -> list[dict[str, Any]]:
    """Write the total at the end of each bar where an area has several."""
    if stack.is_single:
        return []
    return [
        note(stack.figure(bar.whole.total.value or 0.0), stack.look)
        | {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6}
        | {"y": bar.middle, "yref": "y", "yanchor": "middle"}
        for bar in stack.bars
    ]


def _over(text: str, look: Look, height: float, size: int) -> dict[str, Any]:
    """Write a text over the plot, its lower edge ``height`` minus its own lines from the plot."""
    return note(text, look, size) | {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "align": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "yshift": height,
    }
