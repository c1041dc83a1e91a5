"""Facts stand with the series they belong to, newest first; gaps say what is missing."""

from __future__ import annotations

import re

import pytest
from page_text import html_of, words_of

from components import loading
from data.model import Kind

PAGES = {
    "osaaminen": "skilled_labour.py",
    "kaupunkialusta": "city_platform.py",
    "kansainvalinen-turvallinen": "international_safe.py",
}


def headings(page) -> list[str]:
    """Titles of cards, facts and gaps in the order of the page, without markup."""
    found = re.findall(r'(?:<p class="card-title">|<h3>)(.*?)</(?:p|h3)>', html_of(page))
    return [re.sub(r"<[^>]+>", "", text).strip() for text in found]


@pytest.mark.parametrize("code", ["fi", "sv", "en"])
@pytest.mark.parametrize(("cluster", "script"), PAGES.items())
def test_every_fact_and_gap_of_a_cluster_is_on_its_page(run_page, cluster, script, code):
    words = words_of(run_page(script, kieli=code))
    for theme in loading.catalogue().themes(cluster):
        for item in loading.catalogue().indicators(theme.key):
            if item.kind is not Kind.SERIES:
                assert item.title[code] in words
            if item.gap:
                assert item.gap.missing[code] in words
                assert item.gap.why[code] in words


def test_facts_of_the_headline_stand_under_its_card_and_before_the_gaps(run_page):
    page = run_page("international_safe.py", kieli="fi", teema="huoltovarmuus-vienti")
    shown = headings(page)
    assert shown.index("Tavaravienti maakunnittain") == 0
    assert shown[1] == "Koko maan tavaravienti vuoden 2017 jälkeen"
    assert shown[2].startswith("Lukuja ei vielä ole")


def test_other_facts_say_which_listed_indicator_they_belong_to(run_page):
    page = run_page("international_safe.py", kieli="fi", teema="nato")
    found = re.search(r'<p>Liittyy indikaattoriin: <a href="([^"]+)">([^<]+)</a>', html_of(page))
    assert found is not None
    assert "avaa=public_administration_jobs" in found[1]
    assert found[2].startswith("Välillinen mittari:")


def test_the_newest_facts_of_a_theme_come_first(run_page):
    shown = headings(run_page("international_safe.py", kieli="fi", teema="kokonaisturvallisuus"))
    order = [
        "Väestönsuojapaikat koko maassa",  # 2023
        "Väestönsuojat Keski-Suomessa",  # 2022
        "Poliisin keskimääräinen saapumisaika Keski-Suomessa",  # first half of 2019
    ]
    assert [text for text in shown if text in order] == order


@pytest.mark.parametrize(
    ("code", "span", "half"),
    [
        ("fi", "2021–2027", "1. vuosipuolisko 2019"),
        ("sv", "2021–2027", "första halvåret 2019"),
        ("en", "2021–2027", "first half of 2019"),
    ],
)
def test_spans_and_half_years_are_said_in_words(run_page, code, span, half):
    words = words_of(run_page("international_safe.py", kieli=code))
    assert span in words
    assert half in words


def test_areas_that_are_no_statistical_area_have_names(run_page):
    words = words_of(run_page("city_platform.py", kieli="sv", teema="maankaytto-liikenne"))
    assert "Jyväskylä stadsregion" in words
    assert "MAL:" not in words


def test_older_figures_of_a_long_list_fold(run_page):
    html = html_of(run_page("skilled_labour.py", kieli="fi", teema="tyollisyys"))
    folded = re.search(r"<details><summary>(\d+) vanhempaa lukua</summary>(.*?)</details>", html)
    assert folded is not None
    assert folded[2].count("<tr") - 1 == int(folded[1])


def test_the_first_gap_of_a_theme_is_open_and_the_others_fold_their_reasons(run_page):
    html = html_of(run_page("international_safe.py", kieli="fi", teema="nato"))
    notes = re.findall(r'<aside class="gap-note">(.*?)</aside>', html)
    assert ["<details>" in note for note in notes] == [False, True, True, True]
