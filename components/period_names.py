"""Periods in words: "kesäkuu 2026", "kesäkuussa 2026", "kesäkuusta 2026"."""

from __future__ import annotations

from babel import Locale

from components.messages import message, translated
from data.periods import is_month, is_quarter, season, year_of

_IN_QUARTER = {
    "Q1": message("in the first quarter of {year}"),
    "Q2": message("in the second quarter of {year}"),
    "Q3": message("in the third quarter of {year}"),
    "Q4": message("in the fourth quarter of {year}"),
}
_FROM_QUARTER = {
    "Q1": message("from the first quarter of {year}"),
    "Q2": message("from the second quarter of {year}"),
    "Q3": message("from the third quarter of {year}"),
    "Q4": message("from the fourth quarter of {year}"),
}
_TO_QUARTER = {
    "Q1": message("to the first quarter of {year}"),
    "Q2": message("to the second quarter of {year}"),
    "Q3": message("to the third quarter of {year}"),
    "Q4": message("to the fourth quarter of {year}"),
}
_SINCE_QUARTER = {
    "Q1": message("since the first quarter of {year}"),
    "Q2": message("since the second quarter of {year}"),
    "Q3": message("since the third quarter of {year}"),
    "Q4": message("since the fourth quarter of {year}"),
}
_IN = (message("in {year}"), message("in {month} {year}"), _IN_QUARTER)
_FROM = (message("from {year}"), message("from {month} {year}"), _FROM_QUARTER)
_TO = (message("to {year}"), message("to {month} {year}"), _TO_QUARTER)
_SINCE = (message("since {year}"), message("since {month} {year}"), _SINCE_QUARTER)
_QUARTER = message("Q{quarter} {year}")


def period_name(period: str, code: str, locale: Locale) -> str:
    """Name a period: "kesäkuu 2026", "2. neljännes 2025", "2025".

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    year = str(year_of(period))
    if is_month(period):
        return f"{_month(period, locale)} {year}"
    if is_quarter(period):
        return translated(code, _QUARTER).format(quarter=season(period)[1:], year=year)
    return year


def short_period_name(period: str, code: str, locale: Locale) -> str:
    """Name a period in little room: "6/2026" (en "Jun 2026"), "Q2/2025", "2025".

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    year = str(year_of(period))
    if is_month(period):
        number = int(season(period)[1:])
        if code == "en":
            return f"{locale.months['stand-alone']['abbreviated'][number]} {year}"
        return f"{number}/{year}"
    return f"{season(period)}/{year}" if is_quarter(period) else year


def in_period(period: str, code: str, locale: Locale) -> str:
    """Say when: "kesäkuussa 2026", "vuoden 2025 toisella neljänneksellä", "vuonna 2025".

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _worded(_IN, period, code, locale)


def from_period(period: str, code: str, locale: Locale) -> str:
    """Say since when: "kesäkuusta 2023", "vuodesta 2023".

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _worded(_FROM, period, code, locale)


def to_period(period: str, code: str, locale: Locale) -> str:
    """Say until when: "kesäkuuhun 2023", "vuoteen 2023".

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _worded(_TO, period, code, locale)


def since_period(period: str, code: str, locale: Locale) -> str:
    """Say since when things have been so: "vuodesta 2023", in English "since 2023".

    Raises:
        ValueError: if ``period`` is not a year, quarter or month.
    """
    return _worded(_SINCE, period, code, locale)


def _worded(
    wording: tuple[str, str, dict[str, str]], period: str, code: str, locale: Locale
) -> str:
    of_year, of_month, of_quarter = wording
    year = str(year_of(period))
    if is_month(period):
        month = _month(period, locale)
        return translated(code, of_month).format(month=month, year=year)
    msgid = of_quarter[season(period)] if is_quarter(period) else of_year
    return translated(code, msgid).format(year=year)


def _month(period: str, locale: Locale) -> str:
    """Name a month by itself, so that a case ending can follow: "kesäkuu", not "kesäkuuta"."""
    return str(locale.months["stand-alone"]["wide"][int(season(period)[1:])])
