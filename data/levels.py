"""Figures by area and period: what counts as one, and which may stand beside each other.

Missing and suspect rows are never figures. A figure has a nature: an outcome, a budget, a plan or a
projection; figures of two natures are never set against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import isnan

import pandas as pd

from data.claims import Observation
from data.model import TOTAL
from data.periods import position

ABSENT = "missing:not_published"
SUSPECT = "suspect"
BREAK = "break"
BUDGETS = frozenset({"amended_budget", "budget"})
PLAN = "plan"
PROJECTION = "projection"

Rows = dict[str, Observation]
Table = dict[str, Rows]


class Nature(StrEnum):
    """What a figure is, whatever else its status says."""

    BUDGET = "budget"
    OUTCOME = "outcome"
    PLAN = "plan"
    PROJECTION = "projection"

    @classmethod
    def of(cls, status: str) -> Nature:
        """Give the nature of a figure with this status."""
        if status in BUDGETS:
            return cls.BUDGET
        return cls(status) if status in (PLAN, PROJECTION) else cls.OUTCOME


def read_table(obs: pd.DataFrame, areas: Sequence[str], breakdown: str = TOTAL) -> Table:
    """Read one breakdown of a frame as observations by area and period; every area has a key."""
    chosen = obs[obs["area"].isin(areas) & (obs["breakdown"] == breakdown)]
    table: Table = {area: {} for area in areas}
    columns = (chosen[name].tolist() for name in ("area", "period", "value", "status"))
    for area, period, number, status in zip(*columns, strict=True):
        table[area][period] = _observation(area, period, number, status)
    return table


def figures(rows: Rows, nature: Nature) -> Rows:
    """Keep the figures of one nature."""
    return {
        period: seen
        for period, seen in rows.items()
        if seen.value is not None and Nature.of(seen.status) is nature
    }


def level(rows: Rows, area: str, period: str, nature: Nature) -> Observation:
    """Give the figure of one nature; without it an observation with value None and its status."""
    seen = rows.get(period, Observation(area, period, None, ABSENT))
    if seen.value is None or Nature.of(seen.status) is nature:
        return seen
    return Observation(area, period, None, seen.status)


def level_natures(table: Mapping[str, Rows]) -> tuple[Nature, ...]:
    """List the natures that may be a level, the preferred first.

    Budgets win over outcomes; plans never count; projections count only where there is nothing
    else.
    """
    found = {
        Nature.of(seen.status)
        for rows in table.values()
        for seen in rows.values()
        if seen.value is not None
    }
    if found == {Nature.PROJECTION}:
        return (Nature.PROJECTION,)
    return tuple(nature for nature in (Nature.BUDGET, Nature.OUTCOME) if nature in found)


def latest_common(table: Mapping[str, Rows]) -> tuple[str, Nature] | None:
    """Find the latest period in which every area has a level of one nature."""
    for nature in level_natures(table):
        period = latest_shared(figures(rows, nature) for rows in table.values())
        if period is not None:
            return period, nature
    return None


def latest_shared(periods_by_area: Iterable[Iterable[str]]) -> str | None:
    """Give the latest period that all areas have; None without areas or without such a period."""
    return max(_shared(periods_by_area), key=position, default=None)


def earliest_shared(periods_by_area: Iterable[Iterable[str]]) -> str | None:
    """Give the first period that all areas have; None without areas or without such a period."""
    return min(_shared(periods_by_area), key=position, default=None)


def _shared(periods_by_area: Iterable[Iterable[str]]) -> set[str]:
    sets = [set(periods) for periods in periods_by_area]
    return set.intersection(*sets) if sets else set()


def _observation(area: str, period: str, number: float, status: str) -> Observation:
    if isnan(number):
        return Observation(area, period, None, status if status.startswith("missing:") else ABSENT)
    return Observation(area, period, None if status == SUSPECT else float(number), status)
