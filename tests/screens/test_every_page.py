"""Every page × {default, each language, odd parameters, one prepared file missing or broken}."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from page_text import html_of, words_of

from components import loading
from components.addresses import OVERVIEW, PAGES
from components.language import Language
from data.model import LANGUAGES, PREPARED

SCRIPTS = [page.script for page in PAGES]
TITLES = {page.script: page.title for page in PAGES}
# A headline of each page, so that its absence must show there.
HEADLINES = {
    "overview.py": "unemployed_share",
    "skilled_labour.py": "starting_places",
    "city_platform.py": "road_traffic_emissions",
    "international_safe.py": "recorded_offences_per_1000",
    "indicator.py": "unemployed_share",
    "sources.py": "unemployed_share",
}


@pytest.fixture
def prepared_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A prepared set of the test's own, which the pages read instead of the committed one."""
    copy = tmp_path / "prepared"
    shutil.copytree(PREPARED, copy)
    monkeypatch.setattr(loading, "PREPARED", copy)
    return copy


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_is_whole_in_each_language(run_page, script, code):
    page = run_page(script, kieli=code)
    assert not page.exception
    assert not page.error
    assert [title.value for title in page.title] == [Language.of(code).text(TITLES[script])]
    words = words_of(page)
    assert "nan" not in words.lower().split()
    assert "None" not in words.split()
    assert "<h1" not in html_of(page)  # the one h1 is st.title


@pytest.mark.parametrize("script", SCRIPTS)
def test_odd_parameters_are_noted_and_harmless(run_page, script):
    page = run_page(script, kieli="fi", teema="ei-ole", avaa="<b>x</b>", foo="bar")
    assert not page.exception
    assert len(page.warning) == 3
    assert page.title[0].value == Language.of("fi").text(TITLES[script])


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_missing_file_is_said_in_words_and_the_rest_works(
    run_page, prepared_copy, caplog, script
):
    series = HEADLINES[script]
    (prepared_copy / "observations" / f"{series}.parquet").unlink()
    with caplog.at_level(logging.ERROR):
        page = run_page(script, kieli="fi")
    assert not page.exception
    said = words_of(page) + " ".join(warning.value for warning in page.warning)
    title = loading.catalogue().indicator(series).title["fi"]
    assert f"Sarja ”{title}” ei ole juuri nyt saatavilla" in said
    assert f"{series}.parquet" in caplog.text
    assert f"{series}.parquet" not in said  # the cause is for the log, not for the reader
    others = run_page(script, kieli="fi").get("html")
    assert len(others) > 2


@pytest.mark.parametrize("harm", ["truncated", "other columns", "other rows"])
def test_a_broken_file_counts_as_missing(run_page, prepared_copy, harm):
    file = prepared_copy / "observations" / "starting_places.parquet"
    if harm == "truncated":
        file.write_bytes(file.read_bytes()[:200])
    elif harm == "other columns":
        shutil.copy(prepared_copy / "areas.parquet", file)
    else:
        shutil.copy(prepared_copy / "observations" / "uas_places.parquet", file)
    page = run_page("skilled_labour.py", kieli="en")
    assert not page.exception
    assert any("is not available right now" in warning.value for warning in page.warning)


def test_a_broken_base_is_named_where_figures_should_be_divided(run_page, prepared_copy):
    (prepared_copy / "observations" / "population_18_64.parquet").write_bytes(b"broken")
    page = run_page(
        "skilled_labour.py", kieli="fi", teema="tyollisyys", avaa="jobs", esitys="asukasta"
    )
    assert not page.exception
    told = [warning.value for warning in page.warning]
    base = loading.catalogue().indicator("population_18_64").title["fi"]
    assert any(f"ei voi juuri nyt suhteuttaa, koska sarja ”{base}” ei ole" in one for one in told)
    plain = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys", avaa="jobs")
    assert not plain.warning


@pytest.mark.parametrize("harm", ["no file", "other columns"])
def test_ranks_and_revisions_that_cannot_be_read_are_said_to_be(
    run_page, prepared_copy, caplog, harm
):
    for name in ("ranks", "revisions"):
        file = prepared_copy / f"{name}.parquet"
        file.unlink() if harm == "no file" else shutil.copy(prepared_copy / "areas.parquet", file)
    with caplog.at_level(logging.ERROR):
        page = run_page("skilled_labour.py", kieli="fi", teema="koulutuspaikat")
        page.session_state["table-starting_places"] = True
        assert "Sijat eivät ole juuri nyt saatavilla." in words_of(page.run())
        explorer = run_page("indicator.py", kieli="fi", indikaattori="starting_places")
        assert "Tarkistuksia ei saada juuri nyt." in words_of(explorer)
    assert not page.exception
    assert not explorer.exception
    assert "ranks.parquet" in caplog.text
    assert "revisions.parquet" in caplog.text


def test_the_front_page_opens_without_a_query(run_page):
    page = run_page(OVERVIEW.script)
    assert not page.exception
    assert not page.warning


@pytest.mark.parametrize("file", ["areas.parquet", "build.json"])
@pytest.mark.parametrize(("code", "words"), [("fi", "Aineistoa ei voi"), ("sv", "Materialet kan")])
def test_without_the_set_the_reader_is_told(run_page, prepared_copy, caplog, code, words, file):
    """Every page ended in an English error of the server."""
    (prepared_copy / file).write_bytes(b"broken")
    with caplog.at_level(logging.ERROR):
        page = run_page(OVERVIEW.script, kieli=code)
    assert not page.exception
    assert [error.value[: len(words)] for error in page.error] == [words]
    assert file in caplog.text
