"""Since when a figure has moved one way."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data.claims import Change, Observation, Weight
from data.comparison import difference
from data.findings.kinds import Run
from data.history import past
from data.levels import Nature, Table
from data.model import Break, Unit
from data.noise import weighed
from data.periods import position

FEWEST_STEPS = 3  # "every year" of two would be no course


def runs(
    levels: Sequence[Observation],
    obs: pd.DataFrame,
    table: Table,
    unit: Unit,
    breaks: Sequence[Break],
) -> tuple[Run, ...]:
    """Find for each area the last turn that at least three later yearly figures confirm.

    The shown figures of the same month, quarter or year must all have moved one way, in years that
    follow each other; a missing year, an equal figure or a break ends the run.

    Args:
        levels: the compared areas, at one period.
        obs: prepared observations.
        table: the same by area and period.
        unit: rounds the figures.
        breaks: places of the series that no run may cross.

    Returns:
        One per area with such a run, in order; none of budgets, plans and projections, and none
        that chance alone would make.
    """
    found = (_run(seen, table, unit, breaks) for seen in levels)
    known = [run for run in found if run is not None]
    for spans in (_whole, _last):  # neither the run nor its last step may be what chance makes
        moved = weighed([spans(run, unit) for run in known], obs, table, unit, breaks)
        pairs = zip(known, moved, strict=True)
        known = [run for run, it in pairs if it.weight is not Weight.NOISE]
    return tuple(known)


def _whole(run: Run, unit: Unit) -> Change:
    return _step(run.start, run.end, unit)


def _last(run: Run, unit: Unit) -> Change:
    return _step(run.last, run.end, unit)


def _step(before: Observation, after: Observation, unit: Unit) -> Change:
    assert before.value is not None  # a run goes from figure to figure
    assert after.value is not None
    gap = difference(after.value, before.value, unit)
    return Change(after.area, after.period, before.period, gap, is_usual=False)


def _run(seen: Observation, table: Table, unit: Unit, breaks: Sequence[Break]) -> Run | None:
    known = past(table[seen.area], seen.area, seen.period, breaks)
    if seen.value is None or Nature.of(seen.status) is not Nature.OUTCOME:
        return None
    signs = [_sign(before, after, unit) for before, after in zip(known, known[1:], strict=False)]
    if not signs or signs[-1] == 0:
        return None
    steps = next(
        (count for count, sign in enumerate(reversed(signs)) if sign != signs[-1]), len(signs)
    )
    if steps < FEWEST_STEPS:
        return None
    start = len(known) - 1 - steps
    is_open = start == 0 or _years(known[start - 1], known[start]) != 1
    return Run(known[start], known[-2], known[-1], signs[-1] > 0, is_open)


def _sign(before: Observation, after: Observation, unit: Unit) -> int:
    """Tell which way a figure moved in a year: 1 up, -1 down, 0 not at all or not in one year."""
    if before.value is None or after.value is None:
        return 0
    if _years(before, after) != 1:
        return 0
    step = difference(after.value, before.value, unit)
    return (step > 0) - (step < 0)


def _years(before: Observation, after: Observation) -> float:
    return round(position(after.period) - position(before.period), 6)
