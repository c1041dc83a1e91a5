"""The identity of each area and the neutral inks: colour, marker, dash, width; light and dark."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.model import CITIES, COUNTRY, REGION_OF


@dataclass(frozen=True, slots=True)
class Identity:
    """How an area looks everywhere: ``dash`` is plotly's word or pixels, ``width`` is in pixels."""

    colour: str
    symbol: str
    dash: str
    width: float


@dataclass(frozen=True, slots=True)
class Inks:
    """Neutral colours of one theme; ``text`` and ``muted`` reach 4.5:1 on ``ground``."""

    text: str
    muted: str
    axis: str
    grid: str
    ground: str


_LIGHT = Inks(text="#212529", muted="#495057", axis="#868E96", grid="#E1E5EA", ground="#FFFFFF")
_DARK = Inks(text="#F1F3F5", muted="#B6BDC4", axis="#868E96", grid="#2F363D", ground="#14181C")

_CITY_COLOURS = {False: ("#0B5CAD", "#C2410C", "#237A35"), True: ("#6CB2F7", "#FF9A5C", "#6FCF82")}
_CITY_SYMBOLS = ("circle", "square", "diamond")
# Told apart at three pixels' width from the back row and in black-and-white print.
_CITY_DASHES = ("solid", "11px,5px", "3px,4px")
_CITY_WIDTH = 3.0
_COUNTRY_COLOUR = {False: "#343A40", True: "#DEE2E6"}
_COUNTRY_WIDTH = 1.6
_OTHER = Identity(colour="#868E96", symbol="circle", dash="solid", width=1.4)


def identity(area_code: str, dark: bool) -> Identity:
    """Give the look of an area; a home region looks like its city, any other area is grey."""
    for place, city in enumerate(CITIES):
        if area_code in (city, REGION_OF[city]):
            colour = _CITY_COLOURS[dark][place]
            return Identity(colour, _CITY_SYMBOLS[place], _CITY_DASHES[place], _CITY_WIDTH)
    if area_code == COUNTRY:
        return Identity(_COUNTRY_COLOUR[dark], "circle", "solid", _COUNTRY_WIDTH)
    return _OTHER


def chosen_identity() -> Identity:
    """Give the look of an area that the reader chose: neutral, but led out of the grey of the others."""
    return Identity(_OTHER.colour, "triangle-up", "9px,3px,2px,3px", 2.6)


def marked_identity(area_code: str, dark: bool) -> Identity:
    """Give the look of a mark among grey dots; one that is no city's differs by its shape and ink."""
    own = identity(area_code, dark)
    return replace(chosen_identity(), colour=inks(dark).muted) if own == _OTHER else own


def inks(dark: bool) -> Inks:
    """Give the neutral colours of the light or the dark theme."""
    return _DARK if dark else _LIGHT


def label_colour(area_code: str, dark: bool) -> str:
    """Give the colour of an area's name: its own, or a darker grey where its own is for lines only."""
    own = identity(area_code, dark)
    return inks(dark).muted if own == _OTHER else own.colour


def band_ink(dark: bool) -> str:
    """Give the fill of a comparison group's band: faint, so that lines over it keep their contrast."""
    return tint(_OTHER.colour, 0.3 if dark else 0.18)


def tint(colour: str, alpha: float) -> str:
    """Make a colour (``#RRGGBB``) transparent; ``alpha`` from 0 (nothing) to 1 (the colour itself)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"
