"""The page of sources: every declaration, its age and source, files, accessibility."""

from __future__ import annotations

from page_text import html_of, words_of

from components import loading
from data.model import Kind


def test_every_declaration_is_listed_with_its_id_or_gap(run_page):
    html = html_of(run_page("sources.py", kieli="fi"))
    for indicator in loading.catalogue().indicators():
        assert f"<code>{indicator.id}</code>" in html


def test_every_source_names_publisher_and_licence(run_page):
    words = words_of(run_page("sources.py", kieli="en"))
    catalogue = loading.catalogue()
    for indicator in catalogue.indicators(kind=Kind.SERIES):
        for source in catalogue.sources(indicator.id):
            assert source.publisher["en"] in words
            assert source.licence_name["en"] in words


def test_any_series_can_be_downloaded_in_both_forms(run_page):
    page = run_page("sources.py", kieli="fi")
    assert len(page.selectbox[0].options) == len(loading.catalogue().indicators(kind=Kind.SERIES))
    page.selectbox[0].set_value("jobs").run()
    labels = [button.label for button in page.get("download_button")]
    assert labels == ["Lataa CSV", "Lataa Parquet"]


def test_the_accessibility_statement_is_there(run_page):
    page = run_page("sources.py", kieli="fi")
    assert page.header[-1].value == "Saavutettavuusseloste"
    assert any("WCAG 2.1" in text.value for text in page.markdown)
