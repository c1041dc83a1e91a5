"""Statuses: from a source's words to the project's, and what several statuses make together."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.errors import SnapshotError
from data.model import REFERENCE
from data.strict_yaml import read_yaml

# From harmless to weighty: a sum or ratio carries the weightiest status of its parts.
WEIGHT = (
    "final",
    "derived",
    "rounded",
    "approx",
    "break",
    "unverified",
    "provisional",
    "projection",
    "amended_budget",
    "budget",
    "plan",
)
NOT_PUBLISHED = "missing:not_published"
INCOMPLETE = "missing:incomplete"
SUSPECT = "missing:suspect"


def load_statuses(path: Path = REFERENCE / "statuses.yaml") -> dict[str, str]:
    """Return the mapping of source statuses to project statuses."""
    file = read_yaml(path)
    return {key: file.string(key) for key in file.keys}


def normalise(rows: pd.DataFrame, statuses: dict[str, str], name: str) -> pd.DataFrame:
    """Return rows with project statuses; suspect values and valueless rows become missing.

    Raises:
        SnapshotError: a status is not in statuses.yaml, or a row is called missing but has a value.
    """
    unknown = set(rows["status"].unique()) - set(statuses)
    if unknown:
        raise SnapshotError(f"{name}: status {sorted(unknown)} is not in statuses.yaml")
    status = rows["status"].map(statuses)
    value = rows["value"].mask(status == "suspect")
    status = status.mask(status == "suspect", SUSPECT)
    called_missing = status.str.startswith("missing:")
    if (called_missing & value.notna()).any():
        raise SnapshotError(f"{name}: a row with a value has a missing status")
    status = status.mask(value.isna() & ~called_missing, NOT_PUBLISHED)
    return rows.assign(value=value, status=status)


def weight(status: pd.Series) -> pd.Series:
    """Return the rank of each status in WEIGHT (missing ones rank lowest: they carry no figure)."""
    return status.map({name: rank for rank, name in enumerate(WEIGHT)}).fillna(0).astype(int)


def computed(rank: pd.Series) -> pd.Series:
    """Return the status of a computed figure: the weightiest of its parts, at least ``derived``."""
    return rank.clip(lower=1).map(dict(enumerate(WEIGHT)))
