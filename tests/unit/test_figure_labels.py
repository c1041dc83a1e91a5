"""Labels at line ends do not cover each other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from components.figures.labels import EndLabel, label_margin, spread


def test_far_positions_stay() -> None:
    assert spread([10.0, 1.0, 5.0], 2.0, 0.0, 12.0) == [10.0, 1.0, 5.0]


@pytest.mark.parametrize(
    "wanted", [[5.0, 5.1, 5.2, 5.3], [0.0, 0.1, 9.9, 10.0], [10.0, 10.0, 10.0], [3.0, 3.0, 4.9]]
)
def test_near_positions_are_moved_apart_inside_the_plot(wanted: list[float]) -> None:
    placed = spread(wanted, 2.0, 0.0, 10.0)
    assert all(later - earlier >= 2.0 - 1e-9 for earlier, later in pairwise(sorted(placed)))
    assert min(placed) >= -1e-9
    assert max(placed) <= 10.0 + 1e-9
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    assert [placed[place] for place in order] == sorted(placed)


def test_without_room_the_spacing_shrinks() -> None:
    assert spread([1.0, 1.0, 1.0], 8.0, 0.0, 10.0) == [0.0, 5.0, 10.0]


def test_margin_follows_the_longest_label() -> None:
    short = EndLabel("Lahti", 1.0, "7", "#000000")
    long = EndLabel("Koko maa", 1.0, "9,7 % (10/2023)", "#000000")
    assert label_margin([short, long]) == label_margin([long]) > label_margin([short]) + 60
