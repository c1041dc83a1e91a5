"""The heading of the overview, and how to read its figures, said once."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading


def show() -> None:
    """Draw the page's only h1 and the line under it."""
    language = loading.language()
    lead = language.text(
        "Latest period that all three cities share; changes are from a year earlier unless another "
        "period is named."
    )
    st.title(language.text("Overview"), anchor=False)
    st.html(f'<p class="lead">{escape(lead)}</p>')
