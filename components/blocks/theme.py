"""One theme: its headline in full, what is missing, dated facts, the other indicators."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import loading
from components.blocks import facts_list, gap_note, indicator_card, indicator_list
from data.model import Kind, Place, Theme


def show(theme: Theme, draw_map: Callable[[], None] | None = None) -> None:
    """Draw a theme.

    Args:
        theme: One of the fourteen.
        draw_map: Draws the page's map, where it belongs to this theme.
    """
    declared = loading.catalogue().indicators(theme=theme.key)
    shown = [it for it in declared if it.place is not Place.SUPPORT]
    series = [it for it in shown if it.kind is Kind.SERIES]
    st.header(loading.language().pick(theme.title), anchor=theme.key)
    for indicator in series:
        if indicator.place is Place.HEADLINE:
            indicator_card.show(indicator, theme)
    for indicator in shown:
        if indicator.kind is Kind.GAP:
            gap_note.show(indicator)
    if draw_map is not None:
        draw_map()
    indicator_list.show([it for it in series if it.place is Place.LISTED], theme)
    for indicator in shown:
        if indicator.kind is Kind.FACTS:
            facts_list.show(indicator)
