"""Parts of a map figure as plain plotly mappings: polygons by class, lines, texts, the projection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from components.figures.map_inks import MapInks
from components.figures.template import FONT
from data.geometry_store import Bounds, Geometry, Line


def polygons(geometry: Geometry, keys: list[str], border: str) -> dict[str, Any]:
    """Draw polygons of a layer by their ids; the browser fetches them from the layer's address."""
    return {
        "type": "choropleth",
        "geojson": geometry.address,
        "locations": keys,
        "locationmode": "geojson-id",
        "marker": {"line": {"color": border, "width": 0.6}},
        "showscale": False,
    }


def steps(colours: Sequence[str], first: int) -> dict[str, Any]:
    """Give each whole number from ``first`` its own colour: the keys of a trace's colour scale."""
    count = len(colours)
    edges = [(place / count, (place + 1) / count) for place in range(count)]
    scale = [
        [edge, c] for (low, high), c in zip(edges, colours, strict=True) for edge in (low, high)
    ]
    return {"colorscale": scale, "zmin": first - 0.5, "zmax": first + count - 0.5}


def line(course: Line, colour: str, width: float, dash: str = "solid") -> dict[str, Any]:
    """Draw lines; ``width`` in pixels, ``dash`` in plotly's words."""
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": course.lon,
        "lat": course.lat,
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
    }


def cased(course: Line, colour: str, width: float, ink: MapInks) -> list[dict[str, Any]]:
    """Draw a line on a casing, so that it is seen on the palest and on the darkest class."""
    return [line(course, ink.casing, width + 2.2), line(course, colour, width)]


def text(at: Line, texts: list[str], font: dict[str, Any]) -> dict[str, Any]:
    """Write names at points."""
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": at.lon,
        "lat": at.lat,
        "text": texts,
        "textfont": {"family": FONT, **font},
        "hoverinfo": "skip",
    }


def points(pairs: Sequence[tuple[float, float]]) -> Line:
    """Turn pairs of degrees (lon, lat) into a line, or into places for names."""
    return Line(
        np.array([lon for lon, _ in pairs], np.float32),
        np.array([lat for _, lat in pairs], np.float32),
    )


def geo(bounds: Bounds, meridian: float, ground: str) -> dict[str, Any]:
    """Set the projection; the subplot shows exactly ``bounds`` and draws no outlines of its own."""
    return {
        "geo": {
            "visible": False,
            "bgcolor": ground,
            "projection": {"type": "transverse mercator", "rotation": {"lon": meridian}},
            "lonaxis": {"range": [bounds.west, bounds.east]},
            "lataxis": {"range": [bounds.south, bounds.north]},
        }
    }
