"""Read-only access to dated snapshots: cards, and the rows of every vintage of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from data.errors import SnapshotError
from data.schemas import check_snapshot

# Columns that describe a row instead of dividing a total; everything else is a classification.
DESCRIPTIVE = ("source_url", "note", "source_type", "as_of", "window", "bound")
# The safe loader of libyaml where it is there: cards are long, and plain Python takes a second for some.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FIXED = ("area", "period", "measure", "value", "status")


@dataclass(frozen=True, slots=True)
class Vintage:
    """One file of a table and what its card says of it."""

    file: str
    date: str  # of the file's name; of a file without one, the day it was retrieved
    updated: str  # the table's own update stamp; empty where only the copy's date is known
    licence: str
    quality: str
    same_as: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SnapshotCard:
    """The description of a table: its vintages, oldest first."""

    table: str
    vintages: tuple[Vintage, ...]


class SnapshotStore:
    """A folder ``<publisher>/<table>/<date>.parquet`` with a ``snapshots.yaml`` per table.

    A table may also be one file without a date, ``<publisher>/<table>.parquet``, whose card is the publisher's: single
    published figures that are added to, never published anew.
    """

    def __init__(self, root: Path) -> None:
        """Open a store.

        Raises:
            SnapshotError: the folder does not exist.
        """
        if not root.is_dir():
            raise SnapshotError(f"{root}: no snapshot store here; give one with --snapshots DIR")
        self.root = root
        self._cards: dict[str, SnapshotCard] = {}
        self._areas: dict[tuple[str, str], frozenset[str]] = {}

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """All tables with a card, geometry excluded."""
        dated = (path.parent for path in self.root.glob("*/*/snapshots.yaml"))
        undated = (path.with_suffix("") for path in self.root.glob("*/*.parquet"))
        found = (path.relative_to(self.root) for path in (*dated, *undated))
        return tuple(sorted(str(path) for path in found if path.parts[0] != "geo"))

    def card(self, table: str) -> SnapshotCard:
        """Return a table's card.

        Raises:
            SnapshotError: no card, or a vintage without a required key.
        """
        if table not in self._cards:
            folder = self._folder(table)
            only = None if folder == self.root / table else f"{Path(table).name}.parquet"
            self._cards[table] = _read_card(folder / "snapshots.yaml", table, only)
        return self._cards[table]

    def path(self, table: str, vintage: Vintage) -> Path:
        """Return where a vintage lies."""
        return self._folder(table) / vintage.file

    def rows(self, table: str, wanted: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
        """Return the rows of all vintages whose columns hold one of the wanted values.

        The result has the snapshot's columns plus ``vintage`` (its date). Measures are normalised by the card's
        ``same_as``.

        Raises:
            SnapshotError: a file is missing, unreadable, breaks the contract, or no vintage has the wanted columns.
        """
        parts = [
            self._vintage_rows(table, vintage, wanted) for vintage in self.card(table).vintages
        ]
        found = [part for part in parts if part is not None and len(part)]
        if not found:
            raise SnapshotError(f"{self.root / table}: no rows for {dict(wanted)}")
        return pd.concat(found, ignore_index=True)

    def areas(self, table: str, date: str) -> frozenset[str]:
        """Return every area code of one vintage: its division, whatever the filter."""
        if (table, date) not in self._areas:
            vintage = next(it for it in self.card(table).vintages if it.date == date)
            column = pq.read_table(self.path(table, vintage), columns=["area"]).column("area")
            self._areas[table, date] = frozenset(column.unique().to_pylist())
        return self._areas[table, date]

    def _folder(self, table: str) -> Path:
        """Return a table's folder, or that of its publisher where the table is one undated file."""
        folder = self.root / table
        return folder.parent if folder.with_suffix(".parquet").is_file() else folder

    def _vintage_rows(
        self, table: str, vintage: Vintage, wanted: Mapping[str, tuple[str, ...]]
    ) -> pd.DataFrame | None:
        path = self.path(table, vintage)
        try:
            columns = set(pq.read_schema(path).names)
            if not set(wanted) <= columns:
                return None
            filters = [
                (column, "in", _codes(vintage, column, values)) for column, values in wanted.items()
            ]
            frame: pd.DataFrame = pq.read_table(path, filters=filters or None).to_pandas()
        except (OSError, pa.ArrowException) as error:
            raise SnapshotError(f"{path}: not a readable snapshot: {error}") from error
        check_snapshot(frame, path)
        frame["measure"] = frame["measure"].replace(dict(vintage.same_as))
        return frame.assign(vintage=vintage.date)


def classifications(frame: pd.DataFrame) -> list[str]:
    """Return the columns that divide a total into classes."""
    return [str(name) for name in frame if name not in (*FIXED, *DESCRIPTIVE, "vintage")]


def _codes(vintage: Vintage, column: str, values: tuple[str, ...]) -> list[str]:
    if column != "measure":
        return list(values)
    renamed = [code for code, now in vintage.same_as.items() if now in values]
    return [*values, *renamed]


def _read_card(path: Path, table: str, only: str | None) -> SnapshotCard:
    """Read a card; where it describes several tables, only the entries of one file."""
    try:
        content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        entries = [it for it in content["snapshots"] if only in (None, it["file"])]
        vintages = [_vintage(entry) for entry in entries]
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise SnapshotError(f"{path}: the card is missing or incomplete: {error!r}") from error
    return SnapshotCard(table, tuple(sorted(vintages, key=lambda vintage: vintage.date)))


def _vintage(entry: dict[str, Any]) -> Vintage:
    measures = entry.get("measures") or {}
    renamed = {
        code: str(facts["same_as"])
        for code, facts in measures.items()
        if isinstance(facts, dict) and facts.get("same_as")
    }
    date = str(entry["file"]).removesuffix(".parquet")
    if not date[:1].isdigit():
        date = str(entry["retrieved"])
    updated = entry.get("updated")
    stamp = max(map(str, updated.values())) if isinstance(updated, dict) else updated or ""
    return Vintage(
        file=str(entry["file"]),
        date=date,
        updated=str(stamp),
        licence=str(entry["licence"]),
        quality=str(entry["quality"]),
        same_as=renamed,
    )
