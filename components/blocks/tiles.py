"""The four questions that leaders ask first, one tile each."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading, presented_words, selection
from components.blocks import figures_row, unavailable
from components.blocks.reading import Cell, Reading, read
from components.figures.template import Look
from components.messages import message
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.model import Indicator

TOPICS = {
    "employment": message("Employment"),
    "education": message("Education places"),
    "investment": message("Investment"),
    "transport": message("Transport"),
}


def show() -> None:
    """Draw employment, education places, investment and transport with the three cities."""
    look, catalogue = loading.look(), loading.catalogue()
    by_topic = {it.tile: it for it in catalogue.indicators() if it.tile}
    tiles = "".join(
        _tile(look.language.text(name), by_topic[topic], catalogue, look)
        for topic, name in TOPICS.items()
        if topic in by_topic
    )
    label = escape(look.language.text("Four questions"))
    st.html(f'<section class="tiles" aria-label="{label}">{tiles}</section>')


def _tile(topic: str, indicator: Indicator, catalogue: Catalogue, look: Look) -> str:
    themes = {theme.key: theme for theme in catalogue.themes()}
    page = themes[indicator.theme].cluster
    link = escape(selection.link(page, teema=indicator.theme, avaa=None))
    return (
        f'<article class="tile"><h2><a href="{link}" target="_self">{escape(topic)}</a></h2>'
        f"{_figures(indicator, catalogue, look)}</article>"
    )


def _figures(indicator: Indicator, catalogue: Catalogue, look: Look) -> str:
    """Draw the indicator's title and period in one part, the areas in another, or why there are none."""
    title = f'<p class="title">{escape(look.language.pick(indicator.title))}</p>'
    try:
        reading = read(catalogue, indicator.id, selection.read().choice)
    except UnavailableSeries as error:
        text = escape(unavailable.message(indicator, look.language, error))
        return f'<div>{title}</div><p class="unavailable">{text}</p>'
    if reading is None:
        return f'<div>{title}</div><p class="missing">{escape(look.language.text("No figure"))}</p>'
    title = f'<p class="title">{escape(presented_words.title(reading.view, look.language))}</p>'
    items = "".join(_area(cell, reading, look) for cell in reading.shown)
    when = figures_row.period(reading, look)
    return f'<div>{title}<p class="when">{when}</p></div><ul>{items}</ul>'


def _area(cell: Cell, reading: Reading, look: Look) -> str:
    return f'<li class="{figures_row.kind(cell)}">{figures_row.figures(cell, reading, look)}</li>'
