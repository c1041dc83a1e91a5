"""Small observations for tests of figures; the numbers are test input only."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.template import Look
from components.language import Language
from data.declarations import load_units
from data.model import OBSERVATION_COLUMNS, TOTAL

UNITS = load_units()
CITIES_AND_COUNTRY = ("KU179", "KU297", "KU398", "SSS")
NAMES = {"KU179": "Jyväskylä", "KU297": "Kuopio", "KU398": "Lahti", "SSS": "Koko maa"}

Row = tuple[str, str, float, str]


def look(code: str = "fi", dark: bool = False, compact: bool = False) -> Look:
    """Give the look of a language."""
    return Look(Language.of(code), dark=dark, compact=compact)


def observations(rows: Sequence[Row]) -> pd.DataFrame:
    """Make prepared observations of (area, period, value, status)."""
    full = [
        (area, period, TOTAL, value, status, None, None) for area, period, value, status in rows
    ]
    return pd.DataFrame(full, columns=list(OBSERVATION_COLUMNS)).astype({"value": float})


def final(values: Mapping[str, Mapping[str, float]]) -> pd.DataFrame:
    """Make final observations of {area: {period: value}}."""
    return observations(
        [
            (area, period, value, "final")
            for area, found in values.items()
            for period, value in found.items()
        ]
    )


def plain(text: str) -> str:
    """Make no-break spaces visible, so that an expected value can be read."""
    return text.replace("\u00a0", "~")


def content(figure: go.Figure) -> dict[str, object]:
    """Give what a browser would get; plotly leaves empty lists out when it checks."""
    found = json.loads(figure.to_json())
    layout = {key: value for key, value in found["layout"].items() if value != []}
    return {**found, "layout": layout}


def as_checked(figure: go.Figure) -> dict[str, object]:
    """Give a figure's content after plotly has checked every value; figures are made unchecked.

    Raises:
        ValueError: if plotly knows no such property or value.
    """
    return content(go.Figure(json.loads(figure.to_json())))


def texts(figure: go.Figure) -> list[str]:
    """List the texts of a figure's annotations."""
    return [plain(note.text) for note in figure.layout.annotations]
