"""Claims and overview rows: what the figures allow to be said, without language."""

import math
from dataclasses import replace

import pandas as pd
import pytest

from data.claims import Change, Observation, WidestGap
from data.model import (
    CITIES,
    COUNTRY,
    OBSERVATION_COLUMNS,
    Break,
    Indicator,
    Kind,
    Level,
    Place,
    Unit,
)
from data.statements import overview_row, statement

A, B, C = CITIES
PERCENT = Unit("percent", {}, 1, 1.0, False, {}, {}, {})
CITY_LEVELS = (Level.MUNICIPALITY, Level.COUNTRY)
SHARE = Indicator(
    "unemployed_share",
    Kind.SERIES,
    "tyollisyys",
    Place.HEADLINE,
    10,
    {},
    {},
    compare_with="same_month_last_year",
    levels=CITY_LEVELS,
)


def frame(table):
    """Build observations from {period: (city, city, city, country)}; a pair carries a status."""
    rows = []
    for period, cells in table.items():
        for area, cell in zip((*CITIES, COUNTRY), cells, strict=False):
            if cell == "no row":
                continue
            number, status = cell if isinstance(cell, tuple) else (cell, "final")
            if number is None:
                number, status = math.nan, "missing:..."
            rows.append((area, period, "total", number, status, None, None))
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


JUNE = frame({"2026M06": (17.2, 13.3, 17.8, 12.8), "2026M07": (18.0, None, 18.1, 13.0)})


def test_claim_states_levels_country_and_gap_at_the_common_period():
    claim = statement(SHARE, PERCENT, JUNE)
    assert claim.indicator == "unemployed_share"
    assert claim.period == "2026M06"
    assert claim.levels == tuple(
        Observation(area, "2026M06", number, "final")
        for area, number in zip(CITIES, (17.2, 13.3, 17.8), strict=True)
    )
    assert claim.country == Observation(COUNTRY, "2026M06", 12.8, "final")
    assert claim.widest_gap == WidestGap(highest=C, lowest=B, difference=4.5)


def test_gap_is_that_of_the_rounded_figures():
    gap = statement(SHARE, PERCENT, frame({"2024M01": (0.25, 0.14, 0.2)})).widest_gap
    assert gap == WidestGap(A, B, 0.2)


def test_gap_of_negative_figures():
    gap = statement(SHARE, PERCENT, frame({"2024M01": (-3.0, 1.5, -7.25)})).widest_gap
    assert gap == WidestGap(B, C, 8.8)


def test_in_a_tie_the_first_in_order_is_named():
    gap = statement(SHARE, PERCENT, frame({"2024M01": (5.04, 4.0, 5.01)})).widest_gap
    assert gap == WidestGap(A, B, 1.0)


def test_figures_shown_equal_have_no_gap():
    assert statement(SHARE, PERCENT, frame({"2024M01": (5.04, 5.01, 4.96)})).widest_gap is None


def test_a_city_without_any_value_is_named_as_missing():
    claim = statement(SHARE, PERCENT, frame({"2024M01": (5.0, None, 7.0)}))
    assert claim.levels[1] == Observation(B, "2024M01", None, "missing:...")
    assert claim.widest_gap == WidestGap(C, A, 2.0)
    assert claim.country is None


def test_one_city_only_has_no_gap():
    claim = statement(SHARE, PERCENT, frame({"2024M01": (5.0, "no row", "no row")}))
    assert [seen.value for seen in claim.levels] == [5.0, None, None]
    assert claim.widest_gap is None


def test_a_country_figure_of_another_period_is_left_out():
    obs = frame({"2024M01": (5.0, 6.0, 7.0, None), "2023M01": (1.0, 1.0, 1.0, 4.0)})
    assert statement(SHARE, PERCENT, obs).country is None


def test_no_common_period_no_claim():
    obs = frame({"2024M01": (5.0, None, None), "2024M02": (None, 6.0, 7.0)})
    assert statement(SHARE, PERCENT, obs) is None
    assert statement(SHARE, PERCENT, frame({})) is None


def test_a_country_series_makes_no_claim_about_cities():
    only_country = replace(SHARE, levels=(Level.COUNTRY,))
    assert statement(only_country, PERCENT, JUNE) is None


def test_plan_years_are_not_stated():
    plan, budget = (90.0, "plan"), (80.0, "budget")
    obs = frame({"2026": (budget, (70.0, "budget"), budget), "2027": (plan, plan, plan)})
    assert statement(SHARE, PERCENT, obs).period == "2026"


