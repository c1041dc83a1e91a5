"""The other indicators of a theme: names with value and line; the chosen one opens in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from components import loading, selection
from components.blocks import figures_row, indicator_card, markup, unavailable
from components.blocks.reading import read
from components.figures.template import Look
from data.catalogue import Catalogue
from data.choice import Choice
from data.errors import UnavailableSeries
from data.model import CITIES, COUNTRY, Indicator, Theme

_NAME_AND_FIGURES = (3, 8)


def show(indicators: Sequence[Indicator], theme: Theme) -> None:
    """Draw one row per series; at most one of them on the page is open."""
    if not indicators:
        return
    look, opened = loading.look(), selection.read().opened
    catalogue = loading.catalogue()
    with st.container(key=f"list-{theme.key}", gap=None):
        st.html(_head(look))
        for indicator in indicators:
            is_open = indicator.id == opened
            _row(indicator, _figures(indicator, catalogue, look), look, is_open=is_open)
            if is_open:
                indicator_card.show(indicator, theme)


def _head(look: Look) -> str:
    names = "".join(
        f'<span class="{"country" if area == COUNTRY else "city"}">{markup.place(area, look)}</span>'
        for area in (*CITIES, COUNTRY)
    )
    title = escape(look.language.text("Other indicators of the theme"))
    return f'<div class="list-head"><h3>{title}</h3><div aria-hidden="true">{names}</div></div>'


def _row(indicator: Indicator, drawn: str, look: Look, *, is_open: bool) -> None:
    title = look.language.pick(indicator.title)
    # A button cannot tell assistive tools that it is expanded: its name says what it does.
    label = look.language.text("Close: {title}", title=title) if is_open else title
    with st.container(key=f"row-{indicator.id}"):
        name, figures = st.columns(_NAME_AND_FIGURES, gap="small", vertical_alignment="center")
        name.button(
            label,
            key=f"open-{indicator.id}",
            type="tertiary",
            wrap=True,
            icon=":material/expand_less:" if is_open else ":material/expand_more:",
            on_click=selection.open_indicator,
            args=(None if is_open else indicator.id,),
        )
        figures.html(drawn)


def _figures(indicator: Indicator, catalogue: Catalogue, look: Look) -> str:
    try:
        return _drawn(catalogue, indicator.id, selection.read().choice.essential, look)
    except UnavailableSeries as error:
        text = unavailable.message(indicator, look.language, error)
        return f'<p class="unavailable">{escape(text)}</p>'


@lru_cache(maxsize=2048)
def _drawn(catalogue: Catalogue, indicator_id: str, choice: Choice, look: Look) -> str:
    """Draw the figures of a row once per build, language and theme."""
    reading = read(catalogue, indicator_id, choice)
    if reading is None:
        return f'<p class="missing">{escape(look.language.text("No figure"))}</p>'
    return (
        f'<div class="row-figures"><p class="when">{figures_row.period(reading, look)}</p>'
        f"<ul>{figures_row.items(reading, look)}</ul></div>"
    )
