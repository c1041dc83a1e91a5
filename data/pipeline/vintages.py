"""Which vintage of a table speaks: the newest, without ever mixing two divisions of municipalities in one period."""

from __future__ import annotations

import pandas as pd

from data.model import Level
from data.pipeline.snapshot_store import SnapshotStore, classifications

MUNICIPALITY = Level.MUNICIPALITY.value


def newest_vintage(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of the newest vintage that has figures.

    Municipalities are decided together, per period, measure and classes: two divisions never meet in one period.
    Countries, regions and postal areas are decided one by one. A missing value never replaces a figure.

    ``rows`` are snapshot rows of all vintages, with ``level`` and ``vintage``.
    """
    group = ["period", "measure", *[name for name in classifications(rows) if name != "level"]]
    together = rows["level"] == MUNICIPALITY
    return pd.concat(
        [_newest(rows[together], group), _newest(rows[~together], ["area", *group])],
        ignore_index=True,
    )


def _newest(rows: pd.DataFrame, group: list[str]) -> pd.DataFrame:
    if len(rows["vintage"].unique()) <= 1:
        return rows
    with_figure = rows["vintage"].where(rows["value"].notna(), "")
    keys = [rows[name] for name in group]
    best = with_figure.groupby(keys, dropna=False).transform("max")
    newest = rows["vintage"].groupby(keys, dropna=False).transform("max")
    return rows[rows["vintage"] == best.where(best != "", newest)]


def municipalities(store: SnapshotStore, table: str, vintage: str) -> frozenset[str]:
    """Return the municipality codes of one vintage: its division."""
    return frozenset(code for code in store.areas(table, vintage) if code.startswith("KU"))


def same_division(store: SnapshotStore, table: str, one: str, other: str, level: str) -> bool:
    """Tell whether two vintages divide the country alike at a level."""
    prefix = {"municipality": "KU", "region": "MK", "sub_area": "PNO"}.get(level)
    if prefix is None:
        return True
    sets = [
        {code for code in store.areas(table, date) if code.startswith(prefix)}
        for date in (one, other)
    ]
    return sets[0] == sets[1]
