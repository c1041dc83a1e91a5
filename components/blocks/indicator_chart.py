"""The chart of one indicator."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loading
from components.figures.chart import chart_figure
from data.model import Indicator

_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def show(indicator: Indicator, obs: pd.DataFrame, sentence: str) -> None:
    """Draw the chart that fits the figures.

    Args:
        indicator: The declaration.
        obs: Its prepared observations.
        sentence: What the chart says, for readers who do not see it.
    """
    catalogue, look = loading.catalogue(), loading.look()
    figure = chart_figure(
        indicator,
        catalogue.unit(indicator),
        obs,
        catalogue.breaks(indicator.id),
        look,
        catalogue.area_names(look.language.code),
    )
    st.plotly_chart(
        figure,
        width="stretch",
        theme=None,
        key=f"chart-{indicator.id}",
        config=_CONFIG,
        alt=sentence,
    )
