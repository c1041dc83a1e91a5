"""The switch for events: off at first, one for all pages, silent where the events cannot be read."""

from __future__ import annotations

import logging
from pathlib import Path

import pandas as pd
import pytest
from page_text import html_of, words_of

from components import loading
from data.events import EVENT_COLUMNS
from data.model import PREPARED

REFORM = {
    "id": "reform",
    "date": "2025-01-01",
    "precision": "day",
    "area": "KU179 KU297 KU398",
    "kind": "reform",
    "theme": "tyollisyys maankaytto-liikenne",
    "fi": "Palvelut siirtyivät.",
    "sv": "Servicen flyttades.",
    "en": "Services moved.",
    "source_url": "https://example.fi/a",
}
BROKEN = {**REFORM, "id": "other", "date": "2024-05-01", "precision": "month", "area": "KU398"}


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The committed figures beside events of this test."""
    for path in PREPARED.iterdir():
        if path.name != "events.parquet":
            (tmp_path / path.name).symlink_to(path)
    monkeypatch.setattr(loading, "PREPARED", tmp_path)
    return tmp_path


def write(prepared: Path) -> None:
    frame = pd.DataFrame([BROKEN, REFORM], columns=list(EVENT_COLUMNS))
    frame.to_parquet(prepared / "events.parquet", index=False)


def switches(page) -> list:
    return [toggle for toggle in page.toggle if toggle.key == "events-switch"]


def has_events(page) -> bool:
    spec = "".join(chart.proto.spec for chart in page.get("plotly_chart"))
    return "Ⓐ" in spec or "\\u24b6" in spec


def test_events_appear_at_a_touch_and_stay_on_the_next_page(run_page, prepared):
    write(prepared)
    page = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys")
    (switch,) = switches(page)
    assert (switch.label, switch.value) == ("Tapahtumat kaavioissa", False)
    assert not has_events(page)
    page = switch.set_value(True).run()
    assert has_events(page)
    assert "Ⓐ toukokuu 2024 Lahti: Palvelut siirtyivät. Lähde" in words_of(page)
    assert "Ⓑ 1.1.2025 Palvelut siirtyivät. Lähde" in words_of(page)
    assert 'href="https://example.fi/a"' in html_of(page)
    page = page.switch_page("../pages/overview.py").run()
    page.query_params["kieli"] = "sv"
    page.query_params["teema"] = "maankaytto-liikenne"
    page = page.switch_page("../pages/city_platform.py").run()
    assert [switch.value for switch in switches(page)] == [True]


def test_a_page_whose_charts_mark_no_event_has_no_switch(run_page, prepared):
    write(prepared)
    page = run_page("skilled_labour.py", kieli="en", teema="tki")
    assert switches(page) == []
    reform = {**REFORM, "theme": "tki", "date": "1901-01-01"}  # before every series
    pd.DataFrame([reform]).to_parquet(prepared / "events.parquet", index=False)
    loading._catalogue.cache_clear()
    page = run_page("skilled_labour.py", kieli="en", teema="tki")
    assert switches(page) == []


def test_without_the_file_charts_stay_and_the_log_says_why(run_page, prepared, caplog):
    assert not (prepared / "events.parquet").exists()
    with caplog.at_level(logging.ERROR):
        page = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys")
    assert not page.exception
    assert page.get("plotly_chart")
    assert switches(page) == []
    assert "events of tyollisyys are unavailable" in caplog.text
