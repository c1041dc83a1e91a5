"""Build the prepared set: observe, derive, correct, validate, write."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from data.declarations import load_indicators
from data.errors import DeclarationError, SnapshotError, UnknownIndicator
from data.model import (
    FACT_COLUMNS,
    INDICATORS,
    LANGUAGES,
    OBSERVATION_COLUMNS,
    PREPARED,
    REFERENCE,
    REVISION_COLUMNS,
    Break,
    Indicator,
    Kind,
    Source,
)
from data.pipeline import prepared_set
from data.pipeline.area_reference import load_area_reference, read_areas
from data.pipeline.corrections import Correction, correct, load_corrections
from data.pipeline.derive import derive
from data.pipeline.events import observe_events
from data.pipeline.facts import observe_facts
from data.pipeline.geometry import build_geometry
from data.pipeline.geometry_files import prune_static
from data.pipeline.observe import Observed, Sources, observe
from data.pipeline.provenance import Provenance, load_provenance
from data.pipeline.snapshot_store import SnapshotStore
from data.pipeline.statuses import load_statuses
from data.pipeline.validate import validate
from data.strict_yaml import read_yaml

Progress = Callable[[Iterable[Indicator]], Iterable[Indicator]]


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

            frame = derive(observed.frame, indicator.derive, other)
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
    )


def build(
    snapshots: Path,
    prepared: Path = PREPARED,
    declarations: Path = INDICATORS,
    only: tuple[str, ...] = (),
    accept_shrink: bool = False,
    progress: Progress = iter,
    geometry: Callable[[Path, Path, Path], dict[str, Any]] = build_geometry,
) -> dict[str, Any]:
    """Build every indicator, or those named while the others keep their committed files.

    Returns:
        What build.json holds.

    Raises:
        KasvumittariError: anything is not as declared; nothing is written then.
    """
    areas = read_areas(snapshots)
    builder = make_builder(snapshots, declarations, areas)
    for name in only:
        if name not in builder.indicators:
            raise UnknownIndicator(f"no declaration is called '{name}'")
    new = prepared_set.start(prepared)
    entries: dict[str, Any] = {}
    revisions, facts = [], []
    for indicator in progress(list(builder.indicators.values())):
        if indicator.kind is Kind.FACTS:
            found, sources = observe_facts(indicator, builder.inputs, builder.provenance)
            facts.append(found)
            entries[indicator.id] = _entry(indicator, found, sources, ())
        elif indicator.kind is Kind.SERIES:
            series = builder.series(indicator)
            shrink_ok = accept_shrink or (bool(only) and indicator.id not in only)
            before = None if shrink_ok else _committed(prepared, indicator.id)
            validate(indicator, series.frame, series.sources, before)
            path = new / "observations" / f"{indicator.id}.parquet"
            prepared_set.write_parquet(series.frame, path)
            revisions.append(series.revisions)
            entries[indicator.id] = _entry(indicator, series.frame, series.sources, series.breaks)
    prepared_set.write_parquet(_areas_file(areas), new / "areas.parquet")
    prepared_set.write_parquet(_joined(facts, FACT_COLUMNS), new / "facts.parquet")
    prepared_set.write_parquet(_joined(revisions, REVISION_COLUMNS), new / "revisions.parquet")
    events = observe_events(snapshots)
    prepared_set.write_parquet(events, new / "events.parquet")
    layers = geometry(snapshots, new, prepared_set.static_folder(prepared))
    content: dict[str, Any] = {"indicators": entries, "geometry": layers, "events": len(events)}
    content["data_date"] = max(
        (source["updated"] for entry in entries.values() for source in entry["sources"]), default=""
    )
    version = prepared_set.finish(new, prepared, content)
    prune_static(prepared, prepared_set.static_folder(prepared))
    return {"version": version, **content}


def _committed(prepared: Path, name: str) -> pd.DataFrame | None:
    path = prepared / "observations" / f"{name}.parquet"
    return pd.read_parquet(path) if path.exists() else None


def _areas_file(areas: pd.DataFrame) -> pd.DataFrame:
    named = areas.copy()
    for column in ("region", "municipality"):
        named[column] = named[column].astype(object).where(named[column].notna(), "").astype(str)
    return named


def _joined(frames: list[pd.DataFrame], columns: tuple[str, ...]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        empty = pd.DataFrame(columns=list(columns)).astype("str")
        return empty.astype(
            {name: "float64" for name in ("value", "old", "new") if name in columns}
        )
    keys = [name for name in ("indicator", "area", "period", "breakdown") if name in columns]
    return pd.concat(filled, ignore_index=True).sort_values(keys, ignore_index=True)


def _shown_periods(indicator: Indicator, frame: pd.DataFrame) -> pd.Series:
    """Return the periods in which a compared area has a figure, plan years left out."""
    usable = frame["value"].notna() & (frame["status"] != "plan")
    own = frame["area"].isin(indicator.own_areas)
    return frame.loc[usable & own if own.any() else usable, "period"]


def _entry(
    indicator: Indicator,
    frame: pd.DataFrame,
    sources: tuple[Source, ...],
    breaks: tuple[Break, ...],
) -> dict[str, Any]:
    """Return what build.json says of one indicator."""
    periods = _shown_periods(indicator, frame)
    return {
        "rows": len(frame),
        "areas": int(frame["area"].nunique()),
        "first": str(periods.min()),
        "last": str(periods.max()),
        "sources": [dataclasses.asdict(source) for source in sources],
        "breaks": [
            {
                "areas": list(item.areas),
                "period": item.period,
                "kind": item.kind,
                "text": {language: item.text[language] for language in LANGUAGES},
            }
            for item in breaks
        ],
    }
