"""One month or quarter of every year: it shows the trend where each year has its own rhythm."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data.comparison import common_period
from data.periods import season, year_of

_LEAST_YEARS = 5


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
