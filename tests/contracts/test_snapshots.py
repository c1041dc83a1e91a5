"""The snapshot store, where one is at hand: every card, table and licence is known to the project."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow.parquet as pq

from data.model import PREPARED, ROOT
from data.pipeline.check import check
from data.pipeline.provenance import load_provenance
from data.pipeline.snapshot_store import FIXED, SnapshotStore


def store() -> SnapshotStore | None:
    """Return the store named by the environment or standing beside the repository."""
    named = Path(os.environ.get("KASVUMITTARI_SNAPSHOTS", ROOT.parent / "shared" / "sources"))
    return SnapshotStore(named) if named.is_dir() else None


STORE = store()
TABLES = STORE.tables if STORE else ()


def test_without_a_store_check_says_that_it_did_not_compare() -> None:
    assert list(check(PREPARED, None))[-1].startswith("no snapshot store here")


def test_every_table_names_a_known_publisher_and_licence() -> None:
    provenance = load_provenance()
    assert provenance.tables
    assert provenance.licences
    unknown = [table for table in TABLES if table not in provenance.tables]
    texts = (
        {vintage.licence for table in TABLES for vintage in STORE.card(table).vintages}
        if STORE
        else set()
    )
    assert unknown == []
    assert sorted(texts - set(provenance.licences)) == []


def test_every_vintage_has_the_columns_of_the_contract() -> None:
    found = 0
    for table in TABLES:
        assert STORE is not None
        for vintage in STORE.card(table).vintages:
            schema = pq.read_schema(STORE.root / table / vintage.file)
            assert set(FIXED) <= set(schema.names), (table, vintage.file)
            assert str(schema.field("value").type) == "double"
            found += 1
    assert found >= len(TABLES)
