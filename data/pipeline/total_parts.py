"""The classes of a total: one breakdown each beside it, and what they leave over. Nothing is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.model import Piece, Sum
from data.parts import OTHER, Part, Parts
from data.pipeline import piece_steps as steps
from data.pipeline.statuses import computed, weight

_PLACE = ["area", "period"]


def undivided(piece: Piece, column: str) -> Piece:
    """Free a piece of its choice in one column, so that every class of it can be read."""
    where = {name: code for name, code in piece.where.items() if name != column}
    over_it = piece.sum is not None and piece.sum.over == column
    return replace(piece, where=where, sum=None if over_it else piece.sum)


def one_class(rows: pd.DataFrame, part: Part, column: str) -> pd.DataFrame:
    """Keep one class; several codes are added up where each of them has a value."""
    chosen = rows[rows[column].isin(part.of)]
    if column == "measure":
        chosen = chosen.assign(measure=part.key, _code=chosen["measure"])
        column = "_code"
    if len(part.of) == 1:
        return chosen.drop(columns=column)
    return _with_reason(steps.sum_classes(chosen, Sum(column, part.of)), chosen, column)


def _with_reason(summed: pd.DataFrame, codes: pd.DataFrame, column: str) -> pd.DataFrame:
    """Let a sum be missing for the reason of its codes where all of them share one."""
    keys = [name for name in steps.open_classes(codes) if name != column]
    keys = [*_PLACE, "level", *keys]
    reasons = codes.groupby(keys, dropna=False, as_index=False).agg(
        _reason=("status", "first"), _kinds=("status", "nunique"), _values=("value", "count")
    )
    both = summed.merge(reasons, on=keys, how="left")
    is_shared = (both["_values"] == 0) & (both["_kinds"] == 1)
    status = both["status"].mask(is_shared, both["_reason"])
    return both.assign(status=status).drop(columns=["_reason", "_kinds", "_values"])


def beside(joined: pd.DataFrame, frames: Sequence[pd.DataFrame], parts: Parts) -> pd.DataFrame:
    """Set the classes beside the totals of the same piece, with the remainder where it is declared.

    Args:
        joined: totals with ``_rank``, the place of the piece that each came from.
        frames: rows of all classes, per piece in the same order.
        parts: the declaration.
    """
    ranked = [frame.assign(_rank=rank) for rank, frame in enumerate(frames)]
    valued = joined.loc[joined["value"].notna(), [*_PLACE, "_rank"]]
    classes = pd.concat(ranked, ignore_index=True).merge(valued, on=[*_PLACE, "_rank"])
    rows = [joined, classes]
    if parts.has_remainder:
        rows.append(_remainder(joined, classes, len(parts.published)))
    return pd.concat(rows, ignore_index=True).sort_values([*_PLACE, "breakdown"], ignore_index=True)


def _remainder(joined: pd.DataFrame, classes: pd.DataFrame, count: int) -> pd.DataFrame:
    """Subtract the classes from the total, only where every one of them has a value."""
    weighed = classes.assign(_weight=weight(classes["status"]))
    known = weighed[weighed["value"].notna()].groupby(_PLACE, as_index=False)
    sums = known.agg(_sum=("value", "sum"), _found=("value", "size"), _weight=("_weight", "max"))
    whole = joined.merge(sums[sums["_found"] == count], on=_PLACE)
    status = computed(pd.concat([weight(whole["status"]), whole["_weight"]], axis=1).max(axis=1))
    rest = whole.assign(breakdown=OTHER, value=whole["value"] - whole["_sum"], status=status)
    return rest[list(joined.columns)]
