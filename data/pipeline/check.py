"""Check the committed prepared files: contracts always, and equality with a rebuild where a store is at hand."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from data.declarations import load_indicators
from data.errors import SnapshotError
from data.model import INDICATORS, Kind
from data.pipeline.build import build
from data.pipeline.prepared_set import BUILD_FILE, content_hash
from data.schemas import check_events, check_facts, check_observations, check_ranks


def check(prepared: Path, snapshots: Path | None, declarations: Path = INDICATORS) -> Iterator[str]:
    """Yield what was checked, a line each.

    Raises:
        KasvumittariError: a file breaks its contract, is missing or too much, or a rebuild differs.
    """
    series = [
        indicator.id
        for indicator in load_indicators(declarations).values()
        if indicator.kind is Kind.SERIES
    ]
    facts = _facts(prepared)
    for name in series:
        path = prepared / "observations" / f"{name}.parquet"
        check_observations(_built(path), str(path))
    check_facts(_built(prepared / "facts.parquet"), str(prepared / "facts.parquet"))
    check_ranks(_built(prepared / "ranks.parquet"), str(prepared / "ranks.parquet"))
    if "events" in facts:
        check_events(_built(prepared / "events.parquet"), str(prepared / "events.parquet"))
    known = {f"{name}.parquet" for name in series}
    left = {path.name for path in (prepared / "observations").glob("*.parquet")} - known
    if left:
        raise SnapshotError(f"{prepared / 'observations'}: {sorted(left)} belong to no declaration")
    version = facts.pop("version")
    if content_hash(prepared, facts) != version:
        raise SnapshotError(f"{prepared}: the content is not that of data version {version}")
    yield f"{len(series)} prepared series keep their contracts; data version {version}"
    if snapshots is None:
        yield "no snapshot store here: not compared with a rebuild"
        return
    yield _compare(prepared, snapshots, declarations, version)


def _built(path: Path) -> pd.DataFrame:
    if not path.exists():
        raise SnapshotError(f"{path}: not built; run python -m data.pipeline build")
    return pd.read_parquet(path)


def _facts(prepared: Path) -> dict[str, object]:
    try:
        return dict(json.loads((prepared / BUILD_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise SnapshotError(f"{prepared / BUILD_FILE}: {error}") from error


def _compare(prepared: Path, snapshots: Path, declarations: Path, version: object) -> str:
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder) / "prepared"
        rebuilt = build(snapshots, again, declarations)
        if rebuilt["version"] == version:
            return f"a rebuild from {snapshots.name} gives the same data version"
        for path in sorted(again.rglob("*.parquet")):
            committed = prepared / path.relative_to(again)
            if not committed.exists():
                raise SnapshotError(f"{committed}: a rebuild makes it, but it is not committed")
            if not pd.read_parquet(path).equals(pd.read_parquet(committed)):
                raise SnapshotError(f"{committed}: a rebuild from the snapshots differs")
        raise SnapshotError(f"{prepared / BUILD_FILE}: sources or breaks differ from a rebuild")
