"""Two series against each other: every area a dot, the three cities with their trails."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from components import loading, selection
from components.accepted import explorable
from components.blocks import unavailable
from components.blocks.explorer.asked import Asked
from components.figures.measure_axis import Measure
from components.figures.relation import relation_figure
from components.figures.template import Look
from components.relation_words import axis_title, caution, relation_sentence
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.model import Indicator
from data.relation import Pairing, paired

_NONE = ""
_WIDGET = "explorer-second"
_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def show(asked: Asked) -> None:
    """Draw the choice of a second series and, once one is chosen, the scatter with its warning."""
    language = asked.look.language
    st.header(language.text("Relation to another series"), anchor="toinen")
    second = _choice(asked)
    if second is None:
        return
    try:
        found = _paired(asked.catalogue, asked.series, second.id)
    except UnavailableSeries as error:
        unavailable.show(second, error)
        return
    sentence = relation_sentence(found, language)
    st.html(f'<h3 class="statement">{escape(sentence)}</h3>')
    if found is None:
        return
    st.plotly_chart(
        _figure(asked.catalogue, asked.series, second.id, asked.area, asked.look),
        width="stretch",
        theme=None,
        key="chart-relation",
        config=_CONFIG,
        alt=sentence,
    )
    st.html(f'<p class="presented-note">{escape(caution(found, language))}</p>')


def _choice(asked: Asked) -> Indicator | None:
    catalogue, language = asked.catalogue, asked.look.language
    offered = [it for it in explorable(catalogue) if it.id != asked.series]
    titles = {_NONE: language.text("No other series")}
    titles |= {it.id: language.pick(it.title) for it in offered}
    chosen = selection.read().second
    st.session_state[_WIDGET] = chosen if chosen in titles else _NONE
    st.selectbox(
        language.text("The series on the upright axis"),
        list(titles),
        format_func=titles.__getitem__,
        key=_WIDGET,
        on_change=_keep,
        width=560,
    )
    return catalogue.indicator(chosen) if chosen and chosen in titles else None


def _keep() -> None:
    selection.choose(**{selection.SECOND: st.session_state[_WIDGET] or None})


@lru_cache(maxsize=128)
def _paired(catalogue: Catalogue, first: str, second: str) -> Pairing | None:
    return paired(
        catalogue.observations(first),
        catalogue.observations(second),
        catalogue.breaks(first),
        catalogue.breaks(second),
    )


@lru_cache(maxsize=128)
def _figure(catalogue: Catalogue, first: str, second: str, area: str, look: Look) -> go.Figure:
    found = _paired(catalogue, first, second)
    assert found is not None  # the caller told the two cases apart
    names = catalogue.area_names(look.language.code)
    x = _measure(catalogue.indicator(first), found.x_period, look)
    y = _measure(catalogue.indicator(second), found.y_period, look)
    return relation_figure(found, x, y, look, names, chosen=area)


def _measure(indicator: Indicator, period: str, look: Look) -> Measure:
    title = look.language.pick(indicator.title)
    unit = loading.catalogue().unit(indicator)
    return Measure(axis_title(title, period, look.language), unit)
