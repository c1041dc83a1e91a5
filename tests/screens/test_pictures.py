"""The buttons of a card that give its chart as a picture, of the view that the reader has chosen."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from components.blocks import picture
from components.figures.views import View

UNEMPLOYED = {"teema": "tyollisyys", "avaa": "unemployed"}
LABELS = {"fi": "Kuva (PNG)", "sv": "Bild (PNG)", "en": "Picture (PNG)"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, picture.Wanted]:
    """What the buttons of each series would draw when pressed."""
    found: dict[str, picture.Wanted] = {}
    usual = picture.Wanted

    def keep(*given: object) -> picture.Wanted:
        wanted = usual(*given)
        found[wanted.indicator_id] = wanted
        return wanted

    monkeypatch.setattr(picture, "Wanted", keep)
    return found


def buttons(page, indicator: str) -> list[str]:
    keys = {f"png-{indicator}", f"svg-{indicator}"}
    return [one.label for one in page.get("download_button") if one.key in keys]


@pytest.mark.parametrize("code", LABELS)
def test_a_card_offers_both_kinds_of_picture(run_page, code):
    page = run_page("skilled_labour.py", kieli=code, **UNEMPLOYED)
    assert buttons(page, "unemployed") == [LABELS[code], LABELS[code].replace("PNG", "SVG")]


def test_a_picture_shows_the_view_that_the_reader_has_chosen(run_page, asked):
    page = run_page("skilled_labour.py", kieli="fi", **UNEMPLOYED)
    first = asked["unemployed"]
    (group,) = [one for one in page.button_group if one.key == "view-choice-unemployed"]
    group.set_value(View.SEASON).run()
    chosen = asked["unemployed"]
    assert (first.view, chosen.view) == (View.ALL, View.SEASON)
    assert picture.content(chosen).title == "Työttömät työnhakijat · Sama kuukausi joka vuosi"
    assert chosen.figure != first.figure


def test_a_pressed_button_gives_a_file(run_page, asked):
    run_page("skilled_labour.py", kieli="sv", **UNEMPLOYED)
    wanted = asked["unemployed"]
    assert Image.open(BytesIO(picture.file(wanted, "png"))).size == (1600, 900)
    drawn = picture.file(wanted, "svg").decode()
    assert picture.content(wanted).statement in drawn.replace("&#160;", "\u00a0")


def test_a_picture_of_an_unconfirmed_series_says_so(run_page, asked):
    run_page(
        "city_platform.py", kieli="fi", teema="puhdas-siirtyma", avaa="regional_emissions_change"
    )
    wanted = asked["regional_emissions_change"]
    said = picture.content(wanted)
    assert any("vahvistamatta" in text for text in said.remarks)
    assert said.version.endswith(wanted.catalogue.version)
    assert said.name == "Kasvumittari"
    assert said.sources[0].startswith("Lähde: Suomen ympäristökeskus (Syke) · ")
