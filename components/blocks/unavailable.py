"""A series whose prepared file cannot be read: said to the reader, logged for the maintainer."""

from __future__ import annotations

import logging

import streamlit as st

from components import loading
from components.language import Language
from data.errors import UnavailableBase, UnavailableSeries
from data.model import Indicator

log = logging.getLogger(__name__)


def show(indicator: Indicator, error: UnavailableSeries) -> None:
    """Say in place of a chart that its series is unavailable, and what to do."""
    st.warning(message(indicator, loading.language(), error))


def show_all(language: Language, error: UnavailableSeries) -> None:
    """Say in place of every page that the data cannot be read; only the log gets the cause."""
    log.error("no page can be shown: %s", error)
    st.error(
        language.text(
            "The data cannot be read right now. Reload the page later, or tell the maintainers of "
            "the dashboard."
        )
    )


def message(indicator: Indicator, language: Language, error: UnavailableSeries) -> str:
    """Log the cause and return the words for the reader.

    Args:
        indicator: The declaration of the series; it can still be read.
        language: The reader's language.
        error: What the catalogue found; only the log gets it.
    """
    log.error("series %s is unavailable: %s", indicator.id, error)
    title = language.pick(indicator.title)
    if isinstance(error, UnavailableBase):
        base = loading.catalogue().indicator(error.base)
        return language.text(
            "“{title}” cannot be divided right now: the series “{base}” is not available. Choose "
            "another way to compare, reload the page later, or tell the maintainers of the dashboard.",
            title=title,
            base=language.pick(base.title),
        )
    return language.text(
        "The series “{title}” is not available right now. The rest of the page works. Reload the "
        "page later, or tell the maintainers of the dashboard.",
        title=title,
    )
