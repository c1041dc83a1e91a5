"""Indicators are found by words of any language, misspelt or not."""

from __future__ import annotations

import pytest

from components.search import Index, plain
from data.declarations import load_indicators, load_themes
from data.model import LANGUAGES, Indicator, Kind, Place

INDICATORS = load_indicators()
INDEX = Index(list(INDICATORS.values()), list(load_themes().values()))


def ids(written: str) -> list[str]:
    return [indicator.id for indicator in INDEX.find(written)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda it: it.id)
def test_a_title_finds_its_own_indicator_first(indicator: Indicator, code: str) -> None:
    assert ids(indicator.title[code])[0] == indicator.id


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_id_finds_its_indicator_among_the_shown(indicator: str) -> None:
    assert indicator in ids(indicator)[:8]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("tyottomyys", "unemployed_share"),
        ("työlisyysaste", "employment_rate"),
        ("aloituspaikat korkekoulu", "starting_places"),
        ("arbetslös", "unemployed_share"),
        ("nybörjarplaster", "starting_places"),
        ("unemploymnt", "unemployed_share"),
        ("emisions", "road_traffic_emissions"),
        ("maahanmutto", "net_immigration"),
    ],
)
def test_a_misspelt_or_unfinished_word_finds_what_was_meant(written: str, expected: str) -> None:
    assert expected in ids(written)[:8]


def test_two_words_find_what_has_both_before_what_has_one() -> None:
    assert ids("aloituspaikat korkekoulu")[0] == "starting_places"
    assert ids("trafik olyckor")[0] in ids("olyckor")


def test_a_part_of_a_compound_is_enough() -> None:
    assert "uas_places" in ids("korkeakoulu")


def test_the_name_of_a_theme_finds_all_its_indicators_and_titles_come_before() -> None:
    of_theme = [it for it in INDICATORS.values() if it.theme == "kuntatalous"]
    assert len(of_theme) >= 3
    assert {it.id for it in of_theme} <= set(ids("kuntatalous"))
    found = ids("turvallisuus")
    titled = [name for name in found if "turvallisuus" in plain(INDICATORS[name].title["fi"])]
    assert found[: len(titled)] == titled


def test_a_word_of_a_definition_counts_for_less_than_one_of_a_title() -> None:
    titled = Indicator("a", Kind.SERIES, "eu", Place.LISTED, 1, text("Hinta"), text("Kertoo"))
    told = Indicator("b", Kind.SERIES, "eu", Place.LISTED, 0, text("Vuosi"), text("Myös hinta"))
    index = Index([told, titled], [load_themes()["eu"]])
    assert [it.id for it in index.find("hinta")] == ["a", "b"]
    assert [it.id for it in index.find("hinat")] == ["a"]  # definitions are not guessed at


def text(finnish: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, finnish)


@pytest.mark.parametrize(
    "written", ["", " ", "a", "a b", "?", "– !", "xqzwv", "b xqzwv b", "hello elefantti", "\x00"]
)
def test_nothing_is_found_where_nothing_is_near(written: str) -> None:
    assert ids(written) == []


def test_case_accents_and_marks_mean_nothing() -> None:
    assert plain("  Työttömät, ÅR–2025_x ") == "tyottomat ar 2025 x"
    assert ids("TYÖTTÖMÄT TYÖNHAKIJAT!") == ids("tyottomat tyonhakijat")
