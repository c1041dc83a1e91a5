"""One theme: its headline in full with its facts, what is missing, the other indicators and theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components import loading
from components.blocks import facts_list, gap_note, indicator_card, indicator_list
from data.model import Indicator, Kind, Place, Theme


def show(theme: Theme, draw_map: Callable[[], None] | None = None) -> None:
    """Draw a theme.

    Args:
        theme: One of the fourteen.
        draw_map: Draws the page's map, where it belongs to this theme.
    """
    declared = loading.catalogue().indicators(theme=theme.key)
    shown = [it for it in declared if it.place is not Place.SUPPORT]
    series = [it for it in shown if it.kind is Kind.SERIES]
    facts = facts_list.newest_first([it for it in shown if it.kind is Kind.FACTS])
    headlines = [it for it in series if it.place is Place.HEADLINE]
    st.header(loading.language().pick(theme.title), anchor=theme.key)
    for indicator in headlines:
        indicator_card.show(indicator, theme)
        for told in facts:
            if told.beside == indicator.id:
                facts_list.show(told)
    _gaps([it for it in shown if it.kind is Kind.GAP])
    if draw_map is not None:
        draw_map()
    indicator_list.show([it for it in series if it.place is Place.LISTED], theme)
    for told in facts:
        if told.beside not in {it.id for it in headlines}:
            facts_list.show(told)


def _gaps(gaps: Sequence[Indicator]) -> None:
    """Draw the first gap in full and fold the reasons of the others."""
    for number, gap in enumerate(gaps):
        gap_note.show(gap, is_folded=number > 0)
