"""One indicator in full: statement, chart, figures, table, definition, source, downloads."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.blocks import (
    break_list,
    copy_link,
    definition,
    downloads,
    indicator_chart,
    indicator_table,
    rail,
    source_note,
    statement,
    unavailable,
)
from components.blocks.reading import Reading, read
from data.errors import UnavailableSeries
from data.model import Indicator, Theme

_CHART_AND_RAIL = (5, 1.25)


def show(indicator: Indicator, theme: Theme) -> None:
    """Draw the card of a series; a broken series is said so and the page goes on.

    Args:
        indicator: A declaration of kind series.
        theme: The theme that the link to the card opens.
    """
    catalogue = loading.catalogue()
    try:
        reading = read(catalogue, indicator.id)
    except UnavailableSeries as error:
        unavailable.show(indicator, error)
        return
    with st.container(key=f"card-{indicator.id}"):
        if reading is None:
            st.info(loading.language().text("No figure"))
        else:
            _figures(reading)
        _actions(indicator, theme, is_drawn=reading is not None)
        indicator_table.show(indicator)
        source_note.show(indicator)


def _figures(reading: Reading) -> None:
    language, indicator = loading.language(), reading.indicator
    sentence = statement.words(loading.catalogue(), indicator.id, language)
    st.html(
        f'<p class="card-title">{escape(language.pick(indicator.title))}</p>'
        f'<h3 class="statement">{escape(sentence)}</h3>'
    )
    chart, side = st.columns(_CHART_AND_RAIL, gap="medium")
    with chart:
        indicator_chart.show(indicator, sentence)
        break_list.show(indicator)
    with side:
        rail.show(reading)


def _actions(indicator: Indicator, theme: Theme, *, is_drawn: bool) -> None:
    with st.container(
        key=f"actions-{indicator.id}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        definition.show(indicator)
        downloads.show(indicator)
        copy_link.button(indicator)
        if is_drawn:
            indicator_chart.season_choice(indicator)
    copy_link.show(indicator, theme)
