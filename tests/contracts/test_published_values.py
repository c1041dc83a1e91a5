"""Figures that a person read outside the pipeline: the prepared files must hold them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.catalogue import Catalogue
from data.model import CITIES, Kind, Level

TABLE = Path(__file__).with_name("published_values.csv")
CATALOGUE = Catalogue()
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['indicator']}-{row['area']}-{row['period']}"
)
def test_a_published_value_stands_in_the_prepared_file(row: dict[str, str]) -> None:
    frame = CATALOGUE.observations(row["indicator"])
    hit = frame[
        (frame["area"] == row["area"])
        & (frame["period"] == row["period"])
        & (frame["breakdown"] == row["breakdown"])
    ]
    assert len(hit) == 1
    assert row["read_from"]
    # Read values are written with six significant digits or more, or as published.
    assert hit["value"].iloc[0] == pytest.approx(float(row["value"]), rel=5e-4)


def test_every_series_has_a_read_value_for_each_of_its_own_areas() -> None:
    read = {(row["indicator"], row["area"]) for row in ROWS}
    missing = []
    for indicator in CATALOGUE.indicators(kind=Kind.SERIES):
        areas = indicator.own_areas
        if indicator.levels == (Level.SUB_AREA,):
            areas = ()
            if not any(name == indicator.id for name, _ in read):
                missing.append((indicator.id, "any"))
        missing += [(indicator.id, area) for area in areas if (indicator.id, area) not in read]
    assert missing == []
    assert {area for _, area in read} >= set(CITIES)
