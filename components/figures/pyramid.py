"""Age pyramids: one per area, shares of the total by age group, an earlier year filled, a later one outlined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

import plotly.graph_objects as go

from components.figures.axes import NO_BREAK, note
from components.figures.keys import named_area
from components.figures.palette import identity, inks, tint
from components.figures.series import shared_status, worded_period
from components.figures.template import LABEL_SIZE, TEXT_SIZE, TICK_SIZE, Frame, Look, make_figure
from data.composition import Whole
from data.model import Unit
from data.parts import Parts

_PITCH = {False: 19, True: 17}  # pixels of one age group
_TITLE, _HEADING, _TICKS, _SIDE = 30, 34, 30, 12
_LABELS = {False: 1, True: 2}  # every how many age groups are named
_APART = 0.035  # of the width, between two pyramids
_FILL = 0.55
_OUTLINE = 2.5
_STEP = 2  # per cent between two ticks
_BEYOND = 1.04
_SPACE = "\u2003"


@dataclass(frozen=True, slots=True)
class _Pyramids:
    """What all parts of one figure share."""

    wholes: Mapping[str, Mapping[str, Whole]]
    areas: Sequence[str]
    earlier: str
    later: str | None
    keys: Sequence[str]
    labels: Sequence[str]
    top_share: float
    unit: Unit
    look: Look
    names: Mapping[str, str]


def pyramid_figure(
    wholes: Mapping[str, Mapping[str, Whole]],
    periods: Sequence[str],
    parts: Parts,
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
) -> go.Figure:
    """Draw the age groups of each area from the youngest at the bottom, on one common axis.

    The pyramids stand side by side, on a phone under each other. Areas differ in size, so the axis
    is a share of the area's own total.

    Args:
        wholes: by area in the order of drawing, and period; an area without the shown ones is left out.
        periods: the first is filled, the last is outlined.
        parts: the age groups from the youngest.
        unit: of the values.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    drawing = _drawing(wholes, periods, parts, unit, look, names)
    count = len(drawing.areas)
    panel = _PITCH[look.compact] * len(drawing.keys)
    rows = max(count, 1) if look.compact else 1
    top = _HEADING + _TITLE * (2 if look.compact else 1)
    frame = Frame(
        height=top + rows * panel + (rows - 1) * (_HEADING + _TICKS) + _TICKS + _SIDE,
        top=top,
        right=_SIDE,
        bottom=_TICKS + _SIDE,
        left=_SIDE,
    )
    layout: dict[str, Any] = {"hovermode": "closest", "barmode": "overlay", "annotations": []}
    layout["annotations"].append(_key(drawing))
    for place, area in enumerate(drawing.areas):
        across, upright = _domains(place, count, panel, frame, look)
        layout[f"xaxis{_number(place)}"] = _share_axis(place, across, drawing)
        layout[f"yaxis{_number(place)}"] = _age_axis(place, upright, drawing)
        layout["annotations"].append(_heading(area, across[0], upright[1], drawing))
    traces = [
        trace for place, area in enumerate(drawing.areas) for trace in _traces(place, area, drawing)
    ]
    return make_figure(traces, layout, frame, look)


def _drawing(
    wholes: Mapping[str, Mapping[str, Whole]],
    periods: Sequence[str],
    parts: Parts,
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
) -> _Pyramids:
    shown = [periods[0], periods[-1]] if len(periods) > 1 else list(periods)
    areas = [area for area, known in wholes.items() if shown and set(shown) <= set(known)]
    keys = list(parts.names)
    shares = [wholes[area][one].share(key) for area in areas for one in shown for key in keys]
    return _Pyramids(
        wholes=wholes,
        areas=areas,
        earlier=shown[0] if shown else "",
        later=shown[1] if len(shown) > 1 else None,
        keys=keys,
        labels=[look.language.pick(parts.names[key]) for key in keys],
        top_share=max(shares, default=1.0),
        unit=unit,
        look=look,
        names=names,
    )


