"""Where the panels of small multiples stand: a row of three per indicator, or one under another on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.figures.template import Look

LINE = 21  # height of a line of text
_PLOT = {False: 84, True: 72}
_GAP = {False: 30, True: 14}  # under a panel; on a laptop the years stand there
_YEARS = {False: 0, True: 20}  # under the lowest panel of a phone's row, for the years
_BETWEEN = 0.03  # between the columns, as part of the width
_BOTTOM = 8
_LETTERS = {False: 96, True: 36}


@dataclass(frozen=True, slots=True)
class Panel:
    """A plot in the grid: of which row and column, and its place in parts of the figure."""

    row: int
    column: int
    left: float
    right: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Grid:
    """All panels, the height of the figure, and where the title of each row stands (its lower edge)."""

    panels: tuple[Panel, ...]
    titles: tuple[float, ...]
    height: int
    bottom: int = _BOTTOM


def grid(title_lines: Sequence[int], columns: Sequence[int], look: Look) -> Grid:
    """Lay out the rows from the top.

    Args:
        title_lines: how many lines the title of each row takes.
        columns: how many panels each row has, at most three.
        look: a phone stacks the panels.
    """
    tops: list[tuple[int, int]] = []  # of each row: upper edge of the title, of the first panel
    at = 0
    for lines, count in zip(title_lines, columns, strict=True):
        tops.append((at, at + lines * LINE))
        stacked = count if look.compact else 1
        at += lines * LINE + stacked * _step(look) + _YEARS[look.compact]
    height = at + _BOTTOM
    plot = float(at)
    panels = [
        _panel(row, column, first, plot, look)
        for row, ((_, first), count) in enumerate(zip(tops, columns, strict=True))
        for column in range(count)
    ]
    return Grid(tuple(panels), tuple(1 - first / plot for _, first in tops), height)


def title_letters(look: Look) -> int:
    """Give how many letters of a row's title fit on a line."""
    return _LETTERS[look.compact]


def _step(look: Look) -> int:
    return LINE + _PLOT[look.compact] + _GAP[look.compact]


def _panel(row: int, column: int, first: int, plot: float, look: Look) -> Panel:
    down = first + LINE + (column * _step(look) if look.compact else 0)
    width = 1.0 if look.compact else (1 - 2 * _BETWEEN) / 3
    left = 0.0 if look.compact else column * (width + _BETWEEN)
    return Panel(
        row=row,
        column=column,
        left=left,
        right=min(left + width, 1.0),
        low=max(1 - (down + _PLOT[look.compact]) / plot, 0.0),
        high=1 - down / plot,
    )
