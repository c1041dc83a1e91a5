"""Facts and gaps: every theme says what is missing, every proxy says that it is one."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.fact_areas import fact_areas
from data.fact_periods import fact_end
from data.model import Indicator, Kind

CATALOGUE = Catalogue()
FACTS = CATALOGUE.indicators(kind=Kind.FACTS)
GAPS = CATALOGUE.indicators(kind=Kind.GAP)
PROXY = {"fi": "älillinen mittari", "sv": "Indirekt mått", "en": "roxy"}
PROXIES = (
    "technology_and_ict_places",
    "information_sector_jobs",
    "professional_sector_jobs",
    "cyber_proxy_information_jobs",
    "industry_jobs",
    "gdp_per_inhabitant_eu27",
    "gdp_per_inhabitant_pps_eu27",
    "public_administration_jobs",
)


@pytest.mark.parametrize("indicator", FACTS, ids=lambda item: item.id)
def test_each_fact_has_an_address_a_named_area_and_stands_newest_first(
    indicator: Indicator,
) -> None:
    facts = CATALOGUE.facts(indicator.id)
    assert len(facts) > 0
    assert facts["source_url"].str.startswith("http").all()
    ends = [fact_end(period) for period in facts["period"]]
    assert ends == sorted(ends, reverse=True)
    names = set(CATALOGUE.area_names("fi")) | set(fact_areas())
    assert set(facts["area"]) <= names
    assert indicator.caveats


def test_every_named_fact_area_is_used() -> None:
    used = {area for item in FACTS for area in CATALOGUE.facts(item.id)["area"]}
    assert set(fact_areas()) <= used


@pytest.mark.parametrize("theme", CATALOGUE.themes(), ids=lambda theme: theme.key)
def test_every_theme_names_what_is_missing(theme) -> None:
    assert CATALOGUE.indicators(theme.key, Kind.GAP)


@pytest.mark.parametrize(
    ("theme", "at_least"), [("nato", 4), ("eu", 3), ("huoltovarmuus-vienti", 3)]
)
def test_the_thinnest_themes_name_each_thing_apart(theme: str, at_least: int) -> None:
    assert len(CATALOGUE.indicators(theme, Kind.GAP)) >= at_least


@pytest.mark.parametrize("indicator", GAPS, ids=lambda item: item.id)
def test_a_gap_says_what_who_and_why_in_each_language(indicator: Indicator) -> None:
    assert indicator.gap is not None
    for text in (indicator.gap.missing, indicator.gap.source, indicator.gap.why):
        assert all(said.endswith(".") and len(said) > 15 for said in text.values())
        assert len(set(text.values())) == 3
    assert indicator.gap.address.startswith("https://") or not indicator.gap.address


@pytest.mark.parametrize("name", PROXIES)
def test_a_proxy_says_so_in_its_title(name: str) -> None:
    title = CATALOGUE.indicator(name).title
    assert all(word in title[language] for language, word in PROXY.items())