def test_row_compares_at_the_common_period_and_keeps_newer_single_figures():
    obs = pd.concat([JUNE, frame({"2025M06": (16.0, 13.5, 17.8, 12.0)})])
    row = overview_row(SHARE, PERCENT, obs, ())
    assert (row.indicator, row.period) == ("unemployed_share", "2026M06")
    assert [it.level.value for it in row.areas] == [17.2, 13.3, 17.8]
    assert [it.change.difference for it in row.areas] == [1.2, -0.2, 0.0]
    assert all(it.change.is_usual for it in row.areas)
    assert [it.newer and it.newer.period for it in row.areas] == ["2026M07", None, "2026M07"]
    assert row.country.level.value == 12.8
    assert row.country.change == Change(COUNTRY, "2026M06", "2025M06", 0.8, is_usual=True)
    assert row.country.newer.value == 13.0


def test_over_a_hole_cities_and_country_go_back_to_the_same_month():
    obs = frame(
        {
            "2023M06": (13.8, 10.1, 14.0, 10.0),
            "2024M06": (15.0, 11.2, 15.0, None),
            "2025M01": (14.6, 12.6, 15.0, None),
            "2026M06": (17.2, 13.3, 17.8, 12.8),
        }
    )
    row = overview_row(SHARE, PERCENT, obs, ())
    every = [*row.areas, row.country]
    assert [it.change.from_period for it in every] == ["2023M06"] * 4
    assert [it.change.difference for it in every] == [3.4, 3.2, 3.8, 2.8]
    assert not any(it.change.is_usual for it in every)


def test_a_country_without_history_does_not_take_the_cities_change_away():
    usual = frame({"2025M06": (1.0, 1.0, 1.0), "2026M06": (2.0, 2.0, 2.0, 2.0)})
    earlier = frame({"2024M06": (1.0, 1.0, 1.0), "2026M06": (2.0, 2.0, 2.0, 2.0)})
    for obs, period in ((usual, "2025M06"), (earlier, "2024M06")):
        row = overview_row(SHARE, PERCENT, obs, ())
        assert [it.change.from_period for it in row.areas] == [period] * 3
        assert row.country.change == Change(COUNTRY, "2026M06", None, None, is_usual=False)


def test_the_country_is_never_compared_over_another_stretch_than_the_cities():
    obs = frame({"2025M06": (1.0, 1.0, 1.0), "2024M06": (3.0, 3.0, 3.0, 3.0),
                 "2026M06": (2.0, 2.0, 2.0, 2.0)})  # fmt: skip
    row = overview_row(SHARE, PERCENT, obs, ())
    assert row.areas[0].change.from_period == "2025M06"
    assert row.country.change.difference is None


def test_breaks_reach_the_row():
    obs = frame({"2025M06": (1.0, 1.0, 1.0), "2026M06": (2.0, 2.0, 2.0)})
    row = overview_row(SHARE, PERCENT, obs, (Break((C,), "2026", "area", {}),))
    assert [it.change.difference for it in row.areas] == [None] * 3


def test_row_of_a_missing_city():
    row = overview_row(SHARE, PERCENT, frame({"2024M01": (5.0, None, 7.0)}), ())
    assert row.areas[1].level == Observation(B, "2024M01", None, "missing:...")
    assert row.areas[1].newer is None
    assert row.country is None


def test_row_of_regions_and_of_the_country_alone():
    regional = replace(SHARE, levels=(Level.REGION, Level.COUNTRY))
    obs = JUNE.assign(area=JUNE["area"].replace({A: "MK13", B: "MK11", C: "MK07"}))
    row = overview_row(regional, PERCENT, obs, ())
    assert [it.level.area for it in row.areas] == ["MK13", "MK11", "MK07"]
    alone = overview_row(replace(SHARE, levels=(Level.COUNTRY,)), PERCENT, JUNE, ())
    assert (alone.period, alone.areas, alone.country.level.value) == ("2026M07", (), 13.0)


def test_a_declared_lack_of_comparison_stays_one():
    row = overview_row(replace(SHARE, compare_with="none"), PERCENT, JUNE, ())
    for cell in (*row.areas, row.country):
        assert (cell.change.difference, cell.change.is_usual) == (None, True)


@pytest.mark.parametrize("table", [{}, {"2024M01": (5.0, None, None), "2024M02": (None, 6.0, 7.0)}])
def test_without_a_common_period_the_row_is_empty(table):
    row = overview_row(SHARE, PERCENT, frame(table), ())
    assert (row.period, row.areas, row.country) == (None, (), None)
