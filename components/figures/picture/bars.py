"""Columns and bars of a chart: side by side, one over another, or stacked; hatched, outlined, labelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.picture.paper import Box, Paper, Stroke
from components.figures.picture.plot import Plot
from components.figures.picture.rich_text import LINE, line_width, parse
from components.figures.picture.vocabulary import one_of

_LABEL_GAP = 4
_HATCH_WIDTH = 0.7  # of the drawn share of a pattern: its lines run diagonally
_MODES = {"overlay": False, "stack": True}
_PLACES = {"outside": True, "inside": True, "none": False}


@dataclass(frozen=True, slots=True)
class _Bar:
    """One bar: its place among those of its trace, its rectangle, whether it lies, ends at the far side."""

    number: int
    box: Box
    is_lying: bool
    is_negative: bool


def draw_bars(traces: Sequence[Mapping[str, Any]], plot: Plot, paper: Paper) -> None:
    """Draw the traces of bars in their order, then their labels, which no bar covers."""
    is_stacked = one_of(plot.layout.get("barmode", "overlay"), _MODES, "barmode")
    stacks: dict[tuple[str, float], float] | None = {} if is_stacked else None
    drawn = [(trace, list(_bars(trace, plot, stacks))) for trace in traces]
    for trace, bars in drawn:
        for bar in bars:
            draw_fill(trace["marker"], bar.number, bar.box, plot.scale, paper)
    for trace, bars in drawn:
        if one_of(trace.get("textposition", "none"), _PLACES, "textposition"):
            for bar in bars:
                _label(trace, bar, plot, paper)


def draw_fill(marker: Mapping[str, Any], number: int, box: Box, scale: float, paper: Paper) -> None:
    """Fill a rectangle as one bar of a trace is: plain or hatched, with its edge."""
    pattern = marker.get("pattern", {})
    shape = one_of(
        _each(pattern.get("shape", ""), number), {"": "", "/": "/", "\\": "\\"}, "pattern"
    )
    paper.rectangle(box, pattern["bgcolor"] if shape else _each(marker["color"], number))
    if shape:
        gap = pattern["size"] * scale
        width = gap * pattern["solidity"] * _HATCH_WIDTH
        paper.hatch(box, pattern["fgcolor"], gap, width, is_rising=shape == "/")
    line = marker.get("line", {})
    width = _each(line.get("width", 0), number) * scale
    if width:
        paper.outline(box, Stroke(_each(line["color"], number), width))


def _bars(
    trace: Mapping[str, Any], plot: Plot, stacks: dict[tuple[str, float], float] | None
) -> Iterator[_Bar]:
    is_lying = trace.get("orientation", "v") == "h"
    x, y = plot.axis("x", trace.get("xaxis", "x")), plot.axis("y", trace.get("yaxis", "y"))
    along, across = (x, y) if is_lying else (y, x)
    values, places = (trace["x"], trace["y"]) if is_lying else (trace["y"], trace["x"])
    for number, (place, value) in enumerate(zip(places, values, strict=True)):
        if place is None or value is None:
            continue
        base = 0.0
        if stacks is not None:
            key = (trace.get("xaxis", "x"), place)
            base = stacks.get(key, 0.0)
            stacks[key] = base + value
        half = _each(trace["width"], number) / 2
        ends = sorted((along.at(base), along.at(base + value)))
        sides = sorted((across.at(place - half), across.at(place + half)))
        (left, right), (top, bottom) = (ends, sides) if is_lying else (sides, ends)
        yield _Bar(number, Box(left, top, right, bottom), is_lying, value < 0)


def _label(trace: Mapping[str, Any], bar: _Bar, plot: Plot, paper: Paper) -> None:
    text = trace["text"][bar.number]
    if not text:
        return
    lines, size = parse(text), trace["textfont"]["size"] * plot.scale
    width = max(line_width(line, size) for line in lines)
    height = LINE * size * len(lines)
    left = (bar.box.left + bar.box.right - width) / 2
    top = (bar.box.top + bar.box.bottom - height) / 2
    if trace["textposition"] == "outside":
        left, top = _beyond(bar, left, top, width, height)
    box = Box(left, top, left + width, top + height)
    paper.block_of_text(box, lines, size, trace["textfont"]["color"], "center")


def _beyond(bar: _Bar, left: float, top: float, width: float, height: float) -> tuple[float, float]:
    """Move a label from the middle of a bar beyond its end."""
    if bar.is_lying:
        far = bar.box.left - _LABEL_GAP - width
        return (far if bar.is_negative else bar.box.right + _LABEL_GAP), top
    return left, (bar.box.bottom + _LABEL_GAP if bar.is_negative else bar.box.top - height)


def _each(value: Any, number: int) -> Any:  # noqa: ANN401 - plotly's own: one for all, or one each
    return value[number] if isinstance(value, list | tuple) else value
