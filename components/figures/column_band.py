"""The comparison group behind budget columns: a grey field and the median behind each column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from components.figures.axes import Scale
from components.figures.band import Others, Spread, cut_off, spreads
from components.figures.columns import Column, Columns
from components.figures.keys import UNSEEN
from components.figures.palette import band_ink, identity
from data.model import Unit

_HALF = 0.5  # the field fills the slot of a column, which is a little narrower
_MEDIAN_WIDTH, _MEDIAN_DASH = 1.6, "2px,3px"

Spreads = Mapping[tuple[str, str], Spread]  # by period and status


def column_spreads(obs: pd.DataFrame, others: Others, unit: Unit, columns: Columns) -> Spreads:
    """Give the spread behind each column: budgets are compared with budgets of the same kind only.

    Args:
        obs: prepared observations of any areas.
        others: the group.
        unit: scales the values.
        columns: give the periods and kinds that are drawn.
    """
    drawn = {(one.point.period, one.point.status) for one in columns.items}
    found = {}
    for status in sorted({status for _, status in drawn}):
        periods = [period for period, kind in drawn if kind == status]
        for spread in spreads(obs[obs["status"] == status], others, unit, periods):
            found[spread.period, status] = spread
    return found


def in_time(found: Spreads) -> list[Spread]:
    """Give the spreads in order of time."""
    return [found[key] for key in sorted(found)]


def fields(found: Spreads, scale: Scale, columns: Columns) -> list[dict[str, Any]]:
    """Draw the field and the median behind each column that has a spread.

    Args:
        found: the spreads, uncut.
        scale: the value axis, where they are cut off.
        columns: where the columns stand and whether they lie.
    """
    shapes: list[dict[str, Any]] = []
    for column in columns.items:
        spread = found.get((column.point.period, column.point.status))
        for cut in cut_off([spread] if spread else [], scale):
            shapes += _shapes(column, cut, columns)
    return shapes


def field_key(found: Spreads, others: Others, columns: Columns) -> list[dict[str, Any]]:
    """Explain field and median by a swatch; a trace without columns makes it."""
    if not found:
        return []
    fill = {"color": [band_ink(columns.look.dark)], "line": {"width": [0]}}
    return [{"type": "bar", "name": others.key, "marker": fill} | UNSEEN]


def _shapes(column: Column, spread: Spread, columns: Columns) -> Iterator[dict[str, Any]]:
    across = (column.place - _HALF, column.place + _HALF)
    field = {"type": "rect", "fillcolor": band_ink(columns.look.dark), "line": {"width": 0}}
    yield field | {"layer": "below"} | _box(across, (spread.low, spread.high), columns)
    if spread.has_middle:
        colour = identity("", columns.look.dark).colour
        line = {"color": colour, "width": _MEDIAN_WIDTH, "dash": _MEDIAN_DASH}
        yield {"type": "line", "line": line} | _box(across, (spread.middle,) * 2, columns)


def _box(
    across: tuple[float, float], along: tuple[float, float], columns: Columns
) -> dict[str, Any]:
    x, y = (along, across) if columns.is_lying else (across, along)
    return {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
