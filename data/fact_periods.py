"""Periods of single facts: besides years, quarters and months also half-years and spans of years."""

from __future__ import annotations

import re
from datetime import date

from data.periods import period_end

_HALF = re.compile(r"(?P<year>[0-9]{4})H(?P<half>[12])")
_SPAN = re.compile(r"(?P<first>[0-9]{4})-(?P<last>[0-9]{4})")
_LAST_QUARTER = {"1": "Q2", "2": "Q4"}


def half_of(period: str) -> tuple[int, int] | None:
    """Give year and half (1 or 2) of a half-year ("2019H1"); None for any other period."""
    found = _HALF.fullmatch(period)
    return (int(found["year"]), int(found["half"])) if found else None


def years_of(period: str) -> tuple[int, int] | None:
    """Give the first and last year of a span ("2021-2027"); None for any other period."""
    found = _SPAN.fullmatch(period)
    return (int(found["first"]), int(found["last"])) if found else None


def fact_end(period: str) -> date:
    """Give the last day of a fact's period.

    Raises:
        ValueError: if ``period`` is not a year, half-year, quarter, month or span of years.
    """
    half, span = _HALF.fullmatch(period), _SPAN.fullmatch(period)
    if half:
        return period_end(half["year"] + _LAST_QUARTER[half["half"]])
    return period_end(span["last"] if span else period)
