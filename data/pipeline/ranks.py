"""The places of cities among the groups of benchmarks.yaml, at the period that the statements speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from data.benchmarks import Benchmark, load_benchmarks
from data.declarations import load_units
from data.model import CITIES, RANK_COLUMNS, Indicator, Kind, Unit
from data.ranking import ranked_level, ranks_in

Row = tuple[str, str, str, str, int, int]


def rank_cities(
    prepared: Path, indicators: Iterable[Indicator], areas: pd.DataFrame
) -> pd.DataFrame:
    """Rank the cities of every group in every series that compares the three cities.

    Args:
        prepared: folder whose observations are written already.
        indicators: all declarations.
        areas: every known area, column ``area``.

    Returns:
        RANK_COLUMNS, sorted by indicator, benchmark and area; ``count`` is how many are ranked.

    Raises:
        DeclarationError: benchmarks.yaml breaks a rule or names an unknown area.
    """
    benchmarks = load_benchmarks(known=frozenset(areas["area"]))
    units = load_units()
    rows = [
        row
        for indicator in indicators
        if indicator.kind is Kind.SERIES and indicator.own_areas == CITIES
        for row in _ranks(prepared, indicator, units[indicator.unit], benchmarks)
    ]
    frame = pd.DataFrame(sorted(rows), columns=list(RANK_COLUMNS))
    kinds = {name: "int64" if name in ("rank", "count") else "str" for name in RANK_COLUMNS}
    return frame.astype(kinds)


def _ranks(
    prepared: Path, indicator: Indicator, unit: Unit, benchmarks: tuple[Benchmark, ...]
) -> Iterator[Row]:
    obs = pd.read_parquet(prepared / "observations" / f"{indicator.id}.parquet")
    found = ranked_level(obs)
    if found is None:
        return
    period, nature = found
    for benchmark in benchmarks:
        places = ranks_in(obs, period, benchmark, unit, nature)
        for area, place in places.items():
            yield indicator.id, benchmark.key, area, period, place, len(places)
