"""Ranks by the figures as shown: 1 is the highest, figures that are shown equal share a place."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from data.benchmarks import Benchmark
from data.comparison import compared, shown
from data.levels import Nature, read_table
from data.model import CITIES, Unit

# A rank among fewer says nothing.
FEWEST_RANKED = 5


def rank(
    obs: pd.DataFrame,
    period: str,
    codes: Collection[str],
    unit: Unit,
    nature: Nature | None = None,
) -> dict[str, int]:
    """Rank areas in one period by their shown figures, so that nobody leads in a tie.

    Args:
        obs: prepared observations.
        period: the only one looked at.
        codes: areas to rank.
        unit: rounds the figures as on the screen.
        nature: rank figures of this nature; by default budgets, where there are none outcomes, then
            plans, then projections, because a budget is never set against an outcome.

    Returns:
        Place by area code, the highest first; areas without a figure are left out.
    """
    rows = read_table(obs[obs["period"] == period], tuple(codes))
    seen = {area: found[period] for area, found in rows.items() if period in found}
    natures = {area: Nature.of(one.status) for area, one in seen.items() if one.value is not None}
    chosen = nature or min(natures.values(), key=list(Nature).index, default=Nature.OUTCOME)
    figures = {
        area: shown(one.value, unit)
        for area, one in seen.items()
        if one.value is not None and natures[area] is chosen
    }
    places = pd.Series(figures, dtype=float).rank(ascending=False, method="min")
    return {str(area): int(place) for area, place in places.sort_values(kind="stable").items()}


def ranked_level(obs: pd.DataFrame) -> tuple[str, Nature] | None:
    """Give the period and the nature that the statements speak of, at which cities are ranked.

    Args:
        obs: prepared observations of a series that compares the three cities.

    Returns:
        None where the cities share no period.
    """
    levels = [seen for seen in compared(obs, CITIES) if seen.value is not None]
    return (levels[0].period, Nature.of(levels[0].status)) if levels else None


def ranks_in(
    obs: pd.DataFrame,
    period: str,
    benchmark: Benchmark,
    unit: Unit,
    nature: Nature | None = None,
) -> dict[str, int]:
    """Rank the cities of a group among themselves; see ``rank``.

    Returns:
        Empty where fewer than five of the group have a figure.
    """
    places = rank(obs, period, benchmark.areas, unit, nature)
    return places if len(places) >= FEWEST_RANKED else {}
