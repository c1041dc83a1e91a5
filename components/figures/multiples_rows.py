"""The rows of small multiples: which figures are drawn, over what time and on what axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

import pandas as pd

from components.figures.axes import Scale, value_scale
from components.figures.line import segments
from components.figures.series import Point, Series, all_periods, all_values, read_series
from components.figures.template import Look
from data.levels import PLAN, PROJECTION, Nature
from data.model import COUNTRY, Break, Unit
from data.periods import position

_MOST_YEARS = 20
_FEW_TICKS = 3


@dataclass(frozen=True, slots=True)
class MultiplesRow:
    """One indicator of the grid: ``areas`` are the compared ones in order, with the country or without."""

    title: str
    unit: Unit
    obs: pd.DataFrame
    areas: Sequence[str]
    breaks: Sequence[Break] = ()


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row as it is drawn: its points, its value axis, and the area of each column."""

    row: MultiplesRow
    series: Series
    scale: Scale
    columns: Sequence[str]

    @property
    def newest(self) -> str:
        """The newest period of the row."""
        return all_periods(self.series)[-1]

    @property
    def status(self) -> str:
        """The status of the newest figures."""
        at_end = (points[-1] for points in self.series.values())
        return next(one.status for one in at_end if one.period == self.newest)

    def stretches(self, area: str) -> list[tuple[Point, ...]]:
        """Cut the points of an area where no line may run: gaps, breaks, another nature of figures."""
        cut = segments(area, self.series[area], self.row.breaks)
        return [
            tuple(points)
            for stretch in cut
            for _, points in groupby(stretch, key=lambda point: Nature.of(point.status))
        ]


def read_rows(
    rows: Sequence[MultiplesRow], look: Look
) -> tuple[list[DrawnRow], tuple[float, float]]:
    """Read the figures of the newest twenty years.

    Args:
        rows: the indicators; those without a figure in that time are left out.
        look: language and size of screen.

    Returns:
        The rows to draw, and the first and last point of time among them as decimal years.
    """
    read = [_points(row, look) for row in rows]
    known = [
        position(point.period)
        for series in read
        for points in series.values()
        for point in points
        if point.status != PROJECTION
    ]
    start = max(known, default=0.0) - _MOST_YEARS
    drawn = [
        found
        for row, series in zip(rows, read, strict=True)
        if (found := _drawn(row, _since(series, start), look)) is not None
    ]
    times = [position(period) for one in drawn for period in all_periods(one.series)]
    return drawn, (min(times, default=0.0), max(times, default=1.0))


def _points(row: MultiplesRow, look: Look) -> Series:
    read = read_series(row.obs, row.areas, row.unit, look.language)
    return {
        area: tuple(point for point in points if point.status != PLAN)
        for area, points in read.items()
    }


def _since(series: Series, start: float) -> Mapping[str, tuple[Point, ...]]:
    later = {
        area: tuple(point for point in points if position(point.period) >= start)
        for area, points in series.items()
    }
    return {area: points for area, points in later.items() if points}


def _drawn(row: MultiplesRow, series: Series, look: Look) -> DrawnRow | None:
    if not series:
        return None
    compared = [area for area in row.areas if area != COUNTRY]
    scale = value_scale(all_values(series), row.unit, look, from_zero=False)
    every = ceil(len(scale.ticks) / _FEW_TICKS)
    few = Scale(scale.low, scale.high, scale.ticks[::every], scale.decimals)
    return DrawnRow(row, series, few, compared or [COUNTRY])
