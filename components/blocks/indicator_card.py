"""One indicator in full: statement, chart, figures, table, definition, source, downloads."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading, presented_words, selection
from components.blocks import (
    break_list,
    copy_link,
    definition,
    downloads,
    indicator_chart,
    indicator_table,
    more_sentences,
    rail,
    source_note,
    statement,
    unavailable,
    view_choice,
)
from components.blocks.reading import Reading, read
from data.errors import UnavailableSeries
from data.model import Indicator, Theme
from data.presenting.view import view

_CHART_AND_RAIL = (5, 1.25)


def show(indicator: Indicator, theme: Theme) -> None:
    """Draw the card of a series; a broken series is said so and the page goes on.

    Args:
        indicator: A declaration of kind series.
        theme: The theme that the link to the card opens.
    """
    catalogue = loading.catalogue()
    try:
        reading = read(catalogue, indicator.id, selection.read().choice)
    except UnavailableSeries as error:
        unavailable.show(indicator, error)
        return
    with st.container(key=f"card-{indicator.id}"):
        if reading is None:
            st.info(loading.language().text("No figure"))
        else:
            _figures(reading)
        _actions(indicator, theme, has_figures=reading is not None)
        if reading is not None:
            more_sentences.show(indicator)
        indicator_table.show(indicator)
        source_note.show(indicator)


def _figures(reading: Reading) -> None:
    language, indicator = loading.language(), reading.indicator
    choice, catalogue = selection.read().choice, loading.catalogue()
    sentence = statement.words(catalogue, indicator.id, language, choice)
    names = catalogue.area_names(language.code)
    notes = presented_words.notes(view(catalogue, indicator.id, choice), names, language)
    said = "".join(f'<p class="presented-note">{escape(note)}</p>' for note in notes)
    # A presented statement begins with the title itself.
    title = escape(language.pick(indicator.title)) if reading.view.is_plain else ""
    st.html(f'<p class="card-title">{title}</p><h3 class="statement">{escape(sentence)}</h3>{said}')
    chart, side = st.columns(_CHART_AND_RAIL, gap="medium")
    with chart:
        indicator_chart.show(indicator, sentence)
        view_choice.show(indicator)
        break_list.show(indicator)
    with side:
        rail.show(reading)


def _actions(indicator: Indicator, theme: Theme, *, has_figures: bool) -> None:
    with st.container(
        key=f"actions-{indicator.id}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        definition.show(indicator)
        downloads.show(indicator, selection.read().choice, with_picture=has_figures)
        copy_link.button(indicator)
        _own_page(indicator)
    copy_link.show(indicator, theme)


def _own_page(indicator: Indicator) -> None:
    """Link to the page where any area can be set beside the three."""
    address = selection.link(
        "indikaattori", indikaattori=indicator.id, teema=None, avaa=None, ruudukko=None, jakso=None
    )
    text = escape(loading.language().text("Open on its own page"))
    link = f'<a class="own-page" href="{escape(address)}" target="_self">{text}</a>'
    st.html(link, width="content")
