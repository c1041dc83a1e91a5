"""Colours of the classes of a total: calm, apart from those of the areas, readable under a text.

Every colour reaches 4.5:1 with the text on it and with the line that parts it from its neighbour.
"""

from __future__ import annotations

from data.parts import OTHER

# Neighbours differ in hue; none is near the blue, orange and green of the three cities.
_LIGHT = ("#5B3A86", "#0F6468", "#93315F", "#6A5A14", "#3F4A8A", "#7A4630", "#2F5D4E", "#6B4F77")
_DARK = ("#C3A5E8", "#6FC8C4", "#EE9CBF", "#D3C372", "#AEB6F2", "#DDAE95", "#93C9B4", "#CDB2D6")
_REST = {False: "#545E69", True: "#A7B1BC"}


def class_colours(keys: list[str], dark: bool) -> dict[str, str]:
    """Give each class its colour, in the order of drawing; the remainder is grey.

    Args:
        keys: breakdowns beside the total.
        dark: the theme.
    """
    wheel = _DARK if dark else _LIGHT
    named = [key for key in keys if key != OTHER]
    colours = {key: wheel[place % len(wheel)] for place, key in enumerate(named)}
    return {key: colours.get(key, _REST[dark]) for key in keys}
