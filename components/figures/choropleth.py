"""Maps of areas coloured by class: the whole country, and the heart of one city.

Drawn with plotly's ``Choropleth`` on a ``geo`` subplot without a base map, not with pydeck: one
library on the page, names as real text (deck's text layer drew nothing here), sharp in print, no
WebGL contexts, a true transverse Mercator projection. The polygons are given by address and
fetched from this host once; only classes and hover texts travel with each run. Two things keep
other hosts out (tested in a browser): plotly asks its CDN for outlines of the world when the first
trace of the subplot names locations, so an anchor of plain coordinates always comes first; and
``CONFIG`` names this host's own, empty outline file, should another version ask anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.figures import map_traces
from components.figures.classes import MapValues
from components.figures.map_inks import MapInks, map_inks
from components.figures.palette import chosen_identity, identity
from components.figures.template import Frame, Look, make_figure
from data.geometry_store import Bounds, Geometry, Label
from data.model import CITIES, COUNTRY, REGION_OF

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "topojsonURL": "app/static/",
}
SCALE_BAR_KM = 5
_CENTRAL_MERIDIAN = 27.0  # of the national projection ETRS-TM35FIN
# Room for the names at both sides of the country; on a phone they are short.
_COUNTRY_BOUNDS = {
    False: Bounds(west=17.4, south=59.5, east=35.6, north=70.5),
    True: Bounds(west=19.2, south=59.5, east=33.4, north=70.5),
}
# Where a city's name stands, and on which side of that point the text is: over sea or outside the country.
_CALLOUTS = {
    "KU179": (22.9, 64.9, "middle left"),
    "KU297": (31.0, 64.6, "middle right"),
    "KU398": (28.9, 60.1, "middle right"),
}
_HEIGHT = {False: 720, True: 550}
_CITY_HEIGHT = 300  # at least; the page makes the window a square as wide as its column
_NAME_SIZE = {False: 16, True: 13}
_MARKER_SIZE = {"circle": 11, "square": 11, "diamond": 13, "triangle-up": 13}
_MISSING = -1


def country_map(values: MapValues, geometry: Geometry, look: Look, also: str = "") -> go.Figure:
    """Draw all municipalities (or regions) by class, the three cities and their regions outlined and named.

    Args:
        values: of every area of the layer.
        geometry: layer "municipalities" or "regions".
        look: language, theme and size of screen.
        also: an area of the layer to point at beside the cities.
    """
    ink = map_inks(look.dark)
    bounds = _COUNTRY_BOUNDS[look.compact]
    traces = [
        map_traces.anchor(bounds),
        map_traces.line(geometry.joined("outline", [COUNTRY]), ink.coast, 0.7),
        _areas(values, geometry, geometry.areas, ink),
        map_traces.line(geometry.joined("hatch", _without(values, geometry.areas)), ink.hatch, 1.0),
        *map_traces.cased(geometry.joined("outline", REGION_OF.values()), ink.outline, 1.4, ink),
        *map_traces.cased(geometry.joined("outline", _within(values)), ink.outline, 2.0, ink),
    ]
    for city in CITIES:
        traces += _callout(city, values, geometry, look)
    if also in geometry.areas:
        traces += _pointed(also, values, geometry, look)
    layout = map_traces.geo(bounds, _CENTRAL_MERIDIAN, "rgba(0,0,0,0)")
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
        map_traces.anchor(background.bounds),
        _areas(values, geometry, background.areas, ink),
        _water(background, ink),
        map_traces.line(background.joined("road_regional"), ink.road, 0.8),
        map_traces.line(
            geometry.joined("hatch", _without(values, background.areas)), ink.hatch, 1.2
        ),
        map_traces.line(background.joined("road_main"), ink.road, 1.6),
        map_traces.line(background.joined("rail"), ink.casing, 2.4),
        map_traces.line(background.joined("rail"), ink.rail, 1.4, "5px,3px"),
        *map_traces.cased(background.joined("border", [city]), ink.outline, 1.6, ink),
        *_names(background, ink, look),
        *map_traces.scale_bar(background.bounds, SCALE_BAR_KM, look, ink),
    ]
    middle = (background.bounds.west + background.bounds.east) / 2
    layout = map_traces.geo(background.bounds, middle, ink.land)
    return make_figure(traces, layout, _frame(_CITY_HEIGHT), look)


def _within(values: MapValues) -> list[str]:
    """List the cities that have a figure of their own on the map: not on a map of regions."""
    return [city for city in CITIES if city in values.texts]


def _without(values: MapValues, areas: Sequence[str]) -> list[str]:
    return [area for area in areas if values.places[area] is None]


def _areas(
    values: MapValues, geometry: Geometry, areas: Sequence[str], ink: MapInks
) -> dict[str, Any]:
    places = [values.places[area] for area in areas]
    return {
        **map_traces.polygons(geometry, list(areas), ink.border),
        "z": [_MISSING if place is None else place for place in places],
        **map_traces.steps((ink.missing, *ink.of(values.class_count)), _MISSING),
        "text": [f"{values.names[area]}: {values.texts[area]}" for area in areas],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _water(background: Geometry, ink: MapInks) -> dict[str, Any]:
    return {
        **map_traces.polygons(background, ["water"], ink.shore),
        "z": [0],
        **map_traces.steps((ink.water,), 0),
        "hoverinfo": "skip",
    }


def _callout(city: str, values: MapValues, geometry: Geometry, look: Look) -> list[dict[str, Any]]:
    """Mark a city and write its name, its value and its region beside the country."""
    lon, lat, position = _CALLOUTS[city]
    centre, own = geometry.point(city, "city"), identity(city, look.dark)
    area = city if city in values.texts else REGION_OF[city]
    text = f"<b>{look.language.place(area)}</b>"
    if not look.compact:
        # Names of regions are long: beside the country there is no room for the figure as well.
        region = look.language.place(REGION_OF[city])
        below = (
            f" {values.texts[area]}<br>{region}" if area == city else f"<br>{values.texts[area]}"
        )
        text += below
    ink = map_inks(look.dark)
    leader = map_traces.points([(centre.lon, centre.lat), (lon, lat)])
    font = {"size": _NAME_SIZE[look.compact], "color": own.colour}
    mark = _marker(centre, own.symbol, own.colour, ink)
    name = {
        **map_traces.text(map_traces.points([(lon, lat)]), [text], font),
        "textposition": position,
    }
    return [*map_traces.cased(leader, ink.outline, 1.0, ink), mark, name]


def _pointed(area: str, values: MapValues, geometry: Geometry, look: Look) -> list[dict[str, Any]]:
    """Mark one more area where it is, its name beside it."""
    at, ink = geometry.point(area), map_inks(look.dark)
    font = {"size": _NAME_SIZE[look.compact], "color": ink.name, "shadow": ink.halo}
    mark = _marker(at, chosen_identity().symbol, ink.outline, ink)
    name = map_traces.text(
        map_traces.points([(at.lon, at.lat)]), [f"<b>\u00a0 {values.names[area]}</b>"], font
    )
    return [mark, {**name, "textposition": "middle right"}]


def _marker(at: Label, symbol: str, colour: str, ink: MapInks) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [at.lon],
        "lat": [at.lat],
        "marker": {
            "symbol": symbol,
            "size": _MARKER_SIZE[symbol],
            "color": colour,
            "opacity": 1,
            "line": {"color": ink.casing, "width": 1.5},
        },
        "hoverinfo": "skip",
    }


def _names(background: Geometry, ink: MapInks, look: Look) -> list[dict[str, Any]]:
    size = map_traces.TEXT_SIZE[look.compact]
    fonts = {
        "lake": {"color": ink.lake_name, "size": size, "style": "italic"},
        "district": {"color": ink.name, "size": size},
        "centre": {"color": ink.name, "size": size + 2, "weight": 700},
    }
    traces = []
    for kind, font in fonts.items():
        labels = [label for label in background.labels if label.kind == kind]
        texts = [look.language.place(it.text) if kind == "centre" else it.text for it in labels]
        points = map_traces.points([(label.lon, label.lat) for label in labels])
        traces.append(map_traces.text(points, texts, {**font, "shadow": ink.halo}))
    return traces


def _frame(height: int) -> Frame:
    return Frame(height=height, top=0, right=0, bottom=0, left=0)
