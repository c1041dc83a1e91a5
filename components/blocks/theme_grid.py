"""A theme as a grid: its series as rows, the three cities as columns, one figure."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import loading, presented_words, selection
from components.figures.chart import drawn_areas
from components.figures.multiples import MultiplesRow, multiples_figure
from components.figures.template import Look
from components.messages import message
from data.catalogue import Catalogue
from data.choice import Choice, Group
from data.comparison import Shape, series_shape
from data.errors import UnavailableSeries
from data.levels import PROJECTION
from data.model import COUNTRY, TOTAL, Indicator, Kind, Place, Theme
from data.presenting.view import view

_WIDGET = "grid-switch"
_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
_FIRST = 4  # rows of a theme among others; a choice of the theme shows all
_KEY = message(
    "Each column shows one city in colour; the other two are grey, the whole country has the colour of the text."
)
_DRAWN = (Shape.LINE, Shape.FEW, Shape.BUDGET)


def switch() -> None:
    """Draw the switch between blocks and grids; it is kept in the address."""
    st.session_state[_WIDGET] = selection.read().is_grid
    st.toggle(loading.language().text("As a grid"), key=_WIDGET, on_change=_keep, width="content")


def show(theme: Theme, *, is_alone: bool) -> None:
    """Draw the grid of a theme; a theme without a series over time says so.

    Args:
        theme: One of the fourteen.
        is_alone: The page shows no other theme; else only its first series are drawn.
    """
    language = loading.language()
    st.header(language.pick(theme.title), anchor=theme.key)
    figure = _figure(
        loading.catalogue(),
        theme.key,
        selection.read().choice.essential,
        loading.look(),
        None if is_alone else _FIRST,
    )
    if figure is None:
        st.info(language.text("The theme has no series over time to draw as a grid."))
        return
    said = [language.text(_KEY)]
    if selection.read().choice.group is not Group.COUNTRY:
        said.append(language.text("The grid does not draw the comparison group."))
    if not is_alone:
        text = "At most {n} series of each theme; choose a theme to see all."
        said.append(language.text(text, n=_FIRST))
    st.html(f'<p class="presented-note">{escape(" ".join(said))}</p>')
    st.plotly_chart(
        figure,
        width="stretch",
        theme=None,
        key=f"chart-grid-{theme.key}",
        config=_CONFIG,
        alt=language.text(
            "{theme}: each row an indicator, each column a city. The figures stand in the blocks' tables.",
            theme=language.pick(theme.title),
        ),
    )


@lru_cache(maxsize=256)
def _figure(
    catalogue: Catalogue, theme: str, choice: Choice, look: Look, most: int | None
) -> go.Figure | None:
    series = [
        it
        for it in catalogue.indicators(theme, Kind.SERIES)
        if it.place is not Place.SUPPORT and it.own_areas
    ]
    rows = [row for it in series if (row := _row(it, catalogue, choice, look)) is not None]
    names = catalogue.area_names(look.language.code)
    return multiples_figure(rows[:most], look, names) if rows else None


def _row(
    indicator: Indicator, catalogue: Catalogue, choice: Choice, look: Look
) -> MultiplesRow | None:
    try:
        shown = view(catalogue, indicator.id, choice)
    except UnavailableSeries:  # its block says so and logs it
        return None
    obs = shown.obs[shown.obs["breakdown"] == TOTAL]
    near = obs[obs["area"].isin([*indicator.own_areas, COUNTRY])]
    if series_shape(near, indicator.own_areas) not in _DRAWN or _is_projected(near):
        return None
    title = presented_words.title(shown, look.language)
    areas = drawn_areas(shown.indicator, near)
    return MultiplesRow(title, shown.unit, near, areas, shown.breaks)


def _is_projected(obs: pd.DataFrame) -> bool:
    """Tell projections, whose years would press the outcomes of the other rows to the left."""
    return bool((obs.loc[obs["value"].notna(), "status"] == PROJECTION).any())


def _keep() -> None:
    selection.choose(**{selection.GRID: "1" if st.session_state[_WIDGET] else None})
