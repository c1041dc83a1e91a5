"""Prepared map layers as the app reads them: an address, bounds, names and lines; no geometry library needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from data.errors import UnavailableSeries
from data.model import CITIES

COUNTRY_LAYERS = ("municipalities", "regions")
CITY_LAYERS = {city: f"city_{city}" for city in CITIES}
POSTAL_LAYER = "postal_areas"
FACTS_KEY = b"kasvumittari"
SCHEMA = pa.schema(
    [
        ("kind", pa.string()),
        ("key", pa.string()),
        ("lon", pa.list_(pa.float32())),
        ("lat", pa.list_(pa.float32())),
    ]
)
_GAP = np.array([np.nan], dtype=np.float32)

Coordinates = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in degrees (WGS 84)."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Label:
    """A point for a name: ``text`` is a code for the kinds "area", "city", "centre", else the name itself."""

    kind: str
    text: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Line:
    """Lines in degrees, float32; the parts are separated by NaN."""

    lon: Coordinates
    lat: Coordinates


@dataclass(frozen=True, slots=True)
class Geometry:
    """One prepared layer.

    ``address`` is relative to the app's own address and named by the content's hash. ``areas`` are those that carry
    values: the polygons of a layer of areas; of a city's background the postal areas that its window shows.
    """

    layer: str
    address: str
    bounds: Bounds
    areas: tuple[str, ...]
    sources: tuple[str, ...]
    vintage: str
    labels: tuple[Label, ...]
    lines: Mapping[str, Mapping[str, Line]]

    def joined(self, kind: str, keys: Iterable[str] | None = None) -> Line:
        """Return all lines of a kind (of some keys only) as one, parted by NaN; empty where there is none."""
        of_kind = self.lines.get(kind, {})
        chosen = [of_kind[key] for key in (of_kind if keys is None else keys) if key in of_kind]
        if not chosen:
            return Line(_GAP[:0], _GAP[:0])
        lons, lats = [], []
        for line in chosen:
            lons += [line.lon, _GAP]
            lats += [line.lat, _GAP]
        return Line(np.concatenate(lons[:-1]), np.concatenate(lats[:-1]))

    def point(self, area: str, kind: str = "area") -> Label:
        """Return the label point of an area, or (``kind`` "city") the centre of a city.

        Raises:
            KeyError: the layer has no such point.
        """
        for label in self.labels:
            if label.kind == kind and label.text == area:
                return label
        raise KeyError(f"{self.layer}: no {kind} point for {area}")


def read_geometry(prepared: Path, layer: str) -> Geometry:
    """Read one prepared layer (``prepared/geometry/<layer>.parquet``).

    Raises:
        UnavailableSeries: the file is missing, truncated or not a layer.
    """
    path = prepared / "geometry" / f"{layer}.parquet"
    try:
        table = pq.read_table(path, schema=SCHEMA)
        facts = json.loads(pq.read_schema(path).metadata[FACTS_KEY])
        bounds = Bounds(*facts["bounds"])
        address, sources = str(facts["address"]), tuple(facts["sources"])
        areas, vintage = tuple(facts["areas"]), str(facts["vintage"])
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
        raise UnavailableSeries(f"{path}: not a readable map layer: {error!r}") from error
    labels, lines = _sorted_out(table)
    return Geometry(layer, address, bounds, areas, sources, vintage, labels, lines)


def _sorted_out(table: pa.Table) -> tuple[tuple[Label, ...], dict[str, dict[str, Line]]]:
    """Part the rows into label points ("label:<kind>") and lines (every other kind)."""
    labels: list[Label] = []
    lines: dict[str, dict[str, Line]] = {}
    for row in table.to_pylist():
        kind, key = row["kind"], row["key"]
        if kind.startswith("label:"):
            labels.append(Label(kind.removeprefix("label:"), key, row["lon"][0], row["lat"][0]))
        else:
            line = Line(np.array(row["lon"], np.float32), np.array(row["lat"], np.float32))
            lines.setdefault(kind, {})[key] = line
    return tuple(labels), lines
