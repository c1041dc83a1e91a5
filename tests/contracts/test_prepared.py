"""The committed prepared files keep their contract and are exactly those of the declarations."""

from __future__ import annotations

from datetime import date

import pytest

from data.catalogue import Catalogue
from data.comparison import common_period
from data.model import COUNTRY, PREPARED, TOTAL, Indicator, Kind, Place
from data.pipeline.check import check
from data.schemas import check_observations

CATALOGUE = Catalogue()
SERIES = CATALOGUE.indicators(kind=Kind.SERIES)


def test_check_passes_without_a_store() -> None:
    assert any("keep their contracts" in line for line in check(PREPARED, None))


@pytest.mark.parametrize("indicator", SERIES, ids=lambda item: item.id)
def test_prepared_observations_keep_their_contract(indicator: Indicator) -> None:
    frame = CATALOGUE.observations(indicator.id)
    assert len(frame) > 0
    check_observations(frame, indicator.id)
    ordered = frame.sort_values(["area", "period", "breakdown"], ignore_index=True)
    assert frame[["area", "period"]].equals(ordered[["area", "period"]])


@pytest.mark.parametrize("indicator", SERIES, ids=lambda item: item.id)
def test_the_compared_areas_meet_in_a_period(indicator: Indicator) -> None:
    if indicator.own_areas and indicator.expect and indicator.expect.every_city:
        assert common_period(CATALOGUE.compared(indicator.id), indicator.own_areas) is not None


@pytest.mark.parametrize("indicator", SERIES, ids=lambda item: item.id)
def test_sources_name_publisher_licence_and_date(indicator: Indicator) -> None:
    sources = CATALOGUE.sources(indicator.id)
    assert sources
    for source in sources:
        assert all(source.publisher[language] for language in ("fi", "sv", "en"))
        assert source.licence_name["fi"]
        assert date.fromisoformat(source.vintage) <= date.today()
        assert source.quality in "ABCD"


def test_every_theme_has_a_row_for_the_overview() -> None:
    for theme in CATALOGUE.themes():
        headline = [
            item for item in CATALOGUE.indicators(theme.key) if item.place is Place.HEADLINE
        ]
        assert len(headline) == 1


def test_the_country_is_never_the_sum_of_the_three_cities() -> None:
    """A total over the wrong areas is the classic silent mistake; counts make it visible."""
    for indicator in SERIES:
        frame = CATALOGUE.compared(indicator.id)
        frame = frame[frame["breakdown"] == TOTAL]
        country = frame[(frame["area"] == COUNTRY) & frame["value"].notna()]
        if country.empty or not CATALOGUE.unit(indicator).is_count:
            continue
        period = country["period"].max()
        own = frame[frame["area"].isin(indicator.own_areas) & (frame["period"] == period)]
        if own["value"].notna().all() and len(own) == len(indicator.own_areas):
            assert country["value"].iloc[-1] > own["value"].sum()
