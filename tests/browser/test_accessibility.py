"""axe-core finds nothing serious or critical in dark, on a phone and at an unknown address."""

from __future__ import annotations

import pytest
from accessibility import findings

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("accessibility"),
]


@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_dark_page_has_no_serious_finding(visit, server: str, address: str) -> None:
    assert findings(visit(server, address, dark=True).page) == []


def test_phone_and_note_have_no_serious_finding(visit, server: str) -> None:
    opened = visit(server, "osaaminen?kieli=fi&avaa=olematon", width=390)
    opened.page.get_by_text("avaa=olematon").wait_for()
    assert findings(opened.page) == []


def test_unknown_address_has_no_serious_finding(browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}/olematon")
    assert findings(page) == []
    page.close()
