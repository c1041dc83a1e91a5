"""Events on a time axis: letters over the plot, a thin line for a day, a pale band for a mere month or year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.axes import next_period, timeline
from components.figures.palette import inks
from components.figures.series import Series, all_periods
from components.figures.template import Look
from data.events import STATISTICS_BREAK, Event
from data.model import Break
from data.periods import position

_FIRST_LETTER = 0x24B6  # Ⓐ
_LETTERS = 26
_BAND = 0.5  # opacity: the lines of the figures stay clear


@dataclass(frozen=True, slots=True)
class EventMark:
    """A lettered event with its start and end on the axis; both are the same for an exact day."""

    sign: str
    event: Event
    start: float
    end: float

    @property
    def place(self) -> float:
        """Where the letter stands."""
        return (self.start + self.end) / 2


def event_marks(
    series: Series, events: Sequence[Event], breaks: Sequence[Break] = ()
) -> tuple[EventMark, ...]:
    """Letter the events that concern a drawn area and have figures on both sides, in order of time.

    Args:
        series: the drawn points by area.
        events: those of the indicator's theme.
        breaks: a change of statistics that is a break of the series already is not told twice.
    """
    drawn = {area: points for area, points in series.items() if points}
    periods = timeline(all_periods(drawn))
    found = [
        (event, _on_axis(event, periods))
        for event in sorted(events, key=lambda one: one.span)
        if any(event.concerns(area) for area in drawn) and not _is_break(event, breaks)
    ]
    inside = [(event, at) for event, at in found if at is not None]
    return tuple(EventMark(_letter(i), event, *at) for i, (event, at) in enumerate(inside))


def event_shapes(marks: Sequence[EventMark], look: Look) -> list[dict[str, Any]]:
    """Draw a solid line at each exact day and a pale band over each month or year, behind the figures."""
    ink = inks(look.dark)
    fixed = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    shapes: list[dict[str, Any]] = []
    for mark in marks:
        place = {**fixed, "x0": mark.start, "x1": mark.end}
        if mark.start == mark.end:
            shapes.append({**place, "type": "line", "line": {"color": ink.axis, "width": 1}})
        else:
            band = {"type": "rect", "fillcolor": ink.grid, "opacity": _BAND, "line": {"width": 0}}
            shapes.append({**place, **band})
    return shapes


def _on_axis(event: Event, periods: Sequence[str]) -> tuple[float, float] | None:
    """Place an event on the categories; None where the figures do not reach to both sides of it.

    A period covers its category from half before to half after, so that 1 January 2023 stands
    between 2022 and 2023, and 1 July 2023 in the middle of 2023.
    """
    if not periods:
        return None
    start, end = (_place(at, periods) for at in event.span)
    return (start, end) if 0 <= (start + end) / 2 <= len(periods) - 1 else None


def _place(at: float, periods: Sequence[str]) -> float:
    edges = [*map(position, periods), position(next_period(periods[-1]))]
    count = len(periods)
    before = sum(edge <= at for edge in edges[1:count])
    width = edges[before + 1] - edges[before]
    return before - 0.5 + (at - edges[before]) / width


def _is_break(event: Event, breaks: Sequence[Break]) -> bool:
    """Tell whether a declared change of definition is the event itself."""
    if event.kind != STATISTICS_BREAK:
        return False
    return any(
        position(one.period) <= event.span[0] < position(next_period(one.period))
        for one in breaks
        if one.kind == "definition"
    )


def _letter(place: int) -> str:
    return chr(_FIRST_LETTER + place) if place < _LETTERS else f"({place + 1})"
