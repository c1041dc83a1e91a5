"""Dated facts: single published figures of quality C, kept with the address where each was read."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.errors import SnapshotError
from data.model import FACT_COLUMNS, TOTAL, Indicator, Piece, Source
from data.pipeline.fact_reference import SINGLE_FACTS, FactReference
from data.pipeline.observe import Sources
from data.pipeline.provenance import Provenance
from data.pipeline.snapshot_store import classifications
from data.pipeline.statuses import normalise


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a declaration (FACT_COLUMNS), their sources, and how many figures had no address."""

    frame: pd.DataFrame
    sources: tuple[Source, ...]
    without_address: int


def observe_facts(
    indicator: Indicator, inputs: Sources, provenance: Provenance, reference: FactReference
) -> Facts:
    """Return the dated facts of an indicator.

    Classes that the declaration leaves open become the breakdown. A row without a value, or of an area that has no
    name here, is no fact; one without an address is none either and is counted.

    Raises:
        SnapshotError: a table, class, area code or status is not as declared.
        DeclarationError: a measure of the single facts is unknown or stands in another unit.
    """
    frames, used, without = [], {}, 0
    for piece in indicator.observe:
        rows = _rows(piece, inputs, reference)
        has_address = rows["source_url"].fillna("").str.startswith("http")
        without += int((~has_address).sum())
        rows = rows[has_address]
        used[piece.table] = tuple(sorted(rows["vintage"].unique()))
        scale = piece.scale if piece.scale is not None else 1.0
        frames.append(
            rows.assign(
                indicator=indicator.id,
                breakdown=_open_classes(rows, piece),
                value=rows["value"] * scale,
            )[list(FACT_COLUMNS)]
        )
    found = pd.concat(frames, ignore_index=True)
    return Facts(
        frame=found.sort_values(["area", "period"], ignore_index=True),
        sources=provenance.sources(inputs.store, used),
        without_address=without,
    )


def _rows(piece: Piece, inputs: Sources, reference: FactReference) -> pd.DataFrame:
    """Select the figures of a piece and name their areas by the project's codes."""
    wanted = {column: (value,) for column, value in piece.where.items()}
    rows = inputs.store.rows(piece.table, wanted)
    if piece.table == SINGLE_FACTS:
        rows = reference.plain(rows)
    rows = normalise(rows, inputs.statuses, piece.table)
    is_special = rows["area"].isin(reference.areas)
    try:
        translated = inputs.areas.translate(rows["area"].mask(is_special).dropna(), piece.table)
    except SnapshotError as error:
        raise SnapshotError(f"{error}, nor in fact_areas.yaml") from error
    area = rows["area"].where(is_special, translated)
    return rows.assign(area=area)[
        rows["value"].notna() & (is_special | area.isin(inputs.areas.shown))
    ]


def _open_classes(rows: pd.DataFrame, piece: Piece) -> pd.Series | str:
    """Write the classes that the declaration leaves open, as one text per row."""
    names = [name for name in classifications(rows) if name not in piece.where]
    return rows[names].astype(str).agg(" · ".join, axis=1) if names else TOTAL
