"""On which side of the country and of a group's median the compared areas lie."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pandas as pd

from data.benchmarks import Benchmark
from data.claims import Claim, Observation
from data.comparison import shown
from data.findings.kinds import Relation
from data.levels import Nature, figures, read_table
from data.model import Unit, UnitKind

# The median of fewer says nothing of a group.
FEWEST_OTHERS = 5


def to_country(claim: Claim, unit: Unit) -> Relation | None:
    """Set the levels against the figure of the whole country.

    Returns:
        None without a figure of the country, and for amounts, of which the country has always more.
    """
    if claim.country is None or claim.country.value is None or not _is_comparable(unit):
        return None
    return _relation(claim.levels, claim.country.value, unit)


def to_median(
    levels: Sequence[Observation], obs: pd.DataFrame, unit: Unit, benchmark: Benchmark
) -> Relation | None:
    """Set the levels against the median of a group, which leaves the compared areas out.

    Args:
        levels: the compared areas, at one period.
        obs: prepared observations of all areas of the group.
        unit: rounds the figures.
        benchmark: the group.

    Returns:
        None for amounts, and where fewer than five others have a figure.
    """
    known = [seen for seen in levels if seen.value is not None]
    if not known or not _is_comparable(unit):
        return None
    own = {seen.area for seen in levels}
    others = tuple(area for area in benchmark.areas if area not in own)
    period, nature = known[0].period, Nature.of(known[0].status)
    table = read_table(obs[obs["period"] == period], others)
    values = [seen.value for rows in table.values() for seen in figures(rows, nature).values()]
    numbers = [value for value in values if value is not None]
    if len(numbers) < FEWEST_OTHERS:
        return None
    return _relation(levels, median(numbers), unit)


def _is_comparable(unit: Unit) -> bool:
    return unit.kind is not UnitKind.AMOUNT and not unit.is_signed and not unit.is_reversed


def _relation(levels: Sequence[Observation], reference: float, unit: Unit) -> Relation:
    against = shown(reference, unit)
    known = [(seen, shown(seen.value, unit)) for seen in levels if seen.value is not None]
    sides = tuple((seen.area, (figure > against) - (figure < against)) for seen, figure in known)
    return Relation(levels[0].period, reference, sides)
