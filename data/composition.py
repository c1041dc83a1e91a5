"""Totals with their parts: what of a total each class is, where the classes make it; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.claims import Observation
from data.levels import latest_shared, read_table
from data.model import Break
from data.parts import Parts
from data.periods import position, year_of

_FEW = 3
_DECADE = 10
# A share of the total that rounding may leave; suppression is declared.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Whole:
    """One total and its parts, in stored units; a class that the source does not give there is left out."""

    total: Observation
    parts: Mapping[str, float]

    def share(self, key: str) -> float:
        """Give the percentage of the total that a class is; 0 for a class that is not there."""
        made = sum(self.parts.values())
        return 100 * self.parts.get(key, 0.0) / made if made else 0.0


Wholes = dict[str, dict[str, Whole]]


def read_wholes(obs: pd.DataFrame, parts: Parts, areas: Sequence[str]) -> Wholes:
    """Read the totals that their parts make, by area and period.

    Args:
        obs: prepared observations with one breakdown per class.
        parts: the declared classes.
        areas: codes; each has a key in the result.
    """
    totals = read_table(obs, areas)
    tables = {key: read_table(obs, areas, key) for key in parts.names}
    found: Wholes = {area: {} for area in areas}
    for area, rows in totals.items():
        for period, total in rows.items():
            classes = {key: tables[key][area].get(period) for key in parts.names}
            values = {
                key: seen.value
                for key, seen in classes.items()
                if seen is not None and seen.value is not None
            }
            if total.value and _is_made_of(total.value, values, parts):
                found[area][period] = Whole(total, values)
    return found


def shown_periods(wholes: Wholes, areas: Sequence[str], breaks: Sequence[Break]) -> tuple[str, ...]:
    """Choose the periods to set side by side: all of a few, else the newest and one ten years older.

    Only periods of the same classes are set beside each other: a class that came later took its
    figures from another.

    Args:
        wholes: of every area, as ``read_wholes`` gives them.
        areas: those that must all have a whole.
        breaks: places of the series that no comparison crosses.
    """
    newest = latest_shared(wholes[area] for area in areas)
    if newest is None:
        return ()
    alike = set.intersection(*(_divided_alike(wholes[area], newest) for area in areas))
    barrier = max(
        (position(it.period) for it in breaks if position(it.period) <= position(newest)),
        default=float("-inf"),
    )
    unbroken = sorted((one for one in alike if position(one) >= barrier), key=position)
    if len(unbroken) <= _FEW:
        return tuple(unbroken)
    older = f"{year_of(newest) - _DECADE}{newest[4:]}"
    return (older, newest) if older in unbroken else (newest,)


def _divided_alike(rows: Mapping[str, Whole], period: str) -> set[str]:
    """List the periods whose total falls into the same classes as that of ``period``."""
    return {one for one, whole in rows.items() if whole.parts.keys() == rows[period].parts.keys()}


def _is_made_of(total: float, values: Mapping[str, float], parts: Parts) -> bool:
    lost = abs(total - sum(values.values()))
    return bool(values) and lost <= abs(total) * max(parts.tolerance, _ROUNDING)
