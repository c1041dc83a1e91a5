"""No page asks another host for anything, and the browser has nothing to complain about."""

from __future__ import annotations

import pytest

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("outside_requests"),
]


@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_page_needs_no_other_host_and_is_clean(visit, server: str, address: str) -> None:
    opened = visit(server, address)
    opened.page.keyboard.press("End")  # what is drawn only when seen
    opened.page.wait_for_timeout(1000)
    assert opened.outside == []
    assert opened.complaints == []


def test_fonts_are_the_own_ones(visit, server: str) -> None:
    page = visit(server, "").page
    page.evaluate("() => document.fonts.ready")
    loaded = page.evaluate(
        "() => [...document.fonts].filter(font => font.status === 'loaded')"
        ".map(font => `${font.family} ${font.weight}`)"
    )
    assert {"Inter 400", "Inter 600"} <= {name.replace('"', "") for name in loaded}
