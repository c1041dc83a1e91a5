"""Small multiples: a theme as a grid of indicators and cities in one figure, with shared axes.

Each row is an indicator on one value axis, each column a city: its own line strong, the other two
behind in grey, the country thin. The time axis is the same everywhere, so that the age of a series
shows; it holds the newest twenty years. Plans are left out: they stand in the indicator's own chart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, floor
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.figures.axes import NO_BREAK, note, value_axis, year_step
from components.figures.multiples_panels import Panel, grid, title_letters
from components.figures.multiples_rows import DrawnRow, MultiplesRow, read_rows
from components.figures.multiples_traces import panel_traces
from components.figures.palette import inks, label_colour
from components.figures.series import status_word
from components.figures.template import LABEL_SIZE, TICK_SIZE, Frame, Look, make_figure, text_width

__all__ = ["MultiplesRow", "multiples_figure"]

_RIGHT, _BESIDE = 18, 14
_YEARS = {False: 4, True: 6}
_LONG_SYMBOL = 1
_ROOM = 0.6  # years at both ends of the time axis


def multiples_figure(
    rows: Sequence[MultiplesRow], look: Look, names: Mapping[str, str]
) -> go.Figure:
    """Draw some indicators as one grid.

    Args:
        rows: from the top; those without a figure are left out.
        look: language, theme and size of screen; a phone stacks the cities.
        names: name of each area in the language.
    """
    drawn, span = read_rows(rows, look)
    span = span[0] - _ROOM, span[1] + _ROOM
    titles = [wrap(_title(one, look), title_letters(look)) for one in drawn]
    places = grid([len(lines) for lines in titles], [len(one.columns) for one in drawn], look)
    traces: list[dict[str, Any]] = []
    layout: dict[str, Any] = {"hovermode": "closest"}
    axes = []
    notes = []
    for number, panel in enumerate(places.panels, start=1):
        one = drawn[panel.row]
        axes.append(_axes(number, panel, one, span, look))
        traces += panel_traces(number, panel, one, look, names)
        notes.append(_head(panel, one, look, names))
    for found in axes:
        layout |= found
    left = _left(axes)
    notes += [
        _text(f"<b>{'<br>'.join(lines)}</b>", 0.0, low, look) | {"xshift": -left + 4}
        for lines, low in zip(titles, places.titles, strict=True)
    ]
    frame = Frame(places.height, 0, _RIGHT, places.bottom, left)
    return make_figure(traces, layout | {"annotations": notes}, frame, look)


def _left(axes: Sequence[Mapping[str, Any]]) -> int:
    """Give the margin that the widest value on an axis needs."""
    texts = [text for one in axes for axis in one.values() for text in axis["ticktext"]]
    return round(max((text_width(text, TICK_SIZE) for text in texts), default=0.0)) + _BESIDE


def _title(one: DrawnRow, look: Look) -> str:
    """Name the indicator, its unit where the ticks do not say it, and the newest period."""
    language = look.language
    symbol = language.pick(one.row.unit.symbol).replace(" ", NO_BREAK)
    period = language.period(one.newest)
    word = status_word(one.status, language)
    parts = [one.row.title, symbol if len(symbol) > _LONG_SYMBOL else ""]
    parts.append(f"{period} ({word})" if word else period)
    return " · ".join(part for part in parts if part)


def _axes(
    number: int, panel: Panel, one: DrawnRow, span: tuple[float, float], look: Look
) -> dict[str, Any]:
    """Write both axes of a panel; only the left column names values, on a phone only the lowest panel years."""
    key = "" if number == 1 else str(number)
    is_lowest = not look.compact or panel.column == len(one.columns) - 1
    is_left = look.compact or panel.column == 0
    step = year_step(ceil(span[0]), floor(span[1]), _YEARS[look.compact])
    years = [year for year in range(ceil(span[0]), floor(span[1]) + 1) if year % step == 0]
    upright = value_axis(one.scale, one.row.unit, look) | {
        "domain": [panel.low, panel.high],
        "anchor": f"x{key}",
        "showticklabels": is_left,
        "automargin": False,
    }
    level = {
        "domain": [panel.left, panel.right],
        "anchor": f"y{key}",
        "range": list(span),
        "tickmode": "array",
        "tickvals": years,
        "ticktext": [str(year) for year in years],
        "tickangle": 0,
        "showticklabels": is_lowest,
        "automargin": False,
        "showgrid": True,
    }
    return {f"xaxis{key}": level, f"yaxis{key}": upright}


def _head(panel: Panel, one: DrawnRow, look: Look, names: Mapping[str, str]) -> dict[str, Any]:
    """Write the area over its panel with its last figure; an older one says its period."""
    area = one.columns[panel.column]
    points = one.series.get(area)
    if points is None:
        text = f"<b>{names[area]}</b> {look.language.text('no figure')}"
        return _text(text, panel.left, panel.high, look, inks(look.dark).muted)
    last = points[-1]
    figure = look.language.quantity(last.value, replace(one.row.unit, scale=1.0))
    text = f"<b>{names[area]}</b> {figure}"
    if last.period != one.newest:
        text += f" ({look.language.period_short(last.period)})"
    return _text(text, panel.left, panel.high, look, label_colour(area, look.dark))


def _text(text: str, left: float, low: float, look: Look, colour: str = "") -> dict[str, Any]:
    return note(text, look, LABEL_SIZE, colour or inks(look.dark).text) | {
        "x": left,
        "xref": "paper",
        "xanchor": "left",
        "y": low,
        "yref": "paper",
        "yanchor": "bottom",
        "align": "left",
        "borderpad": 0,
    }
