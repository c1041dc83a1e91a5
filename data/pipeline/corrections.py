"""Known errors of sources, declared in corrections.yaml and taken out, never silently."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.errors import ExpectationError
from data.model import REFERENCE, TOTAL
from data.strict_yaml import read_yaml

CORRECTED = "missing:source_error"


@dataclass(frozen=True, slots=True)
class Correction:
    """One wrong published value that is dropped as long as the source still has it."""

    indicator: str
    area: str
    period: str
    reason: str
    reported: str
    expect: float


def load_corrections(path: Path = REFERENCE / "corrections.yaml") -> tuple[Correction, ...]:
    """Load the declared corrections."""
    file = read_yaml(path)
    found = []
    for item in file.mappings("corrections"):
        indicator, area, period = (item.string(key) for key in ("indicator", "area", "period"))
        if item.string("action") != "drop":
            raise item.error("'action' can only be 'drop': a figure is never replaced by hand")
        found.append(
            Correction(
                indicator,
                area,
                period,
                item.string("reason"),
                item.string("reported"),
                item.number("expect"),
            )
        )
        item.done()
    file.done()
    return tuple(found)


def correct(
    frame: pd.DataFrame, indicator: str, corrections: tuple[Correction, ...]
) -> pd.DataFrame:
    """Turn each declared wrong value into a missing one.

    Raises:
        ExpectationError: the wrong value is gone, so the correction must go too.
    """
    result = frame.copy()
    for correction in corrections:
        if correction.indicator != indicator:
            continue
        hit = (result["area"] == correction.area) & (result["period"] == correction.period)
        hit &= result["breakdown"] == TOTAL
        if not (result.loc[hit, "value"] == correction.expect).any():
            raise ExpectationError(
                f"corrections.yaml: {indicator} {correction.area} {correction.period} is no longer "
                f"{correction.expect}: the source has mended it, remove the correction"
            )
        result.loc[hit, "value"] = float("nan")
        result.loc[hit, "status"] = CORRECTED
    return result
