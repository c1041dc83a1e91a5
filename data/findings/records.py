"""Figures that are the highest or lowest since the first comparable period."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from data.claims import Observation
from data.comparison import shown
from data.findings.kinds import Record
from data.history import past
from data.levels import Nature, Table
from data.model import Break, Unit
from data.periods import position

FEWEST_VALUES = 8


def records(
    levels: Sequence[Observation], table: Table, unit: Unit, breaks: Sequence[Break]
) -> tuple[Record, ...]:
    """Find the areas whose shown figure no earlier comparable one passes.

    Returns:
        One per area with a record among at least eight comparable figures, no year missing between
        them, that are not all equal, in order; none of budgets, plans and projections.
    """
    found = (_record(seen, table, unit, breaks) for seen in levels)
    return tuple(record for record in found if record is not None)


def _record(seen: Observation, table: Table, unit: Unit, breaks: Sequence[Break]) -> Record | None:
    known = _unbroken(past(table[seen.area], seen.area, seen.period, breaks))
    if len(known) < FEWEST_VALUES or Nature.of(seen.status) is not Nature.OUTCOME:
        return None
    figures = [(it.period, shown(it.value, unit)) for it in known if it.value is not None]
    *earlier, (_, now) = figures
    values = [figure for _, figure in figures]
    if min(values) == max(values) or min(values) < now < max(values):
        return None
    tied = [period for period, figure in earlier if figure == now]
    return Record(seen, now == max(values), known[0].period, tied[-1] if tied else None)


def _unbroken(known: Sequence[Observation]) -> Sequence[Observation]:
    """Keep the years after the last hole: nobody knows whether a missing figure was higher."""
    years = [position(seen.period) for seen in known]
    holes = [at for at, (a, b) in enumerate(pairwise(years), 1) if round(b - a, 6) != 1]
    return known[holes[-1] :] if holes else known
