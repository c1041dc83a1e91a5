"""The snapshot store, where one is at hand: every card, table and licence is known to the project."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pyarrow.parquet as pq

from data.declarations import load_indicators
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
            schema = pq.read_schema(STORE.path(table, vintage))
            assert set(FIXED) <= set(schema.names), (table, vintage.file)
            assert str(schema.field("value").type) == "double"
            found += 1
    assert found >= len(TABLES)


def layers_read() -> set[str]:
    """Map layers that the pipeline's own code names, as tables of the store."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "data" / "pipeline").glob("*.py"))
    named = re.findall(r"(?:read_source|_attributes)\(\s*snapshots,\s*\"(\w+)\"", sources)
    return {f"geo/{layer}" for layer in named}


def test_every_table_and_map_layer_is_used_or_listed_with_the_reason() -> None:
    known = set(load_provenance().tables)
    reasons = dict(
        re.findall(r"^- `([^`]+)`: (.+)$", (ROOT / "data" / "UNUSED.md").read_text("utf-8"), re.M)
    )
    used = {piece.table for item in load_indicators().values() for piece in item.observe}
    used |= layers_read()
    assert {"geo/water", "geo/regions"} <= used
    assert sorted(known - used - set(reasons)) == []
    assert sorted(used & set(reasons)) == []
    assert sorted(set(reasons) - known) == []
    assert all(len(reason) > 30 for reason in reasons.values())


def test_the_list_of_tables_is_that_of_the_store() -> None:
    layers = {f"geo/{path.name}" for path in STORE.root.glob("geo/*/")} if STORE else set()
    assert sorted((set(TABLES) | layers) - set(load_provenance().tables)) == []
