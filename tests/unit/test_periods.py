"""Periods: form, end, place on the time axis, the year before."""

from datetime import date

import pytest

from data import periods


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024Q1", date(2024, 3, 31)),
        ("2024Q4", date(2024, 12, 31)),
        ("2024M02", date(2024, 2, 29)),
        ("2023M02", date(2023, 2, 28)),
    ],
)
def test_period_ends_on_its_last_day(period, end):
    assert periods.period_end(period) == end


@pytest.mark.parametrize(
    ("period", "earlier"), [("2026M06", "2025M06"), ("2024Q3", "2023Q3"), ("2000", "1999")]
)
def test_year_before_keeps_month_and_quarter(period, earlier):
    assert periods.year_before(period) == earlier


def test_position_is_the_start_as_decimal_year():
    assert periods.position("2024") == 2024.0
    assert periods.position("2024Q3") == 2024.5
    assert periods.position("2024M04") == 2024.25


def test_positions_follow_the_order_of_periods():
    months = [f"{year}M{month:02d}" for year in (2023, 2024) for month in range(1, 13)]
    assert sorted(months, key=periods.position) == months


def test_form_year_and_season():
    assert [periods.is_month(p) for p in ("2024", "2024Q1", "2024M04")] == [False, False, True]
    assert [periods.is_quarter(p) for p in ("2024", "2024Q1", "2024M04")] == [False, True, False]
    assert [periods.season(p) for p in ("2024", "2024Q1", "2024M04")] == ["", "Q1", "M04"]
    assert periods.year_of("2024Q1") == 2024


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "24",
        "0000",
        "2024M13",
        "2024M00",
        "2024M4",
        "2024Q5",
        "2024Q0",
        "2024-04",
        "2024 ",
        "2024\n",
    ],
)
@pytest.mark.parametrize(
    "function",
    [
        periods.period_end,
        periods.year_of,
        periods.year_before,
        periods.position,
        periods.is_month,
        periods.is_quarter,
        periods.season,
    ],
)
def test_anything_else_is_refused_by_name(function, bad):
    with pytest.raises(ValueError, match="not a period"):
        function(bad)


def test_there_is_no_year_before_the_first():
    with pytest.raises(ValueError, match="not a period"):
        periods.year_before("0001")
