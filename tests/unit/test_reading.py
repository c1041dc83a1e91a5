"""Readings: levels with a short past, on one scale per row."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from components.blocks.reading import read
from data.errors import UnavailableSeries
from data.model import OBSERVATION_COLUMNS, Break, Frequency, Indicator, Kind, Level, Place, Unit

TEXT = {"fi": "x", "sv": "x", "en": "x"}
UNIT = Unit("number", TEXT, 0, 1.0, True, TEXT, TEXT, TEXT)
CITIES = ("KU179", "KU297", "KU398")


def indicator(**changes):
    given = {
        "id": "jobs",
        "kind": Kind.SERIES,
        "theme": "tyollisyys",
        "place": Place.LISTED,
        "order": 1,
        "title": TEXT,
        "describes": TEXT,
        "unit": "number",
        "frequency": Frequency.YEAR,
        "levels": (Level.MUNICIPALITY, Level.COUNTRY),
    }
    return Indicator(**{**given, **changes})


class Shelf:
    """Stands for the catalogue: one series, as the test wrote it."""

    def __init__(self, rows, declared=None, breaks=()):
        self._declared = declared or indicator()
        self._breaks = tuple(breaks)
        full = [
            (area, period, "total", value, status, None, None)
            for area, period, value, status in rows
        ]
        self._obs = pd.DataFrame(full, columns=list(OBSERVATION_COLUMNS))

    def indicator(self, _):
        return self._declared

    def unit(self, _):
        return UNIT

    def breaks(self, _):
        return self._breaks

    def observations(self, _):
        return self._obs


def yearly(areas, years, scale=1.0, status="final"):
    return [(area, str(year), scale * (year - 2000), status) for area in areas for year in years]


def test_levels_changes_and_period_are_those_of_the_latest_common_year():
    shelf = Shelf(yearly(CITIES, (2019, 2020)) + [("KU179", "2021", 99.0, "final")])
    found = read(shelf, "jobs")
    assert found.period == "2020"
    assert [cell.area for cell in found.cells] == list(CITIES)
    assert [cell.change.difference for cell in found.cells] == [1, 1, 1]
    assert found.cells[0].figure.newer.period == "2021"
    assert found.is_compared_usually
    assert found.country is None


def test_the_past_keeps_the_same_month_and_leaves_holes_open():
    rows = [
        (area, f"{year}M{month}", 10.0 + year - 2020, "final")
        for area in CITIES
        for year in (2020, 2021, 2023)
        for month in ("06", "07")
        if not (year == 2023 and month == "07")
    ]
    declared = indicator(frequency=Frequency.MONTH, compare_with="same_month_last_year")
    found = read(Shelf(rows, declared), "jobs")
    assert found.period == "2023M06"
    assert [y for _, y in found.cells[0].past] == [10.0, 11.0, None, 13.0]
    assert not found.is_compared_usually
    assert found.compared_from == "2021M06"


def test_the_past_is_cut_at_a_break_of_that_area_only():
    break_of_kuopio = Break(("KU297",), "2021", "area", TEXT)
    found = read(Shelf(yearly(CITIES, range(2019, 2024)), breaks=[break_of_kuopio]), "jobs")
    assert [y for _, y in found.cells[0].past] == [19, 20, 21, 22, 23]
    assert [y for _, y in found.cells[1].past] == [19, 20, None, 21, 22, 23]


def test_lines_of_a_row_begin_together():
    rows = yearly(("KU179", "KU297"), range(2015, 2021)) + yearly(("KU398",), range(2018, 2021))
    found = read(Shelf(rows), "jobs")
    assert {cell.past[0][0] for cell in found.cells} == {2015.0}
    assert found.cells[2].past[0][1] is None


def test_a_country_that_dwarfs_the_cities_has_a_level_but_no_line():
    rows = yearly(CITIES, (2019, 2020)) + yearly(("SSS",), (2019, 2020), scale=50)
    found = read(Shelf(rows), "jobs")
    assert found.country.level.value == 1000
    assert found.country.past == ()
    assert found.cells[0].scale == (19, 20)


def test_a_comparable_country_shares_the_scale():
    rows = yearly(CITIES, (2019, 2020)) + yearly(("SSS",), (2019, 2020), scale=1.5)
    found = read(Shelf(rows), "jobs")
    assert {cell.scale for cell in found.shown} == {(19, 30)}


def test_plans_stay_out_of_levels_and_lines():
    rows = yearly(CITIES, (2025, 2026), status="budget") + yearly(CITIES, (2027,), status="plan")
    found = read(Shelf(rows), "jobs")
    assert found.period == "2026"
    assert [x for x, _ in found.cells[0].past] == [2025.0, 2026.0]


def test_a_series_of_the_country_alone():
    declared = indicator(levels=(Level.COUNTRY,))
    found = read(Shelf(yearly(("SSS",), (2019, 2020)), declared), "jobs")
    assert found.cells == ()
    assert found.country.level.value == 20
    assert found.shown == (found.country,)


def test_nothing_in_common_is_no_reading():
    rows = [("KU179", "2020", 1.0, "plan")]
    assert read(Shelf(rows), "jobs") is None


def test_an_unavailable_series_is_not_remembered():
    shelf = Shelf(yearly(CITIES, (2020,)))
    whole = shelf.observations
    shelf.observations = _unavailable
    with pytest.raises(UnavailableSeries):
        read(shelf, "jobs")
    shelf.observations = whole
    assert read(shelf, "jobs").period == "2020"


def _unavailable(_):
    raise UnavailableSeries(Path("jobs.parquet"))
