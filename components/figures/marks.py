"""Marks on a time axis: signs over the plot; the breaks among them, with dotted lines through it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.axes import note
from components.figures.palette import inks
from components.figures.series import Point, Series
from components.figures.template import TEXT_SIZE, Look
from data.model import Break
from data.periods import position

ROW_HEIGHT = 22
_MARK_WIDTH = 20
# What a laptop (a phone) gives; wider screens only set marks further apart.
_WIDTH = {False: 760, True: 300}
_FIRST_NUMBER = 0x2460  # ①
_LAST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered place on the time axis where values are not comparable across."""

    number: str
    period: str
    breaks: tuple[Break, ...]


def break_marks(series: Series, breaks: Sequence[Break]) -> tuple[Mark, ...]:
    """Number the breaks that lie inside the drawn series; one number per period, in order.

    Args:
        series: the drawn points by area.
        breaks: all breaks of the indicator; those of other areas, before or after are left out.
    """
    by_period: dict[str, list[Break]] = {}
    for one in breaks:
        if any(_divides(one, area, points) for area, points in series.items()):
            by_period.setdefault(one.period, []).append(one)
    ordered = sorted(by_period.items(), key=lambda item: position(item[0]))
    return tuple(
        Mark(_number(place), period, tuple(found)) for place, (period, found) in enumerate(ordered)
    )


def stacked(places: Sequence[float], count: int, look: Look) -> list[int]:
    """Choose a row for each sign over the plot, so that no two touch; row 0 is next to the plot.

    Args:
        places: of the signs on the time axis, in any order.
        count: how many periods the axis has.
        look: a phone is narrower.
    """
    pixels = _WIDTH[look.compact] / max(count, 1)
    ends: list[float] = []
    rows = [0] * len(places)
    for i, place in sorted(enumerate(places), key=lambda item: item[1]):
        free = (row for row, end in enumerate(ends) if (place - end) * pixels >= _MARK_WIDTH)
        rows[i] = next(free, len(ends))
        ends[rows[i] : rows[i] + 1] = [place]
    return rows


def sign_notes(
    signs: Sequence[str], places: Sequence[float], rows: Sequence[int], look: Look
) -> list[dict[str, Any]]:
    """Write signs over the plot, each at its place on its row."""
    return [
        note(sign, look, TEXT_SIZE)
        | {
            "x": place,
            "xref": "x",
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": 2 + row * ROW_HEIGHT,
        }
        for sign, place, row in zip(signs, places, rows, strict=True)
    ]


def mark_lines(marks: Sequence[Mark], periods: Sequence[str], look: Look) -> list[dict[str, Any]]:
    """Draw the dotted lines of the marks behind the figures."""
    line = {"color": inks(look.dark).axis, "width": 1, "dash": "dot"}
    fixed = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    places = [mark_place(mark, periods) for mark in marks]
    return [{**fixed, "x0": place, "x1": place, "line": line} for place in places]


def mark_place(mark: Mark, periods: Sequence[str]) -> float:
    """Stand between the last period before the break and the first after it."""
    return sum(position(period) < position(mark.period) for period in periods) - 0.5


def _divides(one: Break, area: str, points: Sequence[Point]) -> bool:
    if not points or (one.areas and area not in one.areas):
        return False
    first, last = position(points[0].period), position(points[-1].period)
    return first < position(one.period) <= last


def _number(place: int) -> str:
    return chr(_FIRST_NUMBER + place) if place < _LAST_NUMBER else f"({place + 1})"
