"""One single period: every comparable area as a dot on one axis, the compared ones marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.axes import Scale, note, unit_title, value_axis, value_scale
from components.figures.dot_labels import RING_SIGN, Label, label_texts, place_labels
from components.figures.dot_row import CLEAR, DotRow, dot_traces, make_row
from components.figures.palette import identity, label_colour
from components.figures.series import Point, read_series
from components.figures.swarm import WIDTH, Box, free_names
from components.figures.template import (
    LABEL_SIZE,
    TICK_SIZE,
    Frame,
    Look,
    make_figure,
    text_width,
)
from data.benchmarks import Benchmark
from data.model import COUNTRY, Unit

_TOP, _BOTTOM, _SIDE = 34, 36, 24
_LABEL_ROW = 26
_KEY_ROW = 24
_MOST_OF_A_ROW = 0.85


def dot_figure(
    obs_at_period: pd.DataFrame,
    areas: Sequence[str],
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
    benchmark: Benchmark | None = None,
) -> go.Figure:
    """Draw one period: all areas of the level as grey dots, the compared ones named and ranked.

    Args:
        obs_at_period: prepared observations of one period, any areas.
        areas: codes to mark; with the country among them it is a named vertical line.
        unit: of the values; the axis is in its shown scale.
        look: language, theme and size of screen.
        names: name of each area in the language.
        benchmark: a group whose other cities are rings, named where there is room, and among which
            the marked areas are ranked.
    """
    marked = [area for area in areas if area != COUNTRY]
    codes = list(dict.fromkeys([*marked, *_peers(obs_at_period, marked), *areas]))
    read = read_series(obs_at_period, codes, unit, look.language)
    points = {area: found[-1] for area, found in read.items() if found}
    scale = value_scale([one.value for one in points.values()] or [0.0, 1.0], unit, look, False)
    country = points.pop(COUNTRY, None)
    row = make_row(points, marked, benchmark, scale, look, names)
    texts = label_texts(obs_at_period, points, marked, unit, look, benchmark)
    labels = place_labels(texts, points, row.lefts, look, names)
    key = _key(labels, row, benchmark)
    titles = unit_title(scale, unit, look)
    key_rows = int(bool(key) and _is_crowded(titles, key, look))
    low = row.reach + (_LABEL_ROW if country else 0)
    high = row.reach + _LABEL_ROW * (max((label.row for label in labels), default=0) + 1)
    top = _TOP + key_rows * _KEY_ROW
    frame = Frame(round(low + high) + top + _BOTTOM, top, _SIDE, _BOTTOM, _SIDE)
    notes = [*_notes(labels, country, scale, low, row), *titles]
    if key:
        notes.append(_key_note(key, key_rows, look))
    layout = {
        "hovermode": "closest",
        "xaxis": value_axis(scale, unit, look) | {"showgrid": True, "zeroline": False},
        "yaxis": {"range": [-low, high], "visible": False},
        "annotations": notes,
        "shapes": [_leader(label, row) for label in labels]
        + ([_country_line(country, low, row)] if country else []),
    }
    return make_figure(dot_traces(row), layout, frame, look)


def _peers(obs: pd.DataFrame, marked: Sequence[str]) -> list[str]:
    """List the areas of the same level as the marked ones: codes of one level start alike."""
    kind = marked[0][:2] if marked else COUNTRY
    return [str(code) for code in obs["area"].unique() if str(code).startswith(kind)]


def _notes(
    labels: Sequence[Label], country: Point | None, scale: Scale, low: float, row: DotRow
) -> list[dict[str, Any]]:
    notes = [_label_note(label, row) for label in labels]
    if country:
        to_left = country.value > (scale.low + scale.high) / 2
        text = f"<b>{row.names[COUNTRY]}</b> {country.text}"
        colour = label_colour(COUNTRY, row.look.dark)
        notes.append(_flag(note(text, row.look, LABEL_SIZE, colour), country.value, -low, to_left))
    return notes + _ring_names(labels, country, scale, row)


def _ring_names(
    labels: Sequence[Label], country: Point | None, scale: Scale, row: DotRow
) -> list[dict[str, Any]]:
    """Name the rings that have room: no name covers a dot, a line or another name."""
    if row.look.compact:
        return []
    reach, width = row.reach, float(WIDTH[row.look.compact])
    taken = [Box(0, -reach, width, reach)]
    taken += [Box(row.lefts[one.area] - 2, 0, row.lefts[one.area] + 2, reach) for one in labels]
    if country:
        x = (country.value - scale.low) / (scale.high - scale.low) * width
        taken.append(Box(x - 2, -reach, x + 2, reach))
    names = {area: row.names.get(area, area) for area in row.ringed}
    found = free_names(row.lefts, row.heights, row.held, names, taken)
    return [
        note(names[area], row.look, LABEL_SIZE)
        | {"x": row.points[area].value, "xref": "x", "xanchor": "center"}
        | {"y": middle, "yref": "y", "yanchor": "middle"}
        for area, middle in found.items()
    ]


def _label_note(label: Label, row: DotRow) -> dict[str, Any]:
    text = note(label.text, row.look, LABEL_SIZE, label_colour(label.area, row.look.dark))
    return _flag(text, label.x, row.reach + label.row * _LABEL_ROW, label.to_left)


def _flag(text: dict[str, Any], x: float, bottom: float, to_left: bool) -> dict[str, Any]:
    """Hang a text beside a vertical line, over ``bottom`` pixels from the middle line."""
    side = {"xanchor": "right", "xshift": -4} if to_left else {"xanchor": "left", "xshift": 4}
    return text | side | {"x": x, "xref": "x", "y": bottom, "yref": "y", "yanchor": "bottom"}


def _key(labels: Sequence[Label], row: DotRow, benchmark: Benchmark | None) -> str:
    """Say what a ring is, and which end the ranks count from; empty where there is neither."""
    language = row.look.language
    parts = []
    if benchmark and row.ringed:
        parts.append(f"{RING_SIGN} {language.pick(benchmark.name)}")
    if any("·" in label.text for label in labels):
        parts.append(language.text("rank 1 = highest"))
    return " · ".join(parts)


def _is_crowded(titles: Sequence[Mapping[str, Any]], key: str, look: Look) -> bool:
    """Tell whether the key needs a row of its own over the unit."""
    unit = sum(text_width(str(title["text"]), TICK_SIZE) for title in titles)
    return bool(unit) and unit + text_width(key, TICK_SIZE) + _SIDE > WIDTH[look.compact]


def _key_note(key: str, row: int, look: Look) -> dict[str, Any]:
    side = "left" if look.compact else "right"
    return note(key, look) | {
        "x": 0 if look.compact else 1,
        "xref": "paper",
        "xanchor": side,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 8 + row * _KEY_ROW,
    }


def _leader(label: Label, row: DotRow) -> dict[str, Any]:
    top = row.reach + (label.row + _MOST_OF_A_ROW) * _LABEL_ROW
    line = {"color": identity(label.area, row.look.dark).colour, "width": 1.5}
    return _vertical(label.x, 0, top, line)


def _country_line(country: Point, low: float, row: DotRow) -> dict[str, Any]:
    own = identity(COUNTRY, row.look.dark)
    line = {"color": own.colour, "width": own.width}
    return _vertical(country.value, -low, row.reach - CLEAR / 2, line)


def _vertical(x: float, low: float, high: float, line: dict[str, Any]) -> dict[str, Any]:
    ends = {"x0": x, "x1": x, "y0": low, "y1": high}
    return {"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": line, **ends}
