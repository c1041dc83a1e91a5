"""Dated facts: single published figures of quality C, kept with the address where each was read."""

from __future__ import annotations

import pandas as pd

from data.model import FACT_COLUMNS, TOTAL, Indicator, Source
from data.pipeline.observe import Sources
from data.pipeline.provenance import Provenance
from data.pipeline.snapshot_store import classifications
from data.pipeline.statuses import normalise


def observe_facts(
    indicator: Indicator, inputs: Sources, provenance: Provenance
) -> tuple[pd.DataFrame, tuple[Source, ...]]:
    """Return the dated facts of an indicator (FACT_COLUMNS) and their sources.

    Classes that the declaration leaves open become the breakdown; rows without value or address are no facts.
    """
    frames, used = [], {}
    for piece in indicator.observe:
        wanted = {column: (value,) for column, value in piece.where.items()}
        rows = inputs.store.rows(piece.table, wanted)
        rows = normalise(rows, inputs.statuses, piece.table)
        rows = rows.assign(area=inputs.areas.translate(rows["area"], piece.table))
        rows = rows[rows["value"].notna() & rows["area"].isin(inputs.areas.shown)]
        rows = rows[rows["source_url"].fillna("").str.startswith("http")]
        used[piece.table] = tuple(sorted(rows["vintage"].unique()))
        open_classes = [name for name in classifications(rows) if name not in piece.where]
        breakdown = (
            rows[open_classes].astype(str).agg(" · ".join, axis=1) if open_classes else TOTAL
        )
        scale = piece.scale if piece.scale is not None else 1.0
        frames.append(
            rows.assign(indicator=indicator.id, breakdown=breakdown, value=rows["value"] * scale)[
                list(FACT_COLUMNS)
            ]
        )
    found = pd.concat(frames, ignore_index=True)
    return found.sort_values(["area", "period"], ignore_index=True), provenance.sources(
        inputs.store, used
    )
