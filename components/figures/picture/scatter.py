"""Lines, filled areas and markers of a chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from components.figures.picture.axis import Axis
from components.figures.picture.paper import Box, Paper, Point, Stroke
from components.figures.picture.plot import Plot
from components.figures.picture.vocabulary import one_of

_MODES = {"lines": (True, False), "markers": (False, True), "lines+markers": (True, True)}


def draw_scatter(trace: Mapping[str, Any], plot: Plot, paper: Paper) -> None:
    """Draw a trace: its area, then its line, then its markers."""
    x, y = plot.axis("x", trace.get("xaxis", "x")), plot.axis("y", trace.get("yaxis", "y"))
    has_line, has_markers = one_of(trace["mode"], _MODES, "mode")
    stretches = list(_stretches(trace, x, y))
    if trace.get("fill"):
        for points in stretches:
            paper.polygon(points, trace["fillcolor"], _clip(x, y))
    if has_line:
        line, scale = trace["line"], plot.scale
        width, dash = line["width"] * scale, line.get("dash", "solid")
        for points in stretches:
            if width and len(points) > 1:
                stroke = Stroke(line["color"], width, dash, scale)
                paper.polyline(points, stroke, _clip(x, y, width))
    if has_markers:
        _draw_markers(trace["marker"], [one for part in stretches for one in part], plot, paper)


def _draw_markers(marker: Mapping[str, Any], points: list[Point], plot: Plot, paper: Paper) -> None:
    if not points:
        return
    line = marker.get("line", {})
    edge = Stroke(line.get("color", marker["color"]), line.get("width", 0) * plot.scale)
    paper.markers(
        points,
        marker.get("symbol", "circle"),
        marker["size"] * plot.scale,
        marker["color"],
        edge,
        marker.get("opacity", 1.0),
    )


def _stretches(trace: Mapping[str, Any], x: Axis, y: Axis) -> Iterator[list[Point]]:
    """Cut at missing values, which no line crosses."""
    points: list[Point] = []
    for across, up in zip(trace["x"], trace["y"], strict=True):
        if across is not None and up is not None:
            points.append((x.at(across), y.at(up)))
        elif points:
            yield points
            points = []
    if points:
        yield points


def _clip(x: Axis, y: Axis, room: float = 0.0) -> Box:
    """Give the plot of two axes; a line on its edge keeps its whole width."""
    (left, right), (top, bottom) = sorted((x.start, x.end)), sorted((y.start, y.end))
    return Box(left - room, top - room, right + room, bottom + room)
