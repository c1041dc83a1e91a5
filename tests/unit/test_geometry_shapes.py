"""Polygons fit each other after cleaning and simplifying; hatching stays inside."""

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Polygon, box

from data.errors import ExpectationError
from data.pipeline.geometry_shapes import (
    clean_coverage,
    hatch,
    label_point,
    simplify_coverage,
    thin_lines,
    without_specks,
)

SLIVER = 100.0


def coverage(shapes: dict[str, Polygon]) -> np.ndarray:
    return np.array(list(shapes.values()))


def test_an_overlap_and_a_gap_between_neighbours_are_closed() -> None:
    rough = {"A": box(0, 0, 103, 100), "B": box(100, 0, 200, 100), "C": box(0, 101, 200, 200)}
    assert not shapely.coverage_is_valid(coverage(rough))
    rough["C"] = box(0, 101, 200, 200)
    clean = clean_coverage({**rough, "D": box(-100, 0, 0, 200), "E": box(200, 0, 300, 200)}, 500)
    assert shapely.coverage_is_valid(coverage(clean))
    whole = shapely.union_all(coverage(clean))
    assert len(whole.interiors) == 0
    assert whole.area == pytest.approx(box(-100, 0, 300, 200).area)


def test_a_lake_that_nobody_owns_stays_open() -> None:
    ring = {
        "A": box(0, 0, 100, 100) - box(50, 20, 100, 80),
        "B": box(100, 0, 200, 100) - box(100, 20, 150, 80),
    }
    clean = clean_coverage(ring, SLIVER)
    assert shapely.union_all(coverage(clean)).interiors[0].length == pytest.approx(320)


def test_neighbours_keep_one_common_border_when_simplified() -> None:
    border = [(100, y) if y % 20 else (103, y) for y in range(0, 101, 10)]
    left = Polygon([(0, 0), *border, (0, 100)])
    right = Polygon([(200, 0), (200, 100), *reversed(border)])
    simple = simplify_coverage({"A": left, "B": right}, 30)
    assert shapely.coverage_is_valid(coverage(simple))
    assert shapely.get_num_coordinates(simple["A"]) < shapely.get_num_coordinates(left)
    assert simple["A"].area + simple["B"].area == pytest.approx(200 * 100)


def test_polygons_that_do_not_fit_stop_the_build() -> None:
    with pytest.raises(ExpectationError, match="borders of 2 do not fit"):
        simplify_coverage({"A": box(0, 0, 11, 10), "B": box(10, 0, 20, 10)}, 1)


def test_hatching_lies_inside_with_the_wanted_spacing() -> None:
    square = box(1000, 2000, 1100, 2100)
    lines = hatch(square, 10)
    assert square.buffer(1e-6).covers(lines)
    assert lines.length == pytest.approx(square.area / 10, rel=0.1)


def test_hatching_of_neighbours_meets() -> None:
    both = hatch(box(0, 0, 200, 100), 10)
    apart = shapely.union(hatch(box(0, 0, 100, 100), 10), hatch(box(100, 0, 200, 100), 10))
    assert shapely.hausdorff_distance(both, apart) < 1e-6


def test_specks_and_pinholes_go() -> None:
    lake = box(0, 0, 100, 100) - box(10, 10, 12, 12) - box(40, 40, 60, 60)
    kept = without_specks(shapely.union(lake, box(200, 200, 205, 205)), 100)
    assert kept.area == pytest.approx(100 * 100 - 20 * 20)


def test_lines_that_continue_each_other_become_one() -> None:
    parts = np.array([LineString([(0, 0), (50, 0.1)]), LineString([(50, 0.1), (100, 0)])])
    assert list(thin_lines(parts, 5).coords) == [(0, 0), (100, 0)]


def test_a_label_stands_in_the_largest_part() -> None:
    mainland, island = (
        box(400_000, 6_900_000, 410_000, 6_910_000),
        box(500_000, 6_900_000, 500_100, 6_900_100),
    )
    lon, lat = label_point(shapely.union(island, mainland))
    assert 25.0 < lon < 25.4
    assert 62.1 < lat < 62.4
