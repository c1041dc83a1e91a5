"""The ranking: who is left out, where a bar begins, what a tie says."""

from __future__ import annotations

from types import SimpleNamespace

from components.blocks.explorer.ranking import Row, rows


def across(values: list[float]) -> SimpleNamespace:
    """All areas of a period, the highest first, as the ranking reads them."""
    figures = {f"A{index}": value for index, value in enumerate(values)}
    return SimpleNamespace(figures=figures, places=dict.fromkeys(figures, 1))


def areas(listed: list[Row | int]) -> list[str | int]:
    return [one.area if isinstance(one, Row) else one for one in listed]


def test_a_short_list_is_whole() -> None:
    assert len(rows(across([float(30 - n) for n in range(30)]), ())) == 30


def test_a_long_list_has_its_ends_and_the_neighbours_of_the_marked() -> None:
    listed = areas(rows(across([float(100 - n) for n in range(100)]), ["A50"]))
    ends = [f"A{n}" for n in (*range(10), *range(90, 100))]
    near = [f"A{n}" for n in range(48, 53)]
    assert [one for one in listed if isinstance(one, str)] == [*ends[:10], *near, *ends[10:]]
    assert [one for one in listed if isinstance(one, int)] == [38, 37]


def test_a_gap_of_one_area_is_filled() -> None:
    listed = areas(rows(across([float(100 - n) for n in range(100)]), ["A13"]))
    assert listed[:17] == [f"A{n}" for n in range(16)] + [74]


def test_nobody_is_left_out_of_the_whole_list() -> None:
    assert len(rows(across([1.0] * 100), (), is_whole=True)) == 100


def test_bars_of_positive_figures_begin_at_the_edge() -> None:
    first, last = rows(across([20.0, 5.0]), ())
    assert (first.left, first.width) == (0, 100)
    assert (last.left, last.width) == (0, 25)


def test_bars_of_negative_figures_end_at_zero() -> None:
    first, last = rows(across([30.0, -10.0]), ())
    assert (first.left, first.width) == (25, 75)
    assert (last.left, last.width) == (0, 25)


def test_figures_of_zero_have_no_bar() -> None:
    assert rows(across([0.0, 0.0]), ())[0].width == 0
