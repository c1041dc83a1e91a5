"""Ranks by the shown figure: ties, what is missing, groups that are too small, natures kept apart."""

from __future__ import annotations

import pytest
from figure_sample import UNITS, observations

from data.benchmarks import Benchmark
from data.levels import Nature
from data.ranking import rank, ranked_level, ranks_in

A, B, C = "KU179", "KU297", "KU398"
PERCENT, MILLIONS = UNITS["percent"], UNITS["euros_millions"]
NAN = float("nan")


def group(*areas: str) -> Benchmark:
    return Benchmark("group", {}, {}, {}, {}, areas)


def at(values: dict[str, float], status: str = "final") -> list[tuple[str, str, float, str]]:
    return [(area, "2024", value, status) for area, value in values.items()]


def test_the_highest_is_first_and_equal_figures_share_a_place() -> None:
    obs = observations(at({A: 5.0, B: 7.0, C: 5.0, "KU091": -1.0}))
    assert rank(obs, "2024", (A, B, C, "KU091"), PERCENT) == {B: 1, A: 2, C: 2, "KU091": 4}


def test_nobody_leads_where_the_shown_figures_are_equal() -> None:
    obs = observations(at({A: 7.36, B: 7.44, C: 7.45}))
    assert rank(obs, "2024", (A, B, C), PERCENT) == {C: 1, A: 2, B: 2}
    obs = observations(at({A: 85_140_000.0, B: 85_060_000.0, C: 85_040_000.0}))
    assert rank(obs, "2024", (A, B, C), MILLIONS) == {A: 1, B: 1, C: 3}


def test_a_tie_over_the_last_bit_of_a_quotient_is_a_tie() -> None:
    obs = observations(at({A: 100 * 69 / 400, B: 17.25, C: 17.3}))
    assert set(rank(obs, "2024", (A, B, C), PERCENT).values()) == {1}


def test_missing_suspect_and_unasked_areas_have_no_place() -> None:
    rows = at({A: 5.0, "KU092": 50.0}) + [
        ("KU049", "2024", NAN, "missing:not_published"),
        ("KU837", "2024", 99.0, "suspect"),
        (B, "2023", 9.0, "final"),
    ]
    obs = observations(rows)
    assert rank(obs, "2024", (A, B, "KU049", "KU837"), PERCENT) == {A: 1}
    assert rank(obs, "2022", (A, B), PERCENT) == {}


def test_a_budget_is_never_ranked_against_an_outcome() -> None:
    obs = observations(at({A: 9.0, B: 8.0}) + at({C: 1.0, "KU091": 2.0}, "budget"))
    codes = (A, B, C, "KU091")
    assert rank(obs, "2024", codes, PERCENT) == {"KU091": 1, C: 2}
    assert rank(obs, "2024", codes, PERCENT, Nature.OUTCOME) == {A: 1, B: 2}


@pytest.mark.parametrize(("known", "ranked"), [(4, 0), (5, 5)])
def test_a_group_is_ranked_from_five_figures_on(known: int, ranked: int) -> None:
    codes = [f"KU{number:03d}" for number in range(1, 11)]
    obs = observations(at({code: float(place) for place, code in enumerate(codes[:known])}))
    assert len(ranks_in(obs, "2024", group(*codes), PERCENT)) == ranked


def test_ranks_inside_a_group_know_nobody_else() -> None:
    codes = [f"KU{number:03d}" for number in range(1, 7)]
    values = {code: float(place) for place, code in enumerate(codes)}
    obs = observations(at({**values, "KU999": 99.0}))
    places = ranks_in(obs, "2024", group(*codes), PERCENT)
    assert list(places.items())[0] == (codes[-1], 1)
    assert "KU999" not in places


def test_cities_are_ranked_where_the_statements_are() -> None:
    rows = [(area, "2023", 1.0, "final") for area in (A, B, C)]
    later = [(A, "2024", 1.0, "final"), (B, "2024", NAN, "missing:not_published")]
    assert ranked_level(observations(rows + later)) == ("2023", Nature.OUTCOME)
    budgets = [(area, "2025", 1.0, "budget") for area in (A, B, C)]
    assert ranked_level(observations(rows + budgets)) == ("2025", Nature.BUDGET)
    assert ranked_level(observations([("KU091", "2023", 1.0, "final")])) is None
