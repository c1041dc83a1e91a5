"""Reading a prepared map layer without a geometry library."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import LineString, MultiLineString, box

from data.errors import UnavailableSeries
from data.geometry_store import Geometry, read_geometry
from data.model import ROOT
from data.pipeline.geometry_files import LayerContent, write_layer


@pytest.fixture
def layer(tmp_path: Path) -> Geometry:
    two = MultiLineString([LineString([(25, 62), (26, 63)]), LineString([(27, 62), (28, 63)])])
    content = LayerContent(
        polygons={"KU001": box(25, 62, 26, 63)},
        lines={("hatch", "KU001"): two, ("hatch", "KU002"): LineString([(20, 60), (21, 61)])},
        labels={("area", "KU179"): (25.25, 62.25), ("city", "KU179"): (25.75, 62.2)},
        bounds=(25, 62, 26, 63),
        areas=("KU001",),
        sources=("municipalities",),
        vintage="2025-03-19",
    )
    write_layer("x", content, tmp_path, tmp_path / "static")
    return read_geometry(tmp_path, "x")


def test_lines_are_joined_with_a_gap_between_parts(layer: Geometry) -> None:
    joined = layer.joined("hatch")
    gaps = np.isnan(joined.lon)
    assert list(gaps) == [False, False, True, False, False, True, False, False]
    assert list(np.isnan(joined.lat)) == list(gaps)
    assert joined.lon[-2:] == pytest.approx([20, 21])


def test_only_the_wanted_keys_are_joined(layer: Geometry) -> None:
    assert len(layer.joined("hatch", ["KU002", "KU999"]).lon) == 2
    assert len(layer.joined("hatch", []).lon) == 0
    assert len(layer.joined("rail").lon) == 0


def test_a_point_is_found_by_area_and_kind(layer: Geometry) -> None:
    assert layer.point("KU179").lon == pytest.approx(25.25)
    assert layer.point("KU179", "city").lon == pytest.approx(25.75)
    with pytest.raises(KeyError, match="no area point for KU001"):
        layer.point("KU001")


@pytest.mark.parametrize("damage", ["missing", "truncated", "foreign"])
def test_a_broken_layer_is_unavailable(tmp_path: Path, layer: Geometry, damage: str) -> None:
    path = tmp_path / "geometry" / "x.parquet"
    if damage == "missing":
        path.unlink()
    elif damage == "truncated":
        path.write_bytes(path.read_bytes()[:40])
    else:
        path.write_bytes((tmp_path / "static" / layer.address.rsplit("/", 1)[1]).read_bytes())
    with pytest.raises(UnavailableSeries, match=r"x\.parquet: not a readable map layer"):
        read_geometry(tmp_path, "x")


def test_the_app_reads_layers_without_geometry_libraries() -> None:
    code = (
        "import sys, components.figures.choropleth, data.geometry_store;"
        "print([m for m in ('geopandas', 'shapely', 'pyproj') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
