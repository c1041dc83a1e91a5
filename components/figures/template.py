"""The calm, official look that every figure starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from components.figures.palette import inks
from components.language import Language

FONT = '"Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
LABEL_SIZE = 16
TEXT_SIZE = 16
TICK_SIZE = 16
_SEPARATORS = {"en": ".,"}
_FINNISH_SEPARATORS = ",\u00a0"
# Width of an average letter of Inter in parts of its size, a little on the safe side.
_LETTER = 0.56
_BOLD_LETTER = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks: the language, the theme, and whether the screen is a phone's."""

    language: Language
    dark: bool = False
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Height of a figure and its margins, all in pixels."""

    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def plot_height(self) -> int:
        """Pixels between the upper and the lower margin."""
        return self.height - self.top - self.bottom


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Estimate how many pixels a text takes; a little too many rather than too few."""
    return len(text) * size * (_BOLD_LETTER if bold else _LETTER)


def make_figure(
    traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], frame: Frame, look: Look
) -> go.Figure:
    """Put traces and layout on the project's template.

    Args:
        traces: plotly traces as plain mappings.
        layout: what the kind of figure adds to the template.
        frame: height and margins in pixels.
        look: language, theme and size of screen.
    """
    margin = {
        "t": frame.top,
        "r": frame.right,
        "b": frame.bottom,
        "l": frame.left,
        "pad": 4,
    }
    common = {
        "template": _template(look.dark),
        "separators": _SEPARATORS.get(look.language.code, _FINNISH_SEPARATORS),
        "height": frame.height,
        "margin": margin,
    }
    # Checking every value of every trace costs more than all the rest; the unit tests check instead.
    return go.Figure({"data": list(traces), "layout": {**common, **layout}}, _validate=False)


@lru_cache(maxsize=2)
def _template(dark: bool) -> go.layout.Template:
    """Build the template once per theme; nothing in it depends on the figures."""
    ink = inks(dark)
    axis = {
        "automargin": True,
        "fixedrange": True,
        "tickfont": {"size": TICK_SIZE, "color": ink.muted},
        "tickcolor": ink.axis,
        "gridcolor": ink.grid,
        "gridwidth": 1,
        "zeroline": False,
        "ticks": "",
    }
    guide = {
        "spikecolor": ink.axis,
        "spikethickness": 1,
        "spikedash": "solid",
        "spikemode": "across",
    }
    layout = {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": ink.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        # plotly draws a white halo round the hover guide where it cannot see what is behind.
        "plot_bgcolor": ink.ground if dark else "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": ink.ground,
            "bordercolor": ink.axis,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": ink.text},
            "align": "left",
            "namelength": -1,
        },
        "xaxis": {**axis, **guide, "showgrid": False},
        "yaxis": {**axis, "showgrid": True},
    }
    return go.layout.Template(layout=layout)
