"""Owns the address: query parameters ↔ what the reader has chosen.

Streamlit's own binding of widgets to the address writes translated labels and drops bad values
without a word, so the address is read and written here only. A query that differs from the one
written last was typed, followed or reached with "back": it wins. An empty query is a click in the
navigation: the session wins. The language is always written, so that going back to the defaults
is not taken for an empty query.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from components.addresses import LANGUAGE
from components.language import Language
from data.model import LANGUAGES

THEME = "teema"
OPENED = "avaa"

# Session state holds only text and lists of text: other objects do not survive a reload of code.
_WRITTEN = "address_written"
_PROBLEMS = "address_problems"
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has chosen; ``theme`` and ``opened`` (an indicator) may be None."""

    language: str = LANGUAGES[0]
    theme: str | None = None
    opened: str | None = None


def read() -> Selection:
    """Return the current selection of the session."""
    state = st.session_state
    return Selection(
        language=state.get(LANGUAGE, LANGUAGES[0]),
        theme=state.get(THEME) or None,
        opened=state.get(OPENED) or None,
    )


def follow_address(themes: Collection[str], indicators: Collection[str]) -> Selection:
    """Bring session and address together; called once, at the start of every run.

    Args:
        themes: Keys that ``teema`` may have.
        indicators: Ids that ``avaa`` may have.

    Returns:
        The selection that this run shows.
    """
    asked = st.query_params.to_dict()
    if asked and _canonical(asked) != st.session_state.get(_WRITTEN):
        _take(asked, {LANGUAGE: LANGUAGES, THEME: themes, OPENED: indicators})
    written = parameters(read())
    if asked != written:
        st.query_params.from_dict(written)
    st.session_state[_WRITTEN] = _canonical(written)
    return read()


def choose_theme(key: str | None) -> None:
    """Jump to a theme (None: no theme)."""
    _choose(THEME, key)


def open_indicator(indicator: str | None) -> None:
    """Open one indicator on the page; the one that was open closes (None: only close)."""
    _choose(OPENED, indicator)


def parameters(selection: Selection) -> dict[str, str]:
    """Return the query parameters that stand for a selection."""
    chosen = {LANGUAGE: selection.language, THEME: selection.theme, OPENED: selection.opened}
    return {key: value for key, value in chosen.items() if value}


def link(page: str = "", **changes: str | None) -> str:
    """Return a relative address of a page with the current selection.

    Args:
        page: Address of the page, e.g. ``osaaminen``; empty for the front page.
        changes: Parameters to replace (``kieli``, ``teema``, ``avaa``); None removes one.
    """
    return f"./{page.strip('/')}?{urlencode(_changed(changes))}"


def query(**changes: str | None) -> str:
    """Return the address of the page that is open, as ``?…``, with some parameters replaced."""
    return f"?{urlencode(_changed(changes))}"


def notes(language: Language) -> tuple[str, ...]:
    """Return what the reader should know about parameters that the address had wrong."""
    problems: list[str] = st.session_state.get(_PROBLEMS, [])
    return tuple(
        _note(key, value, language)
        for key, value in zip(problems[::2], problems[1::2], strict=True)
    )


def _note(key: str, value: str, language: Language) -> str:
    if key in (LANGUAGE, THEME, OPENED):
        return language.text(
            "The address asks for {key}={value}, which does not exist. "
            "The page is shown without that choice.",
            key=_quoted(key),
            value=_quoted(value),
        )
    return language.text(
        "The address has a parameter that is not known: {key}. It has no effect.",
        key=_quoted(key),
    )


def _quoted(text: str) -> str:
    """Return foreign text without anything that could act as markup or as a link."""
    return re.sub(r"[^\w-]", "", text)[:_LONGEST_QUOTE] or "…"


def _take(asked: Mapping[str, str], allowed: Mapping[str, Collection[str]]) -> None:
    """Move the address into the session; what is not allowed becomes a note and a default."""
    state = st.session_state
    defaults = {LANGUAGE: read().language, THEME: "", OPENED: ""}
    for key, values in allowed.items():
        value = asked.get(key, "")
        state[key] = value if value in values else defaults[key]
    wrong = [(key, value) for key, value in asked.items() if value not in allowed.get(key, ())]
    state[_PROBLEMS] = [text for pair in wrong for text in pair]


def _choose(key: str, value: str | None) -> None:
    st.session_state[key] = value or ""
    st.session_state[_PROBLEMS] = []


def _canonical(query: Mapping[str, str]) -> str:
    """Write a query so that the order of its parameters, which means nothing, does not matter."""
    return urlencode(sorted(query.items()))


def _changed(changes: Mapping[str, str | None]) -> dict[str, str]:
    merged = {**parameters(read()), **changes}
    return {key: value for key, value in merged.items() if value}
