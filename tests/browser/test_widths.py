"""The navigation fits the window: a menu on a phone, one line on a wide screen."""

from __future__ import annotations

import pytest

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("widths"),
]


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
