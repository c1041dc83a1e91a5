"""All areas of the compared areas' level in one period: what rankings, distributions and maps show; pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from data.comparison import common_period
from data.levels import SUSPECT
from data.model import COUNTRY, TOTAL, Level, Unit
from data.periods import position
from data.presenting.view import View
from data.ranking import rank

_LEAST_SHARE = 0.5  # of the areas that ever have figures: a period of fewer is not offered


@dataclass(frozen=True, slots=True, eq=False)
class Across:
    """The figures of one level in one period.

    ``obs`` has at most one row per area: the ranked areas and the country. ``figures`` are in the stored
    unit, the highest first; ``places`` give 1 to the highest, equals share a place.
    """

    view: View
    level: Level
    period: str
    obs: pd.DataFrame
    figures: dict[str, float]
    places: dict[str, int]


def level_of(view: View) -> Level | None:
    """Tell whether municipalities or regions are compared; None where only the country has figures."""
    if not view.indicator.own_areas:
        return None
    is_city = Level.MUNICIPALITY in view.indicator.levels
    return Level.MUNICIPALITY if is_city else Level.REGION


def full_periods(view: View) -> tuple[str, ...]:
    """List the periods in which at least half of the level's areas have a figure, in order of time."""
    obs = _figures(view)
    if obs.empty:
        return ()
    held = obs.groupby("period")["area"].nunique()
    wanted = obs["area"].nunique() * _LEAST_SHARE
    return tuple(sorted(map(str, held.index[held >= wanted]), key=position))


def usual_period(view: View, periods: Sequence[str]) -> str | None:
    """Give the period of the statement, else the nearest that is offered; None without any."""
    common = common_period(view.obs, view.indicator.own_areas)
    return nearest(periods, common) if common else (periods[-1] if periods else None)


def nearest(periods: Sequence[str], asked: str) -> str | None:
    """Give the offered period that is nearest in time, of two equally near the later."""
    wanted = position(asked)
    return min(periods, key=lambda one: (abs(position(one) - wanted), -position(one)), default=None)


def across(view: View, period: str) -> Across | None:
    """Read one period of a view of every area; None where no area has a figure in it.

    Args:
        view: of plain figures, per base, of an index or of gaps; ranks are counted here.
        period: one of those offered.
    """
    level, obs = level_of(view), _figures(view)
    obs = obs[obs["period"] == period]
    codes = [str(code) for code in obs["area"]]
    if level is None or not codes:
        return None
    places = rank(obs, period, codes, view.unit)
    values = dict(zip(codes, obs["value"].astype(float), strict=True))
    country = view.obs[
        (view.obs["area"] == COUNTRY)
        & (view.obs["period"] == period)
        & (view.obs["breakdown"] == TOTAL)
        & (view.obs["status"] != SUSPECT)
    ]
    return Across(
        view=view,
        level=level,
        period=period,
        obs=pd.concat([obs[obs["area"].isin(places)], country]),
        figures={area: values[area] for area in places},
        places=places,
    )


def pooled_values(view: View, periods: Collection[str]) -> list[float]:
    """List the shown values of all areas in all periods, for classes that every period shares."""
    obs = _figures(view)
    values = obs.loc[obs["period"].isin(list(periods)), "value"]
    return _shown(values, view.unit).tolist()


def _figures(view: View) -> pd.DataFrame:
    """Keep the totals of the level's areas that are figures: codes of one level start alike."""
    own = view.indicator.own_areas
    obs = view.obs
    is_figure = obs["value"].notna() & (obs["breakdown"] == TOTAL) & (obs["status"] != SUSPECT)
    found = obs[is_figure]
    codes = [code for code in found["area"].unique() if own and str(code)[:2] == own[0][:2]]
    return found[found["area"].isin(codes)]


def _shown(values: pd.Series, unit: Unit) -> pd.Series:
    return (values * unit.scale).round(unit.decimals)
