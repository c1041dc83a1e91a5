"""The dots of a dot row: grey for every area, rings for a group of cities, marks for the compared ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.axes import Scale
from components.figures.palette import identity, inks, marked_identity
from components.figures.series import Point
from components.figures.swarm import DOT, places, swarm
from components.figures.template import Look
from data.benchmarks import Benchmark

CLEAR = 16  # between the swarm and the labels
_MARKED = 15
_RING, _RING_LINE = 10, 2
_FAINT = 0.6


@dataclass(frozen=True, slots=True)
class DotRow:
    """What a dot row is drawn of: points of one level, where they stand, who is marked or ringed."""

    points: Mapping[str, Point]
    lefts: Mapping[str, float]
    heights: Mapping[str, float]
    held: Mapping[str, float]
    marked: Sequence[str]
    ringed: Sequence[str]
    look: Look
    names: Mapping[str, str]

    @property
    def reach(self) -> float:
        """Pixels from the middle line to where labels may stand."""
        return max([_MARKED, *(abs(height) for height in self.heights.values())]) + CLEAR


def make_row(
    points: Mapping[str, Point],
    marked: Sequence[str],
    benchmark: Benchmark | None,
    scale: Scale,
    look: Look,
    names: Mapping[str, str],
) -> DotRow:
    """Place all dots: the marks first, then the rings of the largest city first, then the rest."""
    shown = [area for area in marked if area in points]
    others = benchmark.areas if benchmark else ()
    ringed = [area for area in others if area in points and area not in marked]
    held = dict.fromkeys(shown, float(_MARKED))
    held |= dict.fromkeys(ringed, float(_RING + _RING_LINE))
    at = places(points, scale, look)
    return DotRow(points, at, swarm(at, held), held, shown, ringed, look, names)


def dot_traces(row: DotRow) -> list[dict[str, Any]]:
    """Make one trace of all grey dots, one of the rings and one for each marked area."""
    others = [area for area in row.points if area not in row.held]
    own = {area: marked_identity(area, row.look.dark) for area in row.marked}
    ring = {
        "symbol": "circle-open",
        "color": inks(row.look.dark).muted,
        "size": _RING,
        "line": {"width": _RING_LINE},
    }
    traces = []
    if others:
        grey = identity(others[0], row.look.dark)
        dot = {"symbol": grey.symbol, "color": grey.colour, "size": DOT, "opacity": _FAINT}
        traces.append(_trace(others, dot | {"line": {"width": 0}}, row))
    if row.ringed:
        traces.append(_trace(row.ringed, ring, row))
    for area, look in own.items():
        mark = {"symbol": look.symbol, "color": look.colour, "size": _MARKED, "opacity": 1}
        named = {"name": row.names.get(area, area)}
        traces.append(_trace([area], mark | {"line": {"width": 0}}, row) | named)
    return traces


def _trace(areas: Sequence[str], marker: dict[str, Any], row: DotRow) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "",
        "x": [row.points[area].value for area in areas],
        "y": [row.heights[area] for area in areas],
        "marker": marker,
        "customdata": [
            f"<b>{row.names.get(area, area)}</b> {row.points[area].text}" for area in areas
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }
