"""Build the map layers from the geo snapshots: country, postal areas and one background per city."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from data.errors import SnapshotError
from data.geometry_store import POSTAL_LAYER
from data.map_layers import MapLayers, load_map_layers
from data.model import CITIES, COUNTRY, REGIONS
from data.pipeline.geometry_city import city_backgrounds
from data.pipeline.geometry_files import LayerContent, write_layer
from data.pipeline.geometry_shapes import (
    clean_coverage,
    hatch,
    label_point,
    simplify_coverage,
    to_degrees,
)
from data.pipeline.geometry_sources import GeoSource, read_source

# A pixel is about 1.6 km on the map of the country and 40 m on that of a city: below half of one.
COUNTRY_TOLERANCE_M = 700
POSTAL_TOLERANCE_M = 18
SLIVER_M2 = 100_000
COUNTRY_HATCH_M = 5_000
POSTAL_HATCH_M = 260
MUNICIPALITIES, POSTAL_AREAS = 308, 133  # of the division of 2025; of the three cities


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
    municipalities = read_source(snapshots, "municipalities", ("area", "region"), MUNICIPALITIES)
    postal = _postal_areas(read_source(snapshots, "postal_areas", ("area", "municipality")))
    contents = {
        **_country(municipalities, reference),
        POSTAL_LAYER: _postal(postal),
        **city_backgrounds(snapshots, reference, postal),
    }
    return {
        name: write_layer(name, content, prepared, static) for name, content in contents.items()
    }


def _postal_areas(source: GeoSource) -> GeoSource:
    """Keep the postal areas of the three cities and make them fit each other."""
    frame = source.frame[source.frame["municipality"].isin(CITIES)]
    if len(frame) != POSTAL_AREAS:
        raise SnapshotError(
            f"geo/postal_areas: {len(frame)} areas of the cities, not {POSTAL_AREAS}"
        )
    shapes = dict(zip(frame["area"], frame.geometry, strict=True))
    clean = simplify_coverage(clean_coverage(shapes, SLIVER_M2), POSTAL_TOLERANCE_M)
    return replace(source, frame=frame.assign(geometry=frame["area"].map(clean)))


def _country(source: GeoSource, reference: MapLayers) -> dict[str, LayerContent]:
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
        name: replace(layer, lines={**layer.lines, **outlines}, labels={**layer.labels, **centres})
        for name, layer in layers.items()
    }


def _postal(source: GeoSource) -> LayerContent:
    frame = source.frame.sort_values("area")
    shapes = dict(zip(frame["area"], frame.geometry, strict=True))
    return _areas_layer(shapes, POSTAL_HATCH_M, source)


def _areas_layer(
    shapes: Mapping[str, BaseGeometry], spacing_m: float, source: GeoSource
) -> LayerContent:
    """Return a layer of areas that carry values: polygons, hatching for missing ones, label points."""
    polygons = {area: to_degrees(shape) for area, shape in shapes.items()}
    return LayerContent(
        polygons=polygons,
        lines={
            ("hatch", area): to_degrees(hatch(shape, spacing_m)) for area, shape in shapes.items()
        },
        labels={("area", area): label_point(shape) for area, shape in shapes.items()},
        bounds=tuple(shapely.total_bounds(list(polygons.values()))),
        areas=tuple(polygons),
        sources=(source.layer,),
        vintage=source.vintage,
    )
