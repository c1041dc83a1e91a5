"""Where the dots of a dot row stand: marks and rings near the middle line, the rest stacked around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import hypot

from components.figures.axes import Scale
from components.figures.series import Point
from components.figures.template import LABEL_SIZE, Look, text_width

# The plot is measured in pixels: its height is exact, its width is what a laptop (phone) gives.
WIDTH = {False: 860, True: 310}
DOT = 7
_HALF_SWARM = 84
_NAME_HEIGHT = LABEL_SIZE + 4
_NAME_GAP = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plot in pixels, from its left end and from the middle line."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.low < other.high and other.low < self.high


def per_pixel(scale: Scale, look: Look) -> float:
    """Give how much of the value axis a pixel is."""
    return (scale.high - scale.low) / WIDTH[look.compact]


def places(points: Mapping[str, Point], scale: Scale, look: Look) -> dict[str, float]:
    """Give the pixels of each area's dot from the left end of the plot."""
    step = per_pixel(scale, look)
    return {area: (point.value - scale.low) / step for area, point in points.items()}


def swarm(at: Mapping[str, float], held: Mapping[str, float]) -> dict[str, float]:
    """Stack dots that would cover each other, up and down from the middle line.

    Args:
        at: pixels of each area's dot from the left.
        held: diameter in pixels of the larger marks, which are placed first and in this order.

    Returns:
        Height of each area's dot in pixels from the middle line.
    """
    heights = _held_heights(at, held)
    levels = _levels(at, held, heights, float(DOT))
    highest = max((abs(level) for level in levels.values()), default=0)
    pitch = float(DOT)
    if highest * DOT > _HALF_SWARM:  # a high stack is pressed together, and clears the marks anew
        pitch = _HALF_SWARM / highest
        levels = _levels(at, held, heights, pitch)
    return heights | {area: level * pitch for area, level in levels.items()}


def free_names(
    at: Mapping[str, float],
    heights: Mapping[str, float],
    held: Mapping[str, float],
    names: Mapping[str, str],
    taken: Sequence[Box],
) -> dict[str, float]:
    """Find room for names under or over their dots, where they cover nothing.

    Args:
        at: pixels of each area's dot from the left.
        heights: pixels of each area's dot from the middle line.
        held: diameter in pixels of the larger marks.
        names: the texts to place, by area; the first placed keeps its room.
        taken: what else must stay free; the first box is the plot, which names do not leave.

    Returns:
        The height of the middle of each name that found room.
    """
    plot, *boxes = taken
    boxes += [_dot_box(at[area], heights[area], held.get(area, DOT)) for area in at]
    found: dict[str, float] = {}
    for area, name in names.items():
        half = text_width(name, LABEL_SIZE) / 2
        off = (held[area] + _NAME_HEIGHT) / 2 + _NAME_GAP
        for middle in (heights[area] - off, heights[area] + off):
            low, high = middle - _NAME_HEIGHT / 2, middle + _NAME_HEIGHT / 2
            box = Box(at[area] - half, low, at[area] + half, high)
            is_inside = plot.left <= box.left and box.right <= plot.right
            is_inside = is_inside and plot.low <= box.low and box.high <= plot.high
            if is_inside and not any(box.meets(other) for other in boxes):
                found[area] = middle
                boxes.append(box)
                break
    return found


def _held_heights(at: Mapping[str, float], held: Mapping[str, float]) -> dict[str, float]:
    """Keep marks on the middle line, but move those that would cover another off it."""
    heights: dict[str, float] = {}
    for area, size in held.items():
        apart = {one: (size + held[one]) / 2 for one in heights}
        near = [one for one in heights if abs(at[one] - at[area]) < apart[one]]
        heights[area] = next(
            float(height)
            for height in _away_from_the_line()
            if all(abs(heights[one] - height) >= apart[one] for one in near)
        )
    return heights


def _levels(
    at: Mapping[str, float], held: Mapping[str, float], heights: Mapping[str, float], pitch: float
) -> dict[str, int]:
    stacks: dict[int, Iterator[int]] = {}
    levels: dict[str, int] = {}
    for area in sorted((one for one in at if one not in held), key=lambda one: at[one]):
        near = [
            (at[one] - at[area], heights[one], (size + DOT) / 2)
            for one, size in held.items()
            if abs(at[one] - at[area]) < (size + DOT) / 2
        ]
        stack = stacks.setdefault(round(at[area] / DOT), _away_from_the_line())
        levels[area] = next(
            level
            for level in stack
            if all(hypot(dx, height - level * pitch) >= reach for dx, height, reach in near)
        )
    return levels


def _away_from_the_line() -> Iterator[int]:
    """Count 0, 1, -1, 2, -2 and so on."""
    return ((step + 1) // 2 * (1 if step % 2 else -1) for step in count())


def _dot_box(x: float, y: float, size: float) -> Box:
    half = size / 2
    return Box(x - half, y - half, x + half, y + half)
