"""What the reader compares survives navigation, a reload, another language and a copied link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("comparison"),
]

SAID = {
    "fi": "Vertaat: indeksi · kymmenen suurinta kaupunkia",
    "sv": "Du jämför: index · de tio största städerna",
    "en": "Comparing: index · ten largest cities",
}


def line(page: Page):
    return page.locator(".st-key-comparison summary")


def test_a_choice_made_by_hand_is_kept_everywhere(visit, server: str) -> None:
    opened = visit(server, "osaaminen?kieli=fi&teema=tyollisyys")
    page, settle = opened.page, opened.settle
    line(page).click()
    settle()
    page.get_by_role("radio", name="Indeksi").click()
    settle()
    # The choices stay open, although the line over them has changed.
    page.get_by_role("radio", name="Kymmenen suurinta kaupunkia").click()
    settle()
    expect(line(page)).to_contain_text(SAID["fi"])
    assert "esitys=indeksi" in page.url
    assert "vertailu=suuret" in page.url

    page.get_by_role("link", name="Kaupunkialusta").first.click()
    settle()
    expect(line(page)).to_contain_text(SAID["fi"])

    page.reload()
    settle()
    expect(line(page)).to_contain_text(SAID["fi"])

    for code in ("sv", "en"):
        page.locator(f"nav a[lang={code}]").click()
        page.wait_for_url(f"**kieli={code}**")
        settle()
        expect(line(page)).to_contain_text(SAID[code])

    copied = page.url
    other = visit(server, copied.removeprefix(f"{server}/")).page
    expect(line(other)).to_contain_text(SAID["en"])


def test_the_line_stays_in_view_while_the_page_scrolls(visit, server: str) -> None:
    page = visit(server, "osaaminen?kieli=fi").page
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 1500)")
    page.wait_for_timeout(300)
    box = line(page).bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 150
    line(page).click()  # what it opens was drawn a thousand pixels above the screen
    choices = page.locator(".st-key-comparison [data-testid=stExpanderDetails]")
    choices.get_by_role("radio", name="Asukasta kohti").wait_for()
    opened = choices.bounding_box()
    assert opened is not None
    assert 0 < opened["y"] < opened["y"] + opened["height"] <= 900


def test_charts_follow_without_a_reload(visit, server: str) -> None:
    opened = visit(server, "osaaminen?kieli=fi&teema=koulutuspaikat")
    page, settle = opened.page, opened.settle
    line(page).click()
    settle()
    page.get_by_role("radio", name="Asukasta kohti").click()
    settle()
    statement = page.locator("h3.statement").first
    expect(statement).to_contain_text("tuhatta asukasta kohti")
