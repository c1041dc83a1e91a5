"""What the colours and fills of columns mean: the fills, the names of areas, the key of statuses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.figures.axes import note
from components.figures.columns import Columns
from components.figures.palette import identity, label_colour, tint
from components.figures.template import LABEL_SIZE, TICK_SIZE, Frame, Look
from components.messages import message
from data.levels import BUDGETS, PLAN
from data.model import COUNTRY

KEY_SHIFT = 34  # pixels from the plot to the row of keys
NAME_HEIGHT = 26
NO_AREA = ""  # has the grey of all other areas
_GLYPHS = {"circle": "●", "square": "■", "diamond": "◆"}
_COUNTRY_GLYPH = "—"
# A trace without columns stands in the key alone.
UNSEEN = {"x": [None], "y": [None], "hoverinfo": "skip", "showlegend": True}
_OPEN = frozenset({"projection", "provisional"})
_PALE, _PALER = 0.16, 0.3
_HATCHES = {"budget": "/", "amended_budget": "\\"}


def column_fill(area: str, statuses: Sequence[str], dark: bool) -> dict[str, Any]:
    """Fill outcomes, hatch budgets, pale plans and preliminary figures; all in the area's colour."""
    colour = identity(area, dark).colour
    pale = tint(colour, _PALER)
    return {
        "color": [pale if one == PLAN or one in _OPEN else colour for one in statuses],
        "line": {
            "color": colour,
            "width": [1.5 if one in BUDGETS or one in _OPEN else 0 for one in statuses],
        },
        "pattern": {
            "shape": [_HATCHES.get(one, "") for one in statuses],
            "fgcolor": colour,
            "bgcolor": tint(colour, _PALE),
            "size": 7,
            "solidity": 0.45,
            "fillmode": "replace",
        },
    }


def named_area(area: str, name: str, look: Look) -> str:
    """Write an area's marker and name in its colour."""
    own = identity(area, look.dark)
    glyph = _COUNTRY_GLYPH if area == COUNTRY else _GLYPHS[own.symbol]
    colour = label_colour(area, look.dark)
    return f'<span style="color:{colour}">{glyph}\u00a0<b>{name}</b></span>'


def _named(area: str, columns: Columns) -> str:
    return named_area(area, columns.names[area], columns.look)


def area_key(columns: Columns) -> dict[str, Any]:
    """Name the columns of every group once, in their order, over the plot."""
    text = "\u2003".join(_named(area, columns) for area in columns.areas)
    size = TICK_SIZE if columns.look.compact else LABEL_SIZE
    return note(text, columns.look, size) | {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": KEY_SHIFT,
    }


def area_heading(place: float, area: str, columns: Columns) -> dict[str, Any]:
    """Name an area under its group of columns, or over it where they lie."""
    heading = note(_named(area, columns), columns.look, LABEL_SIZE)
    if columns.is_lying:
        top = min(one.place for one in columns.items if one.area == area) - 1
        return heading | {"x": 0, "xref": "x", "xanchor": "left", "y": top, "yref": "y"}
    below = {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -NAME_HEIGHT}
    return heading | {"x": place, "xref": "x", "xanchor": "center"} | below


def status_key_layout(columns: Columns, frame: Frame) -> dict[str, Any]:
    """Place the key of fills at the right, over the unit and all labels."""
    up = KEY_SHIFT / frame.plot_height
    legend = {
        "orientation": "h",
        "traceorder": "normal",
        "x": 1,
        "xanchor": "right",
        "y": 1 + up,
        "yanchor": "bottom",
        "itemclick": False,
        "itemdoubleclick": False,
        "font": {"size": TICK_SIZE},
    }
    return {"showlegend": bool(status_key(columns)), "legend": legend}


def status_key(columns: Columns) -> list[dict[str, Any]]:
    """Explain hatch and paleness with neutral swatches; a trace without columns makes each."""
    seen = {column.point.status for column in columns.items}
    kinds = {
        message("outcome"): seen - BUDGETS - {PLAN} - _OPEN,
        message("provisional"): seen & {"provisional"},
        message("projection"): seen & {"projection"},
        message("budget"): seen & {"budget"},
        message("amended budget"): seen & {"amended_budget"},
        message("plan"): seen & {PLAN},
    }
    if seen == kinds["outcome"]:
        return []
    return [_swatch(msgid, min(found), columns) for msgid, found in kinds.items() if found]


def _outlined(fill: dict[str, Any]) -> dict[str, Any]:
    """Give every swatch an edge, so that a pale one is not taken for the field of a group."""
    return fill | {"line": fill["line"] | {"width": [1.5]}}


def _swatch(msgid: str, status: str, columns: Columns) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": columns.look.language.text(msgid),
        "marker": _outlined(column_fill(NO_AREA, [status], columns.look.dark)),
    } | UNSEEN
