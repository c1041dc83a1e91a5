"""Common periods, changes, rounding and per inhabitant on small frames."""

import math
from dataclasses import replace

import pandas as pd
import pytest

from data import comparison
from data.claims import Change, Observation
from data.model import COUNTRY, OBSERVATION_COLUMNS, Break, Indicator, Kind, Level, Place, Unit

A, B, C = "KU179", "KU297", "KU398"
ALL = (A, B, C)
PERCENT = Unit("percent", {}, 1, 1.0, False, {}, {}, {})
MILLIONS = Unit("million_euros", {}, 1, 1e-6, False, {}, {}, {})
COUNT = Unit("persons", {}, 0, 1.0, True, {}, {}, {})
YEARLY = Indicator(
    "sample", Kind.SERIES, "tyollisyys", Place.HEADLINE, 10, {}, {}, levels=(Level.MUNICIPALITY,)
)
MONTHLY = replace(YEARLY, compare_with="same_month_last_year")


def frame(*rows, breakdown="total"):
    """Build observations from (area, period, value[, status])."""
    full = []
    for area, period, number, *status in rows:
        missing = number is None
        label = status[0] if status else ("missing:..." if missing else "final")
        full.append((area, period, breakdown, math.nan if missing else number, label, None, None))
    return pd.DataFrame(full, columns=list(OBSERVATION_COLUMNS))


def same(period, number, *status, areas=ALL):
    """Give every area the same figure."""
    return [(area, period, number, *status) for area in areas]


def changes(obs, period, indicator=MONTHLY, areas=ALL, unit=PERCENT, breaks=()):
    """Give (from_period, difference, is_usual) of every area."""
    found = comparison.change(obs, indicator, areas, period, unit, breaks)
    assert [it.area for it in found] == list(areas)
    assert {it.to_period for it in found} == {period}
    return [(it.from_period, it.difference, it.is_usual) for it in found]


# --- rounding ---


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        (0.25, 0.3),
        (17.25, 17.3),
        (17.249999999999996, 17.3),  # a tie missed by float noise
        (17.2499, 17.2),
        (2.675, 2.7),
        (-0.25, -0.3),
        (-0.04, 0.0),
        (1e15, 1e15),
    ],
)
def test_shown_rounds_like_a_person(stored, seen):
    assert comparison.shown(stored, PERCENT) == seen


def test_shown_has_no_minus_before_zero():
    assert math.copysign(1, comparison.shown(-0.04, PERCENT)) == 1


def test_shown_scales_before_rounding():
    assert comparison.shown(85_150_000.0, MILLIONS) == 85.2
    assert comparison.shown(1.5, COUNT) == 2.0


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_shown_refuses_what_is_no_figure(bad):
    with pytest.raises(ValueError, match="finite"):
        comparison.shown(bad, PERCENT)


def test_difference_is_what_a_reader_subtracts():
    # Exactly 0.16, but the screen says 17.3 and 17.1.
    assert comparison.difference(17.25, 17.09, PERCENT) == 0.2
    assert comparison.difference(0.3, 0.1, PERCENT) == 0.2  # not 0.19999999999999998
    assert comparison.difference(-1.0, 2.0, PERCENT) == -3.0


# --- single values and common periods ---


def test_value_reads_one_class_and_says_why_it_is_missing():
    obs = pd.concat(
        [
            frame((A, "2024", 1.0), (A, "2023", None), (A, "2022", 9.0, "suspect")),
            frame((A, "2024", 5.0), breakdown="ict"),
        ]
    )
    assert comparison.value(obs, A, "2024") == Observation(A, "2024", 1.0, "final")
    assert comparison.value(obs, A, "2024", "ict").value == 5.0
    assert comparison.value(obs, A, "2023") == Observation(A, "2023", None, "missing:...")
    assert comparison.value(obs, A, "2022") == Observation(A, "2022", None, "suspect")
    assert comparison.value(obs, B, "2024") == Observation(B, "2024", None, "missing:not_published")


