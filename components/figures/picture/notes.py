"""Texts, lines and rectangles that a chart sets itself, and the key of its fills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.figures.picture import fonts
from components.figures.picture.bars import draw_fill
from components.figures.picture.paper import Box, Paper, Stroke
from components.figures.picture.plot import Plot
from components.figures.picture.rich_text import LINE, line_width, parse
from components.figures.picture.vocabulary import one_of

# How much of a text is left of (over) the place it is anchored to.
_ACROSS = {"left": 0.0, "center": 0.5, "right": 1.0}
_UPRIGHT = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_SWATCH, _SWATCH_HEIGHT, _KEY_GAP, _ENTRY_GAP = 30, 14, 6, 18
_KEY_RISE = 0.6  # of a line of text, from the foot of the key to the middle of its texts


def draw_note(note: Mapping[str, Any], plot: Plot, paper: Paper) -> None:
    """Write an annotation where its chart anchors it."""
    size = note["font"]["size"] * plot.scale
    lines = parse(note["text"])
    width = max(line_width(line, size) for line in lines)
    height = LINE * size * len(lines)
    xref, yref = note.get("xref", "x"), note.get("yref", "y")
    x = plot.x(note["x"], xref) + note.get("xshift", 0) * plot.scale
    y = plot.y(note["y"], yref) - note.get("yshift", 0) * plot.scale
    left = x - width * one_of(note.get("xanchor", "center"), _ACROSS, "xanchor")
    top = y - height * one_of(note.get("yanchor", "middle"), _UPRIGHT, "yanchor")
    box = Box(left, top, left + width, top + height)
    paper.block_of_text(box, lines, size, note["font"]["color"], note.get("align", "center"))


def draw_shape(shape: Mapping[str, Any], plot: Plot, paper: Paper) -> None:
    """Draw a line or a rectangle."""
    xref, yref = shape.get("xref", "x"), shape.get("yref", "y")
    xs = [plot.x(shape[key], xref) for key in ("x0", "x1")]
    ys = [plot.y(shape[key], yref) for key in ("y0", "y1")]
    one_of(shape["type"], {"line": None, "rect": None}, "shape")
    line = shape.get("line", {})
    width = line.get("width", 0) * plot.scale
    stroke = Stroke(line.get("color", ""), width, line.get("dash", "solid"), plot.scale)
    if shape["type"] == "line":
        paper.polyline(list(zip(xs, ys, strict=True)), stroke)
        return
    box = Box(min(xs), min(ys), max(xs), max(ys))
    if "fillcolor" in shape:
        paper.rectangle(box, shape["fillcolor"], shape.get("opacity"))
    if width:
        paper.outline(box, stroke)


def draw_key(chart: Mapping[str, Any], plot: Plot, paper: Paper) -> None:
    """Draw the key of fills, from its right end; nothing where the chart has none."""
    layout = chart["layout"]
    if not layout.get("showlegend"):
        return
    legend, scale = layout["legend"], plot.scale
    size = legend["font"]["size"] * scale
    right = plot.x(legend["x"], "paper")
    middle = plot.y(legend["y"], "paper") - _KEY_RISE * LINE * size
    ink = layout["template"]["layout"]["font"]["color"]
    for trace in reversed([one for one in chart["data"] if one.get("showlegend")]):
        left = right - fonts.width(trace["name"], size)
        lines = parse(trace["name"])
        paper.line_of_text(left, middle + 0.36 * size, lines[0], size, ink)
        end, rise = left - _KEY_GAP * scale, _SWATCH_HEIGHT * scale / 2
        swatch = Box(end - _SWATCH * scale, middle - rise, end, middle + rise)
        draw_fill(trace["marker"], 0, swatch, scale, paper)
        right = swatch.left - _ENTRY_GAP * scale
