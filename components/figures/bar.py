"""Columns: few periods side by side, or budget years of each city; on a phone they lie down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.axes import Scale, note, unit_title, value_axis, value_scale, year_step
from components.figures.palette import identity, inks, label_colour, tint
from components.figures.series import (
    Point,
    Series,
    all_periods,
    all_values,
    read_series,
)
from components.figures.template import (
    LABEL_SIZE,
    TICK_SIZE,
    Frame,
    Look,
    make_figure,
    text_width,
)
from components.messages import message
from data.levels import BUDGETS, PLAN
from data.model import Unit
from data.periods import year_of

_HEIGHT = {False: 420, True: 340}
_TOP, _KEY_HEIGHT, _BOTTOM, _SIDE = 34, 30, 36, 12
_NAME_HEIGHT = 26
_ROW = 21  # pixels of one lying column
_MANY_PERIODS = 10
# A laptop's chart beside its figures; labels that fit here fit on every wider screen.
_NARROWEST = 760
_YEARS_OF_A_CITY = {False: 4, True: 2}
_GAP = 0.9  # between groups, in columns
_COLUMN = 0.82
_GLYPHS = {"circle": "●", "square": "■", "diamond": "◆"}
_PALE, _PALER = 0.16, 0.3


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, counted in columns from the left, and what it shows."""

    place: float
    area: str
    point: Point


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What all parts of one figure share; ``headings`` are places and texts of the groups."""

    columns: Sequence[Column]
    headings: Sequence[tuple[float, str]]
    is_budget: bool
    is_lying: bool
    has_labels: bool
    unit: Unit
    look: Look
    names: Mapping[str, str]


def bar_figure(
    obs: pd.DataFrame,
    areas: Sequence[str],
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
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
    """
    read = read_series(obs, areas, unit, look.language)
    drawing = _drawing({area: points for area, points in read.items() if points}, unit, look, names)
    values = [column.point.value for column in drawing.columns] or [0.0, 1.0]
    scale = value_scale(values, unit, look, from_zero=True)
    frame = _frame(drawing)
    places = _place_axis(drawing)
    amounts = value_axis(scale, unit, look) | _room_for_labels(scale, drawing, frame)
    layout = {
        "hovermode": "closest",
        "barmode": "overlay",
        "xaxis": amounts if drawing.is_lying else places,
        "yaxis": places if drawing.is_lying else amounts,
        "annotations": _notes(drawing, scale),
        "shapes": [_outline(column, drawing) for column in drawing.columns if _is_plan(column)],
        **_status_key_layout(drawing),
    }
    traces = [_trace(area, drawing) for area in _areas(drawing)] + _status_key(drawing)
    return make_figure(traces, layout, frame, look)


def by_period(series: Series) -> list[Column]:
    """Set the areas of each period side by side, a gap between periods."""
    width = len(series) + _GAP
    return [
        Column(group * width + inside, area, point)
        for group, period in enumerate(all_periods(series))
        for inside, (area, points) in enumerate(series.items())
        for point in points
        if point.period == period
    ]


def by_area(series: Series) -> list[Column]:
    """Set the periods of each area side by side, a gap between areas."""
    periods = all_periods(series)
    width = len(periods) + _GAP
    return [
        Column(group * width + periods.index(point.period), area, point)
        for group, (area, points) in enumerate(series.items())
        for point in points
    ]


def _drawing(series: Series, unit: Unit, look: Look, names: Mapping[str, str]) -> _Drawing:
    periods = all_periods(series)
    is_budget = any(
        point.status in BUDGETS or point.status == PLAN
        for points in series.values()
        for point in points
    )
    columns = by_area(series) if is_budget else by_period(series)
    width = (len(periods) if is_budget else len(series)) + _GAP
    middle = (width - _GAP - 1) / 2
    titles = list(series) if is_budget else [look.language.period_short(one) for one in periods]
    is_lying = look.compact and len(periods) <= _MANY_PERIODS
    widest = max((text_width(_figure(one.point, unit, look), TICK_SIZE) for one in columns), default=0)
    slots = len(titles) * width
    return _Drawing(
        columns=columns,
        headings=[(group * width + middle, title) for group, title in enumerate(titles)],
        is_budget=is_budget,
        is_lying=is_lying,
        has_labels=is_lying or (not look.compact and widest * slots <= _NARROWEST),
        unit=unit,
        look=look,
        names=names,
    )


