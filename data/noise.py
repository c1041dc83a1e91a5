"""Whether a change is material: clear, slight, or within what chance alone makes.

A change is set against ``s``, the standard deviation that chance gives to the difference of two
figures of the series. Up to 1.96 s it is noise (chance makes such changes nineteen times in
twenty); up to twice that it is slight; above, clear. ``s`` comes from

- counts, where both are under 100: they are taken to follow a Poisson law, so the variance of the
  difference is the sum of the counts. A share or rate is judged by its numerator. Nets, which may
  be negative, are no counts of events;
- else the past of the areas compared, of each its own and of these the middle one, so that one
  threshold holds for all: the third differences e = d - 3c + 3b - a of the same month, quarter or
  year of four consecutive years. A trend, and the bend of a business cycle, leave next to nothing
  in e; a year of its own does. The median of |e| (robust against single odd years such as 2020)
  times 1.4826 estimates its standard deviation; since Var(e) = 20 Var(x) and the difference of
  two figures has 2 Var(x), s is that times the square root of 2/20. At least six such stretches
  before the change are needed, none across a break, of at least two of the areas. s is never
  below what rounding makes. It takes the years apart from their trend to be independent: of a stock
  that wanders, somewhat more than one change in twenty looks material by chance.

Without either there is no judgement: many large counts, such as starting places, are decided, not
chance. Nor is there one of budgets, plans and projections, which are decisions and assumptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan, sqrt
from statistics import median

import pandas as pd

from data.claims import Change, Observation, Weight
from data.history import past
from data.levels import Nature, Table
from data.model import TOTAL, Break, Unit
from data.periods import position

SMALL = 100
_TWO_SIDED_95 = 1.96
_CLEAR = 2 * _TWO_SIDED_95
_NORMAL = 1.4826  # standard deviation of a normal law over its median absolute deviation
_THIRD_DIFFERENCE = (-1, 3, -3, 1)
_PAIR_OVER_THIRD = sqrt(2 / 20)
_ENOUGH = 6
_FEWEST_AREAS = 2  # one city of three is no middle
_ROUNDING = sqrt(1 / 6)  # of the difference of two rounded figures, in steps

Counts = Mapping[tuple[str, str], float]


def weighed(
    changes: Iterable[Change],
    obs: pd.DataFrame,
    table: Table,
    unit: Unit,
    breaks: Sequence[Break],
) -> tuple[Change, ...]:
    """Give each change its weight; the method stands at the head of this module.

    Args:
        changes: between periods of ``table``, in the shown unit.
        obs: prepared observations; a rate carries its count as numerator.
        table: the same as observations by area and period.
        unit: scale and decimals of the changes, and whether values are counts.
        breaks: places of the series that no comparison may cross.

    Returns:
        The changes in order. Those of 0, without a comparable figure or with too short a past
        keep no weight.
    """
    found = tuple(changes)
    counts = _counts(obs, found)
    spread = _common_spread(found, table, unit, breaks)
    return tuple(
        replace(it, weight=_weight(it, counts, table, unit, breaks, spread)) for it in found
    )


def _counts(obs: pd.DataFrame, changes: Sequence[Change]) -> Counts:
    periods = {period for it in changes for period in (it.from_period, it.to_period) if period}
    chosen = obs[obs["period"].isin(periods) & obs["area"].isin([it.area for it in changes])]
    chosen = chosen[chosen["breakdown"] == TOTAL]
    keys = zip(chosen["area"], chosen["period"], strict=True)
    return dict(zip(keys, chosen["numerator"].astype(float).tolist(), strict=True))


def _common_spread(
    changes: Sequence[Change], table: Table, unit: Unit, breaks: Sequence[Break]
) -> float | None:
    """Take the middle of the areas' own spreads: one threshold for areas that stand side by side."""
    found = [
        _spread(past(table[it.area], it.area, it.to_period, breaks)[:-1], unit)
        for it in changes
        if it.difference and it.from_period is not None
    ]
    known = [one for one in found if one is not None]
    return median(known) if len(known) >= min(_FEWEST_AREAS, len(found)) and known else None


def _weight(
    change: Change,
    counts: Counts,
    table: Table,
    unit: Unit,
    breaks: Sequence[Break],
    spread: float | None,
) -> Weight | None:
    if unit.is_reversed or not change.difference or change.from_period is None:
        return None  # a rank moves with the others, too
    rows = table[change.area]
    if Nature.of(rows[change.to_period].status) is not Nature.OUTCOME:
        return None
    known = past(rows, change.area, change.to_period, breaks)
    events = _events(change, counts, known, unit)
    if events is not None and max(events) < SMALL:
        return _verdict(events[1] - events[0], sqrt(sum(events)))
    return None if spread is None else _verdict(change.difference, spread)


def _verdict(difference: float, spread: float) -> Weight:
    if abs(difference) <= _TWO_SIDED_95 * spread:
        return Weight.NOISE
    return Weight.SLIGHT if abs(difference) <= _CLEAR * spread else Weight.CLEAR


def _events(
    change: Change, counts: Counts, known: Sequence[Observation], unit: Unit
) -> tuple[float, float] | None:
    """Give the counts before and after; None where the figures are neither counts nor of counts."""
    values = {seen.period: seen.value for seen in known if seen.value is not None}
    pair = []
    for period in (change.from_period, change.to_period):
        counted = counts.get((change.area, str(period)), float("nan"))
        if isnan(counted) and unit.is_count and period in values:
            counted = values[period]
        pair.append(counted)
    if any(isnan(count) for count in pair) or min(*pair, *values.values()) < 0:
        return None
    return pair[0], pair[1]


def _spread(known: Sequence[Observation], unit: Unit) -> float | None:
    """Estimate, in the shown unit, the deviation of a difference from the area's own past."""
    points = [(position(seen.period), seen.value) for seen in known if seen.value is not None]
    stretches = zip(*(points[start:] for start in range(len(_THIRD_DIFFERENCE))), strict=False)
    bends = [
        abs(sum(part * value for part, (_, value) in zip(_THIRD_DIFFERENCE, four, strict=True)))
        for four in stretches
        if round(four[-1][0] - four[0][0], 6) == len(four) - 1
    ]
    if len(bends) < _ENOUGH:
        return None
    by_chance = _PAIR_OVER_THIRD * _NORMAL * median(bends) * unit.scale
    return float(max(by_chance, _ROUNDING * 10.0**-unit.decimals))
