"""An honest gap: which figures are missing, who has them, why they are not here."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.blocks.indicator_link import link
from components.language import Language
from data.model import Gap, Indicator


def show(indicator: Indicator, *, is_folded: bool = False) -> None:
    """Draw the note of a declaration of kind gap; nothing for other kinds.

    Args:
        indicator: The declaration.
        is_folded: What is missing stands open, who has it and why folds: for all but a theme's first gap.
    """
    gap, language = indicator.gap, loading.language()
    if gap is None:
        return
    told = _told(gap, language)
    if is_folded:
        label = escape(language.text("Who has them and why they are not here"))
        told = f"<details><summary>{label}</summary>{told}</details>"
    st.html(
        f'<aside class="gap-note"><h3><span class="gap-label">'
        f"{escape(language.text('No figures yet'))}</span> {escape(language.pick(indicator.title))}"
        f"</h3><p>{escape(language.pick(gap.missing))}</p>{told}</aside>"
    )


def _told(gap: Gap, language: Language) -> str:
    address = (
        f' <a href="{escape(gap.address)}" rel="noopener">'
        f"{escape(language.text('Open the official source'))}</a>"
        if gap.address
        else ""
    )
    return (
        f"<dl><dt>{escape(language.text('Who has them'))}</dt>"
        f"<dd>{escape(language.pick(gap.source))}{address}</dd>"
        f"<dt>{escape(language.text('Why they are not here'))}</dt>"
        f"<dd>{escape(language.pick(gap.why))}</dd>{_beside(gap, language)}</dl>"
    )


def _beside(gap: Gap, language: Language) -> str:
    """Link to the indicators that show what there is instead."""
    catalogue = loading.catalogue()
    links = [link(catalogue.indicator(name), language) for name in gap.beside]
    if not links:
        return ""
    heading = escape(language.text("What there is instead"))
    return f"<dt>{heading}</dt><dd>{' · '.join(links)}</dd>"
