"""What shows the trend where each year has its own rhythm: one month of every year, or a mean of twelve."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data.claims import Observation
from data.comparison import common_period
from data.levels import BREAK, Nature, Rows, read_table
from data.model import OBSERVATION_COLUMNS, TOTAL, Break
from data.periods import is_month, is_quarter, position, season, year_of

_LEAST_YEARS = 5
_YEAR_OF = {"M": 12, "Q": 4}
_OPEN = ("projection", "provisional")


def same_season(obs: pd.DataFrame, areas: Sequence[str]) -> pd.DataFrame | None:
    """Keep the month (quarter) of the newest common period from every year, as yearly figures.

    Args:
        obs: prepared observations.
        areas: the compared areas, which choose the newest common period.

    Returns:
        Rows named by their year; None for a yearly series and for fewer than five years.
    """
    newest = common_period(obs, areas)
    if newest is None or not season(newest):
        return None
    years = {
        one: str(year_of(one)) for one in obs["period"].unique() if season(one) == season(newest)
    }
    same = obs[obs["period"].isin(years)]
    if same.loc[same["value"].notna(), "period"].nunique() < _LEAST_YEARS:
        return None
    return same.assign(period=same["period"].map(years))


def running_mean(
    obs: pd.DataFrame, areas: Sequence[str], breaks: Sequence[Break]
) -> pd.DataFrame | None:
    """Replace each monthly (quarterly) figure by the mean of the year that ends with it.

    A mean needs all twelve (four) consecutive figures, of one nature and with no break among them:
    a hole is never bridged and leaves the eleven (three) periods after it without a mean.

    Args:
        obs: prepared observations; only the totals are read.
        areas: codes.
        breaks: places of the series that no mean crosses.

    Returns:
        Prepared observations with the means as values; None for a yearly series, and where there
        is less than a year of means.
    """
    rows = []
    for area, seen in read_table(obs, areas).items():
        starts = _starts(seen, area, breaks)
        for period in sorted(seen, key=position):
            if found := _mean(seen, period, starts):
                rows.append((area, period, TOTAL, *found, None, None))
    means = pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)).astype({"value": float})
    needed = min((_YEAR_OF[one[4]] for one in means["period"]), default=1)
    return means if means["period"].nunique() >= needed and len(means) else None


def _mean(rows: Rows, period: str, starts: Sequence[float]) -> tuple[float, str] | None:
    """Give the mean of the year up to a period and its status; None where it may not be made."""
    if not (is_month(period) or is_quarter(period)):
        return None
    window = _window(period)
    seen = [one for before in window if (one := rows.get(before)) and one.value is not None]
    if len(seen) < len(window) or len({Nature.of(one.status) for one in seen}) > 1:
        return None
    if any(position(window[0]) < start <= position(period) for start in starts):
        return None
    return sum(one.value or 0.0 for one in seen) / len(seen), _status(seen)


def _window(period: str) -> list[str]:
    """List the consecutive periods of the year that ends with a period, in order."""
    letter = period[4]
    count = _YEAR_OF[letter]
    last = year_of(period) * count + int(period[5:]) - 1
    width = len(period) - 5
    return [
        f"{place // count}{letter}{place % count + 1:0{width}d}"
        for place in range(last - count + 1, last + 1)
    ]


def _starts(rows: Rows, area: str, breaks: Sequence[Break]) -> list[float]:
    """Place the breaks of an area: the declared ones, and those that a status tells."""
    declared = [position(it.period) for it in breaks if not it.areas or area in it.areas]
    return declared + [position(one.period) for one in rows.values() if one.status == BREAK]


def _status(seen: Sequence[Observation]) -> str:
    return next((one for one in _OPEN if any(it.status == one for it in seen)), "derived")
