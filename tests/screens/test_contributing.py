"""CONTRIBUTING proves itself: a YAML text alone puts a new indicator on its page, its card and the sources page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from page_text import charts_of, html_of, words_of
from sample_store import DECLARATION, write_sample, write_table

from components import loading
from data.catalogue import Catalogue
from data.model import INDICATORS, PREPARED
from data.pipeline.build import build

TEXT = (
    DECLARATION.replace("place: headline", "place: listed")
    .replace("{fi: Näyte, sv: Prov, en: Sample}", "{fi: Uusi näyte, sv: Nytt prov, en: New sample}")
    .replace("every_city: false", "every_city: true")
)


@pytest.fixture
def with_new_indicator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The committed set, and beside it one indicator built from a YAML text and a sample store."""
    store, alone = tmp_path / "store", tmp_path / "alone"
    write_sample(store, alone, TEXT)
    rows = [
        (area, year, "a", value, "")
        for year in ("2023", "2024")
        for area, value in (("KU179", 10), ("KU297", 20), ("KU398", 30))
    ]
    write_table(store, "statfin/12r5", {"2025-01-01": rows})
    built = build(store, tmp_path / "new", alone, geometry=lambda *_places: {})
    prepared, declared = tmp_path / "prepared", tmp_path / "declared"
    shutil.copytree(PREPARED, prepared)
    shutil.copytree(INDICATORS, declared)
    shutil.copy(tmp_path / "new/observations/sample.parquet", prepared / "observations")
    shutil.copy(alone / "tyollisyys/sample.yaml", declared / "tyollisyys")
    facts = json.loads((prepared / "build.json").read_text(encoding="utf-8"))
    facts["indicators"]["sample"] = built["indicators"]["sample"]
    (prepared / "build.json").write_text(json.dumps(facts), encoding="utf-8")
    monkeypatch.setattr(loading, "PREPARED", prepared)
    monkeypatch.setattr(loading, "Catalogue", lambda prepared: Catalogue(prepared, declared))


@pytest.mark.usefixtures("with_new_indicator")
@pytest.mark.parametrize(("code", "title"), [("fi", "Uusi näyte"), ("sv", "Nytt prov")])
def test_a_declaration_alone_brings_an_indicator_to_its_page(run_page, code, title):
    page = run_page("skilled_labour.py", kieli=code, teema="tyollisyys", avaa="sample")
    assert not page.exception
    assert any(title in button.label for button in page.button)
    assert title in words_of(page)
    assert len(charts_of(page)) == 2
    assert "csv-sample" in [button.key for button in page.get("download_button")]


@pytest.mark.usefixtures("with_new_indicator")
def test_the_sources_page_lists_it(run_page):
    html = html_of(run_page("sources.py", kieli="fi"))
    assert "<code>sample</code>" in html
    assert "Uusi näyte" in html
