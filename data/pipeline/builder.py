"""Finished series on demand: pieces joined, derived and corrected, with their sources and breaks.

A large build is shared by as many processes as there are cores: the work is pandas', which keeps one core busy.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import pandas as pd

from data.declarations import load_indicators
from data.errors import DeclarationError, SnapshotError
from data.model import OBSERVATION_COLUMNS, REFERENCE, Break, Indicator, Source
from data.pipeline.area_reference import load_area_reference, read_areas
from data.pipeline.corrections import Correction, correct, load_corrections
from data.pipeline.derive import derive
from data.pipeline.observe import Observed, Sources, observe
from data.pipeline.provenance import Provenance, load_provenance
from data.pipeline.snapshot_store import SnapshotStore
from data.pipeline.statuses import load_statuses
from data.strict_yaml import read_yaml

# Below this a second process costs more than it saves.
_FEW = 20


@dataclass(frozen=True, slots=True)
class Series:
    """A finished indicator: frame, breaks, sources, revisions."""

    frame: pd.DataFrame
    breaks: tuple[Break, ...]
    sources: tuple[Source, ...]
    revisions: pd.DataFrame


@dataclass(slots=True)
class Builder:
    """Makes series on demand, so that one indicator may divide by another whatever their order."""

    indicators: dict[str, Indicator]
    inputs: Sources
    provenance: Provenance
    corrections: tuple[Correction, ...]
    boundary: dict[str, str]
    snapshots: Path
    declarations: Path
    _made: dict[str, tuple[pd.DataFrame, Observed, dict[str, tuple[str, ...]]]] = field(
        default_factory=dict
    )

    def series(self, indicator: Indicator) -> Series:
        """Return a finished series, not yet validated."""
        frame, observed, used = self._make(indicator, ())
        own = (
            self.inputs.areas.boundary_breaks(self.boundary)
            if indicator.own_year_boundaries
            else ()
        )
        return Series(
            frame=frame[list(OBSERVATION_COLUMNS)],
            breaks=(*indicator.breaks, *own, *observed.seams),
            sources=self.provenance.sources(self.inputs.store, used),
            revisions=observed.revisions,
        )

    def _make(
        self, indicator: Indicator, above: tuple[str, ...]
    ) -> tuple[pd.DataFrame, Observed, dict[str, tuple[str, ...]]]:
        if indicator.id in above:
            raise DeclarationError(f"{indicator.id}: divides by itself through {above}")
        if indicator.id not in self._made:
            observed = self._observe(indicator)
            used = dict(observed.used)

            def other(name: str) -> pd.DataFrame:
                if name not in self.indicators:
                    raise DeclarationError(
                        f"{indicator.id}: 'per' names unknown indicator '{name}'"
                    )
                frame, _, tables = self._make(self.indicators[name], (*above, indicator.id))
                for table, dates in tables.items():
                    used[table] = tuple(sorted({*used.get(table, ()), *dates}))
                return frame

            frame = derive(observed.frame, indicator.derive, other, self.inputs.areas.grown)
            frame = correct(frame, indicator.id, self.corrections)
            frame = frame.sort_values(["area", "period", "breakdown"], ignore_index=True)
            self._made[indicator.id] = (frame, observed, used)
        return self._made[indicator.id]

    def _observe(self, indicator: Indicator) -> Observed:
        try:
            return observe(indicator, self.inputs)
        except SnapshotError as error:
            raise SnapshotError(f"{indicator.theme}/{indicator.id}.yaml: {error}") from error


def make_builder(snapshots: Path, declarations: Path, areas: pd.DataFrame) -> Builder:
    """Open the store and load declarations and references."""
    seams = read_yaml(REFERENCE / "seams.yaml")
    texts = {key: dict(seams.text(key)) for key in seams.keys}
    inputs = Sources(SnapshotStore(snapshots), load_area_reference(areas), load_statuses(), texts)
    return Builder(
        load_indicators(declarations),
        inputs,
        load_provenance(),
        load_corrections(),
        texts["boundary"],
        snapshots,
        declarations,
    )


def make_series(builder: Builder, names: Sequence[str]) -> Iterator[Series]:
    """Yield the finished series of these ids in order, made by all cores when there are many.

    Raises:
        KasvumittariError: anything is not as declared, as from ``Builder.series``.
    """
    cores = os.cpu_count() or 1
    if len(names) < _FEW or cores == 1:
        yield from (builder.series(builder.indicators[name]) for name in names)
        return
    # Spawned, not forked: the libraries below hold threads that a fork would leave hanging.
    with ProcessPoolExecutor(
        cores, get_context("spawn"), _open, (builder.snapshots, builder.declarations)
    ) as pool:
        yield from pool.map(_one, names, chunksize=5)


_builders: list[Builder] = []  # of a worker process: one, opened at its start


def _open(snapshots: Path, declarations: Path) -> None:
    _builders[:] = [make_builder(snapshots, declarations, read_areas(snapshots))]


def _one(name: str) -> Series:
    return _builders[0].series(_builders[0].indicators[name])
