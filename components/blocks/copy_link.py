"""The address of one indicator, to copy into a message or a slide."""

from __future__ import annotations

from urllib.parse import urljoin

import streamlit as st

from components import loading, selection
from data.model import Indicator, Place, Theme


def show(indicator: Indicator, theme: Theme) -> None:
    """Draw the link in a popover; the code box brings its own copy button."""
    language = loading.language()
    with st.popover(language.text("Copy link"), icon=":material/link:"):
        st.code(address(indicator, theme), language=None, wrap_lines=True)


def address(indicator: Indicator, theme: Theme) -> str:
    """Return the full address that opens this indicator on its theme's page."""
    opened = indicator.id if indicator.place is Place.LISTED else None
    link = selection.link(theme.cluster, teema=theme.key, avaa=opened)
    return urljoin(st.context.url or "", link)
