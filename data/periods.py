"""Periods as published: a year ("2024"), a quarter ("2024Q1") or a month ("2024M04")."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"(?P<year>[0-9]{4})(?:Q(?P<quarter>[1-4])|M(?P<month>0[1-9]|1[0-2]))?")
_MONTHS_IN_YEAR = 12
_MONTHS_IN_QUARTER = 3


@lru_cache(maxsize=4096)
def _months(period: str) -> tuple[int, int, int]:
    """Give the year, the first and the last month of a period."""
    found = _FORM.fullmatch(period)
    if found is None:
        raise ValueError(f"not a period (2024, 2024Q1 or 2024M04): {period!r}")
    year = int(found["year"])
    if year == 0:
        raise ValueError(f"not a period, there is no year 0: {period!r}")
    if found["month"]:
        return year, int(found["month"]), int(found["month"])
    if found["quarter"]:
        last = int(found["quarter"]) * _MONTHS_IN_QUARTER
        return year, last - _MONTHS_IN_QUARTER + 1, last
    return year, 1, _MONTHS_IN_YEAR


def year_of(period: str) -> int:
    """Give the calendar year of a period.

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _months(period)[0]


def is_month(period: str) -> bool:
    """Tell whether a period is a month.

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _form(period) == "M"


def is_quarter(period: str) -> bool:
    """Tell whether a period is a quarter.

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _form(period) == "Q"


def period_end(period: str) -> date:
    """Give the last day of a period.

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    year, _, last = _months(period)
    return date(year, last, monthrange(year, last)[1])


def year_before(period: str) -> str:
    """Give the same year, quarter or month one year earlier ("2026M06" -> "2025M06").

    Raises:
        ValueError: if ``period`` is not a year, quarter or month, or is in the year 1.
    """
    earlier = f"{year_of(period) - 1:04d}{season(period)}"
    _months(earlier)  # the year before the first one is no period
    return earlier


def season(period: str) -> str:
    """Give what returns every year: "M06" of "2026M06", "Q1" of "2024Q1", "" of a year.

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    _months(period)
    return period[4:]


def position(period: str) -> float:
    """Give the start of a period as a decimal year: 2024 -> 2024.0, 2024Q3 -> 2024.5.

    A year and its first month share a position: a series has one frequency, and every vintage of
    it must fall on the same place of the time axis.

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    year, first, _ = _months(period)
    return year + (first - 1) / _MONTHS_IN_YEAR


def _form(period: str) -> str:
    return season(period)[:1]
