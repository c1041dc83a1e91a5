"""Every series of the catalogue as a picture, in every language and view: nothing clipped, no text over another."""

from __future__ import annotations

from itertools import combinations

import pytest

from components.blocks import view_choice
from components.blocks.picture import Wanted, content
from components.figures.picture.paper import HEIGHT, WIDTH, Box
from components.figures.picture.sheet import draw_picture
from components.figures.template import Look
from components.figures.views import View
from components.language import Language
from data.catalogue import Catalogue
from data.choice import USUAL
from data.model import LANGUAGES, Kind

CATALOGUE = Catalogue()
SERIES = [one.id for one in CATALOGUE.indicators(kind=Kind.SERIES)]
# Boxes are as high as letters with accents and tails; those of two lines may touch by this much.
TOUCH = 5.0


def texts(indicator_id: str, view: View, code: str) -> list[tuple[str, Box]]:
    theme = CATALOGUE.indicator(indicator_id).theme
    wanted = Wanted(
        CATALOGUE, indicator_id, Look(Language.of(code)), view, CATALOGUE.events(theme), USUAL
    )
    return draw_picture(content(wanted), wanted.figure).texts


def meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    upright = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and upright > TOUCH


def faults(written: list[tuple[str, Box]]) -> list[str]:
    outside = [
        text
        for text, box in written
        if box.left < 0 or box.top < 0 or box.right > WIDTH or box.bottom > HEIGHT
    ]
    over = [
        f"{text} × {other}"
        for (text, box), (other, place) in combinations(written, 2)
        if meet(box, place)
    ]
    return outside + over


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("indicator_id", SERIES)
def test_every_first_view_is_whole_and_legible(indicator_id: str, code: str) -> None:
    view = view_choice.offered(CATALOGUE, indicator_id)[0]
    assert faults(texts(indicator_id, view, code)) == []


OTHERS = [(one, view) for one in SERIES for view in view_choice.offered(CATALOGUE, one)[1:]]


@pytest.mark.parametrize(("indicator_id", "view"), OTHERS)
def test_every_other_view_is_whole_and_legible(indicator_id: str, view: View) -> None:
    assert faults(texts(indicator_id, view, "fi")) == []
