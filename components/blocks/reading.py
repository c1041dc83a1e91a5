"""What one row of figures shows: a level, a change and a short past for each compared area.

Tiles, overview rows, rails and lists all draw a ``Reading``, so that they never disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from data import levels
from data.catalogue import Catalogue
from data.choice import USUAL, Choice, Presentation
from data.claims import Change, Observation
from data.model import COUNTRY, TOTAL, Break, Indicator, Unit
from data.periods import position, season, year_of
from data.presenting.view import View, view
from data.statements import AreaFigure, overview_row

PAST_YEARS = 15
_DWARFED = 3.0  # a country this many times above the cities would flatten their lines

Points = tuple[tuple[float, float | None], ...]
Scale = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One area of a reading; ``past`` and the row's common ``scale`` are in the stored unit.

    A country whose sum dwarfs the cities has no past: on their scale it cannot be drawn.
    """

    figure: AreaFigure
    past: Points
    scale: Scale | None

    @property
    def area(self) -> str:
        """The area's code."""
        return self.figure.level.area

    @property
    def level(self) -> Observation:
        """The figure at the period of the reading."""
        return self.figure.level

    @property
    def change(self) -> Change:
        """The change to that figure, in the shown unit."""
        return self.figure.change


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of one indicator at its latest common period."""

    view: View
    period: str
    cells: tuple[Cell, ...]
    country: Cell | None

    @property
    def indicator(self) -> Indicator:
        """The series as the presentation words it."""
        return self.view.indicator

    @property
    def unit(self) -> Unit:
        """The unit of the presented figures."""
        return self.view.unit

    @property
    def shown(self) -> tuple[Cell, ...]:
        """The compared areas and the country, in the fixed order."""
        return (*self.cells, self.country) if self.country else self.cells

    @property
    def compared_from(self) -> str | None:
        """The period that the changes start from; None where nothing can be compared."""
        return next((c.change.from_period for c in self.shown if c.change.from_period), None)

    @property
    def is_compared_usually(self) -> bool:
        """Tell whether every change is from a year earlier."""
        changes = [cell.change for cell in self.shown if cell.change.from_period]
        return bool(changes) and all(change.is_usual for change in changes)


def read(catalogue: Catalogue, indicator_id: str, choice: Choice = USUAL) -> Reading | None:
    """Read an indicator at the latest period that all compared areas share.

    Kept per catalogue object: a refreshed catalogue is another object and reads anew.

    Args:
        catalogue: gives the figures.
        indicator_id: of a series.
        choice: what the reader wants the figures compared as.

    Returns:
        None for a series without a figure that may stand in a heading.

    Raises:
        UnavailableSeries: if the prepared file is missing or broken.
    """
    return _read(catalogue, indicator_id, choice.essential)


@lru_cache(maxsize=1024)
def _read(catalogue: Catalogue, indicator_id: str, choice: Choice) -> Reading | None:
    shown = view(catalogue, indicator_id, choice)
    indicator, breaks, obs = shown.indicator, shown.breaks, shown.obs
    obs = obs[obs["area"].isin([*indicator.own_areas, COUNTRY]) & (obs["breakdown"] == TOTAL)]
    row = overview_row(indicator, shown.unit, obs, breaks)
    if row.period is None:
        return None
    figures = [*row.areas, row.country] if row.country else list(row.areas)
    pasts = _aligned([_past(obs, figure.level, breaks) for figure in figures])
    cells = _cells(figures, pasts)
    if shown.unit.is_reversed:
        cells = [replace(cell, scale=cell.scale and cell.scale[::-1]) for cell in cells]
    home = tuple(cell for cell in cells if cell.area != COUNTRY)
    is_gap = shown.presentation is Presentation.GAP  # the country's own gap is always nothing
    return Reading(shown, row.period, home, cells[-1] if row.country and not is_gap else None)


def _cells(figures: Sequence[AreaFigure], pasts: Sequence[Points]) -> list[Cell]:
    """Join the parts; all lines of a row share one scale, so that they can be compared."""
    home = [past for it, past in zip(figures, pasts, strict=True) if it.level.area != COUNTRY]
    common, everything = _range(home), _range(pasts)
    if common and everything and _top(everything) > _DWARFED * _top(common):
        return [
            Cell(figure, () if figure.level.area == COUNTRY else past, common)
            for figure, past in zip(figures, pasts, strict=True)
        ]
    return [Cell(figure, past, everything) for figure, past in zip(figures, pasts, strict=True)]


def _aligned(pasts: Sequence[Points]) -> list[Points]:
    """Let all lines of a row begin at the same time, so that equal places mean equal years."""
    first = min((past[0][0] for past in pasts if past), default=0.0)
    return [((first, None), *past) if past and past[0][0] > first else past for past in pasts]


def _top(scale: Scale) -> float:
    return max(abs(end) for end in scale)


def _range(pasts: Sequence[Points]) -> Scale | None:
    values = [y for past in pasts for _, y in past if y is not None]
    return (min(values), max(values)) if values else None


def _past(obs: pd.DataFrame, level: Observation, breaks: Sequence[Break]) -> Points:
    """Give the same month, quarter or year of up to ``PAST_YEARS`` years; a hole stays a hole."""
    last, rows = year_of(level.period), levels.read_table(obs, (level.area,))[level.area]
    figures = {
        year_of(period): seen.value
        for period, seen in levels.figures(rows, levels.Nature.of(level.status)).items()
        if season(period) == season(level.period) and last - PAST_YEARS <= year_of(period) <= last
    }
    if not figures:
        return ()
    start = position(level.period) - last
    broken = {year_of(it.period) for it in breaks if not it.areas or level.area in it.areas}
    points: list[tuple[float, float | None]] = []
    for year in range(min(figures), last + 1):
        if year in broken:
            points.append((year + start, None))  # cuts the line without moving its points
        points.append((year + start, figures.get(year)))
    return tuple(points)
