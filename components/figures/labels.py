"""Names at the ends of lines, moved apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.axes import Scale, note
from components.figures.template import LABEL_SIZE, Frame, Look, text_width

_LINE_HEIGHT = 1.3
_OFFSET = 10
_ROOM = 12


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What stands at a line's end: the area's name, its last value, its colour."""

    name: str
    value: float
    text: str
    colour: str

    @property
    def width(self) -> float:
        """Estimated pixels."""
        name = text_width(self.name, LABEL_SIZE, bold=True)
        return name + text_width(f" {self.text}", LABEL_SIZE)


def spread(wanted: Sequence[float], spacing: float, low: float, high: float) -> list[float]:
    """Move positions apart to at least ``spacing``, as little as possible, inside low … high.

    Returns:
        The new positions in the order of ``wanted``. Where there is no room for all of them the
        spacing shrinks.
    """
    if len(wanted) > 1:
        spacing = min(spacing, (high - low) / (len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[list[int]] = []
    for place in order:
        blocks.append([place])
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1], wanted, spacing, low, high):
            last = blocks.pop()
            blocks[-1].extend(last)
    placed = [0.0] * len(wanted)
    for block in blocks:
        start = _start(block, wanted, spacing, low, high)
        for step, place in enumerate(block):
            placed[place] = start + step * spacing
    return placed


def end_labels(
    labels: Sequence[EndLabel], scale: Scale, frame: Frame, look: Look
) -> list[dict[str, Any]]:
    """Write the labels as annotations in the right margin, level with the last values."""
    way = 1 if scale.high >= scale.low else -1  # ranks run downwards
    span = way * (scale.high - scale.low) or 1.0
    spacing = LABEL_SIZE * _LINE_HEIGHT * span / frame.plot_height
    wanted = [way * one.value for one in labels]
    heights = [way * at for at in spread(wanted, spacing, way * scale.low, way * scale.high)]
    return [
        note(f"<b>{one.name}</b> {one.text}", look, LABEL_SIZE, one.colour)
        | {"x": 1, "xref": "paper", "xanchor": "left", "xshift": _OFFSET}
        | {"y": height, "yref": "y", "yanchor": "middle", "align": "left"}
        for one, height in zip(labels, heights, strict=True)
    ]


def label_margin(labels: Sequence[EndLabel]) -> int:
    """Give the pixels that the right margin needs."""
    return round(max((one.width for one in labels), default=0.0)) + _OFFSET + _ROOM


def _touch(
    lower: list[int],
    upper: list[int],
    wanted: Sequence[float],
    spacing: float,
    low: float,
    high: float,
) -> bool:
    end = _start(lower, wanted, spacing, low, high) + len(lower) * spacing
    return _start(upper, wanted, spacing, low, high) < end


def _start(
    block: list[int], wanted: Sequence[float], spacing: float, low: float, high: float
) -> float:
    """Give the lowest position of a block whose middle is the mean of what its members want."""
    reach = (len(block) - 1) * spacing
    middle = sum(wanted[place] for place in block) / len(block)
    return min(max(middle - reach / 2, low), high - reach)
