"""The axis of a measure in a scatter: round values, or powers of ten where amounts differ hundredfold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10
from typing import Any

from components.figures.axes import Scale, value_axis, value_scale
from components.figures.template import Look
from data.model import Unit

_WIDE = 100.0
_ROOM = 0.03


@dataclass(frozen=True, slots=True)
class Measure:
    """What an axis says: the title with the period, and the unit of its values."""

    title: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class MeasureAxis:
    """An axis and where stored values stand on it."""

    measure: Measure
    scale: Scale
    is_log: bool

    def place(self, stored: float) -> float:
        """Give the place of a stored value on the axis."""
        value = stored * self.measure.unit.scale
        return log10(value) if self.is_log else value

    def part(self, stored: float) -> float:
        """Give the place as a part of the axis, from 0 to 1."""
        return (self.place(stored) - self.scale.low) / (self.scale.high - self.scale.low)


def measure_axis(stored: Sequence[float], measure: Measure, look: Look) -> MeasureAxis:
    """Choose the ends and the kind of an axis; a position needs no zero, so an axis may leave it.

    Args:
        stored: all drawn values, in the stored unit; at least one.
        measure: title and unit.
        look: a phone gets fewer ticks.
    """
    values = [value * measure.unit.scale for value in stored]
    low, high = min(values), max(values)
    if measure.unit.is_count and low > 0 and high > _WIDE * low:
        ends = log10(low), log10(high)
        room = _ROOM * (ends[1] - ends[0])
        ticks = tuple(float(power) for power in range(ceil(ends[0]), floor(ends[1]) + 1))
        return MeasureAxis(measure, Scale(ends[0] - room, ends[1] + room, ticks, 0), True)
    free = replace(measure.unit, is_count=False)
    return MeasureAxis(measure, _tight(value_scale(values, free, look, False), low, high), False)


def _tight(scale: Scale, low: float, high: float) -> Scale:
    """Cut the axis a little outside the figures, and the ticks with it."""
    room = _ROOM * ((high - low) or 1.0)
    ends = max(scale.low, low - room), min(scale.high, high + room)
    ticks = tuple(tick for tick in scale.ticks if ends[0] <= tick <= ends[1])
    return replace(scale, low=ends[0], high=ends[1], ticks=ticks) if ticks else scale


def axis_layout(axis: MeasureAxis, look: Look) -> dict[str, Any]:
    """Write the axis for plotly; powers of ten are places on an even axis, named by their values."""
    layout = value_axis(axis.scale, axis.measure.unit, look) | {"showgrid": True}
    if axis.is_log:
        layout["ticktext"] = [look.language.number(10**tick, 0) for tick in axis.scale.ticks]
        layout["zeroline"] = False
    return layout
