"""Any indicator is two clicks from any page; the keyboard alone is enough."""

from __future__ import annotations

import pytest

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("search"),
]

FIELD = ".st-key-frame-search input"
RESULTS = ".search-results a"
NAMES = """() => [...document.querySelectorAll('.st-key-frame-search *')]
  .filter(e => e.checkVisibility() && !e.closest('[data-testid=stIconMaterial]'))
  .flatMap(e => [e.ariaLabel, e.title, e.placeholder,
    ...[...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data.trim())])
  .filter(text => text)"""


@pytest.mark.parametrize(
    ("address", "width"),
    [*((page.address, 390) for page in PAGES), ("aineistot", 1366)],
)
def test_two_clicks_lead_from_any_page_to_an_indicator(
    visit, server: str, address: str, width: int
) -> None:
    opened = visit(server, f"{address}?kieli=fi", width=width)
    page = opened.page
    page.locator(FIELD).click()
    page.keyboard.type("pendelointi kuntaan")
    page.locator(RESULTS, has_text="Kuntaan pendelöivät työssäkäyvät").click()
    page.wait_for_url("**/osaaminen?kieli=fi&teema=tyollisyys&avaa=in_commuters")
    opened.settle()
    page.locator(".st-key-card-in_commuters").wait_for()
    assert page.locator(FIELD).input_value() == ""


def test_the_keyboard_alone_reaches_an_indicator(visit, server: str) -> None:
    opened = visit(server, "?kieli=sv")
    page = opened.page
    for _ in range(len(PAGES) + 8):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({FIELD!r})"):
            break
    page.keyboard.type("vakiluku")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kaupunkialusta?kieli=sv&teema=kuntatalous&avaa=population")
    opened.settle()
    page.locator(".st-key-card-population").wait_for()


def test_results_leave_with_the_focus_and_escape_clears(visit, server: str) -> None:
    page = visit(server, "osaaminen?kieli=fi").page
    page.locator(FIELD).fill("vuokra")
    page.locator(RESULTS).first.wait_for()
    page.locator("h1").click()
    assert not page.locator(RESULTS).first.is_visible()
    page.locator(FIELD).focus()
    assert page.locator(RESULTS).first.is_visible()
    page.keyboard.press("Escape")
    page.locator(RESULTS).first.wait_for(state="detached")


def test_no_text_of_the_field_is_left_in_english(visit, server: str) -> None:
    page = visit(server, "aineistot?kieli=fi", width=390).page
    page.locator(FIELD).click()
    page.keyboard.type("xqzwv")
    told = (
        "Haulla ”xqzwv” ei löytynyt indikaattoria. Kokeile lyhyempää tai toista sanaa, "
        "esimerkiksi teeman nimeä."
    )
    page.get_by_text(told).wait_for()  # what was typed first is answered first
    assert set(page.evaluate(NAMES)) == {"Hae indikaattoria", "Hakutulokset", told}
