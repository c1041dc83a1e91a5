"""Columns: few periods side by side, or budget years of each city; on a phone they lie down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.axes import Scale, unit_title, value_axis, value_scale, year_step
from components.figures.band import NOBODY, Others, beyond, reach
from components.figures.column_band import column_spreads, field_key, fields, in_time
from components.figures.columns import MANY_PERIODS, Column, Columns, arrange, figure_text
from components.figures.keys import (
    KEY_SHIFT,
    NAME_HEIGHT,
    area_heading,
    area_key,
    column_fill,
    status_key,
    status_key_layout,
)
from components.figures.palette import identity, inks
from components.figures.series import read_series
from components.figures.template import LABEL_SIZE, TICK_SIZE, Frame, Look, make_figure
from data.levels import PLAN
from data.model import Unit
from data.periods import position, year_of

_HEIGHT = {False: 420, True: 340}
_KEY_HEIGHT, _BOTTOM, _SIDE = 30, 36, 12
_ROW = 21  # pixels of one lying column
_FOOT = 24  # pixels of a line under lying columns
_YEARS_OF_A_CITY = {False: 4, True: 2}
_COLUMN = 0.82
_LYING_ROOM, _STANDING_ROOM = 0.24, 0.09


def bar_figure(
    obs: pd.DataFrame,
    areas: Sequence[str],
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
    others: Others = NOBODY,
) -> go.Figure:
    """Draw the totals of some areas as columns from zero.

    Outcomes of few periods stand in a group per period. As soon as one figure is a budget or a
    plan the groups are areas, budgets are hatched and plans pale with a dotted outline.

    Args:
        obs: prepared observations, any areas.
        areas: codes in the order of drawing.
        unit: of the values; the axis is in its shown scale.
        look: language, theme and size of screen.
        names: name of each area in the language.
        others: the comparison group behind budgets; outcomes of few periods have lines instead.
    """
    read = read_series(obs, areas, unit, look.language)
    columns = arrange({area: points for area, points in read.items() if points}, unit, look, names)
    values = [column.point.value for column in columns.items] or [0.0, 1.0]
    found = column_spreads(obs, others, unit, columns) if columns.is_budget else {}
    band = in_time(found)
    scale = value_scale(values + reach(band, values, unit), unit, look, from_zero=True)
    over = beyond(band, scale, unit, look, "←→" if columns.is_lying else "↓↑")
    frame = _frame(columns, has_foot=bool(over))
    places = _place_axis(columns)
    amounts = value_axis(scale, unit, look) | _room_for_labels(scale, columns)
    layout = {
        "hovermode": "closest",
        "barmode": "overlay",
        "xaxis": amounts if columns.is_lying else places,
        "yaxis": places if columns.is_lying else amounts,
        "annotations": _notes(columns, scale) + [one | _at_foot(columns) for one in over],
        "shapes": fields(found, scale, columns)
        + [_outline(column, columns) for column in columns.items if _is_plan(column)],
        **status_key_layout(columns, frame),
    }
    traces = [_trace(area, columns) for area in columns.areas] + status_key(columns)
    traces += field_key(found, others, columns)
    return make_figure(traces, layout, frame, look)


def _at_foot(columns: Columns) -> dict[str, Any]:
    """Move what is said of the band under lying columns, whose first rows reach to the right."""
    return {"y": 0, "yanchor": "top", "yshift": -2} if columns.is_lying else {}


def _frame(columns: Columns, has_foot: bool) -> Frame:
    top = KEY_SHIFT + _KEY_HEIGHT
    bottom = _BOTTOM + (NAME_HEIGHT if columns.is_budget and not columns.is_lying else 0)
    height = _HEIGHT[columns.look.compact]
    if columns.is_lying:
        bottom = _SIDE + (_FOOT if has_foot else 0)
        height = top + bottom + round((columns.last_place + 2) * _ROW)
    return Frame(height=height, top=top, right=_SIDE, bottom=bottom, left=_SIDE)


def _place_axis(columns: Columns) -> dict[str, Any]:
    """Write the axis that the columns stand on; first group at the left or at the top."""
    first = -1.6 if columns.is_lying and columns.is_budget else -0.6
    span = [first, columns.last_place + 0.6]
    axis: dict[str, Any] = {
        "range": span[::-1] if columns.is_lying else span,
        "tickmode": "array",
        "tickangle": 0,
        "zeroline": False,
        "showgrid": False,
    }
    ticks = _period_ticks(columns) if columns.is_budget else columns.headings
    size = {"tickfont": {"size": TICK_SIZE if columns.is_budget else LABEL_SIZE}}
    return (
        axis | {"tickvals": [at for at, _ in ticks], "ticktext": [text for _, text in ticks]} | size
    )


def _period_ticks(columns: Columns) -> list[tuple[float, str]]:
    """Name the periods under the columns of each area, as many as there is room for."""
    periods = sorted({column.point.period for column in columns.items}, key=position)
    short = {period: columns.look.language.period_short(period) for period in periods}
    every = 1
    if len(periods) > MANY_PERIODS or not columns.has_labels:
        years = [year_of(period) for period in periods]
        first = years[0] + (1 if columns.look.compact else 0)  # no room at the edge of a group
        every = year_step(first, years[-1], _YEARS_OF_A_CITY[columns.look.compact])
        short = {period: text for period, text in short.items() if year_of(period) >= first}
    return [
        (column.place, short[column.point.period])
        for column in columns.items
        if column.point.period in short and year_of(column.point.period) % every == 0
    ]


def _room_for_labels(scale: Scale, columns: Columns) -> dict[str, Any]:
    """Lengthen the value axis where figures stand beyond the ends of columns, inside the plot."""
    share = _LYING_ROOM if columns.is_lying else _STANDING_ROOM
    room = share * (scale.high - scale.low)
    low = scale.low - room if scale.low < 0 and columns.has_labels else scale.low
    if not columns.is_lying:
        return {"range": [low, scale.high]}
    return {"range": [low, scale.high + room], "showticklabels": False, "showgrid": False}


def _trace(area: str, columns: Columns) -> dict[str, Any]:
    mine = [column for column in columns.items if column.area == area]
    places = [column.place for column in mine]
    values = [column.point.value for column in mine]
    labels = [figure_text(column.point, columns.unit, columns.look) for column in mine]
    period = columns.look.language.period
    name = columns.names[area]
    return {
        "type": "bar",
        "orientation": "h" if columns.is_lying else "v",
        "name": name,
        "x": values if columns.is_lying else places,
        "y": places if columns.is_lying else values,
        "width": _COLUMN,
        "marker": column_fill(area, [one.point.status for one in mine], columns.look.dark),
        "text": labels if columns.has_labels else [],
        "textposition": "outside" if columns.has_labels else "none",
        "textangle": 0,
        "textfont": {"size": TICK_SIZE, "color": inks(columns.look.dark).text},
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [f"{period(one.point.period)}: {one.point.text}" for one in mine],
        "hovertemplate": f"<b>{name}</b><br>%{{customdata}}<extra></extra>",
        "showlegend": False,
    }


def _is_plan(column: Column) -> bool:
    return column.point.status == PLAN


def _outline(column: Column, columns: Columns) -> dict[str, Any]:
    """Draw the dotted edge of a plan, which columns themselves cannot have."""
    across = (column.place - _COLUMN / 2, column.place + _COLUMN / 2)
    along = (0.0, column.point.value)
    x, y = (along, across) if columns.is_lying else (across, along)
    colour = identity(column.area, columns.look.dark).colour
    line = {"color": colour, "width": 1.5, "dash": "dot"}
    return {"type": "rect", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "line": line}


def _notes(columns: Columns, scale: Scale) -> list[dict[str, Any]]:
    titles = unit_title(scale, columns.unit, columns.look)
    if not columns.is_budget:
        return [*titles, area_key(columns)]
    return titles + [area_heading(at, area, columns) for at, area in columns.headings]
