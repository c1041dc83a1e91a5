"""The lines of one panel of small multiples: others behind, the country thin, its own area strong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components.figures.multiples_panels import Panel
from components.figures.multiples_rows import DrawnRow
from components.figures.palette import Identity, identity
from components.figures.series import Point
from components.figures.template import Look
from data.model import COUNTRY
from data.periods import position

_FAINT = 0.6
_BEHIND = 1.4  # width of a line in pixels
_MARK, _SMALL = 9, 5
_OWN_WIDTH, _DENSE_WIDTH = 2.6, 1.8
_DENSE = 60  # points: dashes of a denser line would run together
_DIGITS = 3  # of a decimal year, about nine hours


def panel_traces(
    number: int, panel: Panel, one: DrawnRow, look: Look, names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Make the traces of a panel.

    Args:
        number: of the panel, from 1: which axes it has.
        panel: which row and column it is.
        one: the row's figures.
        look: theme.
        names: name of each area in the language.
    """
    own = one.columns[panel.column]
    say = look.language.period_short
    behind = [area for area in one.columns if area != own and area in one.series]
    grey = Identity(identity("", look.dark).colour, "circle", "solid", _BEHIND)
    traces = []
    for area in behind:
        traces += [trace | {"opacity": _FAINT} for trace in _drawn(area, one, grey, say)]
    if COUNTRY in one.series and own != COUNTRY:
        traces += _drawn(COUNTRY, one, identity(COUNTRY, look.dark), say, names[COUNTRY])
    if own in one.series:
        traces += _drawn(own, one, _strong(own, one, look), say, names[own], is_own=True)
    key = "" if number == 1 else str(number)
    return [trace | {"xaxis": f"x{key}", "yaxis": f"y{key}"} for trace in traces]


def _strong(area: str, one: DrawnRow, look: Look) -> Identity:
    own = identity(area, look.dark)
    if len(one.series[area]) > _DENSE:
        return Identity(own.colour, own.symbol, "solid", _DENSE_WIDTH)
    return Identity(own.colour, own.symbol, own.dash, _OWN_WIDTH)


def _drawn(
    area: str,
    one: DrawnRow,
    style: Identity,
    say: Callable[[str], str],
    name: str = "",
    is_own: bool = False,
) -> list[dict[str, Any]]:
    """Draw an area's line and its lone points; without a name nothing is said on hover, else the period by ``say``."""
    stretches = one.stretches(area)
    long = [stretch for stretch in stretches if len(stretch) > 1]
    marked = [stretch[0] for stretch in stretches if len(stretch) == 1]
    last = one.series[area][-1]
    if is_own and last not in marked:
        marked.append(last)
    traces = []
    if long:
        line = {"color": style.colour, "dash": style.dash, "width": style.width}
        traces.append(_trace(long, "lines", say, name) | {"connectgaps": False, "line": line})
    if marked:
        size = _MARK if is_own else _SMALL
        marker = {"symbol": style.symbol, "size": size, "color": style.colour}
        traces.append(
            _trace([marked], "markers", say, name) | {"marker": marker, "cliponaxis": False}
        )
    return traces


def _trace(
    stretches: Sequence[Sequence[Point]], mode: str, say: Callable[[str], str], name: str
) -> dict[str, Any]:
    """Write stretches as one trace; None between them keeps the gaps open."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    texts: list[str] = []
    for stretch in stretches:
        if xs:
            xs.append(None)
            ys.append(None)
            texts.append("")
        xs += [round(position(point.period), _DIGITS) for point in stretch]
        ys += [point.value for point in stretch]
        texts += [f"{say(point.period)}: {point.text}" for point in stretch]
    trace = {"type": "scatter", "mode": mode, "name": name, "x": xs, "y": ys}
    if not name:
        return trace | {"hoverinfo": "skip"}
    return trace | {
        "customdata": texts,
        "hovertemplate": f"<b>{name}</b> %{{customdata}}<extra></extra>",
    }
