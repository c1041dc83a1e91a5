"""The widest gap between the compared areas: how it has changed, and how much it is in things counted."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan, log10

import pandas as pd

from data.claims import Claim, CountGap, Observation, Weight
from data.comparison import difference, shown
from data.findings.kinds import GapChange, Movement, Spread
from data.model import TOTAL, Direction, Unit

_ENOUGH_FOR_A_GAP = 2
_DIGITS = 2


def gap_change(moved: Sequence[Movement], unit: Unit) -> GapChange | None:
    """Set the widest gap against that of the same areas at the earlier period.

    Args:
        moved: the compared areas, all between the same two periods.
        unit: rounds the figures that the gaps are taken from.

    Returns:
        None for fewer than two areas, and where all are shown equal both times.
    """
    if len(moved) < _ENOUGH_FOR_A_GAP:
        return None
    found = GapChange(
        now=_spread([it.after for it in moved], unit),
        before=_spread([it.before for it in moved], unit),
    )
    return found if found.now.difference or found.before.difference else None


def is_by_chance(gap: GapChange, moved: Sequence[Movement]) -> bool:
    """Tell whether chance explains how all areas moved that the gap lay between, now or before."""
    ends = {*gap.now.highest, *gap.now.lowest, *gap.before.highest, *gap.before.lowest}
    at_ends = [it.change for it in moved if it.area in ends]
    return any(it.difference for it in at_ends) and all(
        it.weight is Weight.NOISE or not it.difference for it in at_ends
    )


def gap_in_counts(
    claim: Claim, obs: pd.DataFrame, unit: Unit, direction: Direction
) -> CountGap | None:
    """Say how many of the things that a rate counts its widest gap is in one of the two areas.

    That area is the one a reader thinks of as behind: the lowest where higher is better, else the
    highest. The count is the gap of the shown rates times the denominator of that area.

    Args:
        claim: the levels and their widest gap.
        obs: prepared observations with the counts that the rates divide.
        unit: of the rate.
        direction: which way is better.

    Returns:
        The count with two significant digits; None without a gap, in a tie for either end, without
        a denominator, and where the count is less than one.
    """
    gap = claim.widest_gap
    if gap is None or _is_tied(claim, unit):
        return None
    area = gap.lowest if direction is Direction.HIGHER else gap.highest
    whole = _whole(obs, area, claim.period)
    count = round(gap.difference / unit.scale * whole)
    return CountGap(area, _two_digits(count)) if count >= 1 else None


def _spread(levels: Sequence[Observation], unit: Unit) -> Spread:
    known = [(seen.area, seen.value) for seen in levels if seen.value is not None]
    figures = {area: shown(value, unit) for area, value in known}
    high, low = max(figures.values()), min(figures.values())
    return Spread(
        period=levels[0].period,
        highest=tuple(area for area, figure in figures.items() if figure == high),
        lowest=tuple(area for area, figure in figures.items() if figure == low),
        difference=difference(
            max(value for _, value in known), min(value for _, value in known), unit
        ),
    )


def _is_tied(claim: Claim, unit: Unit) -> bool:
    spread = _spread([seen for seen in claim.levels if seen.value is not None], unit)
    return len(spread.highest) > 1 or len(spread.lowest) > 1


def _whole(obs: pd.DataFrame, area: str, period: str) -> float:
    """Give what one unit of the rate is in counts; 0 where it is not known."""
    at = (obs["area"] == area) & (obs["period"] == period) & (obs["breakdown"] == TOTAL)
    rows = obs.loc[at, ["value", "numerator", "denominator"]].astype(float)
    if rows.empty or rows.isna().any(axis=None):
        return 0.0
    rate, part, whole = rows.iloc[0].tolist()
    if min(rate, part, whole) <= 0 or isnan(rate):
        return 0.0
    # A published rate is rounded, so the power of ten it is scaled by is found, not divided out.
    return float(whole / 10 ** round(log10(rate * whole / part)))


def _two_digits(count: int) -> float:
    step = 10 ** max(len(str(count)) - _DIGITS, 0)
    return float((count + step // 2) // step * step)
