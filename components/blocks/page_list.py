"""Links to all pages that keep the selection and the session; the open page is marked."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import selection


def show(pages: Sequence[st.Page]) -> None:
    """Draw one link per page."""
    chosen = selection.parameters()
    for page in pages:
        st.page_link(page, query_params=chosen)
