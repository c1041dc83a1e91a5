"""The dashboard's own typeface for pictures: registered once, measured in pixels."""

from __future__ import annotations

from functools import cache, lru_cache

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, findfont, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from components.figures.picture.vocabulary import UnknownElement
from data.model import STATIC

# Family names inside the files; DejaVu Sans, which comes with matplotlib, has the signs Inter lacks.
_FAMILIES = {False: "Inter", True: "Inter Semi Bold"}
_FILES = {False: "inter-400.ttf", True: "inter-600.ttf"}
_FALLBACK = "DejaVu Sans"
POINTS = 0.72  # of one pixel, at 100 pixels an inch
# Ascent and height of Inter in parts of its size, from its head table.
ASCENT, HEIGHT = 0.969, 1.21
_MEASURED = 1000  # size at which letters are measured


@cache
def register() -> None:
    """Make the typeface known to matplotlib, and the names inside SVG files the same every time."""
    for name in _FILES.values():
        fontManager.addfont(str(STATIC / "fonts" / name))
    mpl.rcParams["svg.hashsalt"] = "kasvumittari"


@lru_cache(maxsize=64)
def font(size: float, bold: bool = False) -> FontProperties:
    """Give the typeface at a size in pixels."""
    register()
    return FontProperties(family=[_FAMILIES[bold], _FALLBACK], size=size * POINTS)


def width(text: str, size: float, bold: bool = False) -> float:
    """Measure a text in pixels: the sum of its letters, which kerning changes by a pixel or two."""
    return size * sum(_advance(letter, bold) for letter in text)


@cache
def _advance(letter: str, bold: bool) -> float:
    """Measure a letter in parts of its size.

    Raises:
        UnknownElement: no typeface of pictures has the letter.
    """
    faces = _face(str(STATIC / "fonts" / _FILES[bold])), _face(findfont(_FALLBACK))
    face = next((one for one in faces if one.get_char_index(ord(letter))), None)
    if face is None:
        raise UnknownElement(f"a picture cannot write the letter {letter!r}")
    glyph = face.load_char(ord(letter), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / 65536 / _MEASURED


@cache
def _face(path: str) -> FT2Font:
    face = FT2Font(path)
    face.set_size(_MEASURED, 72)
    return face
