"""All areas of one level in one period: which periods are offered, who is in, who is first."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.choice import Choice, Presentation
from data.model import CITIES, COUNTRY, Level
from data.presenting.across import (
    across,
    full_periods,
    level_of,
    nearest,
    pooled_values,
    usual_period,
)
from data.presenting.view import everywhere, view


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def test_a_period_of_few_areas_is_not_offered(catalogue: Catalogue) -> None:
    shown = everywhere(catalogue, "unemployed_share")
    periods = full_periods(shown)
    assert "2025M08" not in periods  # only the whole country has figures
    assert (periods[0], periods[-1]) == ("2006M01", "2026M06")
    assert usual_period(shown, periods) == "2026M06"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2021", "2021"),
        ("2022M06", "2022"),
        ("2030", "2023"),
        ("1990", "2020"),
        ("2021M07", "2022"),
    ],
)
def test_the_nearest_period_is_taken_of_two_the_later(asked: str, shown: str) -> None:
    assert nearest(("2020", "2021", "2022", "2023"), asked) == shown


def test_nothing_is_nearest_to_nothing() -> None:
    assert nearest((), "2020") is None


def test_regions_and_the_country_are_not_ranked_among_municipalities(catalogue: Catalogue) -> None:
    found = across(everywhere(catalogue, "unemployed_share"), "2026M06")
    assert found is not None
    assert found.level is Level.MUNICIPALITY
    assert all(code.startswith("KU") for code in found.places)
    assert list(found.places.values()) == sorted(found.places.values())
    assert found.places["KU398"] == 3
    assert set(found.obs["area"]) == {*found.places, COUNTRY}


def test_a_series_of_regions_compares_regions(catalogue: Catalogue) -> None:
    shown = everywhere(catalogue, "enterprise_openings")
    found = across(shown, full_periods(shown)[-1])
    assert found is not None
    assert found.level is Level.REGION
    assert len(found.places) == 19


def test_a_series_of_the_country_alone_compares_nobody(catalogue: Catalogue) -> None:
    shown = everywhere(catalogue, "electric_car_share")
    assert level_of(shown) is None
    assert full_periods(shown) == ()
    assert across(shown, "2026M06") is None


def test_every_area_is_presented_and_the_compared_ones_as_elsewhere(catalogue: Catalogue) -> None:
    choice = Choice(Presentation.GAP)
    whole, near = (made(catalogue, "unemployed_share", choice) for made in (everywhere, view))
    assert whole.obs["area"].nunique() > 300
    assert near.obs["area"].nunique() < 40
    for city in CITIES:
        expected = near.obs.loc[near.obs["area"] == city, "value"].tolist()
        found = whole.obs.loc[whole.obs["area"] == city, "value"].tolist()
        assert found == pytest.approx(expected, nan_ok=True)


def test_classes_pool_all_offered_periods(catalogue: Catalogue) -> None:
    shown = everywhere(catalogue, "tertiary_share")
    assert len(pooled_values(shown, full_periods(shown))) == 308
    assert pooled_values(shown, ()) == []
