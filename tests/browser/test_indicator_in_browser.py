"""The page of one indicator in a browser: what is chosen survives, the slider obeys the keyboard."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.xdist_group("indicator_page"),
]

CHOSEN = (
    "indikaattori?kieli=fi&esitys=ero&indikaattori=tertiary_share_history&alue=KU211&jakso=2010"
)


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def state(page) -> tuple[str, ...]:
    """What the controls of the page say."""
    boxes = page.locator(".st-key-explorer-choices input")
    values = tuple(boxes.nth(at).input_value() for at in range(boxes.count()))
    thumb = page.locator("[data-testid=stSlider] input[type=range]").get_attribute("aria-valuetext")
    return (*values, str(thumb))


def test_what_is_chosen_survives_reload_navigation_and_language(visit, server: str) -> None:
    opened = visit(server, CHOSEN)
    page, expected = opened.page, parse_qs(urlsplit(CHOSEN).query)
    assert query(page) == expected
    before = state(page)
    assert "Kangasala" in before[1]
    page.reload()
    opened.settle()
    assert state(page) == before
    links = page.get_by_test_id("stTopNavLink")
    links.filter(has_text="Tilannekuva").click()
    page.wait_for_selector("h1:has-text('Tilannekuva')")
    opened.settle()
    links.filter(has_text="Indikaattori").click()
    page.wait_for_selector("h1:has-text('Indikaattori')")
    opened.settle()
    assert query(page) == expected
    assert state(page) == before
    page.get_by_role("link", name="Svenska").click()
    page.wait_for_selector("h1:has-text('Indikator')")
    opened.settle()
    assert query(page) == {**expected, "kieli": ["sv"]}
    assert "Kangasala" in state(page)[1]


def test_the_copied_link_opens_the_same_page(visit, server: str) -> None:
    page = visit(server, CHOSEN).page
    page.get_by_role("button", name="Kopioi linkki").click()
    address = page.locator("[data-testid=stCode] code").inner_text()
    again = visit(server, address.removeprefix(f"{server}/")).page
    assert query(again) == parse_qs(urlsplit(CHOSEN).query)
    assert state(again) == state(page)


def test_the_slider_obeys_the_keyboard(visit, server: str) -> None:
    opened = visit(server, CHOSEN)
    page = opened.page
    page.locator("[data-testid=stSlider] input[type=range]").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector("h2:has-text('Kaikki kunnat, 2009')")
    opened.settle()
    assert query(page)["jakso"] == ["2009"]
    assert page.locator("[data-testid=stSlider] input[type=range]").evaluate(
        "thumb => thumb === document.activeElement"
    )


def test_statement_and_chart_are_seen_without_scrolling(visit, server: str) -> None:
    page = visit(server, "indikaattori?kieli=fi", width=1366, height=768).page
    chart = page.locator("[class*='st-key-chart-'] .main-svg").first.bounding_box()
    assert page.locator("h2.statement").bounding_box()["y"] > 0
    assert chart["y"] + chart["height"] <= 768


def test_the_map_stays_inside_the_house(visit, server: str) -> None:
    opened = visit(server, "indikaattori?kieli=fi&alue=KU211")
    assert opened.page.locator("[class*='st-key-map-'] [data-testid=stPlotlyChart]").count() == 1
    assert opened.outside == []
    assert opened.complaints == []
