"""The cluster pages: themes with their cards, one open indicator, links that copy."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from page_text import charts_of, html_of, words_of

from components import loading
from data.model import Kind, Place

PAGES = {
    "osaaminen": "skilled_labour.py",
    "kaupunkialusta": "city_platform.py",
    "kansainvalinen-turvallinen": "international_safe.py",
}


def tables(page):
    """Name the series that offer their figures as a table to download."""
    keys = [button.key for button in page.get("download_button")]
    return [key for key in keys if key.startswith("csv-")]


@pytest.mark.parametrize(("cluster", "script"), PAGES.items())
def test_a_page_shows_its_themes_in_order_with_statement_chart_and_source(
    run_page, cluster, script
):
    page = run_page(script, kieli="fi")
    catalogue = loading.catalogue()
    themes = catalogue.themes(cluster)
    assert [header.value for header in page.header] == [theme.title["fi"] for theme in themes]
    headlines = [
        it
        for theme in themes
        for it in catalogue.indicators(theme=theme.key, kind=Kind.SERIES)
        if it.place is Place.HEADLINE
    ]
    html = html_of(page)
    assert html.count('<h3 class="statement">') >= len(headlines)
    assert len(tables(page)) == len(headlines)
    assert html.count('class="source-note"') >= len(headlines)
    assert 1 <= len(charts_of(page)) <= 6
    assert all(alt.endswith(".") for alt in charts_of(page))
    for gap in (it for theme in themes for it in catalogue.indicators(theme.key, Kind.GAP)):
        assert gap.gap.source["fi"] in words_of(page)


def test_a_chosen_theme_stands_alone(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys")
    title = "Tulevaisuuden työllisyyspalvelut ja TE24-uudistus"
    assert [header.value for header in page.header] == [title]
    assert len(charts_of(page)) == 1
    assert page.query_params["teema"] == "tyollisyys"


def test_a_theme_of_another_page_hides_nothing(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="nato")
    assert not page.exception
    assert len(page.header) == 5


def test_the_jump_links_choose_and_release_a_theme(run_page):
    page = run_page("skilled_labour.py", kieli="fi")
    page.pills[0].set_value("tki").run()
    assert len(page.header) == 1
    assert page.query_params["teema"] == "tki"
    page.pills[0].set_value("").run()
    assert len(page.header) == 5
    assert "teema" not in page.query_params


def test_next_and_previous_theme(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="tki")
    page.button(key="neighbour-tyollisyys").click().run()
    assert page.query_params["teema"] == "tyollisyys"
    page.button(key="neighbour-tki").click().run()
    assert page.query_params["teema"] == "tki"


def test_one_indicator_is_open_at_a_time(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys")
    page.button(key="open-employment_rate").click().run()
    assert not page.exception
    assert page.query_params["avaa"] == "employment_rate"
    assert len(charts_of(page)) == 2
    page.button(key="open-jobs").click().run()
    assert page.query_params["avaa"] == "jobs"
    assert len(charts_of(page)) == 2
    page.button(key="open-jobs").click().run()
    assert "avaa" not in page.query_params
    assert len(charts_of(page)) == 1


@pytest.mark.parametrize(("code", "place"), [("fi", 0), ("sv", 1), ("en", 2)])
def test_a_listed_series_opens(run_page, code, place):
    catalogue = loading.catalogue()
    clusters = {theme.key: theme.cluster for theme in catalogue.themes()}
    listed = [it for it in catalogue.indicators(kind=Kind.SERIES) if it.place is Place.LISTED]
    for indicator in listed[place::9]:
        script = PAGES[clusters[indicator.theme]]
        page = run_page(script, kieli=code, teema=indicator.theme, avaa=indicator.id)
        assert not page.exception, indicator.id
        keys = tables(page)
        assert f"csv-{indicator.id}" in keys
        assert html_of(page).count('class="source-note"') >= len(keys)


def test_the_link_of_an_indicator_opens_it(run_page):
    page = run_page("skilled_labour.py", kieli="sv", avaa="jobs")
    assert not page.code, "an address stands in the page only when asked for"
    for indicator in ("jobs", "starting_places"):
        page = page.button(key=f"link-{indicator}").click().run()
    links = [parse_qs(urlsplit(code.value).query) for code in page.code]
    assert {"kieli": ["sv"], "teema": ["tyollisyys"], "avaa": ["jobs"]} in links
    assert {"kieli": ["sv"], "teema": ["koulutuspaikat"]} in links  # a headline needs no opening
    assert all(urlsplit(code.value).path.endswith("/osaaminen") for code in page.code)


def test_the_investment_gap_names_the_item_that_is_missing(run_page):
    page = run_page("city_platform.py", kieli="fi", teema="julkiset-investoinnit")
    assert "tieto 1374 bruttoinvestoinnit" in words_of(page)
    assert "2026 · talousarvio" in words_of(page)


def test_the_investment_gap_leads_to_what_there_is_instead(run_page):
    page = run_page("city_platform.py", kieli="fi", teema="julkiset-investoinnit")
    html = html_of(page)
    assert "Mitä sen sijaan on" in html
    assert 'href="?kieli=fi&amp;teema=kuntatalous&amp;avaa=budgeted_margin"' in html


def test_a_break_that_the_chart_marks_is_told_under_it(run_page):
    page = run_page("city_platform.py", kieli="fi", teema="kuntatalous")
    words = words_of(page)
    assert "① 2005 Kuopion alue laajeni vuonna 2005 (Vehmersalmi)." in words
    assert "⑥ 2016 Lahden alue laajeni vuonna 2016 (Nastola)." in words
