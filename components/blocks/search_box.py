"""The search over all indicators: one field in the frame, what it finds as links under it."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from components import loading, selection
from components.language import Language
from components.search import Index, words_of
from data.catalogue import Catalogue
from data.model import Indicator, Kind, Place

MOST_RESULTS = 8
KEY = "search"
_LONGEST_QUERY = 80


@st.fragment
def show() -> None:
    """Draw the field and its results; writing runs this part alone, not the page.

    The field stands open in the page and not in a popover, whose content the tabulator key does
    not reach. The results are plain links: they can be opened in another tab, and the fresh page
    has an empty field.
    """
    language = loading.language()
    with st.container(key="frame-search", gap=None):
        written = st.text_input(
            language.text("Search indicators"),
            key=KEY,
            type="search",
            live="200ms",
            max_chars=_LONGEST_QUERY,
            placeholder=language.text("Search indicators"),
            autocomplete="off",
            label_visibility="collapsed",
        )
        if words_of(written or ""):
            st.html(_results(written or "", loading.catalogue(), language))


def address(indicator: Indicator, catalogue: Catalogue) -> str:
    """Return the relative address that shows an indicator: its theme's page, opened where it folds."""
    themes = {theme.key: theme for theme in catalogue.themes()}
    folds = indicator.kind is Kind.SERIES and indicator.place is Place.LISTED
    opened = indicator.id if folds else None
    return selection.link(themes[indicator.theme].cluster, teema=indicator.theme, avaa=opened)


@lru_cache(maxsize=2)
def index(catalogue: Catalogue) -> Index:
    """Return the words of a catalogue, gathered once per build."""
    return Index(catalogue.indicators(), catalogue.themes())


def _results(written: str, catalogue: Catalogue, language: Language) -> str:
    found = index(catalogue).find(written)
    items = "".join(_item(it, catalogue, language) for it in found[:MOST_RESULTS])
    # tabindex: where a click gives no focus to links, the list takes it and so stays open.
    return (
        f'<section class="search-results" tabindex="-1" '
        f'aria-label="{escape(language.text("Search results"))}">'
        f'<p role="status">{escape(_count(len(found), written, language))}</p>'
        f"{f'<ul>{items}</ul>' if items else ''}</section>"
    )


def _count(found: int, written: str, language: Language) -> str:
    if not found:
        return language.text(
            "No indicator matches “{words}”. Try a shorter or another word, for example the "
            "name of a theme.",
            words=written.strip(),
        )
    if found > MOST_RESULTS:
        return language.text("The {n} best matches are shown.", n=MOST_RESULTS)
    return language.plural("{n} match", "{n} matches", found)


def _item(indicator: Indicator, catalogue: Catalogue, language: Language) -> str:
    theme = next(it for it in catalogue.themes() if it.key == indicator.theme)
    return (
        f'<li><a href="{escape(address(indicator, catalogue))}" target="_self">'
        f"{escape(language.pick(indicator.title))}"
        f'<span class="theme-name">{escape(language.pick(theme.short))}</span></a></li>'
    )
