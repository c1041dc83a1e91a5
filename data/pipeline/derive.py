"""What is computed from a joined series: a quotient with another indicator, or a change over a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pandas as pd

from data.model import TOTAL, Derivation
from data.periods import year_before
from data.pipeline.statuses import NOT_PUBLISHED, computed, weight


def derive(
    frame: pd.DataFrame,
    steps: tuple[Derivation, ...],
    other: Callable[[str], pd.DataFrame],
    grown: Mapping[str, int] = MappingProxyType({}),
) -> pd.DataFrame:
    """Run an indicator's derivations in order.

    ``frame`` holds joined observations; ``other`` gives those of another indicator by its id;
    ``grown`` the year of the last merger of each area that has had one.
    """
    for step in steps:
        if step.per:
            frame = divide_by(frame, other(step.per), step.times)
        elif step.counts:
            frame = with_counts(frame, other(step.counts), grown)
        else:
            frame = change_over_year(frame, percent=step.change == "year_percent")
    return frame


def with_counts(frame: pd.DataFrame, base: pd.DataFrame, grown: Mapping[str, int]) -> pd.DataFrame:
    """Set a published rate beside the amount and the base of its year; the rates stay as published.

    The base has today's boundaries: an area has no counts before the year of its last merger.
    """
    people = base.loc[base["breakdown"] == TOTAL, ["area", "period", "value"]]
    both = frame.merge(people, on=["area", "period"], how="left", suffixes=("", "_base"))
    is_own = both["period"].str[:4].astype(int) >= both["area"].map(grown).fillna(0)
    whole = both["value_base"].where(both["value"].notna() & is_own).to_numpy()
    return frame.assign(numerator=frame["value"].to_numpy() * whole, denominator=whole)


def divide_by(frame: pd.DataFrame, base: pd.DataFrame, times: float) -> pd.DataFrame:
    """Return value / base * times of the same area and period; without a base the value is missing."""
    columns = ["area", "period", "value", "status"]
    base = base.loc[base["breakdown"] == TOTAL, columns]
    both = frame.merge(base, on=["area", "period"], how="left", suffixes=("", "_base"))
    usable = both["value"].notna() & both["value_base"].notna() & (both["value_base"] != 0)
    rank = pd.concat([weight(both["status"]), weight(both["status_base"])], axis=1).max(axis=1)
    reason = both["status"].where(both["status"].str.startswith("missing:"), NOT_PUBLISHED)
    return frame.assign(
        value=(both["value"] / both["value_base"].where(usable) * times).to_numpy(),
        status=computed(rank).where(usable, reason).to_numpy(),
        numerator=both["value"].where(usable).to_numpy(),
        denominator=both["value_base"].where(usable).to_numpy(),
    )


def change_over_year(frame: pd.DataFrame, *, percent: bool) -> pd.DataFrame:
    """Return the change from the same period a year earlier; without that period there is no row."""
    earlier = frame.set_index(["area", "period"])
    keys = pd.MultiIndex.from_arrays([frame["area"], frame["period"].map(year_before)])
    old = earlier.reindex(keys)
    usable = frame["value"].notna().to_numpy() & old["value"].notna().to_numpy()
    if percent:
        usable &= (old["value"] != 0).to_numpy()
    difference = frame["value"].to_numpy() - old["value"].to_numpy()
    if percent:
        difference = difference / abs(old["value"].to_numpy()) * 100
    rank = pd.concat(
        [
            weight(frame["status"]).reset_index(drop=True),
            weight(old["status"]).reset_index(drop=True),
        ],
        axis=1,
    ).max(axis=1)
    changed = frame.assign(
        value=difference,
        status=computed(rank).to_numpy(),
        numerator=float("nan"),
        denominator=float("nan"),
    )
    return changed[usable].reset_index(drop=True)
