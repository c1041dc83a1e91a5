"""Build the map layers from the geo snapshots: country, postal areas and one background per city."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, radians
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow as pa
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from data.geometry_store import CITY_LAYERS, POSTAL_LAYER
from data.map_layers import CityWindow, MapLayers, NameOnMap, load_map_layers
from data.model import CITIES, COUNTRY, REGIONS, SnapshotError
from data.pipeline.geometry_files import LayerContent, write_layer
from data.pipeline.geometry_shapes import (
    DEGREES,
    METRES,
    clean_coverage,
    hatch,
    lines_of,
    simplify_coverage,
    thin_lines,
    to_degrees,
    without_specks,
)

# A pixel is about 1.6 km on the map of the country and 40 m on that of a city: tolerances lie below half of one.
COUNTRY_TOLERANCE_M = 700
CITY_TOLERANCE_M = 18
BORDER_TOLERANCE_M = 60  # calmer than the ground: the border is a line to find one's way by
SPECK_M2 = 5_000
SLIVER_M2 = 100_000
COUNTRY_HATCH_M = 5_000
POSTAL_HATCH_M = 260
WINDOW_MARGIN_M = 1_500
MUNICIPALITIES, POSTAL_AREAS = 308, 133  # of the division of 2025; of the three cities
ROAD_KINDS = {"road_main": (1, 2), "road_regional": (3,)}


@dataclass(frozen=True, slots=True)
class _Source:
    """One geo snapshot in metres, and its vintage."""

    layer: str
    frame: gpd.GeoDataFrame
    vintage: str

    def of_box(self, city_box: str) -> gpd.GeoDataFrame:
        """Return the rows of one city's surroundings; the boxes overlap."""
        return self.frame[self.frame["city_box"] == city_box]


def build_geometry(snapshots: Path, prepared: Path, static: Path) -> dict[str, dict[str, Any]]:
    """Write every map layer; same input gives the same bytes.

    Args:
        snapshots: snapshot store with ``geo/<layer>/<date>.parquet``.
        prepared: receives ``geometry/<layer>.parquet``.
        static: receives ``<hash>.geojson``; ``prune_static`` removes what no layer needs any more.

    Returns:
        Facts per layer for the build's manifest.

    Raises:
        SnapshotError: a geo snapshot is missing, unreadable or incomplete.
        ExpectationError: polygons do not fit each other or are not valid.
    """
    reference = load_map_layers()
    municipalities = _read(snapshots, "municipalities", ("area", "region"), MUNICIPALITIES)
    postal = _postal_areas(_read(snapshots, "postal_areas", ("area", "municipality")))
    contents = {
        **_country(municipalities, reference),
        POSTAL_LAYER: _postal(postal),
        **_backgrounds(snapshots, reference, postal),
    }
    return {
        name: write_layer(name, content, prepared, static) for name, content in contents.items()
    }


def _read(
    snapshots: Path, layer: str, columns: tuple[str, ...], count: int | None = None
) -> _Source:
    files = sorted((snapshots / "geo" / layer).glob("*.parquet"))
    if not files:
        raise SnapshotError(f"{snapshots / 'geo' / layer}: no snapshot of this map layer")
    path = files[-1]
    try:
        frame = gpd.read_parquet(path)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise SnapshotError(f"{path}: not a readable map layer: {error}") from error
    missing = [name for name in columns if name not in frame]
    if missing or not len(frame) or (count and len(frame) != count):
        raise SnapshotError(f"{path}: {len(frame)} rows (expected {count}), without {missing}")
    return _Source(layer, frame.to_crs(METRES), path.stem)


def _postal_areas(source: _Source) -> _Source:
    """Keep the postal areas of the three cities and make them fit each other."""
    frame = source.frame[source.frame["municipality"].isin(CITIES)]
    if len(frame) != POSTAL_AREAS:
        raise SnapshotError(
            f"geo/postal_areas: {len(frame)} areas of the cities, not {POSTAL_AREAS}"
        )
    shapes = dict(zip(frame["area"], frame.geometry, strict=True))
    clean = simplify_coverage(clean_coverage(shapes, SLIVER_M2), CITY_TOLERANCE_M)
    return replace(source, frame=frame.assign(geometry=frame["area"].map(clean)))


