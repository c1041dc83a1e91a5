"""Operations on polygons and lines in metres (ETRS-TM35FIN): clean, simplify with shared borders, hatch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyproj
import shapely
from shapely.geometry import MultiLineString, Polygon
from shapely.geometry.base import BaseGeometry

from data.errors import ExpectationError

METRES = "EPSG:3067"
DEGREES = "EPSG:4326"
_GRID_M = 1.0
_TO_DEGREES = pyproj.Transformer.from_crs(METRES, DEGREES, always_xy=True)

Shapes = Mapping[str, BaseGeometry]


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    """Turn metres into degrees (WGS 84)."""

    def transform(points: np.ndarray) -> np.ndarray:
        return np.column_stack(_TO_DEGREES.transform(points[:, 0], points[:, 1]))

    return shapely.transform(shape, transform)


def label_point(shape: BaseGeometry) -> tuple[float, float]:
    """Return a point inside the largest part of a shape, in degrees (lon, lat)."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    point = to_degrees(shapely.point_on_surface(largest))
    return round(point.x, 5), round(point.y, 5)


def clean_coverage(shapes: Shapes, sliver_m2: float) -> dict[str, BaseGeometry]:
    """Make polygons fit each other exactly: every border is shared, no overlap, no sliver between neighbours.

    All borders are noded into faces; a face goes to the polygon that holds it, an unheld enclosed face smaller than
    ``sliver_m2`` to the neighbour with the longest common border, larger ones stay open (a lake nobody owns).
    """
    keys = list(shapes)
    snapped = shapely.set_precision(np.array(list(shapes.values())), _GRID_M)
    lines = shapely.union_all(shapely.boundary(snapped), grid_size=_GRID_M)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    tree = shapely.STRtree(snapped)
    owned: dict[int, list[Polygon]] = {index: [] for index in range(len(keys))}
    free: list[Polygon] = []
    for face in faces:
        holders = tree.query(shapely.point_on_surface(face), predicate="intersects")
        if len(holders):
            owned[int(holders.min())].append(face)
        elif face.area < sliver_m2:
            free.append(face)
    for face in free:
        owned[_longest_neighbour(face, owned)].append(face)
    return {key: shapely.union_all(owned[index]) for index, key in enumerate(keys) if owned[index]}


def simplify_coverage(shapes: Shapes, tolerance_m: float) -> dict[str, BaseGeometry]:
    """Simplify polygons together, so that neighbours keep one common border.

    Raises:
        ExpectationError: the polygons do not fit each other, before or after.
    """
    polygons = np.array(list(shapes.values()))
    _require_fit(polygons, "before simplifying")
    simple = shapely.coverage_simplify(polygons, tolerance_m)
    _require_fit(simple, "after simplifying")
    return dict(zip(shapes, simple, strict=True))


def without_specks(shape: BaseGeometry, least_m2: float) -> BaseGeometry:
    """Drop parts and holes that are too small to be seen."""
    kept = [
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area >= least_m2])
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and part.area >= least_m2
    ]
    return shapely.union_all(kept)


def hatch(shape: BaseGeometry, spacing_m: float) -> BaseGeometry:
    """Return rising lines across a shape; their grid is fixed, so neighbours' lines meet."""
    west, south, east, north = shape.bounds
    height = north - south
    step = spacing_m * np.sqrt(2.0)
    first = np.ceil((west - north) / step) * step  # lines are x - y = k * step
    offsets = np.arange(first, east - south, step)
    starts = np.column_stack([offsets + south, np.full_like(offsets, south)])
    lines = MultiLineString([((x, y), (x + height, y + height)) for x, y in starts.tolist()])
    return lines_of(shapely.intersection(shape, lines))


def lines_of(shape: BaseGeometry) -> BaseGeometry:
    """Keep the lines of an intersection; points where a line only touches are dropped."""
    parts = shapely.get_parts(shape)
    return MultiLineString(
        [part for part in parts if part.geom_type == "LineString" and part.length]
    )


def thin_lines(shapes: np.ndarray, tolerance_m: float) -> BaseGeometry:
    """Merge lines that continue each other and drop bends too small to be seen."""
    merged = shapely.line_merge(shapely.union_all(shapes, grid_size=_GRID_M))
    return shapely.simplify(merged, tolerance_m)


def _require_fit(polygons: np.ndarray, when: str) -> None:
    if not shapely.coverage_is_valid(polygons):
        edges = shapely.coverage_invalid_edges(polygons)
        wrong = int((~shapely.is_empty(edges)).sum())
        raise ExpectationError(
            f"map polygons {when}: borders of {wrong} do not fit their neighbours"
        )


def _longest_neighbour(face: Polygon, owned: Mapping[int, list[Polygon]]) -> int:
    shared = {
        index: sum(
            shapely.intersection(face, part).length for part in parts if face.intersects(part)
        )
        for index, parts in owned.items()
    }
    return max(shared, key=lambda index: shared[index])
