"""What a picture can draw of a chart: anything else is an error, never left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")
Words = frozenset[str]


class UnknownElement(ValueError):
    """A chart has an element that a picture cannot draw."""


def _words(text: str) -> Words:
    return frozenset(text.split())


_AXIS = _words(
    "automargin anchor categoryarray categoryorder domain fixedrange gridcolor gridwidth range "
    "showgrid showticklabels spikecolor spikedash spikemode spikethickness tickangle tickcolor "
    "tickfont.color tickfont.size ticklabeloverflow ticklen tickmode ticks ticktext tickvals type "
    "visible zeroline zerolinecolor zerolinewidth"
)
_OF_ANY_TRACE = _words(
    "cliponaxis customdata hoverinfo hovertemplate name showlegend type x xaxis y yaxis"
)
TRACES = {
    "scatter": _OF_ANY_TRACE
    | _words(
        "connectgaps fill fillcolor line.color line.dash line.width marker.color "
        "marker.line.color marker.line.width marker.opacity marker.size marker.symbol mode zorder"
    ),
    "bar": _OF_ANY_TRACE
    | _words(
        "constraintext insidetextanchor marker.color marker.line.color marker.line.width "
        "marker.pattern.bgcolor marker.pattern.fgcolor marker.pattern.fillmode "
        "marker.pattern.shape marker.pattern.size marker.pattern.solidity orientation text "
        "textangle textfont.color textfont.size textposition width"
    ),
}
NOTE = _words(
    "align font.color font.size showarrow text x xanchor xref xshift y yanchor yref yshift"
)
SHAPE = _words("fillcolor layer line.color line.dash line.width opacity type x0 x1 xref y0 y1 yref")
_LEGEND = _words("font.size itemclick itemdoubleclick orientation traceorder x xanchor y yanchor")
_LAYOUT = _words(
    "barmode dragmode font.color font.family font.size height hoverdistance hoverlabel hovermode "
    "margin paper_bgcolor plot_bgcolor separators showlegend"
)
# Values that change what is drawn; the only ones known.
_VALUES: Mapping[str, tuple[object, ...]] = {
    "connectgaps": (False,),
    "fill": ("toself", None),
    "insidetextanchor": ("middle",),
    "marker.pattern.fillmode": ("replace",),
    "orientation": ("v", "h"),
    "showarrow": (False,),
    "textangle": (0,),
    "tickangle": (0,),
    "tickmode": ("array",),
    "ticks": ("", "outside"),
}


def check_figure(chart: Mapping[str, Any]) -> None:
    """Make sure that every part of a chart can be drawn.

    Args:
        chart: a plotly figure as plain mappings.

    Raises:
        UnknownElement: naming the first part that cannot.
    """
    for trace in chart["data"]:
        kind = trace.get("type", "scatter")
        check(trace, one_of(kind, TRACES, "type of trace"), kind)
    layout = {key: value for key, value in chart["layout"].items() if key != "template"}
    _check_layout(layout)
    _check_layout(chart["layout"].get("template", {}).get("layout", {}))


def check(element: Mapping[str, Any], known: Words, what: str) -> None:
    """Make sure that every property of an element is known, with its value where that matters.

    Raises:
        UnknownElement: naming the property.
    """
    for path, value in _paths(element):
        if path not in known and path.split(".")[0] not in known:
            raise UnknownElement(f"a picture cannot draw {path!r} of {what}")
        if path in _VALUES and value not in _VALUES[path]:
            raise UnknownElement(f"a picture cannot draw {path}={value!r} of {what}")


def one_of(value: str, known: Mapping[str, Value], what: str) -> Value:
    """Give what a word stands for.

    Raises:
        UnknownElement: the word is none of the known ones.
    """
    if value not in known:
        raise UnknownElement(f"a picture cannot draw {what} {value!r}, only {', '.join(known)}")
    return known[value]


def _check_layout(layout: Mapping[str, Any]) -> None:
    for key, value in layout.items():
        if key.rstrip("0123456789") in ("xaxis", "yaxis"):
            check(value, _AXIS, key)
        elif key in ("annotations", "shapes"):
            for one in value:
                check(one, NOTE if key == "annotations" else SHAPE, key)
        elif key == "legend":
            check(value, _LEGEND, key)
        else:
            check({key: value}, _LAYOUT, "the layout")


def _paths(element: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in element.items():
        if isinstance(value, Mapping):
            yield from _paths(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value
