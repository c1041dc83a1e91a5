"""The heading of the page of sources, and what its classes of quality mean."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.blocks.source_note import QUALITIES


def show() -> None:
    """Draw the page's only h1, the data version and the quality classes."""
    language, catalogue = loading.language(), loading.catalogue()
    lead = language.text(
        "All series of the dashboard with source, age and reservations. Data version {version}.",
        version=catalogue.version,
    )
    qualities = "".join(f"<li>{escape(language.text(text))}</li>" for text in QUALITIES.values())
    st.title(language.text("Data"), anchor=False)
    st.html(f'<p class="lead">{escape(lead)}</p><ul class="qualities">{qualities}</ul>')
