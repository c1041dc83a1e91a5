"""The search in the frame: on every page, in every language, and its links show what they name."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from page_text import html_of, words_of

from components import loading
from components.addresses import PAGES
from components.blocks import search_box
from components.language import Language
from data.model import LANGUAGES, Kind, Place

SCRIPTS = {page.address: page.script for page in PAGES}

SECTION = '<section class="search-results"'


def searched(page, written: str):
    page.text_input(key=search_box.KEY).set_value(written).run()
    assert not page.exception
    return page


def links(page) -> list[str]:
    found = re.search(f"{SECTION}.*?</section>", html_of(page))
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', found[0])] if found else []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("script", SCRIPTS.values())
def test_every_page_has_a_translated_field(run_page, script, code):
    field = run_page(script, kieli=code).text_input(key=search_box.KEY)
    name = Language.of(code).text("Search indicators")
    assert field.label == field.placeholder == name
    assert field.value == ""


def test_no_result_is_shown_before_two_characters(run_page):
    page = run_page("overview.py", kieli="fi")
    assert SECTION not in html_of(page)
    assert SECTION not in html_of(searched(page, "t"))
    assert SECTION in html_of(searched(page, "ty"))


def test_a_result_leads_from_the_overview_to_the_open_card(run_page):
    page = searched(run_page("overview.py", kieli="fi"), "tyolisyysaste")
    first = urlsplit(links(page)[0])
    query = dict(parse_qsl(first.query))
    assert query == {"kieli": "fi", "teema": "tyollisyys", "avaa": "employment_rate"}
    opened = run_page(SCRIPTS[first.path.removeprefix("./")], **query)
    assert not opened.exception
    assert not opened.warning
    card = '<p class="card-title">Työllisyysaste, 18–64-vuotiaat</p><h3 class="statement">'
    assert card in html_of(opened)


def test_results_are_in_the_language_of_the_reader_with_the_theme(run_page):
    page = searched(run_page("overview.py", kieli="sv"), "unemploymnt")
    assert "Arbetslösa arbetssökande Sysselsättning och TE24" in words_of(page)
    assert all("kieli=sv" in link for link in links(page))


def test_at_most_eight_results_are_shown_and_it_is_said(run_page):
    page = searched(run_page("overview.py", kieli="fi"), "arbetslös")
    assert len(links(page)) == search_box.MOST_RESULTS
    assert "Näytetään 8 parasta osumaa." in words_of(page)
    page = searched(page, "vktm")
    told = Language.of("fi").plural("{n} match", "{n} matches", len(links(page)))
    assert 1 <= len(links(page)) < search_box.MOST_RESULTS
    assert f" {told} Koulutustasomittain (VKTM) " in words_of(page)


def test_nothing_found_is_said_with_advice_and_without_markup(run_page):
    page = searched(run_page("overview.py", kieli="fi"), "<b>xqzwv</b>")
    assert links(page) == []
    assert "Haulla ”<b>xqzwv</b>” ei löytynyt indikaattoria. Kokeile" in words_of(page)
    assert "<b>xqzwv" not in html_of(page)


def test_only_what_folds_is_opened_by_its_address(run_page):
    run_page("overview.py", kieli="fi")
    catalogue = loading.catalogue()
    for indicator in catalogue.indicators():
        link = search_box.address(indicator, catalogue)
        folds = indicator.kind is Kind.SERIES and indicator.place is Place.LISTED
        assert f"teema={indicator.theme}" in link
        assert (f"avaa={indicator.id}" in link) is folds
