"""What must hold before a series may be written; each broken rule stops the build with its name."""

from __future__ import annotations

import pandas as pd

from data.errors import ExpectationError
from data.model import TOTAL, Indicator, Source
from data.parts import OTHER
from data.schemas import check_observations

DRAWABLE = ("A", "B")
_FLOAT_NOISE = 1e-9


def validate(
    indicator: Indicator,
    frame: pd.DataFrame,
    sources: tuple[Source, ...],
    before: pd.DataFrame | None,
) -> None:
    """Check contract, quality class, expectations and coverage of one series.

    ``before`` holds the committed observations, or None when the indicator is new.

    Raises:
        ExpectationError: a declared expectation does not hold.
        SnapshotError: the frame breaks the contract of prepared files.
    """
    check_observations(frame, f"{indicator.id}.parquet")
    for rule in (
        _quality(indicator, sources),
        _expected(indicator, frame[frame["breakdown"] == TOTAL]),
        _added_up(indicator, frame),
        _coverage(frame, before),
    ):
        for complaint in rule:
            raise ExpectationError(f"{indicator.theme}/{indicator.id}.yaml: {complaint}")


def _quality(indicator: Indicator, sources: tuple[Source, ...]) -> list[str]:
    found = []
    for source in sources:
        if source.quality == "C" and indicator.unconfirmed is None:
            found.append(f"{source.table} is of quality C: 'unconfirmed' must say what is open")
        if source.quality not in (*DRAWABLE, "C") and not indicator.historical:
            found.append(
                f"{source.table} is of quality {source.quality}: only as 'historical: true'"
            )
    return found


def _expected(indicator: Indicator, frame: pd.DataFrame) -> list[str]:
    expect = indicator.expect
    if expect is None:
        return []
    valued = frame[frame["value"].notna()]
    own = valued[valued["area"].isin(indicator.own_areas)] if indicator.own_areas else valued
    found = []
    outside = valued[~valued["value"].between(expect.minimum, expect.maximum)]
    if len(outside):
        row = outside.iloc[0]
        found.append(f"{row['area']} {row['period']} is {row['value']}, outside min and max")
    if own.empty or own["period"].min() != expect.first:
        first = None if own.empty else own["period"].min()
        found.append(f"the first period is {first}, expected {expect.first}")
    if expect.every_city:
        absent = sorted(set(indicator.own_areas) - set(_latest_common(indicator, own)["area"]))
        if absent:
            found.append(f"no figure for {absent} in any common period")
    for total in expect.totals:
        at = valued[(valued["area"] == total.area) & (valued["period"] == total.period)]
        if at.empty or abs(at["value"].iloc[0] - total.value) > total.tolerance:
            got = None if at.empty else at["value"].iloc[0]
            found.append(f"{total.area} {total.period} is {got}, published {total.value}")
    return found


def _added_up(indicator: Indicator, frame: pd.DataFrame) -> list[str]:
    """Complain where the classes of a total do not make it, or nowhere can be seen to."""
    parts = indicator.parts
    if parts is None:
        return []
    wide = frame.pivot_table("value", ["area", "period"], "breakdown", aggfunc="first")
    wide = wide.reindex(columns=[TOTAL, *parts.names])
    classes = wide.drop(columns=TOTAL)
    full = classes.notna().all(axis=1)
    found = [] if full.any() else ["no total has all its parts"]
    gap = wide[TOTAL] - classes.sum(axis=1)
    allowed = wide[TOTAL].abs() * max(parts.tolerance, _FLOAT_NOISE)
    wrong = (full & (gap > allowed)) | (gap < -allowed)
    if parts.has_remainder:
        wrong |= classes[OTHER] < 0
    for area, period in wide.index[wrong][:1]:
        total, made = wide.loc[(area, period), TOTAL], classes.loc[(area, period)].sum()
        found.append(
            f"{int(wrong.sum())} totals: parts of {area} {period} make {made}, not {total}"
        )
    return found


def _latest_common(indicator: Indicator, own: pd.DataFrame) -> pd.DataFrame:
    counts = own.groupby("period")["area"].nunique()
    common = counts[counts == len(indicator.own_areas)]
    return own[own["period"] == common.index.max()] if len(common) else own.iloc[0:0]


def _coverage(frame: pd.DataFrame, before: pd.DataFrame | None) -> list[str]:
    """Complain when areas and periods that had a figure have none now."""
    if before is None:
        return []
    keys = ["area", "period", "breakdown"]
    had = before[before["value"].notna()].set_index(keys).index
    has = frame[frame["value"].notna()].set_index(keys).index
    lost = had.difference(has)
    if len(lost) == 0:
        return []
    return [
        f"coverage shrank by {len(lost)} figures, first {lost[0]}; "
        "where that is right, build with --accept-shrink"
    ]