def test_common_period_is_the_latest_that_all_have():
    obs = frame(*same("2022", 1.0), *same("2023", 1.0), (A, "2024", 1.0), (B, "2024", 1.0))
    assert comparison.common_period(obs, ALL) == "2023"
    assert comparison.common_period(obs, (A, B)) == "2024"
    assert comparison.common_period(obs, (A,)) == "2024"


@pytest.mark.parametrize("gone", [(C, "2024", None), (C, "2024", 5.0, "suspect")])
def test_missing_and_suspect_are_no_figures(gone):
    obs = frame(*same("2023", 1.0), (A, "2024", 1.0), (B, "2024", 1.0), gone)
    assert comparison.common_period(obs, ALL) == "2023"


def test_no_common_period_and_no_area_give_none():
    obs = frame((A, "2023", 1.0), (B, "2024", 1.0))
    assert comparison.common_period(obs, (A, B)) is None
    assert comparison.common_period(obs, ()) is None


def test_budgets_lead_and_plan_years_do_not():
    obs = frame(
        *same("2025", 1.0, "amended_budget"),
        (A, "2026", 1.0, "budget"),
        (B, "2026", 1.0, "amended_budget"),
        (C, "2026", 1.0, "budget"),
        *same("2027", 1.0, "plan"),
    )
    assert comparison.common_period(obs, ALL) == "2026"
    assert comparison.common_period(obs, ALL, {"plan"}) == "2027"
    assert comparison.common_period(frame(*same("2027", 1.0, "plan")), ALL) is None


def test_an_older_common_budget_wins_over_a_newer_outcome():
    obs = frame(*same("2024", 1.0, "budget"), *same("2025", 1.0))
    assert comparison.common_period(obs, ALL) == "2024"


def test_a_budget_of_one_area_never_stands_beside_outcomes_of_others():
    obs = frame(*same("2024", 1.0), (A, "2025", 1.0, "budget"), (B, "2025", 1.0), (C, "2025", 1.0))
    assert comparison.common_period(obs, ALL) == "2024"


def test_projection_is_a_level_only_where_there_is_nothing_else():
    projected = frame(*same("2040", 1.0, "projection"))
    assert comparison.common_period(projected, ALL) == "2040"
    mixed = pd.concat([projected, frame(*same("2024", 1.0))])
    assert comparison.common_period(mixed, ALL) == "2024"


def test_an_area_without_any_figure_is_kept_with_its_status():
    obs = frame((A, "2024", 1.0), (C, "2024", 3.0), (B, "2024", None), (B, "2023", None))
    assert comparison.compared(obs, ALL) == (
        Observation(A, "2024", 1.0, "final"),
        Observation(B, "2024", None, "missing:..."),
        Observation(C, "2024", 3.0, "final"),
    )


def test_an_area_with_only_a_plan_is_not_given_a_level():
    obs = frame((A, "2026", 1.0, "budget"), (B, "2026", 8.0, "plan"))
    assert comparison.compared(obs, (A, B))[1] == Observation(B, "2026", None, "plan")


def test_compared_is_empty_without_a_common_period():
    assert comparison.compared(frame((A, "2023", 1.0), (B, "2024", 1.0)), (A, B)) == ()
    assert comparison.compared(frame(), ALL) == ()


def test_beside_a_budget_stands_no_outcome():
    budget = Observation(A, "2026", 1.0, "budget")
    obs = frame((COUNTRY, "2026", 9.0), (COUNTRY, "2025", 7.0, "amended_budget"))
    assert comparison.alongside(obs, COUNTRY, budget).value is None
    assert comparison.newest(obs, COUNTRY, budget).period == "2025"
    assert comparison.newest(obs, B, budget) is None


# --- changes ---


def test_change_is_against_the_declared_period_and_rounded_first():
    obs = frame(
        *same("2025M05", 1.0), (A, "2025M06", 17.09), (B, "2025M06", 15.0), (C, "2025M06", 17.8),
        (A, "2026M06", 17.25), (B, "2026M06", 13.3), (C, "2026M06", 17.8),
    )  # fmt: skip
    assert changes(obs, "2026M06") == [
        ("2025M06", 0.2, True),
        ("2025M06", -1.7, True),
        ("2025M06", 0.0, True),
    ]


