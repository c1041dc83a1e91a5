"""The words of a piece, one function each, in the order in which they run.

Every function takes and returns rows with area, level, period, measure, value, status, vintage and the classes that
are still open. Sums are made only where every part is there; nothing is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from data.errors import SnapshotError
from data.model import COUNTRY, Level, Piece, Ratio, Sum
from data.pipeline.area_reference import AreaReference
from data.pipeline.snapshot_store import DESCRIPTIVE, classifications
from data.pipeline.statuses import INCOMPLETE, NOT_PUBLISHED, computed, weight

_OWN = ("level", "numerator", "denominator")


def open_classes(rows: pd.DataFrame) -> list[str]:
    """Return the classification columns still in play, the measure included."""
    return ["measure", *[name for name in classifications(rows) if name not in _OWN]]


def within_periods(rows: pd.DataFrame, first: str | None, until: str | None) -> pd.DataFrame:
    """Keep periods from ``first`` to ``until``, both inclusive."""
    keep = rows["period"] >= (first or "")
    return rows[keep & (rows["period"] <= until)] if until else rows[keep]


def newest_class(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Keep, of several classes of a column, the row of the highest class that has a value; drop the column."""
    keys = ["area", "period", *[name for name in open_classes(rows) if name != column]]
    ordered = rows.assign(_has=rows["value"].notna()).sort_values(["_has", column], kind="stable")
    return ordered.drop_duplicates(keys, keep="last").drop(columns=[column, "_has"])


def sum_classes(rows: pd.DataFrame, rule: Sum) -> pd.DataFrame:
    """Add up classes of one column where each of them has a value; drop the column."""
    parts = rows[rows[rule.over].isin(rule.of)].drop(columns=rule.over)
    keys = ["area", "level", "period", *open_classes(parts)]
    return _add_up(parts, keys, lambda _keys: pd.Series(len(rule.of), index=_keys.index))


def sum_sub_areas(
    rows: pd.DataFrame, skip: tuple[str, ...], reference: AreaReference
) -> pd.DataFrame:
    """Add postal areas up to their municipality.

    Areas whose reason for a missing value is in ``skip`` are left out of the sum (the caveat says so); any other
    missing area leaves the whole sum missing.
    """
    parts = rows[rows["level"] == Level.SUB_AREA.value]
    skipped = parts["status"].isin([f"missing:{reason}" for reason in skip])
    expected = pd.Series(reference.municipality_of).value_counts()
    parts = parts.assign(area=parts["area"].map(reference.municipality_of), level="municipality")
    keys = ["area", "level", "period", *open_classes(parts)]
    left_out = parts[skipped].groupby(keys, dropna=False).size()

    def wanted(found: pd.DataFrame) -> pd.Series:
        index = pd.MultiIndex.from_frame(found[keys])
        return found["area"].map(expected) - left_out.reindex(index, fill_value=0).to_numpy()

    return _add_up(parts[~skipped], keys, wanted)


def sum_areas(
    rows: pd.DataFrame,
    levels: tuple[Level, ...],
    reference: AreaReference,
    division: Callable[[str], frozenset[str]],
) -> pd.DataFrame:
    """Add municipal counts up to regions and the country, only where every municipality has a value.

    ``division`` gives all municipality codes of a vintage by its date.
    """
    municipal = rows[rows["level"] == Level.MUNICIPALITY.value]
    found = [rows]
    for level in levels:
        to = (
            reference.region_of
            if level is Level.REGION
            else dict.fromkeys(reference.level_of, COUNTRY)
        )
        parts = municipal.assign(area=municipal["area"].map(to), level=level.value)
        parts = parts[parts["area"].notna()]
        sizes = {
            (date, area): size
            for date in parts["vintage"].unique()
            for area, size in pd.Series([to.get(code) for code in division(date)])
            .value_counts()
            .items()
        }
        keys = ["area", "level", "period", *open_classes(parts)]
        total = _add_up(
            parts,
            keys,
            lambda group, sizes=sizes: pd.Series(  # type: ignore[misc]
                [sizes[pair] for pair in zip(group["vintage"], group["area"], strict=True)],
                group.index,
            ),
        )
        found.append(total[total["value"].notna()])
    keys = ["area", "period", *open_classes(rows)]
    joined = pd.concat(found, ignore_index=True)
    with_value = joined[joined["value"].notna()].drop_duplicates(keys, keep="first")
    return pd.concat([with_value, joined]).drop_duplicates(keys, keep="first")


