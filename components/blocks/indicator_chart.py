"""The chart of one indicator."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import loading
from components.blocks import event_switch
from components.figures.chart import chart_figure
from components.figures.season import same_season
from components.figures.template import Look
from data.catalogue import Catalogue
from data.events import Event
from data.model import Indicator

_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def show(indicator: Indicator, sentence: str) -> None:
    """Draw the chart that fits the figures.

    Args:
        indicator: A series whose figures can be read.
        sentence: What the chart says, for readers who do not see it.
    """
    st.plotly_chart(
        _figure(
            loading.catalogue(),
            indicator.id,
            loading.look(),
            is_in_season(indicator),
            event_switch.shown_events(indicator.theme),
        ),
        width="stretch",
        theme=None,
        key=f"chart-{indicator.id}",
        config=_CONFIG,
        alt=sentence,
    )


def is_in_season(indicator: Indicator) -> bool:
    """Tell whether the reader chose the same month or quarter of every year."""
    return bool(st.session_state.get(_choice_key(indicator)))


def season_choice(indicator: Indicator) -> None:
    """Offer the same month or quarter of every year, where the zigzag of a year hides the trend.

    Args:
        indicator: A series whose figures can be read.
    """
    catalogue, language = loading.catalogue(), loading.language()
    if _same_season(catalogue, indicator.id) is None:
        return
    is_quarterly = catalogue.compared(indicator.id)["period"].str.contains("Q").any()
    label = "Same quarter each year" if is_quarterly else "Same month each year"
    st.toggle(language.text(label), key=_choice_key(indicator))


def _choice_key(indicator: Indicator) -> str:
    return f"season-{indicator.id}"


def drawn(catalogue: Catalogue, indicator_id: str, in_season: bool) -> pd.DataFrame:
    """Return the observations that the chart draws.

    Args:
        catalogue: Gives the figures.
        indicator_id: Of a series.
        in_season: Only the same month or quarter of every year, where that is offered.
    """
    same = _same_season(catalogue, indicator_id) if in_season else None
    return catalogue.observations(indicator_id) if same is None else same


@lru_cache(maxsize=64)
def _same_season(catalogue: Catalogue, indicator_id: str) -> pd.DataFrame | None:
    areas = catalogue.indicator(indicator_id).own_areas
    return same_season(catalogue.compared(indicator_id), areas)


@lru_cache(maxsize=256)
def _figure(
    catalogue: Catalogue,
    indicator_id: str,
    look: Look,
    in_season: bool,
    events: tuple[Event, ...],
) -> go.Figure:
    """Make a chart once per build, language and theme; nobody changes it afterwards."""
    indicator = catalogue.indicator(indicator_id)
    return chart_figure(
        indicator,
        catalogue.unit(indicator),
        drawn(catalogue, indicator_id, in_season),
        catalogue.breaks(indicator_id),
        look,
        catalogue.area_names(look.language.code),
        events,
    )