def test_over_a_hole_the_same_month_is_found_not_the_last_value():
    obs = frame(*same("2023M06", 2.0), *same("2024M06", 3.0), *same("2025M01", 9.0),
                *same("2026M06", 4.0))  # fmt: skip
    assert changes(obs, "2026M06") == [("2024M06", 1.0, False)] * 3


def test_all_shown_areas_go_back_together():
    obs = frame(
        *same("2023M06", 2.0),
        *same("2025M06", 3.0, areas=(A, B)),
        *same("2026M06", 4.0),
    )
    assert changes(obs, "2026M06") == [("2023M06", 2.0, False)] * 3
    assert changes(obs, "2026M06", areas=(A,)) == [("2025M06", 1.0, True)]


def test_without_a_same_month_there_is_no_change():
    obs = frame(*same("2025M05", 2.0), *same("2026M06", 4.0))
    assert changes(obs, "2026M06") == [(None, None, False)] * 3


def test_quarters_go_back_by_quarter_and_years_by_any_year():
    quarters = frame(*same("2020Q2", 1.0), *same("2022Q1", 5.0), *same("2022Q2", 3.0))
    by_quarter = replace(YEARLY, compare_with="same_quarter_last_year")
    assert changes(quarters, "2022Q2", by_quarter) == [("2020Q2", 2.0, False)] * 3
    years = frame(*same("2016", 1.0), *same("2018", 3.0))
    assert changes(years, "2018", YEARLY) == [("2016", 2.0, False)] * 3


def test_an_area_missing_now_does_not_stop_the_others():
    obs = frame(*same("2023", 1.0, areas=(A, B)), *same("2024", 2.0, areas=(A, B)))
    assert changes(obs, "2024", YEARLY) == [("2023", 1.0, True)] * 2 + [(None, None, False)]


@pytest.mark.parametrize("gone", [(A, "2023", None), (A, "2023", 1.0, "suspect")])
def test_missing_and_suspect_are_not_compared_with(gone):
    assert changes(frame(gone, (A, "2024", 1.0)), "2024", YEARLY, (A,)) == [(None, None, False)]


def test_a_break_between_stops_every_shown_area():
    obs = frame(*same("2022", 1.0), *same("2023", 2.0), *same("2024", 4.0))
    broken = (Break((B,), "2024", "area", {}),)
    assert changes(obs, "2024", YEARLY, breaks=broken) == [(None, None, False)] * 3
    assert changes(obs, "2024", YEARLY, (A, C), breaks=broken) == [("2023", 2.0, True)] * 2


@pytest.mark.parametrize("period", ["2022", "2023", "2025"])
def test_a_break_that_lies_elsewhere_stops_nothing(period):
    obs = frame(*same("2023", 2.0), *same("2024", 4.0))
    broken = (Break((), period, "definition", {}),)
    assert changes(obs, "2024", YEARLY, breaks=broken) == [("2023", 2.0, True)] * 3


@pytest.mark.parametrize("period", ["2025M07", "2026M06", "2026"])
def test_a_break_in_months_stops_the_year_ago_month(period):
    obs = frame(*same("2025M06", 2.0), *same("2026M06", 4.0))
    broken = (Break((), period, "definition", {}),)
    assert changes(obs, "2026M06", breaks=broken) == [(None, None, False)] * 3


def test_a_break_inside_a_year_stops_that_year():
    obs = frame(*same("2023", 2.0), *same("2024", 4.0))
    broken = (Break((), "2024M07", "definition", {}),)
    assert changes(obs, "2024", YEARLY, breaks=broken) == [(None, None, False)] * 3


def test_the_status_break_is_a_break():
    obs = frame((A, "2022", 1.0), (A, "2023", 2.0, "break"), (A, "2024", 3.0))
    assert changes(obs, "2024", YEARLY, (A,)) == [("2023", 1.0, True)]
    assert changes(obs, "2023", YEARLY, (A,)) == [(None, None, False)]


def test_budgets_are_compared_with_budgets_only():
    obs = frame((A, "2024", 1.0), (A, "2025", 3.0, "budget"), (A, "2026", 4.0, "budget"))
    assert changes(obs, "2026", YEARLY, (A,)) == [("2025", 1.0, True)]
    assert changes(obs, "2025", YEARLY, (A,)) == [(None, None, False)]


