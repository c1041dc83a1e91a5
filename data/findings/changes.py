"""From which figure to which the compared areas have moved."""

from __future__ import annotations

import pandas as pd

from data.claims import Change, Weight
from data.comparison import value
from data.findings.kinds import Movement
from data.model import TOTAL
from data.noise import SMALL
from data.statements import OverviewRow


def movements(row: OverviewRow, obs: pd.DataFrame) -> tuple[Movement, ...]:
    """Give the figures that the changes of a row lie between.

    Args:
        row: of the compared areas, else of the country alone.
        obs: the observations that the row was made of.

    Returns:
        One per area that has both figures, in order and all from the same earlier period; empty
        where there is none.
    """
    cells = row.areas or ((row.country,) if row.country else ())
    return tuple(
        Movement(
            before=value(obs, cell.level.area, cell.change.from_period),
            after=cell.level,
            change=cell.change,
            counts=_counts(obs, cell.change) if cell.change.weight is Weight.NOISE else None,
        )
        for cell in cells
        if cell.change.from_period is not None
    )


def _counts(obs: pd.DataFrame, of: Change) -> tuple[float, float] | None:
    """Give the two numerators, where chance was judged by them."""
    rows = obs[(obs["area"] == of.area) & (obs["breakdown"] == TOTAL)]
    numerators = rows.set_index("period")["numerator"].astype(float).dropna().to_dict()
    before, after = (
        numerators.get(period, float("inf")) for period in (of.from_period, of.to_period)
    )
    return (float(before), float(after)) if max(before, after) < SMALL else None
