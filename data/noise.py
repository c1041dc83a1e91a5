"""Which changes of small counts are no larger than chance alone makes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import sqrt

import pandas as pd

from data.claims import Change

# Events such as accidents follow a Poisson law: the difference of two counts has the variance of their sum.
_BELOW = 100
_TWO_SIDED_95 = 1.96


def mark_noise(changes: Iterable[Change], obs: pd.DataFrame) -> tuple[Change, ...]:
    """Mark the changes between two counts under 100 that chance makes in nineteen years of twenty.

    Args:
        changes: Changes between periods of ``obs``.
        obs: Prepared observations; a rate carries its count as numerator.
    """
    counts = obs["numerator"].fillna(obs["value"])
    keys = zip(obs["area"], obs["period"], strict=True)
    known = dict(zip(keys, counts.tolist(), strict=True))
    return tuple(replace(change, is_noise=_is_noise(change, known)) for change in changes)


def _is_noise(change: Change, counts: dict[tuple[str, str], float]) -> bool:
    if change.difference is None or change.from_period is None:
        return False
    now = counts[change.area, change.to_period]
    then = counts[change.area, change.from_period]
    return max(now, then) < _BELOW and abs(now - then) <= _TWO_SIDED_95 * sqrt(now + then)
