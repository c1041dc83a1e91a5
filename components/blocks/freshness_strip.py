"""How old the figures of a page are: one line, and every series behind it, oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import loading
from components.blocks import source_note
from components.language import Language
from data.claims import Freshness
from data.model import Indicator, Kind, Place
from data.periods import year_of

Aged = tuple[Indicator, Freshness]


def show(indicators: Sequence[Indicator]) -> None:
    """Draw the strip; nothing where no series has figures.

    Args:
        indicators: What the page shows; facts, gaps and supporting series are left out.
    """
    language = loading.language()
    aged = oldest_first(indicators)
    if not aged:
        return
    oldest, newest = aged[0][1].latest, aged[-1][1].latest
    summary = language.text(
        "Age of the figures: the oldest series ends in {oldest}, the newest in {newest}.",
        oldest=language.period(oldest),
        newest=language.period(newest),
    )
    items = "".join(f"<li>{_item(indicator, age, language)}</li>" for indicator, age in aged)
    st.html(
        f'<details class="freshness"><summary>{escape(summary)}</summary><ol>{items}</ol></details>'
    )


def oldest_first(indicators: Sequence[Indicator]) -> list[Aged]:
    """Pair series with their freshness, the longest ago first; ties keep the page's order.

    Projections have no age: their years are still to come.
    """
    catalogue, today = loading.catalogue(), source_note.today()
    shown = (it for it in indicators if it.kind is Kind.SERIES and it.place is not Place.SUPPORT)
    aged = [(indicator, catalogue.freshness(indicator.id, today)) for indicator in shown]
    past = (pair for pair in aged if year_of(pair[1].latest) <= today.year)
    return sorted(past, key=lambda pair: -pair[1].days)


def _item(indicator: Indicator, age: Freshness, language: Language) -> str:
    title, period = language.pick(indicator.title), language.period(age.latest)
    worded = source_note.age(indicator, age, language)
    late = f' <span class="status">{escape(worded)}</span>' if worded else ""
    return f"{escape(title)}: <b>{escape(period)}</b>{late}"
