"""A page opens by its address as the very first request that a server gets."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("deep_links"),
]

KINDS = [
    "",
    "osaaminen",
    "indikaattori",
]  # one page of each kind: every one takes a server of its own
WITH_MAP = [("osaaminen", False), ("kaupunkialusta", True)]
FEWEST_COLOURS = 5
NOTICEABLE = 40  # pixels of one colour: more than the edges of letters give


@pytest.mark.parametrize("address", KINDS)
def test_first_request_is_a_deep_link(visit, fresh_server: str, address: str) -> None:
    page = visit(fresh_server, f"{address}?kieli=sv").page
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.title().endswith(" – Tillväxtmätaren")
    assert page.locator("[role=dialog]").count() == 0
    assert page.get_by_test_id("stException").count() == 0


def test_fonts_are_the_own_ones(visit, server: str) -> None:
    page = visit(server, "").page
    page.evaluate("() => document.fonts.ready")
    loaded = page.evaluate(
        "() => [...document.fonts].filter(font => font.status === 'loaded')"
        ".map(font => `${font.family} ${font.weight}`)"
    )
    assert {"Inter 400", "Inter 600"} <= {name.replace('"', "") for name in loaded}


@pytest.mark.parametrize(("address", "dark"), WITH_MAP)
def test_map_is_drawn_in_its_classes(visit, server: str, address: str, dark: bool) -> None:
    page = visit(server, address, width=1920, height=1200, dark=dark).page
    parts = page.locator("[class*='st-key-map-'] [data-testid=stPlotlyChart]")
    parts.first.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert noticeable_colours(parts.first.screenshot()) >= FEWEST_COLOURS


def noticeable_colours(png: bytes) -> int:
    import io

    from PIL import Image

    picture = Image.open(io.BytesIO(png)).convert("RGB")
    counted = picture.getcolors(picture.width * picture.height) or []
    return sum(count >= NOTICEABLE for count, _ in counted)


def test_unknown_address_is_answered_in_words(browser, server: str) -> None:
    page = browser.new_page()
    answer = page.goto(f"{server}/yleiskuva?kieli=sv")
    assert answer.status == 404
    assert page.locator("html").get_attribute("lang") == "sv"
    page.get_by_role("link", name="Stadsplattform").click()
    page.wait_for_selector("h1")
    assert page.url.startswith(f"{server}/kaupunkialusta?kieli=sv")
    page.close()


def test_bad_parameter_is_told(visit, server: str) -> None:
    page = visit(server, "osaaminen?kieli=fi&teema=olematon").page
    note = page.get_by_text("Osoitteen valintaa teema=olematon ei ole olemassa.")
    note.wait_for()
    assert page.url == f"{server}/osaaminen?kieli=fi"


def test_health_address_answers(server: str) -> None:
    with urllib.request.urlopen(f"{server}/_stcore/health", timeout=5) as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server}/app/static/none.geojson", timeout=5)