def _country(source: _Source, reference: MapLayers) -> dict[str, LayerContent]:
    frame = source.frame.sort_values("area")
    raw = dict(zip(frame["area"], frame.geometry, strict=True))
    municipalities = simplify_coverage(raw, COUNTRY_TOLERANCE_M)
    regions = {
        str(region): shapely.coverage_union_all([municipalities[area] for area in group["area"]])
        for region, group in frame.groupby("region")
    }
    outlined = {
        COUNTRY: shapely.coverage_union_all(list(regions.values())),
        **{region: regions[region] for region in REGIONS},
        **{city: municipalities[city] for city in CITIES},
    }
    outlines = {("outline", area): to_degrees(shape.boundary) for area, shape in outlined.items()}
    centres = {("city", city): (it.lon, it.lat) for city, it in reference.windows.items()}
    layers = {
        "municipalities": _areas_layer(municipalities, COUNTRY_HATCH_M, source),
        "regions": _areas_layer(regions, COUNTRY_HATCH_M, source),
    }
    return {
        name: replace(layer, lines=layer.lines | outlines, labels=layer.labels | centres)
        for name, layer in layers.items()
    }


def _postal(source: _Source) -> LayerContent:
    frame = source.frame.sort_values("area")
    shapes = dict(zip(frame["area"], frame.geometry, strict=True))
    return _areas_layer(shapes, POSTAL_HATCH_M, source)


def _areas_layer(
    shapes: Mapping[str, BaseGeometry], spacing_m: float, source: _Source
) -> LayerContent:
    """Return a layer of areas that carry values: polygons, hatching for missing ones, label points."""
    polygons = {area: to_degrees(shape) for area, shape in shapes.items()}
    return LayerContent(
        polygons=polygons,
        lines={
            ("hatch", area): to_degrees(hatch(shape, spacing_m)) for area, shape in shapes.items()
        },
        labels={("area", area): _point(shape) for area, shape in shapes.items()},
        bounds=tuple(shapely.total_bounds(list(polygons.values()))),
        areas=tuple(polygons),
        sources=(source.layer,),
        vintage=source.vintage,
    )


def _backgrounds(snapshots: Path, reference: MapLayers, postal: _Source) -> dict[str, LayerContent]:
    sources = {
        "water": _read(snapshots, "water", ("city_box",)),
        "roads": _read(snapshots, "roads", ("city_box", "road_class")),
        "rail": _read(snapshots, "rail_finland", ("class_code",)),
        "names": _read(snapshots, "place_names", ("city_box", "name")),
        "outlines": _read(snapshots, "city_outlines", ("area",), len(CITIES) * 2),
        "postal": postal,
    }
    return {
        CITY_LAYERS[city]: _background(window, reference.window_km, sources)
        for city, window in reference.windows.items()
    }


def _background(window: CityWindow, side_km: float, sources: Mapping[str, _Source]) -> LayerContent:
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
    window: CityWindow, inside: BaseGeometry, sources: Mapping[str, _Source]
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
    name: NameOnMap, window: CityWindow, sources: Mapping[str, _Source]
) -> tuple[float, float]:
    if name.lon is not None and name.lat is not None:
        return name.lon, name.lat
    frame = sources["postal"].frame if name.area else sources["names"].of_box(window.box)
    column, wanted = ("area", name.area) if name.area else ("name", name.name)
    found = frame.geometry[frame[column] == wanted]
    if found.empty:
        raise SnapshotError(f"map_layers.yaml: {window.area} has no place for '{name.name}'")
    return _point(found.iloc[0])


def _point(shape: BaseGeometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(shape), key=shapely.area)
    point = to_degrees(shapely.point_on_surface(largest))
    return round(point.x, 5), round(point.y, 5)


def _bounds(window: CityWindow, side_km: float) -> tuple[float, float, float, float]:
    """Return a square in degrees; a degree of latitude is 111.4 km at these latitudes."""
    half_lat = side_km / 2 / 111.4
    half_lon = half_lat / cos(radians(window.lat))
    return (
        window.lon - half_lon,
        window.lat - half_lat,
        window.lon + half_lon,
        window.lat + half_lat,
    )
