"""The plot of a chart on a picture: its edges, its axes, its scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from components.figures.picture import fonts
from components.figures.picture.axis import Axis, read_axis
from components.figures.picture.paper import Box, Paper, Stroke
from components.figures.picture.rich_text import parse

# Least and most pixels of a picture for one of the chart: its 16 become 20 to 25.
LEAST, MOST = 1.25, 1.56
_TALLER = 1.35  # than the chart itself, where there is room
_TICK_GAP = 7  # between an axis and its texts
_TICK_FALL = 23  # from the foot of the plot to the baseline of the texts under it
_TICK_MIDDLE = 0.36  # from the baseline to the middle of figures, in parts of their size


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a chart stands: ``scale`` is pixels of the picture for one of the chart."""

    box: Box
    scale: float
    layout: Mapping[str, Any]
    axes: Mapping[str, Axis]

    def axis(self, letter: str, name: str) -> Axis:
        """Give the axis that a trace or note names as ``x2``."""
        return self.axes[f"{letter}axis{name[1:]}"]

    @property
    def pairs(self) -> Iterator[tuple[Axis, Axis]]:
        """Give each horizontal axis with its vertical one."""
        for key, axis in self.axes.items():
            if key.startswith("x"):
                yield axis, self.axes[f"y{key[1:]}"]

    def x(self, value: str | float, reference: str) -> float:
        """Give the pixel of a place on an axis, or of a share of the plot (``paper``)."""
        if reference == "paper":
            return self.box.left + float(value) * self.box.width
        return self.axis("x", reference).at(value)

    def y(self, value: str | float, reference: str) -> float:
        """Give the pixel of a height on an axis, or of a share of the plot (``paper``)."""
        if reference == "paper":
            return self.box.bottom - float(value) * self.box.height
        return self.axis("y", reference).at(value)


def place_plot(chart: Mapping[str, Any], slot: Box) -> Plot:
    """Scale a chart into a slot: as large as fits, its plot stretched or pressed to the height.

    Args:
        chart: a plotly figure as plain mappings.
        slot: the room on the picture.
    """
    layout, margin = chart["layout"], chart["layout"]["margin"]
    height = layout["height"]
    scale = min(max(slot.height / height, LEAST), MOST)
    taken = min(slot.height, _TALLER * height * scale)
    top = slot.top + (slot.height - taken) / 2
    settings = _axis_settings(layout)
    left = max(margin["l"] * scale, _labels_width(settings, scale))
    box = Box(
        slot.left + left,
        top + margin["t"] * scale,
        slot.right - margin["r"] * scale,
        top + taken - margin["b"] * scale,
    )
    ends = {"x": (box.left, box.right), "y": (box.bottom, box.top)}
    axes = {key: read_axis(one, ends[key[0]]) for key, one in settings.items()}
    return Plot(box, scale, layout, axes)


def draw_grid(plot: Plot, paper: Paper) -> None:
    """Draw the lines of the grid and of zero behind everything."""
    for x, y in plot.pairs:
        for axis in (x, y):
            is_upright = axis is x
            across = y if is_upright else x
            settings = axis.settings
            values = [value for value, _ in axis.ticks] if settings["showgrid"] else []
            for value in values:
                stroke = Stroke(settings["gridcolor"], settings["gridwidth"] * plot.scale)
                _guide(axis.at(value), across, is_upright, stroke, paper)
            if settings["zeroline"] and axis.holds(0) and settings.get("visible", True):
                width = settings.get("zerolinewidth", 1) * plot.scale
                stroke = Stroke(settings["zerolinecolor"], width)
                _guide(axis.at(0), across, is_upright, stroke, paper)


def draw_ticks(plot: Plot, paper: Paper) -> None:
    """Draw the ticks and their texts under and beside the plot."""
    for x, y in plot.pairs:
        for (value, _), text in zip(x.ticks, x.tick_texts, strict=False):
            _tick_under(x, y, value, text, plot, paper)
        for (value, _), text in zip(y.ticks, y.tick_texts, strict=False):
            size = y.settings["tickfont"]["size"] * plot.scale
            left = x.start - _TICK_GAP * plot.scale - fonts.width(text, size)
            baseline = y.at(value) + _TICK_MIDDLE * size
            _tick_text(left, baseline, text, y, size, paper)


def _tick_under(x: Axis, y: Axis, value: float, text: str, plot: Plot, paper: Paper) -> None:
    size, at = x.settings["tickfont"]["size"] * plot.scale, x.at(value)
    bottom = max(y.start, y.end)
    if x.settings["ticks"]:
        end = bottom + x.settings["ticklen"] * plot.scale
        stroke = Stroke(x.settings["tickcolor"], plot.scale)
        paper.polyline([(at, bottom), (at, end)], stroke)
    baseline = bottom + _TICK_FALL * plot.scale
    _tick_text(at - fonts.width(text, size) / 2, baseline, text, x, size, paper)


def _tick_text(
    left: float, baseline: float, text: str, axis: Axis, size: float, paper: Paper
) -> None:
    for line in parse(text):
        paper.line_of_text(left, baseline, line, size, axis.settings["tickfont"]["color"])


def _guide(at: float, across: Axis, is_upright: bool, stroke: Stroke, paper: Paper) -> None:
    ends = (across.start, across.end)
    paper.polyline([(at, end) if is_upright else (end, at) for end in ends], stroke)


def _axis_settings(layout: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Lay the chart's own settings of each axis over the template's."""
    template = layout["template"]["layout"]
    settings = {}
    for key in layout:
        kind = key.rstrip("0123456789")
        if kind in ("xaxis", "yaxis"):
            base, own = template[kind], layout[key]
            font = {**base["tickfont"], **own.get("tickfont", {})}
            settings[key] = {**base, **own, "tickfont": font}
    return settings


def _labels_width(settings: Mapping[str, Mapping[str, Any]], scale: float) -> float:
    """Give the room that the texts beside the first vertical axis need."""
    axis = settings["yaxis"]
    if not (axis.get("visible", True) and axis.get("showticklabels", True)):
        return 0.0
    size = axis["tickfont"]["size"] * scale
    widest = max((fonts.width(text, size) for text in axis.get("ticktext", ())), default=0.0)
    return widest + _TICK_GAP * scale
