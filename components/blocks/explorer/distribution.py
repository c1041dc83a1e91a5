"""The distribution of all areas in one period: a dot for each, the marked ones named."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from components.blocks import comparison_group, indicator_chart
from components.blocks.explorer import extremes
from components.blocks.explorer.asked import Asked
from components.figures.chart import drawn_areas
from components.figures.dots import dot_figure
from data.model import COUNTRY
from data.presenting.across import Across


def show(asked: Asked, found: Across) -> None:
    """Draw the dots.

    Args:
        asked: Marks areas.
        found: All areas in one period.
    """
    language = asked.look.language
    st.subheader(language.text("Distribution"), anchor=False)
    st.plotly_chart(
        figure(asked, found),
        width="stretch",
        theme=None,
        key=f"explorer-dots-{asked.series}",
        config=indicator_chart.CONFIG,
        alt=extremes.sentence(found, asked.marked, asked.names, language),
    )


@lru_cache(maxsize=64)
def figure(asked: Asked, found: Across) -> go.Figure:
    """Give the dots, made once per build, look and choice; nobody changes them afterwards."""
    country = [area for area in drawn_areas(found.view.indicator, found.obs) if area == COUNTRY]
    marked = [area for area in asked.marked if area in found.places]
    benchmark = comparison_group.benchmark(asked.catalogue, asked.choice)
    areas = [*marked, *country]
    return dot_figure(found.obs, areas, found.view.unit, asked.look, asked.names, benchmark)
