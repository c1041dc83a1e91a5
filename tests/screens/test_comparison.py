"""The fair comparison on the pages: chosen once, said in words, kept in the address."""

from __future__ import annotations

import json

import pytest
from page_text import html_of, words_of

from components.addresses import PAGES
from data.choice import Group, Presentation
from data.model import LANGUAGES

WITH_COMPARISON = [page.script for page in PAGES if page.address != "aineistot"]


def opened(page):
    """Open the choices; AppTest has no click for an expander."""
    page.session_state["comparison-open"] = True
    return page.run()


def control(page, parameter):
    return next(one for one in page.button_group if one.key == f"comparison-{parameter}")


def charts(page):
    return [json.loads(one.proto.spec) for one in page.get("plotly_chart") if one.proto.spec]


def names(page):
    return {trace.get("name") for chart in charts(page) for trace in chart["data"]}


@pytest.mark.parametrize("script", WITH_COMPARISON)
def test_every_page_says_what_is_compared(run_page, script):
    page = run_page(script, kieli="fi", esitys="indeksi", vertailu="suuret")
    assert not page.exception
    labels = [one.label for one in page.expander]
    assert "Vertaat: indeksi · kymmenen suurinta kaupunkia" in labels


def test_a_choice_goes_into_the_address_and_back(run_page):
    page = opened(run_page("skilled_labour.py", kieli="fi"))
    page = control(page, "esitys").set_value("sija").run()
    assert page.query_params["esitys"] == "sija"
    page = control(opened(page), "vertailu").set_value("suuret").run()
    assert page.query_params["vertailu"] == "suuret"
    page = opened(page)
    reset = next(one for one in page.button if one.key == "comparison-reset")
    page = reset.click().run()
    assert "esitys" not in page.query_params
    assert "vertailu" not in page.query_params


def test_the_reader_chooses_own_areas_and_a_base_year(run_page):
    page = opened(run_page("skilled_labour.py", kieli="fi", vertailu="omat", esitys="indeksi"))
    page = page.multiselect(key="comparison-alueet").set_value(["KU211", "MK06"]).run()
    assert page.query_params["alueet"] == "KU211.MK06"
    page = opened(page).selectbox(key="comparison-perus").set_value("2020").run()
    assert page.query_params["perus"] == "2020"
    assert "indeksi 2020=100" in words_of(page)


def test_the_group_is_drawn_as_a_band_with_its_median_or_as_named_lines(run_page):
    query = {"kieli": "fi", "teema": "koulutuspaikat", "vertailu": "suuret"}
    page = run_page("skilled_labour.py", **query)
    fills = [trace for chart in charts(page) for trace in chart["data"] if trace.get("fill")]
    assert fills
    assert "10 suurta, mediaani" in names(page)
    key = "Harmaa alue: ryhmän muut alueet pienimmästä luvusta suurimpaan; pisteviiva: niiden mediaani."
    assert key in words_of(page)
    assert key not in words_of(run_page("skilled_labour.py", kieli="fi", teema="koulutuspaikat"))
    assert "Tampere" not in names(page)
    assert "Tampere" in names(run_page("skilled_labour.py", nimet="1", **query))


def test_a_presentation_that_makes_no_sense_is_said_and_the_published_figure_stays(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys", esitys="asukasta")
    html = html_of(page)
    assert "Ei suhteuteta: luku on jo osuus tai suhdeluku." in html
    assert "17,2" in html


def test_the_table_and_the_tiles_follow_the_presentation(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="koulutuspaikat", esitys="asukasta")
    page.session_state["table-starting_places"] = True
    page = page.run()
    assert "aloituspaikat yhteishaussa, tuhatta asukasta kohti" in html_of(page)
    assert "29,4" in html_of(page)
    tiles = html_of(run_page("overview.py", kieli="fi", esitys="asukasta"))
    assert "29,4" in tiles
    assert "luku sellaisenaan" in tiles


@pytest.mark.parametrize("value", ["KU179", "KU211.KU211", "XX", "KU211."])
def test_wrong_areas_are_named_and_leave_the_page_whole(run_page, value):
    page = run_page("skilled_labour.py", kieli="fi", vertailu="omat", alueet=value)
    assert not page.exception
    assert any("alueet" in one.value for one in page.warning)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("presentation", list(Presentation))
def test_pages_render_in_every_presentation(run_page, language, presentation):
    for script in ("overview.py", "city_platform.py"):
        page = run_page(script, kieli=language, esitys=presentation.value, vertailu="yliopistot")
        assert not page.exception


@pytest.mark.parametrize("group", list(Group))
def test_pages_render_with_every_group(run_page, group):
    page = run_page("international_safe.py", kieli="fi", vertailu=group.value, alueet="KU211.MK06")
    assert not page.exception


def test_the_file_of_a_card_follows_the_presentation():
    from components.blocks.downloads import _csv
    from components.language import Language
    from data.catalogue import Catalogue
    from data.choice import Choice

    choice = Choice(Presentation.PER_BASE).essential
    made = _csv(Catalogue(), "starting_places", Language.of("fi"), choice).decode("utf-8-sig")
    row = next(line for line in made.splitlines() if line.startswith("KU179;Jyväskylä;2025"))
    assert "tuhatta asukasta kohti" in row
    assert row.split(";")[4].startswith("29,4")
