"""Periods that only single facts have: half-years and spans of years."""

from __future__ import annotations

from datetime import date

import pytest

from data.fact_periods import fact_end, half_of, years_of


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2019H1", date(2019, 6, 30)),
        ("2019H2", date(2019, 12, 31)),
        ("2021-2027", date(2027, 12, 31)),
        ("2024", date(2024, 12, 31)),
        ("2024M02", date(2024, 2, 29)),
        ("2024Q3", date(2024, 9, 30)),
    ],
)
def test_a_fact_ends_with_its_period(period: str, end: date) -> None:
    assert fact_end(period) == end


@pytest.mark.parametrize("period", ["2019H3", "2021-27", "2021–2027", "spring 2020", ""])
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        fact_end(period)


def test_half_years_and_spans_are_told_apart() -> None:
    assert (half_of("2019H1"), years_of("2019H1")) == ((2019, 1), None)
    assert (half_of("2021-2027"), years_of("2021-2027")) == (None, (2021, 2027))
    assert (half_of("2024"), years_of("2024")) == (None, None)
