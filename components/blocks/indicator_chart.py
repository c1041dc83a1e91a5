"""The chart of one indicator."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from components import loading, selection
from components.blocks import comparison_group, event_switch, view_choice
from components.figures.chart import chart_figure
from components.figures.parts import parts_figure
from components.figures.template import Look
from components.figures.views import View, view_name, view_remark
from data.catalogue import Catalogue
from data.choice import Choice
from data.events import Event
from data.model import Indicator
from data.presenting.view import view as presented

CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def show(indicator: Indicator, sentence: str) -> None:
    """Draw the chart that fits the figures.

    Args:
        indicator: A series whose figures can be read.
        sentence: What the chart says, for readers who do not see it.
    """
    st.plotly_chart(
        current_figure(indicator, loading.look()),
        width="stretch",
        theme=None,
        key=f"chart-{indicator.id}",
        config=CONFIG,
        alt=_said(indicator, sentence),
    )
    show_key(indicator)


def show_key(indicator: Indicator) -> None:
    """Explain what the chart draws of the comparison group, where it draws any of it."""
    key = _group_key(loading.catalogue(), indicator.id, loading.look(), selection.read().choice)
    if key and view_choice.chosen(indicator) is not View.PARTS:
        st.html(f'<p class="presented-note">{escape(key)}</p>')


@lru_cache(maxsize=512)
def _group_key(catalogue: Catalogue, indicator_id: str, look: Look, choice: Choice) -> str:
    return comparison_group.key(presented(catalogue, indicator_id, choice), catalogue, look)


def _said(indicator: Indicator, sentence: str) -> str:
    """Add the view to what the chart says, where there is a choice."""
    choice = selection.read().choice
    if len(view_choice.offered(loading.catalogue(), indicator.id, choice)) < 2:
        return sentence
    view = view_name(view_choice.chosen(indicator), indicator, loading.language())
    return f"{sentence} {view}."


def current_figure(indicator: Indicator, look: Look) -> go.Figure:
    """Give the chart of the view and the events that the reader has chosen.

    Args:
        indicator: A series whose figures can be read.
        look: Language, theme and size; a picture may ask for another than the screen's.
    """
    return figure(
        loading.catalogue(),
        indicator.id,
        look,
        view_choice.chosen(indicator),
        event_switch.shown_events(indicator.theme),
        selection.read().choice,
    )


@lru_cache(maxsize=256)
def figure(
    catalogue: Catalogue,
    indicator_id: str,
    look: Look,
    view: View,
    events: tuple[Event, ...],
    choice: Choice,
) -> go.Figure:
    """Make a chart once per build, language, theme and choice; nobody changes it afterwards."""
    shown = presented(catalogue, indicator_id, choice)
    indicator, breaks = shown.indicator, shown.breaks
    names = catalogue.area_names(look.language.code)
    if view is View.PARTS:
        parts = parts_figure(indicator, shown.unit, shown.obs, breaks, look, names)
        if parts is not None:
            return parts
    drawn = view_choice.drawn(shown, view)
    return chart_figure(
        indicator,
        shown.unit,
        drawn,
        breaks,
        look,
        names,
        events,
        comparison_group.benchmark(catalogue, choice),
        comparison_group.others(shown, catalogue, look.language),
        remark=view_remark(
            view, indicator, drawn if view is View.MEAN else shown.obs, look.language
        ),
    )
