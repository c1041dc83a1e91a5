"""What lies under and over the values of one city: water, roads, railways, its border, names."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from data.errors import SnapshotError
from data.geometry_store import CITY_LAYERS
from data.map_layers import CityWindow, MapLayers, NameOnMap
from data.model import CITIES
from data.pipeline.geometry_files import LayerContent
from data.pipeline.geometry_shapes import (
    DEGREES,
    METRES,
    label_point,
    lines_of,
    thin_lines,
    to_degrees,
    without_specks,
)
from data.pipeline.geometry_sources import GeoSource, read_source

CITY_TOLERANCE_M = 18  # a pixel is about 40 m
BORDER_TOLERANCE_M = 60  # calmer than the ground: the border is a line to find one's way by
SPECK_M2 = 5_000
WINDOW_MARGIN_M = 1_500
KM_PER_DEGREE = 111.4  # of latitude, in the middle of Finland
ROAD_KINDS = {"road_main": (1, 2), "road_regional": (3,)}


def city_backgrounds(
    snapshots: Path, reference: MapLayers, postal: GeoSource
) -> dict[str, LayerContent]:
    """Return one layer per city.

    Args:
        snapshots: snapshot store.
        reference: windows and names.
        postal: the cleaned postal areas, to tell which of them a window shows and to place names.

    Raises:
        SnapshotError: a geo snapshot is missing or incomplete, or a name has no place.
    """
    sources = {
        "water": read_source(snapshots, "water", ("city_box",)),
        "roads": read_source(snapshots, "roads", ("city_box", "road_class")),
        "rail": read_source(snapshots, "rail_finland", ("class_code",)),
        "names": read_source(snapshots, "place_names", ("city_box", "name")),
        "outlines": read_source(snapshots, "city_outlines", ("area",), len(CITIES) * 2),
        "postal": postal,
    }
    return {
        CITY_LAYERS[city]: _background(window, reference.window_km, sources)
        for city, window in reference.windows.items()
    }


def _background(
    window: CityWindow, side_km: float, sources: Mapping[str, GeoSource]
) -> LayerContent:
    """Return what lies under and over the values of one city: water, roads, rail, the city's border, names."""
    centre = gpd.GeoSeries.from_xy([window.lon], [window.lat], crs=DEGREES).to_crs(METRES).iloc[0]
    inside = box(*centre.buffer(side_km * 500 + WINDOW_MARGIN_M).bounds)
    water = shapely.union_all(sources["water"].of_box(window.box).intersection(inside).to_numpy())
    simple = without_specks(shapely.simplify(water, CITY_TOLERANCE_M), SPECK_M2)
    postal = sources["postal"].frame
    seen = postal["area"][(postal["municipality"] == window.area) & postal.intersects(inside)]
    lines = {(kind, window.area): shape for kind, shape in _lines(window, inside, sources).items()}
    return LayerContent(
        polygons={"water": to_degrees(simple)},
        lines={key: to_degrees(shape) for key, shape in lines.items()},
        labels={(name.kind, name.name): _placed(name, window, sources) for name in window.names},
        bounds=_bounds(window, side_km),
        areas=tuple(sorted(seen)),
        sources=("city_outlines", "water", "roads"),
        vintage=max(source.vintage for source in sources.values()),
    )


def _lines(
    window: CityWindow, inside: BaseGeometry, sources: Mapping[str, GeoSource]
) -> dict[str, BaseGeometry]:
    roads = sources["roads"].of_box(window.box)
    lines = {
        kind: thin_lines(
            roads.geometry[roads["road_class"].isin(classes)].to_numpy(), CITY_TOLERANCE_M
        )
        for kind, classes in ROAD_KINDS.items()
    }
    rails = sources["rail"].frame
    lines["rail"] = thin_lines(
        rails.geometry[rails.intersects(inside)].to_numpy(), CITY_TOLERANCE_M
    )
    outlines = sources["outlines"].frame
    border = outlines.geometry[outlines["area"] == window.area].iloc[0].boundary
    lines["border"] = shapely.simplify(border, BORDER_TOLERANCE_M)
    return {kind: lines_of(shapely.intersection(line, inside)) for kind, line in lines.items()}


def _placed(
    name: NameOnMap, window: CityWindow, sources: Mapping[str, GeoSource]
) -> tuple[float, float]:
    if name.lon is not None and name.lat is not None:
        return name.lon, name.lat
    frame = sources["postal"].frame if name.area else sources["names"].of_box(window.box)
    column, wanted = ("area", name.area) if name.area else ("name", name.name)
    found = frame.geometry[frame[column] == wanted]
    if found.empty:
        raise SnapshotError(f"map_layers.yaml: {window.area} has no place for '{name.name}'")
    return label_point(found.iloc[0])


def _bounds(window: CityWindow, side_km: float) -> tuple[float, float, float, float]:
    """Return the window in degrees: a square of the same size in every city."""
    half_lat = side_km / 2 / KM_PER_DEGREE
    half_lon = half_lat / cos(radians(window.lat))
    return (
        window.lon - half_lon,
        window.lat - half_lat,
        window.lon + half_lon,
        window.lat + half_lat,
    )
