"""Figures that a person read outside the pipeline: the prepared files must hold them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.catalogue import Catalogue
from data.model import CITIES, COUNTRY, KEY, TOTAL, Indicator, Kind, Level

TABLE = Path(__file__).with_name("published_values.csv")
CATALOGUE = Catalogue()
DIVIDED = [it for it in CATALOGUE.indicators(kind=Kind.SERIES) if it.parts]
ENOUGH = 3
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


@pytest.mark.parametrize("indicator", CATALOGUE.indicators(kind=Kind.SERIES), ids=lambda it: it.id)
def test_every_series_has_three_read_values_of_its_own_areas(indicator: Indicator) -> None:
    own = [row for row in ROWS if row["indicator"] == indicator.id and row["breakdown"] == TOTAL]
    assert len({(row["area"], row["period"]) for row in own}) >= ENOUGH
    areas = {row["area"] for row in own}
    if indicator.levels == (Level.COUNTRY,):
        assert len({row["period"] for row in own if row["area"] == COUNTRY}) >= ENOUGH
    elif indicator.levels == (Level.SUB_AREA,):
        assert {CATALOGUE.area(area).region for area in areas} == set(CITIES)
    else:
        assert set(indicator.own_areas) <= areas


@pytest.mark.parametrize("indicator", DIVIDED, ids=lambda it: it.id)
def test_a_divided_series_has_a_read_value_of_a_class_for_each_of_its_own_areas(
    indicator: Indicator,
) -> None:
    read = {
        row["area"]
        for row in ROWS
        if row["indicator"] == indicator.id and row["breakdown"] != TOTAL
    }
    assert set(indicator.own_areas) <= read


def test_no_value_is_read_twice() -> None:
    keys = [tuple(row[name] for name in ("indicator", *KEY)) for row in ROWS]
    assert len(set(keys)) == len(keys)