def _frame(drawing: _Drawing) -> Frame:
    top = _TOP + (0 if drawing.is_budget else _KEY_HEIGHT)
    bottom = _BOTTOM + (_NAME_HEIGHT if drawing.is_budget and not drawing.is_lying else 0)
    height = _HEIGHT[drawing.look.compact]
    if drawing.is_lying:
        bottom = _SIDE
        height = top + bottom + round((_last_place(drawing) + 2) * _ROW)
    return Frame(height=height, top=top, right=_SIDE, bottom=bottom, left=_SIDE)


def _last_place(drawing: _Drawing) -> float:
    return max((column.place for column in drawing.columns), default=0.0)


def _areas(drawing: _Drawing) -> list[str]:
    return list(dict.fromkeys(column.area for column in drawing.columns))


def _place_axis(drawing: _Drawing) -> dict[str, Any]:
    """Write the axis that the columns stand on; first group at the left or at the top."""
    first = -1.6 if drawing.is_lying and drawing.is_budget else -0.6
    span = [first, _last_place(drawing) + 0.6]
    axis: dict[str, Any] = {
        "range": span[::-1] if drawing.is_lying else span,
        "tickmode": "array",
        "tickangle": 0,
        "zeroline": False,
        "showgrid": False,
    }
    ticks = _period_ticks(drawing) if drawing.is_budget else drawing.headings
    size = {"tickfont": {"size": TICK_SIZE if drawing.is_budget else LABEL_SIZE}}
    return axis | {"tickvals": [at for at, _ in ticks], "ticktext": [text for _, text in ticks]} | size


def _period_ticks(drawing: _Drawing) -> list[tuple[float, str]]:
    """Name the periods under the columns of each area, as many as there is room for."""
    periods = sorted({column.point.period for column in drawing.columns})
    short = {period: drawing.look.language.period_short(period) for period in periods}
    every = 1
    if len(periods) > _MANY_PERIODS or not drawing.has_labels:
        years = [year_of(period) for period in periods]
        every = year_step(years[0], years[-1], _YEARS_OF_A_CITY[drawing.look.compact])
    return [
        (column.place, short[column.point.period])
        for column in drawing.columns
        if year_of(column.point.period) % every == 0
    ]


def _room_for_labels(scale: Scale, drawing: _Drawing, frame: Frame) -> dict[str, Any]:
    """Lengthen the value axis where the figures stand beyond the ends of lying columns."""
    if not drawing.is_lying:
        return {}
    room = 0.24 * (scale.high - scale.low)
    low = scale.low - room if scale.low < 0 else scale.low
    return {"range": [low, scale.high + room], "showticklabels": False, "showgrid": False}


def _trace(area: str, drawing: _Drawing) -> dict[str, Any]:
    mine = [column for column in drawing.columns if column.area == area]
    places = [column.place for column in mine]
    values = [column.point.value for column in mine]
    labels = [_figure(column.point, drawing.unit, drawing.look) for column in mine]
    period = drawing.look.language.period
    name = drawing.names[area]
    return {
        "type": "bar",
        "orientation": "h" if drawing.is_lying else "v",
        "name": name,
        "x": values if drawing.is_lying else places,
        "y": places if drawing.is_lying else values,
        "width": _COLUMN,
        "marker": _marker(area, mine, drawing.look.dark),
        "text": labels if drawing.has_labels else None,
        "textposition": "outside" if drawing.has_labels else "none",
        "textangle": 0,
        "textfont": {"size": TICK_SIZE, "color": inks(drawing.look.dark).text},
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [f"{period(one.point.period)}: {one.point.text}" for one in mine],
        "hovertemplate": f"<b>{name}</b><br>%{{customdata}}<extra></extra>",
        "showlegend": False,
    }


def _figure(point: Point, unit: Unit, look: Look) -> str:
    return look.language.number(point.value, unit.decimals)


