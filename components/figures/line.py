"""A line per area over time: gaps stay open, breaks are not crossed, ends are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.axes import (
    next_period,
    period_axis,
    timeline,
    unit_title,
    value_axis,
    value_scale,
)
from components.figures.band import (
    NOBODY,
    Others,
    Spread,
    band_traces,
    beyond,
    cut_off,
    reach,
    spreads,
)
from components.figures.labels import EndLabel, end_labels, label_margin
from components.figures.overlay import overlay
from components.figures.palette import Identity, chosen_identity, identity, inks, label_colour
from components.figures.series import (
    Point,
    Series,
    all_periods,
    all_values,
    is_open,
    read_series,
    shared_period,
)
from components.figures.template import Frame, Look, make_figure
from data.events import Event
from data.levels import BREAK
from data.model import COUNTRY, Break, Unit
from data.periods import position

_HEIGHT = {False: 420, True: 340}
_TOP, _BOTTOM, _LEFT, _RIGHT = 34, 36, 12, 18
_MARKED_EVERYWHERE = 15
_MARKER_SIZE = {"circle": 10, "square": 10, "diamond": 12, "triangle-up": 12}
_SMALL_MARKER = 6
_THIN = 2.0
_MEMBER_DASH, _MEMBER_WIDTH = "4px,3px", 1.4
_HOVER_REACH = 20
_TITLE_LETTERS, _TITLE_LINE = 36, 20  # of a phone's line over the plot, and its height


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What all parts of one figure share."""

    series: Series
    stretches: Mapping[str, Sequence[Sequence[Point]]]
    periods: Sequence[str]
    words: Mapping[str, str]  # of each period: the place on the axis
    common: str | None
    look: Look
    names: Mapping[str, str]
    unit: Unit
    others: Others
    spreads: Sequence[Spread]

    def identity(self, area: str) -> Identity:
        """Give the look of an area; members of the group are thin, so that the compared areas lead."""
        own = identity(area, self.look.dark)
        if area in self.others.chosen:
            return chosen_identity()
        if area in self.others.areas:
            return replace(own, dash=_MEMBER_DASH, width=_MEMBER_WIDTH, symbol="circle")
        return own


def line_figure(
    obs: pd.DataFrame,
    areas: Sequence[str],
    unit: Unit,
    breaks: Sequence[Break],
    look: Look,
    names: Mapping[str, str],
    events: Sequence[Event] = (),
    others: Others = NOBODY,
    remark: str = "",
) -> go.Figure:
    """Draw the totals of some areas over time.

    Args:
        obs: prepared observations, any areas.
        areas: codes to draw, in the order of the hover box.
        unit: of the values; the axis is in its shown scale.
        breaks: places that no line crosses, numbered over the plot.
        look: language, theme and size of screen.
        names: name of each area in the language.
        events: marked with letters over the plot; those outside the figures are left out.
        others: the comparison group, drawn behind as a band, its median and named lines.
        remark: what the axis says of the values beside their unit.
    """
    drawing = _drawing(obs, areas, unit, breaks, look, names, others)
    values = all_values(drawing.series)
    values += reach(drawing.spreads, values, unit)
    scale = value_scale(values or [0.0, 1.0], unit, look, from_zero=False)
    outside = beyond(drawing.spreads, scale, unit, look)
    drawing = replace(drawing, spreads=cut_off(drawing.spreads, scale))
    marks = overlay(drawing.series, breaks, events, look)
    labels = [] if look.compact else _labels(drawing)
    over = marks.height
    titles = _wrapped(unit_title(scale, unit, look, 8 + over, remark), look)
    over += _TITLE_LINE * sum(one["text"].count("<br>") for one in titles)
    frame = Frame(
        height=_HEIGHT[look.compact],
        top=_TOP + over,
        right=label_margin(labels) if labels else _RIGHT,
        bottom=_BOTTOM,
        left=_LEFT,
    )
    notes = titles + end_labels(labels, scale, frame, look) + marks.notes + outside
    layout = {
        "hovermode": "x unified",
        "hoverdistance": _HOVER_REACH,
        "xaxis": period_axis(drawing.periods, look),
        "yaxis": value_axis(scale, unit, look),
        "annotations": notes,
        "shapes": marks.shapes,
    }
    traces = band_traces(drawing.spreads, breaks, others, look)
    traces += [_line(area, drawing) for area in drawing.series]
    traces += [trace for area in drawing.series for trace in _markers(area, drawing)]
    return make_figure(traces, layout, frame, look)


def _wrapped(titles: Sequence[dict[str, Any]], look: Look) -> list[dict[str, Any]]:
    """Break long words over the axis into lines where a phone would cut them off."""
    if not look.compact:
        return list(titles)
    return [
        one | {"text": "<br>".join(wrap(one["text"], _TITLE_LETTERS)), "align": "left"}
        for one in titles
    ]


