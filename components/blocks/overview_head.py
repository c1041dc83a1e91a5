"""The heading of the overview, and how to read its figures, said once."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from components import loading


def show() -> None:
    """Draw the page's only h1 and the line under it."""
    language, catalogue = loading.language(), loading.catalogue()
    lead = language.text(
        "Latest period that all three cities share; changes are from a year earlier unless another "
        "period is named."
    )
    data = language.text(
        "Figures of {date}, data version {version}.",
        date=language.date(date.fromisoformat(catalogue.built)),
        version=catalogue.version,
    )
    st.title(language.text("Overview"), anchor=False)
    st.html(f'<p class="lead">{escape(lead)} <span class="quiet">{escape(data)}</span></p>')
