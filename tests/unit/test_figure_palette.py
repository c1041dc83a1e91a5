"""One identity per area; every text readable on its ground."""

from __future__ import annotations

import pytest

from components.figures.palette import identity, inks, label_colour, tint


def luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("area", ["KU179", "KU297", "KU398", "SSS", "KU091", "MK13"])
def test_names_have_the_contrast_of_text_and_lines_that_of_graphics(area: str, dark: bool) -> None:
    assert contrast(label_colour(area, dark), inks(dark).ground) >= 4.5
    assert contrast(identity(area, dark).colour, inks(dark).ground) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_neutral_texts_have_the_contrast_of_text(dark: bool) -> None:
    assert contrast(inks(dark).text, inks(dark).ground) >= 4.5
    assert contrast(inks(dark).muted, inks(dark).ground) >= 4.5


def test_each_city_differs_in_colour_marker_and_dash() -> None:
    cities = [identity(area, dark=False) for area in ("KU179", "KU297", "KU398")]
    assert [one.colour for one in cities] == ["#0B5CAD", "#C2410C", "#237A35"]
    assert [one.symbol for one in cities] == ["circle", "square", "diamond"]
    assert len({one.dash for one in cities}) == 3
    assert identity("KU297", dark=True).colour == "#FF9A5C"


def test_a_region_looks_like_its_city_and_the_country_is_thin() -> None:
    assert identity("MK07", dark=False) == identity("KU398", dark=False)
    assert identity("SSS", dark=False).width < identity("KU398", dark=False).width
    assert identity("KU091", dark=False).colour == identity("KU837", dark=True).colour == "#868E96"


def test_tint_keeps_the_colour() -> None:
    assert tint("#0B5CAD", 0.3) == "rgba(11,92,173,0.3)"
