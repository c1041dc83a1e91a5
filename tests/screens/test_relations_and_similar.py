"""Two series against each other, similar cities with open weights, a theme as a grid."""

from __future__ import annotations

import pytest
from page_text import html_of

from data.model import LANGUAGES

PAGE = {"indikaattori": "year_end_unemployed_share", "toinen": "employment_rate"}


def charts(page):
    return page.get("plotly_chart")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_series_are_set_against_each_other_with_the_warning(run_page, language):
    page = run_page("indicator.py", kieli=language, **PAGE)
    assert not page.exception
    warning = {
        "fi": "Yhteys ei ole syy",
        "sv": "Ett samband visar inte orsaken",
        "en": "A relationship is not a cause",
    }[language]
    assert warning in html_of(page)


def test_the_second_series_is_kept_in_the_address(run_page):
    page = run_page("indicator.py", kieli="fi", indikaattori="year_end_unemployed_share")
    before = len(charts(page))
    page = page.selectbox(key="explorer-second").set_value("employment_rate").run()
    assert page.query_params["toinen"] == "employment_rate"
    assert len(charts(page)) == before + 1
    page = page.selectbox(key="explorer-second").set_value("").run()
    assert "toinen" not in page.query_params


def test_series_without_a_common_year_are_told_so(run_page):
    page = run_page(
        "indicator.py", kieli="fi", indikaattori="income_tax_rate", toinen="employment_rate"
    )
    assert not page.exception
    assert "Näitä kahta ei voi asettaa vastakkain" in html_of(page)


def opened(page):
    page.session_state["similar-open"] = True
    return page.run()


def test_similar_cities_have_a_reason_and_open_weights(run_page):
    page = opened(run_page("indicator.py", kieli="fi"))
    html = html_of(page)
    assert "Eniten samankaltaiset kuin Jyväskylä, samankaltaisin ensin" in html
    assert "on samankaltaisin" in html
    assert "Painot:" in html
    assert len(page.slider) >= 4


def test_weights_of_zero_are_answered_in_words(run_page):
    page = opened(run_page("indicator.py", kieli="fi"))
    weights = [one.key for one in page.slider if str(one.key).startswith("similar-weight-")]
    assert len(weights) == 4
    for key in weights:
        page.slider(key=key).set_value(0)
    page.session_state["similar-open"] = True
    page = page.run()
    assert not page.exception
    assert any("nollaa suurempi paino" in one.value for one in page.info)


def test_similar_cities_become_the_comparison_of_every_page(run_page):
    page = opened(run_page("indicator.py", kieli="fi"))
    page = next(one for one in page.button if one.key == "similar-compare").click().run()
    assert page.query_params["vertailu"] == "omat"
    assert page.query_params["alueet"].startswith("KU")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "script", ["skilled_labour.py", "city_platform.py", "international_safe.py"]
)
def test_a_page_as_a_grid_has_one_figure_per_theme(run_page, script, language):
    page = run_page(script, kieli=language, ruudukko="1")
    assert not page.exception
    assert 1 <= len(charts(page)) <= 6


def test_a_grid_follows_the_presentation_and_a_theme_without_series_says_so(run_page):
    page = run_page(
        "skilled_labour.py", kieli="fi", ruudukko="1", teema="koulutuspaikat", esitys="indeksi"
    )
    assert "indeksi" in charts(page)[0].proto.spec
    switch = next(one for one in page.toggle if one.key == "grid-switch")
    page = switch.set_value(False).run()
    assert "ruudukko" not in page.query_params
    assert "h3" in html_of(page)
