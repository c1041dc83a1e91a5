"""The address of one indicator, to copy into a message or a slide."""

from __future__ import annotations

from urllib.parse import urljoin

import streamlit as st

from components import loading, selection
from data.model import Indicator, Place, Theme


def button(indicator: Indicator) -> None:
    """Draw the button that shows and hides the address."""
    key = _shown(indicator)
    st.button(
        loading.language().text("Copy link"),
        key=f"link-{indicator.id}",
        icon=":material/link:",
        on_click=_turn,
        args=(key,),
    )


def show(indicator: Indicator, theme: Theme) -> None:
    """Draw the address when the button asked for it; the code box brings its own copy button.

    It stands in the page, not in a popover, whose content the tabulator key does not reach.
    """
    show_address(indicator, address(indicator, theme))


def show_address(indicator: Indicator, link: str) -> None:
    """Draw another address of the indicator than that on its theme's page, when asked for."""
    if st.session_state.get(_shown(indicator)):
        st.code(link, language=None, wrap_lines=True)


def address(indicator: Indicator, theme: Theme) -> str:
    """Return the full address that opens this indicator on its theme's page."""
    opened = indicator.id if indicator.place is Place.LISTED else None
    link = selection.link(theme.cluster, teema=theme.key, avaa=opened)
    return urljoin(st.context.url or "", link)


def _shown(indicator: Indicator) -> str:
    return f"address-{indicator.id}"


def _turn(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)
