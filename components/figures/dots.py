"""One single period: every comparable area as a dot on one axis, the compared ones marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.axes import Scale, note, unit_title, value_axis, value_scale
from components.figures.palette import identity, label_colour
from components.figures.series import Point, read_series
from components.figures.template import LABEL_SIZE, Frame, Look, make_figure, text_width
from data.comparison import rank
from data.model import COUNTRY, Unit

# The plot is measured in pixels: its height is exact, its width is what a laptop (phone) gives.
_WIDTH = {False: 860, True: 310}
_TOP, _BOTTOM, _SIDE = 34, 36, 24
_DOT = 7
_MARKED = 15
_HALF_SWARM = 84
_CLEAR = 16  # between the swarm and the labels
_LABEL_ROW = 26
_MOST_OF_A_ROW = 0.85
_OFF_LINE = (0.0, float(_MARKED), -float(_MARKED))
_THIN = 2.0
_FAINT = 0.6
_RANKED = 3  # a rank among fewer areas says nothing


@dataclass(frozen=True, slots=True)
class Label:
    """A name over the swarm: ``x`` in shown units, ``row`` from 0 (lowest), which way it extends."""

    area: str
    text: str
    x: float
    row: int
    to_left: bool


def dot_figure(
    obs_at_period: pd.DataFrame,
    areas: Sequence[str],
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
) -> go.Figure:
    """Draw one period: all areas of the level as grey dots, the compared ones named and ranked.

    Args:
        obs_at_period: prepared observations of one period, any areas.
        areas: codes to mark; with the country among them it is a named vertical line.
        unit: of the values; the axis is in its shown scale.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    marked = [area for area in areas if area != COUNTRY]
    codes = list(dict.fromkeys([*marked, *_peers(obs_at_period, marked), *areas]))
    read = read_series(obs_at_period, codes, unit, look.language)
    points = {area: found[-1] for area, found in read.items() if found}
    scale = value_scale([one.value for one in points.values()] or [0.0, 1.0], unit, look, False)
    peers = {area: one for area, one in points.items() if area != COUNTRY}
    heights = swarm(peers, marked, scale, look)
    labels = _labels(obs_at_period, peers, marked, scale, look, names)
    reach = max([_MARKED, *(abs(height) for height in heights.values())]) + _CLEAR
    low = reach + (_LABEL_ROW if COUNTRY in points else 0)
    high = reach + _LABEL_ROW * (max((label.row for label in labels), default=0) + 1)
    frame = Frame(round(low + high) + _TOP + _BOTTOM, _TOP, _SIDE, _BOTTOM, _SIDE)
    country = points.get(COUNTRY)
    layout = {
        "hovermode": "closest",
        "xaxis": value_axis(scale, unit, look) | {"showgrid": True, "zeroline": False},
        "yaxis": {"range": [-low, high], "visible": False},
        "annotations": _notes(labels, country, scale, unit, look, names, (low, reach)),
        "shapes": [_leader(label, reach, look) for label in labels]
        + ([_country_line(country, low, reach, look)] if country else []),
    }
    return make_figure(_traces(peers, heights, marked, look, names), layout, frame, look)


def swarm(
    points: Mapping[str, Point], marked: Sequence[str], scale: Scale, look: Look
) -> dict[str, float]:
    """Stack dots that would cover each other, up and down from the middle line.

    Args:
        points: the point of each area.
        marked: areas that keep the middle line, with room for their larger marks.
        scale: of the value axis.
        look: a phone is narrower.

    Returns:
        Height of each area's dot in pixels from the middle line.
    """
    per_pixel = _per_pixel(scale, look)
    on_line = _marked_heights(points, marked, per_pixel)
    stacks: dict[int, int] = {}
    levels = {}
    for area in sorted(points, key=lambda one: points[one].value):
        if area in on_line:
            continue
        value = points[area].value
        column = round((value - scale.low) / per_pixel / _DOT)
        near = [one for one in on_line if _is_near(points[one], value, per_pixel)]
        # Dots near a mark start above and under it, further out where marks are stacked.
        cleared = max((abs(on_line[one]) + _MARKED for one in near), default=0) / _DOT
        step = stacks.get(column, 0) + 2 * round(cleared) - bool(near)
        stacks[column] = stacks.get(column, 0) + 1
        levels[area] = (step + 1) // 2 * (1 if step % 2 else -1)
    highest = max((abs(level) for level in levels.values()), default=1) or 1
    pitch = min(float(_DOT), _HALF_SWARM / highest)
    return on_line | {area: level * pitch for area, level in levels.items()}


def _marked_heights(
    points: Mapping[str, Point], marked: Sequence[str], per_pixel: float
) -> dict[str, float]:
    """Keep marks on the middle line, but move those that would cover another off it."""
    heights: dict[str, float] = {}
    for area in (one for one in marked if one in points):
        near = [one for one in heights if _is_near(points[one], points[area].value, per_pixel)]
        free = (height for height in _OFF_LINE if all(heights[one] != height for one in near))
        heights[area] = next(free, 0.0)
    return heights


def _is_near(mark: Point, value: float, per_pixel: float) -> bool:
    return abs(mark.value - value) < per_pixel * _MARKED


def _per_pixel(scale: Scale, look: Look) -> float:
    return (scale.high - scale.low) / _WIDTH[look.compact]


