"""Build the prepared set: observe, derive, correct, validate, write."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from data.errors import UnknownIndicator
from data.model import (
    FACT_COLUMNS,
    INDICATORS,
    LANGUAGES,
    PREPARED,
    REVISION_COLUMNS,
    Break,
    Indicator,
    Kind,
    Source,
)
from data.pipeline import prepared_set
from data.pipeline.area_reference import read_areas
from data.pipeline.builder import make_builder, make_series
from data.pipeline.events import observe_events
from data.pipeline.fact_reference import load_fact_reference
from data.pipeline.facts import observe_facts
from data.pipeline.geometry import build_geometry
from data.pipeline.geometry_files import prune_static
from data.pipeline.ranks import rank_cities
from data.pipeline.validate import validate

Progress = Callable[[Iterable[Indicator]], Iterable[Indicator]]


def build(
    snapshots: Path,
    prepared: Path = PREPARED,
    declarations: Path = INDICATORS,
    only: tuple[str, ...] = (),
    accept_shrink: bool = False,
    progress: Progress = iter,
    geometry: Callable[[Path, Path, Path], dict[str, Any]] = build_geometry,
) -> dict[str, Any]:
    """Build every indicator; where some are named, only these must not lose figures.

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
    reference = load_fact_reference()
    reference.check(builder.inputs.store, builder.indicators.values())
    new = prepared_set.start(prepared)
    entries: dict[str, Any] = {}
    revisions, facts = [], []
    of_kind = [it.id for it in builder.indicators.values() if it.kind is Kind.SERIES]
    made = make_series(builder, of_kind)
    for indicator in progress(list(builder.indicators.values())):
        if indicator.kind is Kind.FACTS:
            found = observe_facts(indicator, builder.inputs, builder.provenance, reference)
            facts.append(found.frame)
            entry = _entry(indicator, found.frame, found.sources, ())
            entries[indicator.id] = entry | {"without_address": found.without_address}
        elif indicator.kind is Kind.SERIES:
            series = next(made)
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
    ranks = rank_cities(new, builder.indicators.values(), areas)
    prepared_set.write_parquet(ranks, new / "ranks.parquet")
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
