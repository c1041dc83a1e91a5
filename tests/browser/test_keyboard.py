"""Navigation, languages and history work without a mouse and as readers expect."""

from __future__ import annotations

import pytest

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("keyboard"),
]

FOCUS = (
    "() => { const e = document.activeElement; const s = getComputedStyle(e);"
    " return [e.tagName, (e.innerText || e.ariaLabel || '').trim(), s.outlineStyle,"
    " parseFloat(s.outlineWidth)] }"
)


def reached(page, presses: int) -> list[list]:
    """Return what the tabulator key reaches, in order."""
    found = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUS))
    return found


def test_tabulator_reaches_pages_and_languages_visibly(visit, server: str) -> None:
    stops = reached(visit(server, "aineistot").page, len(PAGES) + 5)
    links = [text for tag, text, _, _ in stops if tag == "A"]
    for text in ["Tilannekuva", "Osaava työvoima", "Aineistot", "Kasvumittari", "Svenska"]:
        assert text in links
    for tag, text, style, width in stops:
        if tag == "A":
            assert style != "none", f"the focus on {text} cannot be seen"
            assert width >= 2


def test_enter_on_a_page_link_opens_the_page_and_keeps_the_language(visit, server: str) -> None:
    opened = visit(server, "?kieli=en")
    opened.page.get_by_test_id("stTopNavLink").nth(1).focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/osaaminen?kieli=en")
    opened.settle()
    assert opened.page.title() == "Skilled labour – Growth Gauge"


def test_language_link_keeps_page_and_choices(visit, server: str) -> None:
    opened = visit(server, "osaaminen?kieli=fi&teema=tyollisyys")
    opened.page.locator(".frame-top").get_by_role("link", name="Svenska").click()
    opened.page.wait_for_url("**/osaaminen?kieli=sv&teema=tyollisyys")
    opened.settle()
    assert opened.page.locator("html").get_attribute("lang") == "sv"


def test_back_and_forward_follow_the_reader(visit, server: str) -> None:
    opened = visit(server, "osaaminen?kieli=fi")
    opened.page.get_by_test_id("stTopNavLink").nth(2).click()
    opened.page.wait_for_url("**/kaupunkialusta?kieli=fi")
    opened.settle()
    opened.page.go_back()
    opened.page.wait_for_url("**/osaaminen?kieli=fi")
    opened.settle()
    assert opened.page.title() == "Osaava työvoima – Kasvumittari"
    opened.page.go_forward()
    opened.page.wait_for_url("**/kaupunkialusta?kieli=fi")
    opened.settle()
    assert opened.page.title() == "Kaupunkialusta – Kasvumittari"
