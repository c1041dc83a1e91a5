"""Every declaration loads and says what the dashboard needs to show it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from data.bases import load_bases
from data.declarations import TILES, load_indicators, load_themes, load_units
from data.model import INDICATORS, Indicator, Kind, Place

CATALOGUE = load_indicators()
SERIES = [item for item in CATALOGUE.values() if item.kind is Kind.SERIES]
TOPICS = ("koulutuspaikat", "tyollisyys", "julkiset-investoinnit", "maankaytto-liikenne")


def test_the_four_topics_hold_at_least_24_series() -> None:
    supporting = ("kuntatalous", "yritykset")  # what investment has beside its gap
    assert len([item for item in SERIES if item.theme in (*TOPICS, *supporting)]) >= 24


@pytest.mark.parametrize("theme", list(load_themes()))
def test_every_theme_has_exactly_one_headline(theme: str) -> None:
    headlines = [
        item.id
        for item in CATALOGUE.values()
        if item.theme == theme and item.place is Place.HEADLINE
    ]
    assert len(headlines) == 1
    assert CATALOGUE[headlines[0]].kind in (Kind.SERIES, Kind.GAP)


def test_each_tile_belongs_to_one_series() -> None:
    assert Counter(item.tile for item in SERIES if item.tile) == Counter(TILES)


def test_no_indicator_file_is_longer_than_a_screen() -> None:
    files = list(INDICATORS.glob("*/*.yaml"))
    assert files
    assert [path.name for path in files if len(path.read_text("utf-8").splitlines()) > 60] == []


@pytest.mark.parametrize("indicator", SERIES, ids=lambda item: item.id)
def test_bases_and_divisors_exist(indicator: Indicator) -> None:
    named = [step.per for step in indicator.derive if step.per]
    named += [load_bases()[indicator.base].series] if indicator.base else []
    assert set(named) <= set(CATALOGUE)


def test_what_stands_beside_a_gap_exists_on_the_same_page() -> None:
    themes = load_themes()
    for item in CATALOGUE.values():
        for name in item.gap.beside if item.gap else ():
            assert CATALOGUE[name].kind is Kind.SERIES
            assert themes[CATALOGUE[name].theme].cluster == themes[item.theme].cluster


@pytest.mark.parametrize("indicator", SERIES, ids=lambda item: item.id)
def test_a_definition_is_one_to_three_sentences_in_each_language(indicator: Indicator) -> None:
    for text in indicator.describes.values():
        assert text.endswith(".")
        assert 20 < len(text) < 600


def test_units_are_all_used() -> None:
    used = {item.unit for item in CATALOGUE.values() if item.unit}
    assert set(load_units()) == used


def test_ids_are_file_names_without_a_twin() -> None:
    names = [path.stem for path in Path(INDICATORS).glob("*/*.yaml")]
    assert len(names) == len(set(names)) == len(CATALOGUE)
