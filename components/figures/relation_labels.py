"""Where the names and years of a scatter stand: beside their marks, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.axes import note
from components.figures.palette import inks, tint
from components.figures.swarm import Box
from components.figures.template import LABEL_SIZE, Look, text_width

_HEIGHT = LABEL_SIZE + 6
_AWAY = 6  # pixels between a mark and its label
_COVER = 0.75  # how much of the dots behind a label it hides
# Where the middle of a label stands from its mark, in parts of the way: the nearest first.
_NEAR = ((1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (0, -1))
_SIDES = (*_NEAR, (1, 2), (-1, 2), (1, -2), (-1, -2), (1, 3), (-1, -3), (1, -3), (-1, 3))


@dataclass(frozen=True, slots=True)
class Tag:
    """A text beside a mark: the mark's place on the axes and in pixels, and its radius in pixels."""

    text: str
    plain: str  # as read, without markup
    colour: str
    place: tuple[float, float]
    pixels: tuple[float, float]
    radius: float


def tag_notes(
    tags: Sequence[Tag], taken: Sequence[Box], size: tuple[float, float], look: Look
) -> list[dict[str, Any]]:
    """Write the tags where they cover no mark and no other tag, else where they cover least.

    Args:
        tags: the most important first.
        taken: rectangles of the plot that should stay free, in pixels.
        size: width and height of the plot in pixels.
        look: language and theme.
    """
    held = [*taken, *(_mark(tag) for tag in tags)]
    notes = []
    for tag in tags:
        boxes = [_box(tag, side) for side in _SIDES]
        box = min(boxes, key=lambda it: _cost(it, tag, held, size))  # the first of equals
        held.append(box)
        notes.append(_note(tag, box, look))
    return notes


def _mark(tag: Tag) -> Box:
    (x, y), reach = tag.pixels, tag.radius
    return Box(x - reach, y - reach, x + reach, y + reach)


def _box(tag: Tag, side: tuple[int, int]) -> Box:
    half_width = text_width(tag.plain, LABEL_SIZE, bold=True) / 2
    away = tag.radius + _AWAY
    x = tag.pixels[0] + side[0] * (half_width + (away if side[1] == 0 else away / 2))
    up = _HEIGHT / 2 + (away if side[0] == 0 else away / 2)
    rows = max(abs(side[1]) - 1, 0) * _HEIGHT
    y = tag.pixels[1] + (up + rows) * ((side[1] > 0) - (side[1] < 0))
    return Box(x - half_width, y - _HEIGHT / 2, x + half_width, y + _HEIGHT / 2)


def _cost(box: Box, tag: Tag, held: Sequence[Box], size: tuple[float, float]) -> float:
    """Give the covered pixels; outside the plot counts most, and a label far from its mark somewhat."""
    outside = max(-box.left, 0) + max(box.right - size[0], 0)
    outside += max(-box.low, 0) + max(box.high - size[1], 0)
    far = max(abs((box.low + box.high) / 2 - tag.pixels[1]) - _HEIGHT, 0)
    return (outside * 4 + far / 2) * _HEIGHT + sum(_shared(box, other) for other in held)


def _shared(one: Box, other: Box) -> float:
    if not one.meets(other):
        return 0.0
    across = min(one.right, other.right) - max(one.left, other.left)
    return across * (min(one.high, other.high) - max(one.low, other.low))


def _note(tag: Tag, box: Box, look: Look) -> dict[str, Any]:
    middle = (box.left + box.right) / 2, (box.low + box.high) / 2
    return note(tag.text, look, LABEL_SIZE, tag.colour) | {
        "x": tag.place[0],
        "y": tag.place[1],
        "xref": "x",
        "yref": "y",
        "xanchor": "center",
        "yanchor": "middle",
        "xshift": round(middle[0] - tag.pixels[0]),
        "yshift": round(middle[1] - tag.pixels[1]),
        "bgcolor": tint(inks(look.dark).ground, _COVER),
        "borderpad": 0,
    }