def _domains(
    place: int, count: int, panel: int, frame: Frame, look: Look
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the part of the plot that a pyramid takes, across and upright, from 0 to 1."""
    if look.compact:
        high = 1 - place * (panel + _HEADING + _TICKS) / frame.plot_height
        return (0.0, 1.0), (max(high - panel / frame.plot_height, 0.0), high)
    width = (1 - _APART * (count - 1)) / count
    start = place * (width + _APART)
    return (start, start + width), (0.0, 1.0)


def _share_axis(place: int, across: tuple[float, float], drawing: _Pyramids) -> dict[str, Any]:
    step = _STEP if drawing.top_share > 2 * _STEP else 1
    ticks = list(range(0, floor(drawing.top_share) + 1, step))
    return {
        "domain": list(across),
        "anchor": f"y{_number(place)}",
        "range": [0, drawing.top_share * _BEYOND],
        "showgrid": True,
        "tickmode": "array",
        "tickvals": ticks,
        "ticktext": [drawing.look.language.percent(tick, 0) for tick in ticks],
        "tickfont": {"size": TICK_SIZE},
        "zeroline": True,
        "zerolinecolor": inks(drawing.look.dark).axis,
    }


def _age_axis(place: int, upright: tuple[float, float], drawing: _Pyramids) -> dict[str, Any]:
    """Count the age groups from the bottom; only the leftmost pyramid of a row names them."""
    every = _LABELS[drawing.look.compact]
    named = place == 0 or drawing.look.compact
    places = range(0, len(drawing.keys), every)
    return {
        "domain": list(upright),
        "anchor": f"x{_number(place)}",
        "range": [-0.6, len(drawing.keys) - 0.4],
        "showgrid": False,
        "tickmode": "array",
        "tickvals": list(places) if named else [],
        "ticktext": [drawing.labels[one] for one in places] if named else [],
        "tickfont": {"size": TICK_SIZE},
    }


def _traces(place: int, area: str, drawing: _Pyramids) -> list[dict[str, Any]]:
    known = drawing.wholes[area]
    traces = [_bars(area, known[drawing.earlier], drawing)]
    if drawing.later:
        traces.append(_outline(area, known[drawing.later], drawing))
    axes = {"xaxis": f"x{_number(place)}", "yaxis": f"y{_number(place)}"}
    return [trace | axes for trace in traces]


def _bars(area: str, whole: Whole, drawing: _Pyramids) -> dict[str, Any]:
    colour = identity(area, drawing.look.dark).colour
    return {
        "type": "bar",
        "orientation": "h",
        "name": drawing.names[area],
        "x": [whole.share(key) for key in drawing.keys],
        "y": list(range(len(drawing.keys))),
        "width": 0.86,
        "marker": {"color": tint(colour, _FILL), "line": {"width": 0}},
        "customdata": [_hover(area, place, drawing) for place in range(len(drawing.keys))],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _outline(area: str, whole: Whole, drawing: _Pyramids) -> dict[str, Any]:
    """Run a line in steps along the ends of the later year's bars."""
    shares = [whole.share(key) for key in drawing.keys]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": drawing.names[area],
        "x": [share for share in shares for _ in range(2)],
        "y": [place + side for place in range(len(shares)) for side in (-0.5, 0.5)],
        "line": {"color": inks(drawing.look.dark).text, "width": _OUTLINE},
        "customdata": [_hover(area, place, drawing) for place in range(len(shares)) for _ in "ab"],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _hover(area: str, place: int, drawing: _Pyramids) -> str:
    """Say both years of one age group, as share and amount."""
    lines = [f"<b>{drawing.names[area]}, {drawing.labels[place]}</b>"]
    for period in (drawing.earlier, drawing.later):
        if period is None:
            continue
        whole, key = drawing.wholes[area][period], drawing.keys[place]
        amount = drawing.look.language.quantity(whole.parts.get(key, 0.0), drawing.unit)
        share = drawing.look.language.percent(whole.share(key), 1)
        lines.append(f"{drawing.look.language.period(period)}: {share} ({amount})")
    return "<br>".join(lines)


def _key(drawing: _Pyramids) -> dict[str, Any]:
    """Say what is filled and what is outlined, and what the axis measures."""
    language = drawing.look.language
    title, years = language.text("Share of the total, %"), []
    if drawing.areas:
        known = drawing.wholes[drawing.areas[0]]
        shown = [known[one].total for one in (drawing.earlier, drawing.later) if one]
        word = shared_status(shown, language)
        title = f"{title} · {word}" if word else title
        years = [
            language.period(one.period) if word else worded_period(one, language) for one in shown
        ]
    line = f'<span style="color:{inks(drawing.look.dark).text}"><b>┃</b></span>'
    signed = [f"{sign}{NO_BREAK}{year}" for sign, year in zip(("■", line), years, strict=False)]
    text = ("<br>" if drawing.look.compact else _SPACE).join((title, _SPACE.join(signed)))
    return note(text, drawing.look, TEXT_SIZE) | {
        "align": "left",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": _HEADING,
    }


def _heading(area: str, x: float, y: float, drawing: _Pyramids) -> dict[str, Any]:
    text = named_area(area, drawing.names[area], drawing.look)
    return note(text, drawing.look, LABEL_SIZE) | {
        "x": x,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 2,
    }


def _number(place: int) -> str:
    """Name an axis as plotly does: the first has no number."""
    return str(place + 1) if place else ""
