"""Geo snapshots as the map layers read them: the newest file of a layer, in metres."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyarrow as pa

from data.errors import SnapshotError
from data.pipeline.geometry_shapes import METRES


@dataclass(frozen=True, slots=True)
class GeoSource:
    """One geo snapshot in metres, and its vintage."""

    layer: str
    frame: gpd.GeoDataFrame
    vintage: str

    def of_box(self, city_box: str) -> gpd.GeoDataFrame:
        """Return the rows of one city's surroundings; the boxes overlap."""
        return self.frame[self.frame["city_box"] == city_box]


def read_source(
    snapshots: Path, layer: str, columns: tuple[str, ...], count: int | None = None
) -> GeoSource:
    """Read the newest snapshot of a layer.

    Args:
        snapshots: snapshot store with ``geo/<layer>/<date>.parquet``.
        layer: its name.
        columns: columns that must be there.
        count: number of rows that must be there, where it is fixed.

    Raises:
        SnapshotError: the layer is missing, unreadable or incomplete.
    """
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
    return GeoSource(layer, frame.to_crs(METRES), path.stem)
