"""Where dots stand: no mark on another, dots around them, names only where there is room."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from components.figures.swarm import DOT, Box, free_names, swarm

PLOT = Box(0, -60, 800, 60)


def test_marks_keep_the_line_unless_they_would_cover_another() -> None:
    at = {"a": 100.0, "b": 105.0, "c": 200.0}
    assert swarm(at, {"a": 15.0, "b": 15.0, "c": 15.0}) == {"a": 0.0, "b": 15.0, "c": 0.0}
    assert swarm(at, {"a": 15.0, "b": 12.0, "c": 15.0})["b"] == 14.0


@pytest.mark.parametrize("crowd", [1, 12, 60])
def test_no_mark_or_ring_is_covered_however_high_the_stack(crowd: int) -> None:
    at = {f"dot{number}": 100.0 for number in range(crowd)}
    at |= {"mark": 100.0, "ring": 103.0, "other": 97.0}
    held = {"mark": 15.0, "ring": 12.0, "other": 12.0}
    heights = swarm(at, held)
    assert set(heights) == set(at)
    for one, other in combinations(at, 2):
        apart = hypot(at[one] - at[other], heights[one] - heights[other])
        if one in held or other in held:
            assert apart >= (held.get(one, DOT) + held.get(other, DOT)) / 2 - 1.5
        else:
            assert heights[one] != heights[other]


def test_a_name_stands_under_its_dot_or_over_it_or_nowhere() -> None:
    held = {"a": 12.0}
    names = {"a": "Espoo"}
    alone = {"a": 400.0}
    (under,) = free_names(alone, {"a": 0.0}, held, names, [PLOT]).values()
    assert under < -12
    below = Box(380, -40, 420, -10)
    (over,) = free_names(alone, {"a": 0.0}, held, names, [PLOT, below]).values()
    assert over == -under
    above = Box(398, 0, 402, 60)
    assert free_names(alone, {"a": 0.0}, held, names, [PLOT, below, above]) == {}


def test_names_leave_neither_the_plot_nor_cover_each_other() -> None:
    held = {"a": 12.0, "b": 12.0}
    names = {"a": "Helsinki", "b": "Espoo"}
    heights = {"a": 0.0, "b": 0.0}
    at_the_edge = free_names({"a": 4.0, "b": 400.0}, heights, held, names, [PLOT])
    assert set(at_the_edge) == {"b"}
    beside = free_names({"a": 400.0, "b": 415.0}, heights, held, names, [PLOT])
    assert beside["a"] < 0 < beside["b"]
