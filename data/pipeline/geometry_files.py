"""Write a map layer: GeoJSON named by its content's hash for the browser, Parquet with the rest for the app."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from data.errors import ExpectationError
from data.geometry_store import FACTS_KEY, SCHEMA

ADDRESS = "app/static/"
DECIMALS = 4  # 11 m: a third of a pixel on the most detailed map


@dataclass(frozen=True, slots=True)
class LayerContent:
    """What one layer holds, all in degrees: polygons by id, lines and label points by kind and key."""

    polygons: Mapping[str, BaseGeometry]
    lines: Mapping[tuple[str, str], BaseGeometry]
    labels: Mapping[tuple[str, str], tuple[float, float]]
    bounds: tuple[float, float, float, float]
    areas: tuple[str, ...]
    sources: tuple[str, ...]
    vintage: str


def write_layer(name: str, content: LayerContent, prepared: Path, static: Path) -> dict[str, Any]:
    """Write one layer; the polygons first, so that an address in a Parquet file always has its file.

    Returns:
        Facts for the build's manifest: file, vintage, count of polygons, sources, bytes.

    Raises:
        ExpectationError: a polygon is empty or invalid after rounding.
    """
    text = geojson(name, content.polygons).encode()
    file = f"{hashlib.sha256(text).hexdigest()[:16]}.geojson"
    _replace(static / file, text)
    facts = {
        "address": ADDRESS + file,
        "bounds": [round(float(edge), 6) for edge in content.bounds],
        "areas": list(content.areas),
        "sources": list(content.sources),
        "vintage": content.vintage,
    }
    table = _table(content).replace_schema_metadata({FACTS_KEY: json.dumps(facts)})
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    _replace(prepared / "geometry" / f"{name}.parquet", sink.getvalue().to_pybytes())
    return {
        "file": file,
        "vintage": content.vintage,
        "count": len(content.polygons),
        "sources": list(content.sources),
        "bytes": len(text),
    }


def geojson(name: str, polygons: Mapping[str, BaseGeometry]) -> str:
    """Return a FeatureCollection whose outer rings run clockwise.

    The renderer (d3-geo) takes the side to the right of a ring as the inside, the opposite of RFC 7946: a ring that
    runs the other way fills the whole globe except the area.

    Raises:
        ExpectationError: a polygon is empty or invalid after rounding.
    """
    features = []
    for key, polygon in polygons.items():
        rounded = shapely.transform(polygon, lambda points: np.round(points, DECIMALS))
        if rounded.is_empty or not rounded.is_valid:
            raise ExpectationError(f"map layer {name}: the polygon of {key} is empty or invalid")
        turned = shapely.orient_polygons(rounded, exterior_cw=True)
        shape = json.loads(shapely.to_geojson(turned))
        features.append({"type": "Feature", "id": key, "properties": None, "geometry": shape})
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, separators=(",", ":"))


def prune_static(prepared: Path, static: Path) -> tuple[str, ...]:
    """Delete GeoJSON files that no prepared layer names; return their names.

    To be called once the prepared set is complete: until then an old layer may still need its file.
    """
    used = {
        json.loads(pq.read_schema(path).metadata[FACTS_KEY])["address"].removeprefix(ADDRESS)
        for path in (prepared / "geometry").glob("*.parquet")
    }
    unused = sorted(path for path in static.glob("*.geojson") if path.name not in used)
    for path in unused:
        path.unlink()
    return tuple(path.name for path in unused)


def _table(content: LayerContent) -> pa.Table:
    rows = [
        {"kind": f"label:{kind}", "key": key, "lon": [lon], "lat": [lat]}
        for (kind, key), (lon, lat) in content.labels.items()
    ]
    for (kind, key), line in content.lines.items():
        lon, lat = _flattened(line)
        rows.append({"kind": kind, "key": key, "lon": lon, "lat": lat})
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _flattened(line: BaseGeometry) -> tuple[list[float], list[float]]:
    """Return the coordinates of all parts, parted by NaN."""
    lon: list[float] = []
    lat: list[float] = []
    for part in shapely.get_parts(line):
        points = np.round(shapely.get_coordinates(part), DECIMALS + 1)
        gap = [np.nan] if lon else []
        lon += [*gap, *points[:, 0].tolist()]
        lat += [*gap, *points[:, 1].tolist()]
    return lon, lat


def _replace(path: Path, content: bytes) -> None:
    """Write beside the target and rename, so that a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
