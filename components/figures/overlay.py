"""What lies over a chart of time: numbered breaks and lettered events, their signs kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.axes import timeline
from components.figures.events import event_marks, event_shapes
from components.figures.marks import (
    ROW_HEIGHT,
    break_marks,
    mark_lines,
    mark_place,
    sign_notes,
    stacked,
)
from components.figures.series import Series, all_periods
from components.figures.template import Look
from data.events import Event
from data.model import Break


@dataclass(frozen=True, slots=True)
class Overlay:
    """Signs and lines as plotly's annotations and shapes; ``height`` is what the signs need over the plot."""

    notes: list[dict[str, Any]]
    shapes: list[dict[str, Any]]
    height: int


def overlay(
    series: Series, breaks: Sequence[Break], events: Sequence[Event], look: Look
) -> Overlay:
    """Place the breaks and events of a chart.

    Args:
        series: the drawn points by area.
        breaks: all breaks of the indicator.
        events: those of its theme; none where the reader hides them.
        look: language, theme and size of screen.
    """
    periods = timeline(all_periods(series))
    numbered = break_marks(series, breaks)
    lettered = event_marks(series, events, breaks)
    signs = [one.number for one in numbered] + [one.sign for one in lettered]
    places = [mark_place(one, periods) for one in numbered] + [one.place for one in lettered]
    rows = stacked(places, len(periods), look)
    return Overlay(
        notes=sign_notes(signs, places, rows, look),
        shapes=event_shapes(lettered, look) + mark_lines(numbered, periods, look),
        height=ROW_HEIGHT * (max(rows, default=-1) + 1),
    )