def divide(rows: pd.DataFrame, rule: Ratio) -> pd.DataFrame:
    """Return part / whole * times; a missing or zero whole gives a missing value, never infinity."""
    part, whole = _selected(rows, rule.part), _selected(rows, rule.whole)
    keys = ["area", "level", "period", *sorted(set(open_classes(part)) & set(open_classes(whole)))]
    keys = [key for key in keys if key != "measure" or "measure" not in {*rule.part, *rule.whole}]
    both = part.merge(whole, on=keys, suffixes=("", "_whole"), how="left")
    usable = both["value"].notna() & both["value_whole"].notna() & (both["value_whole"] != 0)
    rank = pd.concat([weight(both["status"]), weight(both["status_whole"])], axis=1).max(axis=1)
    reason = both["status"].where(both["value"].isna(), both["status_whole"])
    reason = reason.where(reason.fillna("").str.startswith("missing:"), NOT_PUBLISHED)
    reason = reason.mask(both["value_whole"] == 0, "missing:not_applicable")
    quotient = both["value"] / both["value_whole"].where(usable) * rule.times
    return both[["area", "level", "period", "vintage"]].assign(
        measure="ratio",
        value=quotient.where(usable),
        status=computed(rank).where(usable, reason),
        numerator=both["value"].where(usable),
        denominator=both["value_whole"].where(usable),
    )


def finish(rows: pd.DataFrame, piece: Piece) -> pd.DataFrame:
    """Scale, set a declared status and refuse classes that the declaration left open."""
    for column in open_classes(rows):
        if len(rows[column].unique()) > 1:
            classes = sorted(map(str, rows[column].unique()))[:6]
            raise SnapshotError(
                f"{piece.table}: column '{column}' still holds {classes}: filter it"
            )
    result = rows.copy()
    for column in ("numerator", "denominator"):
        if column not in result:
            result[column] = float("nan")
    if piece.scale is not None:
        result["value"] = result["value"] * piece.scale
    if piece.status is not None:
        result["status"] = result["status"].where(result["value"].isna(), piece.status)
    return result


def _selected(rows: pd.DataFrame, where: Mapping[str, str]) -> pd.DataFrame:
    keep = pd.Series(data=True, index=rows.index)
    for column, wanted in where.items():
        keep &= rows[column] == wanted
    return rows[keep].drop(columns=[name for name in where if name != "measure"])


def _add_up(
    parts: pd.DataFrame, keys: list[str], wanted: Callable[[pd.DataFrame], pd.Series]
) -> pd.DataFrame:
    """Sum rows per key; where fewer values than ``wanted`` are there the sum is missing, not partial."""
    numbered = parts.assign(_rank=weight(parts["status"]), _has=parts["value"].notna())
    total = numbered.groupby(keys, dropna=False, as_index=False).agg(
        value=("value", "sum"),
        found=("_has", "sum"),
        rank=("_rank", "max"),
        vintage=("vintage", "max"),
    )
    whole = total["found"] == wanted(total)
    return total.drop(columns=["found", "rank"]).assign(
        value=total["value"].where(whole), status=computed(total["rank"]).where(whole, INCOMPLETE)
    )


def without_notes(rows: pd.DataFrame) -> pd.DataFrame:
    """Drop columns that describe a row; addresses of facts are read separately."""
    return rows.drop(columns=[name for name in DESCRIPTIVE if name in rows])
