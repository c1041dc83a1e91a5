"""Small pictures inside tables, as SVG data addresses: a sparkline and an area's marker."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from itertools import pairwise

from components.figures.palette import identity
from data.model import COUNTRY

_PAD = 5.0
_END_RADIUS = 3.5
_LONE_RADIUS = 2.6
_STROKE = 2.0
_GAP = 1.5
_MARKER_SIDE = 16

Pair = tuple[float, float]


def sparkline(
    values: Sequence[tuple[float, float | None]],
    colour: str,
    ymin: float,
    ymax: float,
    width: int = 120,
    height: int = 32,
) -> str:
    """Draw a small line that shows a course, not figures; gaps stay open, the end has a dot.

    Args:
        values: decimal year and value in order of time; None is a missing value, and a step of
            more than 1.5 times the usual one is a gap too.
        colour: of the line, ``#RRGGBB``.
        ymin: value at the lower edge; the same for all sparklines that are to be compared.
        ymax: value at the upper edge.
        width: pixels.
        height: pixels.

    Returns:
        ``data:image/svg+xml;base64,…``; an empty picture when there is no value.
    """
    points = [(x, y) for x, y in values if y is not None]
    if not points:
        return _address("", width, height)
    left, right = values[0][0], values[-1][0]

    def place(point: Pair) -> Pair:
        across = (point[0] - left) / (right - left) if right > left else 1.0
        up = (point[1] - ymin) / (ymax - ymin) if ymax > ymin else 0.5
        return _PAD + across * (width - 2 * _PAD), height - _PAD - up * (height - 2 * _PAD)

    body = "".join(_stretch([place(one) for one in part], colour) for part in _stretches(values))
    x, y = place(points[-1])
    body += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_END_RADIUS}" fill="{colour}"/>'
    return _address(body, width, height)


def marker(area_code: str, dark: bool) -> str:
    """Draw the marker of an area as a small SVG data address; the country is a short line."""
    own = identity(area_code, dark)
    if area_code == COUNTRY:
        body = f'<path d="M1 8H15" stroke="{own.colour}" stroke-width="2"/>'
    else:
        shapes = {
            "circle": '<circle cx="8" cy="8" r="6"',
            "square": '<rect x="2.5" y="2.5" width="11" height="11"',
            "diamond": '<path d="M8 0.8L15.2 8L8 15.2L0.8 8Z"',
        }
        body = f'{shapes[own.symbol]} fill="{own.colour}"/>'
    return _address(body, _MARKER_SIDE, _MARKER_SIDE)


def _stretches(values: Sequence[tuple[float, float | None]]) -> list[list[Pair]]:
    """Cut at missing values and at holes in time."""
    steps = [later[0] - earlier[0] for earlier, later in pairwise(values)]
    usual = min((step for step in steps if step > 0), default=0.0)
    cut: list[list[Pair]] = [[]]
    before: float | None = None
    for x, y in values:
        if y is None or (before is not None and x - before > _GAP * usual):
            cut.append([])
        if y is not None:
            cut[-1].append((x, y))
        before = x
    return [part for part in cut if part]


def _stretch(points: Sequence[Pair], colour: str) -> str:
    if len(points) == 1:
        x, y = points[0]
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_LONE_RADIUS}" fill="{colour}"/>'
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (
        f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{_STROKE}" '
        'stroke-linejoin="round" stroke-linecap="round"/>'
    )


def _address(body: str, width: int, height: int) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")
