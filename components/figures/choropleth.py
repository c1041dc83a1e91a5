"""Maps of areas coloured by class: the whole country, and the heart of one city.

Drawn with plotly's ``Choropleth`` on a ``geo`` subplot without a base map, not with pydeck: one library on the page,
names as real text (deck's text layer drew nothing here), sharp in print, no WebGL contexts, a true transverse Mercator
projection. The polygons are given by address and fetched from this host once; only classes and hover texts travel with
each run. Two things keep other hosts out (tested in a browser): plotly asks its CDN for outlines of the world when the
first trace of the subplot names locations, so a trace of plain coordinates always comes first; and ``CONFIG`` names this
host's own, empty outline file, should another version ask anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import Any

import plotly.graph_objects as go

from components.figures.classes import MapValues
from components.figures.map_inks import MapInks, map_inks
from components.figures.palette import identity
from components.figures.template import FONT, Frame, Look, make_figure
from data.geometry_store import Bounds, Geometry, Line
from data.model import CITIES, COUNTRY, REGION_OF

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "topojsonURL": "app/static/",
}
SCALE_BAR_KM = 5
_KM_PER_DEGREE = 111.4
_CENTRAL_MERIDIAN = 27.0  # of the national projection ETRS-TM35FIN
# Room for the names at both sides of the country.
_COUNTRY_BOUNDS = Bounds(west=14.6, south=59.5, east=36.4, north=70.5)
# Where a city's name stands, and on which side of that point the text is: over sea or outside the country.
_CALLOUTS = {
    "KU179": (20.2, 63.65, "middle left"),
    "KU297": (31.6, 64.15, "middle right"),
    "KU398": (28.9, 60.1, "middle right"),
}
_HEIGHT = {False: 720, True: 470}
_CITY_HEIGHT = {False: 480, True: 350}
_NAME_SIZE = {False: 16, True: 13}
_MARKER_SIZE = {"circle": 11, "square": 11, "diamond": 13}
_MISSING = -1


def country_map(values: MapValues, geometry: Geometry, look: Look) -> go.Figure:
    """Draw all municipalities (or regions) by class, the three cities and their regions outlined and named.

    Args:
        values: of every area of the layer.
        geometry: layer "municipalities" or "regions".
        look: language, theme and size of screen.
    """
    ink = map_inks(look.dark)
    traces = [
        _line(geometry.joined("outline", [COUNTRY]), ink.coast, 0.7),
        _areas(values, geometry, geometry.areas, ink),
        _line(geometry.joined("hatch", _without(values, geometry.areas)), ink.hatch, 1.0),
        *_cased(geometry.joined("outline", REGION_OF.values()), ink.outline, 1.4, ink),
        *_cased(geometry.joined("outline", CITIES), ink.outline, 2.0, ink),
    ]
    for city in CITIES:
        traces += _callout(city, values, geometry, look)
    layout = _geo(_COUNTRY_BOUNDS, _CENTRAL_MERIDIAN, "rgba(0,0,0,0)")
    return make_figure(traces, layout, _frame(_HEIGHT[look.compact]), look)


def city_map(
    city: str, values: MapValues, geometry: Geometry, background: Geometry, look: Look
) -> go.Figure:
    """Draw the postal areas at the heart of a city by class; every city's window has the same scale.

    Args:
        city: code of the municipality.
        values: of the postal areas of all three cities, so that the classes are common.
        geometry: layer "postal_areas".
        background: the city's own layer: water, roads, railways, border, names.
        look: language, theme and size of screen.
    """
    ink = map_inks(look.dark)
    traces = [
        _line(background.joined("road_regional"), ink.road, 0.8),
        _areas(values, geometry, background.areas, ink),
        _water(background, ink),
        _line(geometry.joined("hatch", _without(values, background.areas)), ink.hatch, 1.2),
        _line(background.joined("road_main"), ink.road, 1.6),
        _line(background.joined("rail"), ink.casing, 2.4),
        _line(background.joined("rail"), ink.rail, 1.4, "5px,3px"),
        *_cased(background.joined("border", [city]), ink.outline, 1.6, ink),
        *_names(background, ink, look),
        *_scale_bar(background.bounds, ink, look),
    ]
    middle = (background.bounds.west + background.bounds.east) / 2
    layout = _geo(background.bounds, middle, ink.land)
    return make_figure(traces, layout, _frame(_CITY_HEIGHT[look.compact]), look)


def _without(values: MapValues, areas: Sequence[str]) -> list[str]:
    return [area for area in areas if values.places[area] is None]


def _areas(
    values: MapValues, geometry: Geometry, areas: Sequence[str], ink: MapInks
) -> dict[str, Any]:
    places = [values.places[area] for area in areas]
    return {
        **_polygons(geometry, list(areas), ink.border),
        "z": [_MISSING if place is None else place for place in places],
        **_steps((ink.missing, *ink.of(values.class_count)), _MISSING),
        "text": [f"{values.names[area]}: {values.texts[area]}" for area in areas],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _water(background: Geometry, ink: MapInks) -> dict[str, Any]:
    return {
        **_polygons(background, ["water"], ink.shore),
        "z": [0],
        **_steps((ink.water,), 0),
        "hoverinfo": "skip",
    }


def _polygons(geometry: Geometry, keys: list[str], border: str) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": geometry.address,
        "locations": keys,
        "locationmode": "geojson-id",
        "marker": {"line": {"color": border, "width": 0.6}},
        "showscale": False,
    }


def _steps(colours: Sequence[str], first: int) -> dict[str, Any]:
    """Give each whole number from ``first`` its own colour."""
    count = len(colours)
    edges = [(place / count, (place + 1) / count) for place in range(count)]
    scale = [[edge, c] for (low, high), c in zip(edges, colours, strict=True) for edge in (low, high)]
    return {"colorscale": scale, "zmin": first - 0.5, "zmax": first + count - 0.5}


def _line(line: Line, colour: str, width: float, dash: str = "solid") -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": line.lon,
        "lat": line.lat,
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
    }


def _cased(line: Line, colour: str, width: float, ink: MapInks) -> list[dict[str, Any]]:
    """Draw a line on a casing, so that it is seen on the palest and on the darkest class."""
    return [_line(line, ink.casing, width + 2.2), _line(line, colour, width)]


def _callout(city: str, values: MapValues, geometry: Geometry, look: Look) -> list[dict[str, Any]]:
    """Mark a city and write its name, its value and its region beside the country."""
    lon, lat, position = _CALLOUTS[city]
    centre, own = geometry.point(city, "city"), identity(city, look.dark)
    area = city if city in values.texts else REGION_OF[city]
    text = f"<b>{look.language.place(city)}</b>"
    if not look.compact:
        region = look.language.place(REGION_OF[city])
        text = f"{text} {values.texts[area]}<br>{region}"
    ink = map_inks(look.dark)
    leader = Line([centre.lon, lon], [centre.lat, lat])
    font = {"size": _NAME_SIZE[look.compact], "color": own.colour}
    mark = {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [centre.lon],
        "lat": [centre.lat],
        "marker": {
            "symbol": own.symbol,
            "size": _MARKER_SIZE[own.symbol],
            "color": own.colour,
            "opacity": 1,
            "line": {"color": ink.casing, "width": 1.5},
        },
        "hoverinfo": "skip",
    }
    name = {**_text([lon], [lat], [text], font), "textposition": position}
    return [*_cased(leader, ink.outline, 1.0, ink), mark, name]


def _names(background: Geometry, ink: MapInks, look: Look) -> list[dict[str, Any]]:
    styles = {"lake": (ink.lake_name, 13, "italic"), "district": (ink.name, 13, "normal")}
    return [
        _text(
            [label.lon for label in background.labels if label.kind == kind],
            [label.lat for label in background.labels if label.kind == kind],
            [label.text for label in background.labels if label.kind == kind],
            {"color": colour, "size": size - look.compact, "style": style, "shadow": ink.halo(kind)},
        )
        for kind, (colour, size, style) in styles.items()
    ]


def _text(
    lons: list[float], lats: list[float], texts: list[str], font: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": lons,
        "lat": lats,
        "text": texts,
        "textfont": {"family": FONT, **font},
        "hoverinfo": "skip",
    }


def _scale_bar(bounds: Bounds, ink: MapInks, look: Look) -> list[dict[str, Any]]:
    """Draw the length of ``SCALE_BAR_KM`` at the lower left."""
    lat = bounds.south + (bounds.north - bounds.south) * 0.045
    start = bounds.west + (bounds.east - bounds.west) * 0.04
    end = start + SCALE_BAR_KM / (_KM_PER_DEGREE * cos(radians(lat)))
    bar = Line([start, end], [lat, lat])
    text = f"{look.language.number(SCALE_BAR_KM, 0)}\u00a0km"
    font = {"color": ink.name, "size": 13, "shadow": ink.halo("district")}
    return [
        *_cased(bar, ink.outline, 3.0, ink),
        {**_text([(start + end) / 2], [lat], [text], font), "textposition": "top center"},
    ]


def _geo(bounds: Bounds, meridian: float, ground: str) -> dict[str, Any]:
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


def _frame(height: int) -> Frame:
    return Frame(height=height, top=0, right=0, bottom=0, left=0)
