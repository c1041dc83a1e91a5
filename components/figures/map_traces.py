"""Parts of a map figure as plain plotly mappings: polygons by class, lines, texts, the projection."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import Any

import numpy as np

from components.figures.map_inks import MapInks
from components.figures.template import FONT, Look
from data.geometry_store import Bounds, Geometry, Line

TEXT_SIZE = {False: 13, True: 12}
_KM_PER_DEGREE = 111.4  # of latitude, in the middle of Finland


def scale_bar(bounds: Bounds, length_km: int, look: Look, ink: MapInks) -> list[dict[str, Any]]:
    """Draw a length in km at the lower left of a map."""
    lat = bounds.south + (bounds.north - bounds.south) * 0.045
    start = bounds.west + (bounds.east - bounds.west) * 0.04
    end = start + length_km / (_KM_PER_DEGREE * cos(radians(lat)))
    words = f"{look.language.number(length_km, 0)}\u00a0km"
    font = {"color": ink.name, "size": TEXT_SIZE[look.compact], "shadow": ink.halo}
    return [
        *cased(points([(start, lat), (end, lat)]), ink.outline, 3.0, ink),
        {**text(points([((start + end) / 2, lat)]), [words], font), "textposition": "top center"},
    ]


def anchor(bounds: Bounds) -> dict[str, Any]:
    """Return an invisible point: the first trace of a map, so that the first one names no locations."""
    middle = ((bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2)
    return text(points([middle]), [""], {})


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
