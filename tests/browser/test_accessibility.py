"""axe-core finds nothing serious or critical, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.addresses import PAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("accessibility"),
]


def findings(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{finding['impact']} {finding['id']}: {node['html'][:200]}"
        for finding in found
        if finding["impact"] in {"serious", "critical"}
        for node in finding["nodes"][:5]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_page_has_no_serious_finding(visit, server: str, address: str, dark: bool) -> None:
    assert findings(visit(server, address, dark=dark).page) == []


def test_phone_and_note_have_no_serious_finding(visit, server: str) -> None:
    opened = visit(server, "osaaminen?kieli=fi&avaa=olematon", width=390)
    opened.page.get_by_text("avaa=olematon").wait_for()
    assert findings(opened.page) == []


def test_unknown_address_has_no_serious_finding(browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}/olematon")
    assert findings(page) == []
    page.close()
