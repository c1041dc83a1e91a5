"""A chart on a picture, drawn in the order of the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.figures.picture.bars import draw_bars
from components.figures.picture.notes import draw_key, draw_note, draw_shape
from components.figures.picture.paper import Box, Paper
from components.figures.picture.plot import draw_grid, draw_ticks, place_plot
from components.figures.picture.scatter import draw_scatter
from components.figures.picture.vocabulary import check_figure


def draw_chart(figure: go.Figure, slot: Box, paper: Paper) -> None:
    """Draw a figure of the dashboard into a part of a picture.

    Args:
        figure: as the screen shows it, in the light theme and not for a phone.
        slot: the room on the picture.
        paper: the picture.

    Raises:
        UnknownElement: the figure has something that a picture cannot draw.
    """
    chart: Mapping[str, Any] = figure.to_plotly_json()
    check_figure(chart)
    plot, layout = place_plot(chart, slot), chart["layout"]
    draw_grid(plot, paper)
    shapes = layout.get("shapes", ())
    for shape in shapes:
        if shape.get("layer") == "below":
            draw_shape(shape, plot, paper)
    draw_bars([trace for trace in chart["data"] if trace["type"] == "bar"], plot, paper)
    scatter = [trace for trace in chart["data"] if trace["type"] == "scatter"]
    for trace in sorted(scatter, key=lambda one: one.get("zorder", 0)):
        draw_scatter(trace, plot, paper)
    for shape in shapes:
        if shape.get("layer") != "below":
            draw_shape(shape, plot, paper)
    draw_ticks(plot, paper)
    for note in layout.get("annotations", ()):
        draw_note(note, plot, paper)
    draw_key(chart, plot, paper)