def test_a_budget_is_never_set_against_an_amended_one():
    obs = frame((A, "2025", 3.0, "amended_budget"), (A, "2026", 4.0, "budget"))
    assert changes(obs, "2026", YEARLY, (A,)) == [(None, None, False)]


def test_negative_values_change_with_their_sign():
    obs = frame((A, "2023", -5.25), (A, "2024", -7.0))
    assert changes(obs, "2024", YEARLY, (A,)) == [("2023", -1.7, True)]


def test_no_declared_comparison_is_not_a_lack():
    obs = frame(*same("2023", 1.0), *same("2024", 2.0))
    none = replace(YEARLY, compare_with="none")
    assert comparison.change(obs, none, (A,), "2024", PERCENT) == (
        Change(A, "2024", None, None, is_usual=True),
    )


def test_an_unknown_comparison_is_named():
    odd = replace(YEARLY, compare_with="yesterday")
    with pytest.raises(ValueError, match="sample.*yesterday"):
        comparison.change(frame(), odd, ALL, "2024", PERCENT)


# --- per inhabitant, shape ---


def test_per_inhabitant_uses_the_same_year_and_then_the_last():
    population = frame((A, "2023", 100.0), (A, "2024", 200.0), (B, "2024", 50.0))
    obs = frame(
        (A, "2022", 10.0), (A, "2023", 10.0), (A, "2024M06", 10.0), (A, "2026", 10.0),
        (B, "2024", None), (B, "2025", 8.0, "suspect"), (C, "2024", 1.0),
    )  # fmt: skip
    obs.index = range(10, 17)
    found = comparison.per_inhabitant(obs, population)
    assert found["population_period"].tolist() == [
        None, "2023", "2024", "2024", "2024", "2024", None,
    ]  # fmt: skip
    per_head = found["value_per_inhabitant"].tolist()
    assert per_head[1:4] == [0.1, 0.05, 0.05]
    assert [math.isnan(number) for number in per_head] == [True, *[False] * 3, *[True] * 3]
    assert list(obs.columns) == list(OBSERVATION_COLUMNS), "the caller's frame stays as it was"


def test_per_inhabitant_never_divides_old_boundaries_by_todays_population():
    population = frame(*same("2008", 100.0), *same("2009", 100.0), *same("2011", 100.0))
    obs = frame(*same("2008", 10.0, areas=(A, B)), *same("2009", 10.0, areas=(A, B)))
    mergers = [Break((A,), year, "area", {}) for year in ("2009", "2005")]
    found = comparison.per_inhabitant(obs, population, mergers)
    assert found["population_period"].tolist() == [None, "2008", "2009", "2009"]
    assert [math.isnan(n) for n in found["value_per_inhabitant"]] == [True, False, False, False]


def test_per_inhabitant_leaves_a_hole_in_the_population_empty():
    population = frame((A, "2022", 100.0), (A, "2023", None), (A, "2024", 100.0))
    found = comparison.per_inhabitant(frame((A, "2023", 1.0)), population)
    assert found["population_period"].tolist() == [None]
    assert found["value_per_inhabitant"].isna().all()


@pytest.mark.parametrize(
    ("rows", "shape"),
    [
        ([(A, "2024", None), (A, "2023", 1.0, "suspect")], "empty"),
        ([(A, "2024", 1.0), (B, "2024", 1.0), (A, "2023", None)], "single"),
        ([(A, "2023", 1.0), (B, "2024", 1.0)], "few"),
        ([(A, str(year), 1.0) for year in range(2020, 2024)], "few"),
        ([(A, str(year), 1.0) for year in range(2020, 2025)], "line"),
        ([(A, "2024", 1.0), (A, "2025", 1.0, "plan")], "budget"),
        ([(A, "2026", 1.0, "amended_budget")], "budget"),
        ([("KU091", "2026", 1.0, "budget"), (A, "2024", 1.0)], "single"),
    ],
)
def test_series_shape(rows, shape):
    assert comparison.series_shape(frame(*rows), ALL) == shape
