"""The store's file of single published figures: which measures and areas the project knows, in which unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.errors import DeclarationError
from data.fact_areas import fact_areas
from data.model import REFERENCE, Indicator, Text
from data.pipeline.snapshot_store import SnapshotStore
from data.strict_yaml import read_yaml

SINGLE_FACTS = "policy/facts"
MEASURES = REFERENCE / "fact_measures.yaml"
# What the file says of a row in words of its own; only the unit is read, to be compared.
_WORDS = ("id", "area_label", "label_fi", "label_en", "unit", "publisher", "note")


@dataclass(frozen=True, slots=True)
class FactReference:
    """What fact_measures.yaml and fact_areas.yaml say, and the file that says it."""

    path: Path
    units: Mapping[str, str]
    left_out: Mapping[str, str]
    areas: Mapping[str, Text]

    def check(self, store: SnapshotStore, indicators: Iterable[Indicator]) -> None:
        """See that each measure of the file is shown by a declaration or left out with a reason.

        Raises:
            DeclarationError: a measure is neither, or both, or no declaration shows it.
        """
        if SINGLE_FACTS not in store.tables:
            return
        there = set(store.rows(SINGLE_FACTS, {})["measure"])
        shown = {
            piece.where.get("measure")
            for indicator in indicators
            for piece in indicator.observe
            if piece.table == SINGLE_FACTS
        }
        for measure in sorted(there):
            if (measure in self.units) == (measure in self.left_out):
                raise self._error(f"measure '{measure}' must have a unit or a reason, not both")
            if measure in self.units and measure not in shown:
                raise self._error(f"measure '{measure}' has a unit, but no declaration shows it")

    def plain(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows of the file without the words that it adds to figures.

        Raises:
            DeclarationError: a measure is not known, or its values stand in another unit.
        """
        for measure, unit in sorted(set(zip(rows["measure"], rows["unit"], strict=True))):
            if self.units.get(measure) != unit:
                said = self.units.get(measure, "not there")
                raise self._error(f"the unit of '{measure}' is {said}, in {SINGLE_FACTS} '{unit}'")
        return rows.drop(columns=list(_WORDS))

    def _error(self, rule: str) -> DeclarationError:
        return DeclarationError(f"{self.path}:1: {rule}")


def load_fact_reference(path: Path = MEASURES) -> FactReference:
    """Load fact_measures.yaml and the names of fact areas.

    Raises:
        DeclarationError: a file breaks a rule.
    """
    file = read_yaml(path)
    reference = FactReference(path, file.pairs("units"), file.pairs("left_out"), fact_areas())
    file.done()
    return reference
