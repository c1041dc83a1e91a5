"""From declared pieces to one series: select, aggregate, divide, join; and what was revised on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.errors import SnapshotError
from data.model import (
    KEY,
    OBSERVATION_COLUMNS,
    REVISION_COLUMNS,
    TOTAL,
    Break,
    Indicator,
    Piece,
)
from data.parts import Parts
from data.pipeline import piece_steps as steps
from data.pipeline import total_parts
from data.pipeline.area_reference import AreaReference
from data.pipeline.snapshot_store import SnapshotStore
from data.pipeline.statuses import normalise
from data.pipeline.vintages import municipalities, newest_vintage, same_division

COLUMNS = (*OBSERVATION_COLUMNS, "vintage", "level")
_AGREES = 0.01  # a published rate is rounded: 17.8 for 10 218 / 57 254


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that observing needs: the store, the area reference, the status words, the texts of seams."""

    store: SnapshotStore
    areas: AreaReference
    statuses: dict[str, str]
    seams: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Observed:
    """A series with what its making taught: seams, revisions, and the vintages used per table."""

    frame: pd.DataFrame
    seams: tuple[Break, ...]
    revisions: pd.DataFrame
    used: dict[str, tuple[str, ...]]


def observe(indicator: Indicator, sources: Sources) -> Observed:
    """Join an indicator's pieces: where two give a value for one area and period the later piece wins.

    Raises:
        SnapshotError: a table, class, area code or status is not as declared.
    """
    frames, classes, revisions = [], [], []
    used: dict[str, tuple[str, ...]] = {}
    for piece in indicator.observe:
        rows = _rows(piece, sources)
        frame = _kept(_piece_frame(piece, newest_vintage(rows), sources), indicator, sources)
        frames.append(frame)
        if indicator.parts:
            classes.append(_class_frame(indicator, piece, indicator.parts, sources))
        revisions.append(_revisions(indicator, piece, rows, frame, sources))
        dates = {*used.get(piece.table, ()), *frame.loc[frame["value"].notna(), "vintage"]}
        used[piece.table] = tuple(sorted(dates))
    joined = _join(frames)
    whole = total_parts.beside(joined, classes, indicator.parts) if indicator.parts else joined
    return Observed(
        frame=whole,
        seams=_seams(indicator, frames, joined, sources.seams),
        revisions=pd.concat(revisions, ignore_index=True),
        used=used,
    )


def _class_frame(
    indicator: Indicator, piece: Piece, parts: Parts, sources: Sources
) -> pd.DataFrame:
    """Run a piece once per class of the total, from one reading of its table."""
    whole = total_parts.undivided(piece, parts.column)
    codes = tuple(code for part in parts.published for code in part.of)
    rows = newest_vintage(_rows(whole, sources, {parts.column: codes}))
    frames = [
        _piece_frame(whole, total_parts.one_class(rows, part, parts.column), sources, part.key)
        for part in parts.published
    ]
    return _kept(pd.concat(frames, ignore_index=True), indicator, sources)


def _rows(
    piece: Piece, sources: Sources, classes: Mapping[str, tuple[str, ...]] | None = None
) -> pd.DataFrame:
    """Read a piece's rows of all vintages with project area codes, levels and statuses."""
    wanted: dict[str, tuple[str, ...]] = {column: (value,) for column, value in piece.where.items()}
    if piece.ratio:
        both = (piece.ratio.part, piece.ratio.whole)
        for column in {*both[0], *both[1]}:
            wanted[column] = tuple({side[column] for side in both if column in side})
    if piece.sum:
        wanted[piece.sum.over] = piece.sum.of
    wanted.update(classes or {})
    rows = steps.without_notes(sources.store.rows(piece.table, wanted))
    rows = rows.assign(area=sources.areas.translate(rows["area"], piece.table))
    rows = rows[rows["area"].notna()].copy()
    rows["level"] = rows["area"].map(sources.areas.level_of)
    rows = rows.drop(columns=[column for column in piece.where if column != "measure"])
    return normalise(
        steps.within_periods(rows, piece.first, piece.until), sources.statuses, piece.table
    )


