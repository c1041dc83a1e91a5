"""What holds for every page: it is opened once, and looked at in several ways.

The tests stand in the order in which they may change the page: the width comes last.
"""

from __future__ import annotations

import pytest
from accessibility import findings

CLUSTERS = ("osaaminen", "kaupunkialusta", "kansainvalinen-turvallinen")
MOST_CHARTS = 6
TEXT_UNDER_16_PIXELS = """() => [...document.querySelectorAll('[data-testid=stApp] *')]
  .filter(e => !e.closest('svg, .js-plotly-plot, [data-testid=stIconMaterial], sup, sub'))
  .filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
  .filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 16)
  .map(e => `${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("every_page"),
]


def test_it_shows_charts_but_few(opened) -> None:
    address = opened.page.url.removeprefix(f"{opened.server}/").split("?")[0]
    charts = opened.page.locator("[class*='st-key-chart-'] [data-testid=stPlotlyChart]")
    drawn = opened.page.locator(".js-plotly-plot .main-svg").count()
    if address in CLUSTERS:
        assert drawn >= 1
        assert 1 <= charts.count() <= MOST_CHARTS
    if not address:
        assert drawn == 0  # the overview stays light


def test_it_has_no_serious_finding(opened) -> None:
    assert findings(opened.page) == []


def test_its_text_is_at_least_16_pixels(opened) -> None:
    small = opened.page.evaluate(TEXT_UNDER_16_PIXELS)
    assert not small, small[:20]


def test_it_needs_no_other_host_and_is_clean(opened) -> None:
    opened.page.keyboard.press("End")  # what is drawn only when seen
    opened.page.wait_for_timeout(1000)
    assert opened.outside == []
    assert opened.complaints == []


def test_it_does_not_scroll_sideways(opened) -> None:
    overflow = {}
    for width in (1920, 1366, 390, 320):
        opened.page.set_viewport_size({"width": width, "height": 900})
        opened.page.wait_for_timeout(500)  # charts follow the window a moment later
        opened.settle()
        overflow[width] = opened.overflow()
    assert set(overflow.values()) == {0}, overflow
