"""Command line: python -m data.pipeline build [INDICATOR ...] | check | status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tqdm import tqdm

from data.catalogue import Catalogue
from data.errors import KasvumittariError
from data.model import PREPARED, ROOT, Kind, Source
from data.pipeline.build import build
from data.pipeline.check import check
from data.pipeline.licence_page import licence_page
from data.pipeline.snapshot_store import SnapshotStore

DEFAULT_SNAPSHOTS = ROOT / "data" / "snapshots"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 1 after naming what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KasvumittariError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.pipeline", description=__doc__)
    commands = parser.add_subparsers(required=True)
    building = commands.add_parser("build", help="build the prepared files from a snapshot store")
    building.add_argument(
        "indicators", nargs="*", metavar="INDICATOR", help="rebuild and check these"
    )
    building.add_argument(
        "--accept-shrink", action="store_true", help="allow a series to lose figures"
    )
    building.set_defaults(run=_build)
    checking = commands.add_parser(
        "check", help="check contracts; with a store, rebuild and compare"
    )
    checking.set_defaults(run=_check)
    telling = commands.add_parser("status", help="print how fresh each series is")
    telling.set_defaults(run=_status)
    naming = commands.add_parser("licences", help="write DATA_LICENCES.md from the catalogue")
    naming.set_defaults(run=_licences)
    for command in (building, checking, telling):
        command.add_argument("--snapshots", type=Path, default=_store(), metavar="DIR")
    for command in (building, checking, telling, naming):
        command.add_argument("--prepared", type=Path, default=PREPARED, metavar="DIR")
    return parser


def _store() -> Path:
    named = os.environ.get("KASVUMITTARI_SNAPSHOTS")
    return Path(named) if named else DEFAULT_SNAPSHOTS


def _build(options: argparse.Namespace) -> int:
    built = build(
        options.snapshots,
        options.prepared,
        only=tuple(options.indicators),
        accept_shrink=options.accept_shrink,
        progress=lambda items: tqdm(items, unit="indicator", desc="build"),
    )
    print(f"{len(built['indicators'])} indicators, data version {built['version']}")
    return 0


def _check(options: argparse.Namespace) -> int:
    store = options.snapshots if options.snapshots.is_dir() else None
    for line in check(options.prepared, store):
        print(line)
    return 0


def _vintage(source: Source, store: SnapshotStore | None) -> str:
    """Name a table's vintage, and a newer one that waits in the store."""
    newest = store.card(source.table).vintages[-1].date if store else source.vintage
    waiting = f" (store has {newest})" if newest > source.vintage else ""
    return f"{source.table} {source.vintage}{waiting}"


def _licences(options: argparse.Namespace) -> int:
    page = licence_page(Catalogue(options.prepared))
    (ROOT / "DATA_LICENCES.md").write_text(page, encoding="utf-8")
    return 0


def _left_out(catalogue: Catalogue) -> str:
    """Tell which facts the build left out, because the store names no address for them."""
    counts = {
        it.id: catalogue.without_address(it.id) for it in catalogue.indicators(kind=Kind.FACTS)
    }
    told = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
    return f"; facts without address left out: {told}" if told else ""


def _status(options: argparse.Namespace) -> int:
    catalogue, today = Catalogue(options.prepared), date.today()
    print(
        f"data version {catalogue.version}, newest source {catalogue.built}{_left_out(catalogue)}"
    )
    print(f"{'indicator':<34} {'latest':<8} {'days':>5}  {'late':<5} sources")
    store = SnapshotStore(options.snapshots) if options.snapshots.is_dir() else None
    rows = []
    for indicator in catalogue.indicators(kind=Kind.SERIES):
        age = catalogue.freshness(indicator.id, today)
        tables = ", ".join(_vintage(source, store) for source in catalogue.sources(indicator.id))
        late = "late" if age.is_late else ""
        rows.append(
            (age.days, f"{indicator.id:<34} {age.latest:<8} {age.days:>5}  {late:<5} {tables}")
        )
    for _, line in sorted(rows, reverse=True):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