def _piece_frame(
    piece: Piece, rows: pd.DataFrame, sources: Sources, breakdown: str = TOTAL
) -> pd.DataFrame:
    """Run a piece's words in their order; see piece_steps."""
    if piece.newest:
        rows = steps.newest_class(rows, piece.newest)
    if piece.sum:
        rows = steps.sum_classes(rows, piece.sum)
    if piece.sum_sub_areas:
        rows = steps.sum_sub_areas(rows, piece.skip_missing, sources.areas)
    if piece.sum_areas:
        rows = steps.sum_areas(
            rows,
            piece.sum_areas,
            sources.areas,
            lambda date: municipalities(sources.store, piece.table, date),
        )
    if piece.ratio:
        rows = steps.divide(rows, piece.ratio)
    rows = steps.finish(rows, piece).assign(breakdown=breakdown)
    if rows.duplicated(["area", "period"]).any():
        twice = rows[rows.duplicated(["area", "period"])].iloc[0]
        raise SnapshotError(f"{piece.table}: {twice['area']} {twice['period']} stands twice")
    return rows[list(COLUMNS)]


def _kept(frame: pd.DataFrame, indicator: Indicator, sources: Sources) -> pd.DataFrame:
    """Keep the declared levels and the areas that have a name today."""
    levels = [level.value for level in indicator.levels]
    return frame[frame["level"].isin(levels) & frame["area"].isin(sources.areas.shown)]


def _join(frames: list[pd.DataFrame]) -> pd.DataFrame:
    ranked = pd.concat(
        [frame.assign(_rank=rank) for rank, frame in enumerate(frames)], ignore_index=True
    )
    ranked["_has"] = ranked["value"].notna()
    ordered = ranked.sort_values(["_has", "_rank"], kind="stable")
    kept = ordered.drop_duplicates(list(KEY), keep="last")
    kept = kept.drop(columns="_has").sort_values(["area", "period"], ignore_index=True)
    return _with_counts(kept, ranked)


def _with_counts(kept: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """Give a published quotient the two counts of another piece whose own quotient agrees with it."""
    counts = ["numerator", "denominator"]
    counted = ranked[ranked["denominator"].notna()].drop_duplicates(list(KEY), keep="last")
    both = kept.merge(
        counted[[*KEY, "value", *counts]], on=list(KEY), how="left", suffixes=("", "_counted")
    )
    agrees = (both["value"] - both["value_counted"]).abs() <= _AGREES * both["value"].abs()
    found = {name: kept[name].fillna(both[f"{name}_counted"].where(agrees)) for name in counts}
    return kept.assign(**found)


def _seams(
    indicator: Indicator,
    frames: list[pd.DataFrame],
    joined: pd.DataFrame,
    texts: dict[str, dict[str, str]],
) -> tuple[Break, ...]:
    """Return a break where a declared seam makes the series go on in a later piece."""
    found: dict[tuple[str, str], list[str]] = {}
    for rank in range(1, len(frames)):
        kind = indicator.observe[rank].seam
        if kind == "none":
            continue
        valued = joined[joined["value"].notna()]
        starts = valued[valued["_rank"] == rank].groupby("area")["period"].min()
        before = valued[valued["_rank"] < rank].groupby("area")["period"].min().to_dict()
        for area, start in starts.to_dict().items():
            if area in before and before[area] < start:
                found.setdefault((str(start), kind), []).append(str(area))
    return tuple(
        Break(tuple(areas), period, kind, texts[kind])
        for (period, kind), areas in sorted(found.items())
    )


def _revisions(
    indicator: Indicator, piece: Piece, rows: pd.DataFrame, frame: pd.DataFrame, sources: Sources
) -> pd.DataFrame:
    """Compare each older vintage with the frame, where both divide the country alike."""
    found = []
    for date in sorted(rows["vintage"].unique())[:-1]:
        old = _kept(_piece_frame(piece, rows[rows["vintage"] == date], sources), indicator, sources)
        both = old.merge(frame, on=["area", "period", "breakdown", "level"], suffixes=("_old", ""))
        differs = (both["value_old"] - both["value"]).abs() > 1e-9 * both["value"].abs().clip(
            lower=1
        )
        both = both[differs & (both["vintage"] > date)]
        alike = [
            same_division(sources.store, piece.table, date, vintage, level)
            for vintage, level in zip(both["vintage"], both["level"], strict=True)
        ]
        found.append(both[pd.Series(alike, index=both.index, dtype=bool)])
    if not found:
        return pd.DataFrame(columns=list(REVISION_COLUMNS))
    both = pd.concat(found, ignore_index=True)
    renamed = {
        "value_old": "old",
        "value": "new",
        "vintage_old": "old_vintage",
        "vintage": "new_vintage",
    }
    named = both.rename(columns=renamed).assign(indicator=indicator.id)
    revisions: pd.DataFrame = named[list(REVISION_COLUMNS)]
    return revisions
