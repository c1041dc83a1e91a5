"""Round values, consecutive periods, ticks in the language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figure_sample import UNITS, look, plain

from components.figures.axes import (
    next_period,
    period_axis,
    timeline,
    unit_title,
    value_axis,
    value_scale,
    year_step,
)

PERCENT, PERSONS, MILLIONS = UNITS["percent"], UNITS["persons"], UNITS["euros_millions"]


def test_values_start_at_zero_when_they_are_not_far_from_it() -> None:
    scale = value_scale([7.2, 22.3], PERCENT, look(), from_zero=False)
    assert scale.ticks == (0, 5, 10, 15, 20, 25)
    assert (scale.low, scale.high) == (0, 25)


def test_rates_far_from_zero_leave_it_and_say_so() -> None:
    scale = value_scale([66.5, 72.4], PERCENT, look(), from_zero=False)
    assert scale.low > 0
    assert [one["text"] for one in unit_title(scale, PERCENT, look())] == [
        "asteikko ei ala nollasta"
    ]


@pytest.mark.parametrize(("unit", "from_zero"), [(PERSONS, False), (PERCENT, True)])
def test_counts_and_columns_never_leave_zero(unit, from_zero: bool) -> None:
    assert value_scale([66.5, 72.4], unit, look(), from_zero=from_zero).low == 0


def test_a_little_below_zero_does_not_claim_a_whole_step() -> None:
    scale = value_scale([-1.0, 93.0], MILLIONS, look(), from_zero=False)
    assert -10 < scale.low < -1
    assert min(scale.ticks) == 0


def test_a_value_just_under_the_edge_gets_headroom() -> None:
    assert value_scale([0.0, 3.999], PERCENT, look(), from_zero=True).high > 4.05


def test_ticks_do_not_round_their_own_step() -> None:
    scale = value_scale([0.0, 1.0], PERCENT, look(compact=True), from_zero=True)
    assert [plain(one) for one in value_axis(scale, PERCENT, look())["ticktext"]][:2] == [
        "0,00~%",
        "0,25~%",
    ]


def test_equal_values_still_have_an_axis() -> None:
    scale = value_scale([0.0, 0.0], PERSONS, look(), from_zero=True)
    assert scale.high > scale.low


@pytest.mark.parametrize(("code", "expected"), [("fi", "20~%"), ("sv", "20~%"), ("en", "20%")])
def test_a_short_unit_stands_in_the_ticks(code: str, expected: str) -> None:
    scale = value_scale([0.0, 22.3], PERCENT, look(code), from_zero=True)
    assert expected in [plain(one) for one in value_axis(scale, PERCENT, look(code))["ticktext"]]
    assert unit_title(scale, PERCENT, look(code)) == []


def test_a_long_unit_stands_over_the_axis() -> None:
    scale = value_scale([0.0, 9000.0], MILLIONS, look(), from_zero=True)
    assert [one["text"] for one in unit_title(scale, MILLIONS, look())] == ["milj. €"]
    assert plain(value_axis(scale, MILLIONS, look())["ticktext"][1]) == "2~000"


def test_a_unit_without_a_symbol_is_named() -> None:
    scale = value_scale([0.0, 9.0], PERSONS, look("sv"), from_zero=True)
    assert [one["text"] for one in unit_title(scale, PERSONS, look("sv"))] == ["personer"]
    nameless = replace(PERSONS, difference_many={"fi": "", "sv": "", "en": ""})
    assert unit_title(scale, nameless, look("sv")) == []


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("2025", "2026"),
        ("2025M11", "2025M12"),
        ("2025M12", "2026M01"),
        ("2025Q3", "2025Q4"),
        ("2025Q4", "2026Q1"),
    ],
)
def test_next_period(period: str, following: str) -> None:
    assert next_period(period) == following


def test_timeline_has_the_periods_without_figures() -> None:
    assert timeline(["2025M02", "2024M12"]) == ("2024M12", "2025M01", "2025M02")
    assert timeline([]) == ()


def test_months_have_a_tick_in_round_years_and_are_named_in_words() -> None:
    axis = period_axis(timeline(["2006M01", "2026M06"]), look())
    assert axis["ticktext"] == ["2010", "2015", "2020", "2025"]
    assert axis["categoryarray"][-1] == "kesäkuu 2026"
    # A hair beside January: else the hover box would say "2010" for "tammikuu 2010".
    assert axis["tickvals"][0] == pytest.approx(48, abs=0.1)
    assert axis["tickvals"][0] != 48


def test_few_months_are_all_named() -> None:
    axis = period_axis(timeline(["2025M11", "2026M02"]), look())
    assert axis["ticktext"] == ["11/2025", "12/2025", "1/2026", "2/2026"]


def test_a_phone_has_fewer_ticks() -> None:
    years = timeline(["1990", "2021"])
    assert len(period_axis(years, look())["ticktext"]) == 7
    assert len(period_axis(years, look(compact=True))["ticktext"]) == 4
    quarters = timeline(["2025Q1", "2026Q2"])
    assert period_axis(quarters, look(compact=True))["ticktext"] == [
        "Q1/2025",
        "Q3/2025",
        "Q1/2026",
    ]


def test_months_without_a_january_are_named_too() -> None:
    axis = period_axis(timeline(["2025M02", "2025M12"]), look())
    assert axis["ticktext"][:2] == ["2/2025", "4/2025"]


def test_a_time_axis_may_be_empty() -> None:
    assert period_axis((), look())["ticktext"] == []
    assert year_step(0, 3000, 4) == 50
