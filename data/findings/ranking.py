"""The places of the compared areas among a group of areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from data.benchmarks import Benchmark
from data.claims import Observation
from data.findings.kinds import Ranking, Standing
from data.levels import Nature
from data.model import Unit
from data.ranking import ranks_in


def ranking(
    levels: Sequence[Observation], obs: pd.DataFrame, unit: Unit, benchmark: Benchmark
) -> Ranking | None:
    """Rank the compared areas by shown figures among a group at the period of ``levels``.

    Args:
        levels: the compared areas, at one period; those without a figure get no place.
        obs: prepared observations of all areas of the group.
        unit: rounds the figures.
        benchmark: the group.

    Returns:
        None where the group has too few figures, none of a compared area, or all are equal.
    """
    known = [seen for seen in levels if seen.value is not None]
    if not known:
        return None
    places = ranks_in(obs, known[0].period, benchmark, unit, Nature.of(known[0].status))
    holders = Counter(places.values())
    standings = tuple(
        Standing(seen.area, places[seen.area], holders[places[seen.area]] > 1)
        for seen in known
        if seen.area in places
    )
    if not standings or len(holders) == 1:
        return None
    return Ranking(known[0].period, standings, len(places))
