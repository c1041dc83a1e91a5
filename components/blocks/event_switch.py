"""One switch for the events of all charts; off at first, and kept for the session, on every page."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from components import loading
from components.figures.chart import chart_events
from components.figures.template import Look
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.events import Event
from data.model import Indicator, Kind, Theme

log = logging.getLogger(__name__)
# Streamlit forgets a widget that a page does not draw; this key outlives it.
_KEPT = "events-shown"
_WIDGET = "events-switch"


def show(themes: Sequence[Theme]) -> None:
    """Draw the switch where a chart of these themes has an event to mark.

    Args:
        themes: Those of the page, or the chosen one.
    """
    catalogue, look = loading.catalogue(), loading.look()
    if not any(_is_marked(catalogue, theme.key, look) for theme in themes):
        return
    st.session_state[_WIDGET] = is_on()
    st.toggle(
        loading.language().text("Events on the charts"),
        key=_WIDGET,
        on_change=_keep,
        width="content",
    )


def is_on() -> bool:
    """Tell whether the reader wants events on the charts."""
    return bool(st.session_state.get(_KEPT))


def shown_events(theme: str) -> tuple[Event, ...]:
    """Return the events that charts of a theme mark now; none where the reader hides them."""
    return _events(loading.catalogue(), theme) if is_on() else ()


@lru_cache(maxsize=256)
def _is_marked(catalogue: Catalogue, theme: str, look: Look) -> bool:
    """Tell once per build and look whether any chart of a theme reaches to an event."""
    events = _events(catalogue, theme)
    series = catalogue.indicators(theme, Kind.SERIES) if events else ()
    return any(_has_marks(catalogue, indicator, events, look) for indicator in series)


def _has_marks(
    catalogue: Catalogue, indicator: Indicator, events: tuple[Event, ...], look: Look
) -> bool:
    try:
        obs, breaks = catalogue.compared(indicator.id), catalogue.breaks(indicator.id)
    except UnavailableSeries:  # its card says so and logs it
        return False
    return bool(chart_events(indicator, catalogue.unit(indicator), obs, breaks, events, look))


@lru_cache(maxsize=64)
def _events(catalogue: Catalogue, theme: str) -> tuple[Event, ...]:
    """Read the events once per build; without their file charts stay as they are, and the log says why."""
    try:
        return catalogue.events(theme)
    except UnavailableSeries as error:
        log.error("events of %s are unavailable: %s", theme, error)
        return ()


def _keep() -> None:
    st.session_state[_KEPT] = st.session_state[_WIDGET]
