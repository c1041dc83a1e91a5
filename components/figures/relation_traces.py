"""The dots, trails and marks of a scatter, and what all its parts share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.measure_axis import MeasureAxis
from components.figures.palette import identity, marked_identity
from components.figures.swarm import WIDTH
from components.figures.template import Frame, Look
from data.relation import Pair, Pairing

MARK, STEP = 15, 5  # diameters of the named marks and of the years of a trail
_DOT, _FAINT = 8, 0.6
_TRAIL_WIDTH = 1.8


@dataclass(frozen=True, slots=True)
class RelationDrawing:
    """What all parts of one scatter share."""

    pairing: Pairing
    country: Pair | None
    x: MeasureAxis
    y: MeasureAxis
    marked: Sequence[str]
    frame: Frame
    look: Look
    names: Mapping[str, str]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the plot in pixels; the width is what a laptop (phone) gives."""
        return float(WIDTH[self.look.compact]), float(self.frame.plot_height)

    def place(self, pair: Pair) -> tuple[float, float]:
        """Give where a pair stands on the axes."""
        return self.x.place(pair.x), self.y.place(pair.y)

    def pixels(self, pair: Pair) -> tuple[float, float]:
        """Give where a pair stands in pixels from the lower left end."""
        return self.x.part(pair.x) * self.size[0], self.y.part(pair.y) * self.size[1]


def relation_traces(drawing: RelationDrawing) -> list[dict[str, Any]]:
    """Make one trace of all grey dots, one of each trail and one of each mark."""
    trails = [_trail(area, drawing) for area in drawing.marked if area in drawing.pairing.trails]
    return [_dots(drawing), *trails, *(_mark(area, drawing) for area in drawing.marked)]


def _dots(drawing: RelationDrawing) -> dict[str, Any]:
    others = [pair for area, pair in drawing.pairing.pairs.items() if area not in drawing.marked]
    grey = identity("", drawing.look.dark)
    marker = {"symbol": "circle", "color": grey.colour, "size": _DOT, "opacity": _FAINT}
    return _markers(others, marker | {"line": {"width": 0}}, drawing)


def _mark(area: str, drawing: RelationDrawing) -> dict[str, Any]:
    own = marked_identity(area, drawing.look.dark)
    marker = {"symbol": own.symbol, "color": own.colour, "size": MARK, "line": {"width": 0}}
    return _markers([drawing.pairing.pairs[area]], marker, drawing) | {"zorder": 2}


def _markers(
    pairs: Sequence[Pair], marker: Mapping[str, Any], drawing: RelationDrawing
) -> dict[str, Any]:
    places = [drawing.place(pair) for pair in pairs]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "marker": marker,
        "customdata": [_said(pair, drawing) for pair in pairs],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _trail(area: str, drawing: RelationDrawing) -> dict[str, Any]:
    """Draw the years of one area as small marks, joined where nothing lies between."""
    own = identity(area, drawing.look.dark)
    xs: list[float | None] = []
    ys: list[float | None] = []
    texts: list[str] = []
    for stretch in drawing.pairing.trails[area]:
        for pair in stretch:
            x, y = drawing.place(pair)
            xs.append(x)
            ys.append(y)
            texts.append(_said(pair, drawing))
        xs.append(None)
        ys.append(None)
        texts.append("")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "",
        "x": xs,
        "y": ys,
        "connectgaps": False,
        "line": {"color": own.colour, "width": _TRAIL_WIDTH},
        "marker": {"symbol": own.symbol, "size": STEP, "color": own.colour},
        "customdata": texts,
        "hovertemplate": "%{customdata}<extra></extra>",
        "zorder": 1,
    }


def _said(pair: Pair, drawing: RelationDrawing) -> str:
    quantity = drawing.look.language.quantity
    name = drawing.names.get(pair.area, pair.area)
    x = quantity(pair.x, drawing.x.measure.unit)
    y = quantity(pair.y, drawing.y.measure.unit)
    return f"<b>{name}</b> {pair.year}<br>↔ {x}<br>↕ {y}"
