"""Pages fit the window: nothing scrolls sideways, the navigation is there on a phone."""

from __future__ import annotations

import pytest

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("widths"),
]


@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_page_does_not_scroll_sideways(visit, server: str, address: str) -> None:
    opened = visit(server, address, width=320)
    overflow = {320: opened.overflow()}
    for width in (390, 1366, 1920):
        opened.page.set_viewport_size({"width": width, "height": 900})
        opened.page.wait_for_timeout(500)  # charts follow the window a moment later
        opened.settle()
        overflow[width] = opened.overflow()
    assert set(overflow.values()) == {0}, overflow


@pytest.mark.parametrize("width", [320, 390])
def test_phone_has_a_named_menu_of_pages(visit, server: str, width: int) -> None:
    opened = visit(server, "osaaminen", width=width, height=800)
    menu = opened.page.get_by_role("button", name="Sivut: Osaava työvoima")
    assert menu.is_visible()
    menu.click()
    opened.page.get_by_test_id("stPopoverBody").get_by_role("link", name="Aineistot").click()
    opened.page.wait_for_url("**/aineistot?kieli=fi")
    opened.settle()
    assert opened.page.get_by_role("button", name="Sivut: Aineistot").is_visible()
    assert not opened.page.get_by_test_id("stPopoverBody").is_visible()


def test_wide_window_has_all_pages_on_one_line(visit, server: str) -> None:
    page = visit(server, "").page
    links = page.get_by_test_id("stTopNavLink")
    assert links.count() == len(PAGES)
    assert len({round(link.bounding_box()["y"]) for link in links.all()}) == 1
    last, first = links.last.bounding_box(), page.locator(".frame-name").bounding_box()
    assert last["x"] + last["width"] < first["x"]


TEXT_UNDER_16_PIXELS = """() => [...document.querySelectorAll('[data-testid=stApp] *')]
  .filter(e => !e.closest('svg, .js-plotly-plot, [data-testid=stIconMaterial], sup, sub'))
  .filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
  .filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 16)
  .map(e => `${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_text_is_at_least_16_pixels(visit, server: str, address: str) -> None:
    small = visit(server, address).page.evaluate(TEXT_UNDER_16_PIXELS)
    assert not small, small[:20]
