"""The chart of one indicator."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from components import loading
from components.figures.chart import chart_figure
from components.figures.template import Look
from data.catalogue import Catalogue
from data.model import Indicator

_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def show(indicator: Indicator, sentence: str) -> None:
    """Draw the chart that fits the figures.

    Args:
        indicator: A series whose figures can be read.
        sentence: What the chart says, for readers who do not see it.
    """
    st.plotly_chart(
        _figure(loading.catalogue(), indicator.id, loading.look()),
        width="stretch",
        theme=None,
        key=f"chart-{indicator.id}",
        config=_CONFIG,
        alt=sentence,
    )


@lru_cache(maxsize=256)
def _figure(catalogue: Catalogue, indicator_id: str, look: Look) -> go.Figure:
    """Make a chart once per build, language and theme; nobody changes it afterwards."""
    indicator = catalogue.indicator(indicator_id)
    return chart_figure(
        indicator,
        catalogue.unit(indicator),
        catalogue.observations(indicator_id),
        catalogue.breaks(indicator_id),
        look,
        catalogue.area_names(look.language.code),
    )