def _peers(obs: pd.DataFrame, marked: Sequence[str]) -> list[str]:
    """List the areas of the same level as the marked ones: codes of one level start alike."""
    kind = marked[0][:2] if marked else COUNTRY
    return [str(code) for code in obs["area"].unique() if str(code).startswith(kind)]


def _labels(
    obs: pd.DataFrame,
    peers: Mapping[str, Point],
    marked: Sequence[str],
    scale: Scale,
    look: Look,
    names: Mapping[str, str],
) -> list[Label]:
    """Place the names so that no leader runs through another name: they unfold like flags."""
    shown = [area for area in marked if area in peers]
    texts = _texts(obs, peers, shown, look)
    per_pixel = _per_pixel(scale, look)
    at = {area: (peers[area].value - scale.low) / per_pixel for area in shown}
    width = {area: text_width(f"{names[area]} {texts[area]}", LABEL_SIZE, True) for area in shown}
    to_left = {area: at[area] > _WIDTH[look.compact] / 2 for area in shown}
    if all(at[area] >= width[area] for area in shown):
        to_left = dict.fromkeys(shown, True)
    elif all(at[area] + width[area] <= _WIDTH[look.compact] for area in shown):
        to_left = dict.fromkeys(shown, False)
    order = sorted((area for area in shown if to_left[area]), key=lambda one: at[one])
    order += sorted((area for area in shown if not to_left[area]), key=lambda one: -at[one])
    return [
        Label(area, f"<b>{names[area]}</b> {texts[area]}", peers[area].value, row, to_left[area])
        for row, area in enumerate(order)
    ]


def _texts(
    obs: pd.DataFrame, peers: Mapping[str, Point], shown: Sequence[str], look: Look
) -> dict[str, str]:
    if look.compact or len(peers) <= _RANKED or not shown:
        return {area: peers[area].text for area in shown}
    places = rank(obs, peers[shown[0]].period, tuple(peers))
    count = len(peers)
    return {
        area: f"{peers[area].text} · "
        + look.language.text("rank {rank} of {count}", rank=places[area], count=count)
        for area in shown
    }


def _traces(
    peers: Mapping[str, Point],
    heights: Mapping[str, float],
    marked: Sequence[str],
    look: Look,
    names: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Make one trace of all grey dots and one for each marked area."""
    others = [area for area in peers if area not in marked]
    traces = [_trace([area], peers, heights, look, names) for area in marked if area in peers]
    return [_trace(others, peers, heights, look, names), *traces] if others else traces


def _trace(
    areas: Sequence[str],
    peers: Mapping[str, Point],
    heights: Mapping[str, float],
    look: Look,
    names: Mapping[str, str],
) -> dict[str, Any]:
    own = identity(areas[0], look.dark)
    is_marked = own.width > _THIN
    label = [names.get(area, area) for area in areas]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": label[0] if is_marked else "",
        "x": [peers[area].value for area in areas],
        "y": [heights[area] for area in areas],
        "marker": {
            "symbol": own.symbol,
            "color": own.colour,
            "size": _MARKED if is_marked else _DOT,
            "opacity": 1 if is_marked else _FAINT,
            "line": {"width": 0},
        },
        "customdata": [
            f"<b>{name}</b> {peers[area].text}" for name, area in zip(label, areas, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _notes(
    labels: Sequence[Label],
    country: Point | None,
    scale: Scale,
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
    edges: tuple[float, float],
) -> list[dict[str, Any]]:
    low, reach = edges
    notes = [_label_note(label, reach, look) for label in labels]
    if country:
        to_left = country.value > (scale.low + scale.high) / 2
        text = f"<b>{names[COUNTRY]}</b> {country.text}"
        colour = label_colour(COUNTRY, look.dark)
        notes.append(_flag(note(text, look, LABEL_SIZE, colour), country.value, -low, to_left))
    titles = unit_title(scale, unit, look)
    if any("·" in label.text for label in labels):
        titles.append(_rank_note(look))
    return notes + titles


def _label_note(label: Label, reach: float, look: Look) -> dict[str, Any]:
    text = note(label.text, look, LABEL_SIZE, label_colour(label.area, look.dark))
    return _flag(text, label.x, reach + label.row * _LABEL_ROW, label.to_left)


def _flag(text: dict[str, Any], x: float, bottom: float, to_left: bool) -> dict[str, Any]:
    """Hang a text beside a vertical line, over ``bottom`` pixels from the middle line."""
    side = {"xanchor": "right", "xshift": -4} if to_left else {"xanchor": "left", "xshift": 4}
    return text | side | {"x": x, "xref": "x", "y": bottom, "yref": "y", "yanchor": "bottom"}


def _rank_note(look: Look) -> dict[str, Any]:
    """Say which end the ranks count from."""
    return note(look.language.text("rank 1 = highest"), look) | {
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 8,
    }


def _leader(label: Label, reach: float, look: Look) -> dict[str, Any]:
    top = reach + (label.row + _MOST_OF_A_ROW) * _LABEL_ROW
    line = {"color": identity(label.area, look.dark).colour, "width": 1.5}
    return _vertical(label.x, 0, top, line)


def _country_line(country: Point, low: float, reach: float, look: Look) -> dict[str, Any]:
    own = identity(COUNTRY, look.dark)
    return _vertical(
        country.value, -low, reach - _CLEAR / 2, {"color": own.colour, "width": own.width}
    )


def _vertical(x: float, low: float, high: float, line: dict[str, Any]) -> dict[str, Any]:
    ends = {"x0": x, "x1": x, "y0": low, "y1": high}
    return {"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": line, **ends}
