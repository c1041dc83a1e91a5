"""The files of a map layer: named by content, turned for the renderer, never half written."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import shapely
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from data.errors import ExpectationError
from data.geometry_store import read_geometry
from data.pipeline.geometry_files import LayerContent, geojson, prune_static, write_layer

SQUARE = box(25.0, 62.0, 25.5, 62.5)
RING = box(26.0, 62.0, 27.0, 63.0) - box(26.4, 62.4, 26.6, 62.6)


def content(polygons: Mapping[str, BaseGeometry]) -> LayerContent:
    return LayerContent(
        polygons=polygons,
        lines={
            ("hatch", "KU001"): shapely.union(
                LineString([(25, 62), (25.5, 62.5)]), LineString([(26, 62), (26.5, 62.5)])
            )
        },
        labels={("area", "KU001"): (25.25, 62.25), ("lake", "Päijänne"): (25.4, 62.1)},
        bounds=(25.0, 62.0, 27.0, 63.0),
        areas=tuple(polygons),
        sources=("municipalities",),
        vintage="2025-03-19",
    )


def polygons_of(text: str) -> dict[str, Polygon]:
    return {it["id"]: shapely.geometry.shape(it["geometry"]) for it in json.loads(text)["features"]}


def test_outer_rings_run_clockwise_and_holes_the_other_way() -> None:
    drawn = polygons_of(geojson("x", {"KU001": shapely.orient_polygons(RING)}))["KU001"]
    assert not drawn.exterior.is_ccw
    assert drawn.interiors[0].is_ccw


def test_coordinates_are_rounded_to_four_decimals() -> None:
    text = geojson("x", {"KU001": box(25.123456, 62.0, 25.5, 62.5)})
    assert "25.1235" in text
    assert "25.12345" not in text


def test_a_polygon_that_rounding_makes_invalid_stops_the_build() -> None:
    with pytest.raises(ExpectationError, match="layer x: the polygon of KU001"):
        geojson("x", {"KU001": box(25.0, 62.0, 25.00001, 62.00001)})


def test_the_file_is_named_by_its_content(tmp_path: Path) -> None:
    facts = write_layer("x", content({"KU001": SQUARE}), tmp_path / "prepared", tmp_path / "static")
    written = (tmp_path / "static" / facts["file"]).read_bytes()
    assert facts["file"] == f"{hashlib.sha256(written).hexdigest()[:16]}.geojson"
    assert facts["bytes"] == len(written)
    assert (facts["count"], facts["vintage"]) == (1, "2025-03-19")


def test_same_content_gives_same_bytes_and_leaves_nothing_unfinished(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_layer(
            "x", content({"KU001": SQUARE, "KU002": RING}), tmp_path / folder, tmp_path / folder
        )
    files = [
        {
            path.relative_to(tmp_path / folder): path.read_bytes()
            for path in (tmp_path / folder).rglob("*.*")
        }
        for folder in ("one", "two")
    ]
    assert files[0] == files[1]
    assert sorted(path.suffix for path in files[0]) == [".geojson", ".parquet"]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    facts = write_layer("x", content({"KU001": SQUARE}), tmp_path, tmp_path / "static")
    layer = read_geometry(tmp_path, "x")
    assert layer.address == f"app/static/{facts['file']}"
    assert layer.areas == ("KU001",)
    assert layer.sources == ("municipalities",)
    assert [(label.kind, label.text) for label in layer.labels] == [
        ("area", "KU001"),
        ("lake", "Päijänne"),
    ]


def test_only_files_that_no_layer_names_are_pruned(tmp_path: Path) -> None:
    static = tmp_path / "static"
    old = write_layer("x", content({"KU001": RING}), tmp_path, static)["file"]
    new = write_layer("x", content({"KU001": SQUARE}), tmp_path, static)["file"]
    (static / "world_110m.json").write_text("{}")
    assert prune_static(tmp_path, static) == (old,)
    assert sorted(path.name for path in static.iterdir()) == sorted([new, "world_110m.json"])
