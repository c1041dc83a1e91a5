"""What a presentation makes of prepared observations: the same columns with other values.

Every function takes and returns a frame with OBSERVATION_COLUMNS. A value that cannot be computed is
missing with the reason as its status; nothing is filled.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil, nan

import numpy as np
import pandas as pd

from data.bases import Base
from data.comparison import per_inhabitant
from data.levels import BUDGETS, PLAN, PROJECTION, SUSPECT
from data.model import COUNTRY, Break, Unit, UnitKind
from data.periods import position
from data.presenting.groups import LEAST_RANKED

NO_BASE = "missing:no_base"
NO_COUNTRY = "missing:no_country"
NO_BASE_YEAR = "missing:no_base_year"
ACROSS_BREAK = "missing:across_break"
TOO_FEW = "missing:too_few_areas"

LEAST_BASE = 10  # of the smallest steps that the unit shows
LEAST_COUNT = 100
PERIODS_OF_A_YEAR = {"M": 12, "Q": 4}
_NATURES = {**dict.fromkeys(BUDGETS, "budget"), PLAN: PLAN, PROJECTION: PROJECTION}
# Far below what any screen shows, far above the noise of binary fractions.
_TIE = 1e-9


def per_base(
    obs: pd.DataFrame, people: pd.DataFrame, base: Base, unit: Unit, boundaries: Sequence[Break]
) -> tuple[pd.DataFrame, int | None]:
    """Divide amounts by the base of the same area and year.

    Args:
        obs: prepared observations of an amount.
        people: yearly observations of the base.
        base: how many of it a count is given per; money is given per one.
        unit: of ``obs``; tells counts from money.
        boundaries: mergers before which the base has other boundaries than the series.

    Returns:
        The quotients, and the last year of the base where later years had to use it (else None).
    """
    divided = per_inhabitant(obs, people, boundaries)
    times = 1.0 if is_money(unit) else base.times
    late = divided[divided["population_period"].notna() & divided["value_per_inhabitant"].notna()]
    used = pd.to_numeric(late["population_period"])
    is_late = used < pd.to_numeric(late["period"].str[:4])
    values = divided["value_per_inhabitant"] * times
    found = _with_values(obs, values, NO_BASE)
    if unit.is_count:  # what chance does to a rate is seen from its count
        found = found.assign(numerator=obs["value"].where(found["value"].notna()))
    return found, int(used[is_late].max()) if is_late.any() else None


def is_money(unit: Unit) -> bool:
    """Tell whether an amount is one of euros: it is then given per one, not per thousand."""
    return "euros" in unit.key


def index(obs: pd.DataFrame, year: int, breaks: Sequence[Break], unit: Unit) -> pd.DataFrame:
    """Set the base year of each area to 100; nothing is carried across a break.

    A month or quarter is set against the same one of the base year, so that the season does not pass for
    a change; without all of them in that year there is no base. A base must reach LEAST_BASE shown
    steps, for its rounding alone would move the later figures by more than five per cent, and a base
    of counts LEAST_COUNT, for chance alone would move them by a fifth.
    """
    bases = _bases(obs, unit)
    keys = pd.MultiIndex.from_arrays([obs["area"], obs["period"].str[4:]])
    of_year = bases[bases.index.get_level_values("year") == str(year)].droplevel("year")
    base = pd.Series(of_year.reindex(keys).to_numpy(dtype=float), index=obs.index)
    values = obs["value"] / base * 100
    index_of = _with_values(obs, values.mask(obs["status"] == SUSPECT), NO_BASE_YEAR)
    is_apart = _is_across(obs, year, breaks) & index_of["value"].notna()
    counts = obs["value"] if unit.is_count else obs["numerator"]  # what chance is judged by
    return index_of.assign(
        value=index_of["value"].mask(is_apart),
        status=index_of["status"].mask(is_apart, ACROSS_BREAK),
        numerator=counts.where(index_of["value"].notna() & ~is_apart),
    )


def first_year_after(breaks: Sequence[Break], areas: Collection[str]) -> int:
    """Give the first whole year after the last break of these areas; 0 without a break."""
    own = [one for one in breaks if not one.areas or set(one.areas) & set(areas)]
    return max((ceil(position(one.period)) for one in own), default=0)


def base_years(obs: pd.DataFrame, areas: Sequence[str], unit: Unit) -> list[int]:
    """List the years that all of these areas which have figures could be indexed to."""
    own = obs[obs["area"].isin(list(areas)) & obs["value"].notna()]
    holders = _bases(own, unit).reset_index().groupby("year")["area"].nunique()
    full = holders == own["area"].nunique()
    return [int(year) for year in holders.index[full]]


def gap_to_country(obs: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """Subtract the country of the same period: shares in percentage points, rates in per cent of it.

    What is shown as equal has no gap.
    """
    country = obs[(obs["area"] == COUNTRY) & (obs["status"] != SUSPECT)]
    beside = obs["period"].map(country.set_index("period")["value"])
    own, country_figure = _rounded(obs["value"], unit), _rounded(beside, unit)
    if unit.kind is UnitKind.SHARE:
        values = own - country_figure
    else:
        exact = (obs["value"] / beside.where(beside > 0) - 1) * 100
        values = exact.mask(own == country_figure, 0.0)
    return _with_values(obs, values.mask(obs["status"] == SUSPECT), NO_COUNTRY)


def ranks(obs: pd.DataFrame, among: Collection[str], unit: Unit) -> pd.DataFrame:
    """Rank areas within each period by their figures as shown: 1 is the highest, equals share a place.

    Outcomes, budgets and projections are ranked apart; fewer than five areas are no ranking.
    """
    of_group = obs[obs["area"].isin(list(among))]
    figures = of_group["value"].mask(of_group["status"] == SUSPECT)
    natures = of_group["status"].map(_NATURES).fillna("outcome")
    keys = [of_group["period"], natures]
    shown = _rounded(figures, unit)
    places = shown.groupby(keys).rank(ascending=False, method="min")
    held = figures.notna().groupby(keys).transform("sum")
    return _with_values(of_group, places.where(held >= LEAST_RANKED), TOO_FEW)


def tied(places: pd.DataFrame, period: str) -> frozenset[str]:
    """List the areas that share their place with another of the same nature in a period."""
    at = places[(places["period"] == period) & places["value"].notna()]
    keys = at.assign(nature=at["status"].map(_NATURES).fillna("outcome"))
    return frozenset(at.loc[keys.duplicated(["nature", "value"], keep=False), "area"])


def ranked_count(obs: pd.DataFrame, among: Collection[str], period: str) -> int:
    """Count the areas of a group that have a figure in a period."""
    chosen = obs[(obs["period"] == period) & obs["area"].isin(list(among))]
    return int((chosen["value"].notna() & (chosen["status"] != SUSPECT)).sum())


def _rounded(values: pd.Series, unit: Unit) -> pd.Series:
    """Round as the screen does, halves away from zero, in the shown unit."""
    factor = unit.scale * 10.0**unit.decimals
    steps: pd.Series = (values.abs() * factor + 0.5 + _TIE) // 1
    return (steps / 10.0**unit.decimals).where(values >= 0, -steps / 10.0**unit.decimals)


def _with_values(obs: pd.DataFrame, values: pd.Series, reason: str) -> pd.DataFrame:
    """Put computed values in place; where a figure is lost its status says why."""
    values = values.astype(float).replace([np.inf, -np.inf], nan)
    is_lost = values.isna() & obs["value"].notna() & (obs["status"] != SUSPECT)
    return obs.assign(
        value=values, status=obs["status"].mask(is_lost, reason), numerator=nan, denominator=nan
    )


def _bases(obs: pd.DataFrame, unit: Unit) -> pd.Series:
    """Give by area, year and season the figures that can be a base, of years that have every season."""
    chosen = obs[obs["value"].notna() & (obs["status"] != SUSPECT)]
    steps = chosen["value"] * unit.scale * 10.0**unit.decimals
    least = LEAST_COUNT if unit.is_count else LEAST_BASE
    keyed = chosen.assign(
        year=chosen["period"].str[:4], season=chosen["period"].str[4:], enough=steps >= least
    )
    wanted = PERIODS_OF_A_YEAR.get(str(obs["period"].iloc[0])[4:5], 1) if len(obs) else 1
    enough = keyed.groupby(["area", "year"])["enough"].transform("sum")
    bases: pd.Series = keyed[enough == wanted].set_index(["area", "year", "season"])["value"]
    return bases


def _is_across(obs: pd.DataFrame, year: int, breaks: Sequence[Break]) -> pd.Series:
    """Tell which rows lie on the other side of a break than the base year."""
    at = obs["period"].map(position)
    found = pd.Series(data=False, index=obs.index)
    for one in breaks:
        start = position(one.period)
        is_own = obs["area"].isin(one.areas) if one.areas else True
        # A break inside the base year leaves no whole year on either side: everything is apart.
        inside = year < start < year + 1
        found |= is_own & (True if inside else (at < start) != (year < start))
    return found
