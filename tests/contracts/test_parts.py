"""The committed parts of totals: they add up, are named apart, and can be seen for every city."""

from __future__ import annotations

import pytest

from components.figures.parts import read_parts
from data.catalogue import Catalogue
from data.model import LANGUAGES, TOTAL, Indicator, Kind
from data.parts import OTHER

CATALOGUE = Catalogue()
DIVIDED = [item for item in CATALOGUE.indicators(kind=Kind.SERIES) if item.parts]
NOISE = 1e-9


def test_education_offences_ages_and_the_young_are_divided() -> None:
    found = {item.id for item in DIVIDED}
    assert found >= {
        "age_structure_projection",
        "dwelling_stock",
        "jobs",
        "population_by_age",
        "recorded_offences_per_1000",
        "starting_places",
        "unemployed",
        "young_age_groups_projection",
    }


@pytest.mark.parametrize("indicator", DIVIDED, ids=lambda item: item.id)
def test_parts_make_their_total_wherever_all_are_known(indicator: Indicator) -> None:
    parts = indicator.parts
    assert parts is not None
    frame = CATALOGUE.observations(indicator.id)
    assert set(frame["breakdown"]) == {TOTAL, *parts.names}
    wide = frame.pivot_table("value", ["area", "period"], "breakdown", aggfunc="first")
    full = wide.dropna()
    assert len(full) > 0
    allowed = full[TOTAL].abs() * max(parts.tolerance, NOISE) + NOISE
    assert ((full[TOTAL] - full[list(parts.names)].sum(axis=1)).abs() <= allowed).all()
    if OTHER in parts.names:
        assert (wide[OTHER].dropna() >= 0).all()


@pytest.mark.parametrize("indicator", DIVIDED, ids=lambda item: item.id)
def test_every_city_has_parts_to_show_and_every_class_its_own_name(indicator: Indicator) -> None:
    breaks = CATALOGUE.breaks(indicator.id)
    wholes, periods = read_parts(indicator, CATALOGUE.compared(indicator.id), breaks)
    assert periods
    assert all(wholes[area].keys() >= {*periods} for area in indicator.own_areas)
    assert indicator.parts is not None
    for code in LANGUAGES:
        names = [name[code] for name in indicator.parts.names.values()]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("indicator", DIVIDED, ids=lambda item: item.id)
def test_no_class_has_a_period_without_its_total(indicator: Indicator) -> None:
    frame = CATALOGUE.observations(indicator.id)
    known = frame[frame["value"].notna()].set_index(["area", "period"])
    totals = known[known["breakdown"] == TOTAL].index
    assert known[known["breakdown"] != TOTAL].index.isin(totals).all()