def _marker(area: str, columns: Sequence[Column], dark: bool) -> dict[str, Any]:
    """Fill outcomes, hatch budgets, pale plans; all in the colour of the area."""
    colour = identity(area, dark).colour
    hatched = [column.point.status in BUDGETS for column in columns]
    return {
        "color": [tint(colour, _PALER) if _is_plan(column) else colour for column in columns],
        "line": {"color": colour, "width": [1.5 if one else 0 for one in hatched]},
        "pattern": {
            "shape": ["/" if one else "" for one in hatched],
            "fgcolor": colour,
            "bgcolor": tint(colour, _PALE),
            "size": 7,
            "solidity": 0.45,
            "fillmode": "replace",
        },
    }


def _is_plan(column: Column) -> bool:
    return column.point.status == PLAN


def _outline(column: Column, drawing: _Drawing) -> dict[str, Any]:
    """Draw the dotted edge of a plan, which columns themselves cannot have."""
    across = (column.place - _COLUMN / 2, column.place + _COLUMN / 2)
    along = (0.0, column.point.value)
    x, y = (along, across) if drawing.is_lying else (across, along)
    colour = identity(column.area, drawing.look.dark).colour
    line = {"color": colour, "width": 1.5, "dash": "dot"}
    return {"type": "rect", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "line": line}


def _notes(drawing: _Drawing, scale: Scale) -> list[dict[str, Any]]:
    titles = unit_title(scale, drawing.unit, drawing.look)
    if not drawing.is_budget:
        return [*titles, _area_key(drawing)]
    return titles + [_area_heading(at, area, drawing) for at, area in drawing.headings]


def _named(area: str, drawing: _Drawing) -> str:
    """Write an area's marker and name in its colour."""
    glyph = _GLYPHS[identity(area, drawing.look.dark).symbol]
    colour = label_colour(area, drawing.look.dark)
    return f'<span style="color:{colour}">{glyph}\u00a0<b>{drawing.names[area]}</b></span>'


def _area_key(drawing: _Drawing) -> dict[str, Any]:
    """Name the columns of every group once, in their order, over the plot."""
    text = "\u2003".join(_named(area, drawing) for area in _areas(drawing))
    size = TICK_SIZE if drawing.look.compact else LABEL_SIZE
    return note(text, drawing.look, size) | {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": _TOP,
    }


def _area_heading(place: float, area: str, drawing: _Drawing) -> dict[str, Any]:
    """Name an area under its group of columns, or over it where they lie."""
    heading = note(_named(area, drawing), drawing.look, LABEL_SIZE)
    if drawing.is_lying:
        top = min(one.place for one in drawing.columns if one.area == area) - 1
        return heading | {"x": 0, "xref": "x", "xanchor": "left", "y": top, "yref": "y"}
    below = {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -_NAME_HEIGHT}
    return heading | {"x": place, "xref": "x", "xanchor": "center"} | below


def _status_key_layout(drawing: _Drawing) -> dict[str, Any]:
    if not drawing.is_budget:
        return {}
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "traceorder": "normal",
            "x": 1,
            "xanchor": "right",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": TICK_SIZE},
        },
    }


def _status_key(drawing: _Drawing) -> list[dict[str, Any]]:
    """Explain hatch and paleness with neutral swatches; a trace without columns makes each."""
    if not drawing.is_budget:
        return []
    seen = {column.point.status for column in drawing.columns}
    kinds = {
        message("outcome"): seen - BUDGETS - {PLAN},
        message("budget"): seen & BUDGETS,
        message("plan"): seen & {PLAN},
    }
    return [_swatch(msgid, min(found), drawing) for msgid, found in kinds.items() if found]


def _swatch(msgid: str, status: str, drawing: _Drawing) -> dict[str, Any]:
    sample = Column(0.0, "", Point("", 0.0, "", status))  # no area: the grey of the others
    return {
        "type": "bar",
        "name": drawing.look.language.text(msgid),
        "x": [None],
        "y": [None],
        "marker": _marker(sample.area, [sample], drawing.look.dark),
        "hoverinfo": "skip",
        "showlegend": True,
    }