def segments(
    area: str, points: Sequence[Point], breaks: Sequence[Break]
) -> list[tuple[Point, ...]]:
    """Cut a series into the stretches that a line may join: consecutive and without a break."""
    starts = [position(one.period) for one in breaks if not one.areas or area in one.areas]
    cut: list[list[Point]] = []
    for point in points:
        if cut and _joins(cut[-1][-1], point, starts):
            cut[-1].append(point)
        else:
            cut.append([point])
    return [tuple(stretch) for stretch in cut]


def _joins(earlier: Point, later: Point, starts: Sequence[float]) -> bool:
    if later.status == BREAK or next_period(earlier.period) != later.period:
        return False
    return not any(position(earlier.period) < at <= position(later.period) for at in starts)


def _drawing(
    obs: pd.DataFrame,
    areas: Sequence[str],
    unit: Unit,
    breaks: Sequence[Break],
    look: Look,
    names: Mapping[str, str],
    others: Others,
) -> _Drawing:
    read = read_series(obs, (*areas, *others.lines), unit, look.language)
    series = {area: points for area, points in read.items() if points}
    periods = timeline(all_periods(series))
    return _Drawing(
        series=series,
        stretches={area: segments(area, points, breaks) for area, points in series.items()},
        periods=periods,
        words={period: look.language.period(period) for period in periods},
        common=shared_period({area: series[area] for area in areas if area in series}),
        look=look,
        names=names,
        unit=unit,
        others=others,
        spreads=spreads(obs, others, unit, periods),
    )


def _line(area: str, drawing: _Drawing) -> dict[str, Any]:
    """Make the line of an area; None between its stretches keeps the gaps open."""
    own = drawing.identity(area)
    xs: list[str | None] = []
    ys: list[float | None] = []
    texts: list[str] = []
    for stretch in drawing.stretches[area]:
        if xs:
            xs.append(None)
            ys.append(None)
            texts.append("")
        xs += [drawing.words[point.period] for point in stretch]
        ys += [point.value for point in stretch]
        texts += [point.text for point in stretch]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": drawing.names[area],
        "x": xs,
        "y": ys,
        "connectgaps": False,
        "customdata": texts,
        "hovertemplate": f"<b>{drawing.names[area]}</b> %{{customdata}}<extra></extra>",
        "line": {"color": own.colour, "dash": own.dash, "width": own.width},
        "zorder": _depth(area, drawing),
    }


def _markers(area: str, drawing: _Drawing) -> list[dict[str, Any]]:
    """Mark the last and the lone points, or all where there are few; hollow ones apart."""
    marked = _marked(area, drawing)
    return [
        _marker_trace(area, chosen, hollow, drawing)
        for hollow in (False, True)
        if (chosen := [one for one in marked if is_open(one, drawing.common) is hollow])
    ]


def _marker_trace(
    area: str, points: Sequence[Point], hollow: bool, drawing: _Drawing
) -> dict[str, Any]:
    own = drawing.identity(area)
    fill = inks(drawing.look.dark).ground if hollow else own.colour
    size = _MARKER_SIZE[own.symbol] if own.width > _THIN else _SMALL_MARKER
    return {
        "type": "scatter",
        "mode": "markers",
        "name": drawing.names[area],
        "x": [drawing.words[point.period] for point in points],
        "y": [point.value for point in points],
        "marker": {
            "symbol": own.symbol,
            "size": size,
            "color": fill,
            "line": {"color": own.colour, "width": 2 if hollow else 0},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
        "zorder": _depth(area, drawing),
    }


def _marked(area: str, drawing: _Drawing) -> list[Point]:
    points = drawing.series[area]
    if len(drawing.periods) <= _MARKED_EVERYWHERE:
        return list(points)
    lone = [stretch[0] for stretch in drawing.stretches[area] if len(stretch) == 1]
    return lone if points[-1] in lone else [*lone, points[-1]]


def _depth(area: str, drawing: _Drawing) -> int:
    """Keep the compared areas over the country, and that over the others."""
    if area == COUNTRY:
        return 1
    return 2 if drawing.identity(area).width > _THIN else 0


def _labels(drawing: _Drawing) -> list[EndLabel]:
    """Name each line with its last value; a value older than the newest says its period."""
    labels = []
    for area, points in drawing.series.items():
        last = points[-1]
        text = last.text
        if last.period != drawing.periods[-1]:
            text = f"{text} ({drawing.look.language.period_short(last.period)})"
        is_chosen = area in drawing.others.chosen
        ink = inks(drawing.look.dark)
        colour = ink.text if is_chosen else label_colour(area, drawing.look.dark)
        labels.append(EndLabel(drawing.names[area], last.value, text, colour))
    if drawing.spreads and drawing.spreads[-1].has_middle:
        middle = drawing.spreads[-1].middle
        said = drawing.look.language.quantity(middle, replace(drawing.unit, scale=1.0))
        labels.append(EndLabel(drawing.others.name, middle, said, inks(drawing.look.dark).muted))
    return labels
