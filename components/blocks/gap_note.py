"""An honest gap: which figures are missing, who has them, why they are not here."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading, selection
from components.language import Language
from data.model import Gap, Indicator, Place


def show(indicator: Indicator) -> None:
    """Draw the note of a declaration of kind gap; nothing for other kinds."""
    gap, language = indicator.gap, loading.language()
    if gap is None:
        return
    link = (
        f' <a href="{escape(gap.address)}" rel="noopener">'
        f"{escape(language.text('Open the official source'))}</a>"
        if gap.address
        else ""
    )
    st.html(
        f'<aside class="gap-note"><h3><span class="gap-label">'
        f"{escape(language.text('No figures yet'))}</span> {escape(language.pick(indicator.title))}"
        f"</h3><p>{escape(language.pick(gap.missing))}</p><dl>"
        f"<dt>{escape(language.text('Who has them'))}</dt>"
        f"<dd>{escape(language.pick(gap.source))}{link}</dd>"
        f"<dt>{escape(language.text('Why they are not here'))}</dt>"
        f"<dd>{escape(language.pick(gap.why))}</dd>{_beside(gap, language)}</dl></aside>"
    )


def _beside(gap: Gap, language: Language) -> str:
    """Link to the indicators that show what there is instead."""
    catalogue = loading.catalogue()
    links = [_link(catalogue.indicator(name), language) for name in gap.beside]
    if not links:
        return ""
    heading = escape(language.text("What there is instead"))
    return f"<dt>{heading}</dt><dd>{' · '.join(links)}</dd>"


def _link(indicator: Indicator, language: Language) -> str:
    opened = None if indicator.place is Place.HEADLINE else indicator.id
    address = selection.query(teema=indicator.theme, avaa=opened)
    return f'<a href="{escape(address)}">{escape(language.pick(indicator.title))}</a>'
