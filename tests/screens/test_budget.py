"""A page holds at most six live charts and one row of maps, whatever is chosen and opened on it."""

from __future__ import annotations

import pytest
from page_text import charts_of, maps_of

from components import loading
from components.addresses import PAGES
from data.model import Kind, Place

MOST_CHARTS = 6
SCRIPTS = {page.address: page.script for page in PAGES}
THEMES = loading.catalogue().themes()
CLUSTERS = {theme.key: theme.cluster for theme in THEMES}


def listed(theme: str) -> str | None:
    """Give the last series that can be opened in a theme; None where there is only a headline."""
    series = loading.catalogue().indicators(theme, Kind.SERIES)
    found = [it.id for it in series if it.place is Place.LISTED]
    return found[-1] if found else None


def is_within_budget(page) -> bool:
    """Tell whether charts are few and all maps show one indicator."""
    assert not page.exception
    return len(charts_of(page)) <= MOST_CHARTS and len(maps_of(page)) <= 1


@pytest.mark.parametrize("script", SCRIPTS.values())
def test_a_page_as_it_opens(run_page, script):
    assert is_within_budget(run_page(script, kieli="fi"))


def test_maps_are_seen_apart_from_charts(run_page):
    page = run_page("city_platform.py", kieli="fi", teema="maankaytto-liikenne")
    assert len(maps_of(page)) == 1
    assert len(charts_of(page)) == 1


@pytest.mark.parametrize("cluster", dict.fromkeys(CLUSTERS.values()))
def test_a_page_with_an_opened_indicator(run_page, cluster):
    theme = next(key for key, found in CLUSTERS.items() if found == cluster and listed(key))
    page = run_page(SCRIPTS[cluster], kieli="fi", avaa=listed(theme))
    assert is_within_budget(page)
    assert f"csv-{listed(theme)}" in [button.key for button in page.get("download_button")]


@pytest.mark.parametrize("theme", CLUSTERS)
def test_a_theme_alone_and_with_an_opened_indicator(run_page, theme):
    script, opened = SCRIPTS[CLUSTERS[theme]], listed(theme)
    alone = run_page(script, kieli="fi", teema=theme)
    assert is_within_budget(alone)
    if opened is not None:
        both = run_page(script, kieli="fi", teema=theme, avaa=opened)
        assert is_within_budget(both)
        assert len(charts_of(both)) == len(charts_of(alone)) + 1
