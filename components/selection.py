"""Owns the address: query parameters ↔ what the reader has chosen.

Streamlit's own binding of widgets to the address writes translated labels and drops bad values
without a word, so the address is read and written here only. A query that differs from the one
written last was typed, followed or reached with "back": it wins. An empty query is a click in the
navigation: the session wins. The language is always written, so that going back to the defaults
is not taken for an empty query.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from components.addresses import LANGUAGE
from components.language import Language
from data.choice import USUAL, Choice, Group, Presentation
from data.model import LANGUAGES

THEME = "teema"
OPENED = "avaa"
GRID = "ruudukko"
PRESENTATION = "esitys"
GROUP = "vertailu"
AREAS = "alueet"
BASE_YEAR = "perus"
NAMED = "nimet"
INDICATOR = "indikaattori"
AREA = "alue"
PERIOD = "jakso"
SECOND = "toinen"

# What a parameter is without a word in the address, in the order in which addresses are written.
_DEFAULTS = {
    LANGUAGE: LANGUAGES[0],
    THEME: "",
    OPENED: "",
    GRID: "",
    PRESENTATION: USUAL.presentation.value,
    GROUP: USUAL.group.value,
    AREAS: "",
    BASE_YEAR: "",
    NAMED: "",
    INDICATOR: "",
    AREA: "",
    PERIOD: "",
    SECOND: "",
}
_BETWEEN_AREAS = "."  # needs no escape in an address

# Session state holds only text and lists of text: other objects do not survive a reload of code.
_CHOSEN = "address_chosen"  # all parameters in one text: reading a session is slow
_WRITTEN = "address_written"
_PROBLEMS = "address_problems"
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has chosen.

    ``theme`` and ``opened`` (an indicator) belong to cluster pages; ``indicator``, ``area``,
    ``period`` and ``second`` (another indicator) to the page of one indicator. All may be None.
    """

    language: str = LANGUAGES[0]
    theme: str | None = None
    opened: str | None = None
    is_grid: bool = False
    choice: Choice = USUAL
    indicator: str | None = None
    area: str | None = None
    period: str | None = None
    second: str | None = None


def read() -> Selection:
    """Return the current selection of the session."""
    return _selection(st.session_state.get(_CHOSEN, ""))


@lru_cache(maxsize=1024)
def _selection(text: str) -> Selection:
    """Read a selection from how the session keeps it; a page asks some two hundred times a run."""
    chosen = _parsed(text)
    return Selection(
        language=chosen[LANGUAGE],
        theme=chosen[THEME] or None,
        opened=chosen[OPENED] or None,
        is_grid=bool(chosen[GRID]),
        choice=Choice(
            Presentation(chosen[PRESENTATION]),
            Group(chosen[GROUP]),
            tuple(apart(chosen[AREAS])) if chosen[AREAS] else (),
            int(chosen[BASE_YEAR]) if chosen[BASE_YEAR] else None,
            bool(chosen[NAMED]),
        ),
        indicator=chosen[INDICATOR] or None,
        area=chosen[AREA] or None,
        period=chosen[PERIOD] or None,
        second=chosen[SECOND] or None,
    )


def follow_address(accepts: Mapping[str, Callable[[str], bool]]) -> Selection:
    """Bring session and address together; called once, at the start of every run.

    Args:
        accepts: Tells of each parameter, beside the language, whether a value exists; a parameter
            that it leaves out is not known.

    Returns:
        The selection that this run shows.
    """
    asked = st.query_params.to_dict()
    if asked and _canonical(asked) != st.session_state.get(_WRITTEN):
        _take(asked, {LANGUAGE: LANGUAGES.__contains__, **accepts})
    written = _parameters(_values())
    if asked != written:
        st.query_params.from_dict(written)
    st.session_state[_WRITTEN] = _canonical(written)
    return read()


def choose_theme(key: str | None) -> None:
    """Jump to a theme (None: no theme)."""
    choose(**{THEME: key})


def open_indicator(indicator: str | None) -> None:
    """Open one indicator on the page; the one that was open closes (None: only close)."""
    choose(**{OPENED: indicator})


def choose(**values: str | None) -> None:
    """Set parameters by their names in the address; None is the default."""
    _keep({**_values(), **{key: text or _DEFAULTS[key] for key, text in values.items()}})
    st.session_state[_PROBLEMS] = []


def joined(areas: tuple[str, ...] | list[str]) -> str:
    """Write area codes as the value of one parameter."""
    return _BETWEEN_AREAS.join(areas)


def apart(value: str) -> list[str]:
    """Read area codes from the value of one parameter."""
    return value.split(_BETWEEN_AREAS)


def value(parameter: str) -> str:
    """Return what one parameter says now, its default included."""
    return _values()[parameter]


def parameters() -> dict[str, str]:
    """Return the query parameters that stand for the current selection."""
    return _parameters(_values())


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
    if key in _DEFAULTS:
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


def _take(asked: Mapping[str, str], accepts: Mapping[str, Callable[[str], bool]]) -> None:
    """Move the address into the session; what is not allowed becomes a note and a default."""
    kept = {**_DEFAULTS, LANGUAGE: read().language}
    for key, is_allowed in accepts.items():
        value = asked.get(key, "")
        if value and is_allowed(value):
            kept[key] = value
    _keep(kept)
    wrong = [
        (key, value)
        for key, value in asked.items()
        if key not in accepts or not accepts[key](value)
    ]
    st.session_state[_PROBLEMS] = [text for pair in wrong for text in pair]


def _values() -> dict[str, str]:
    return dict(_parsed(st.session_state.get(_CHOSEN, "")))


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Mapping[str, str]:
    return {**_DEFAULTS, **dict(parse_qsl(text))}


def _keep(values: Mapping[str, str]) -> None:
    st.session_state[_CHOSEN] = urlencode(_parameters(values))


def _parameters(values: Mapping[str, str]) -> dict[str, str]:
    return {
        key: value
        for key, value in values.items()
        if value and (key == LANGUAGE or value != _DEFAULTS[key])
    }


def _canonical(query: Mapping[str, str]) -> str:
    """Write a query so that the order of its parameters, which means nothing, does not matter."""
    return urlencode(sorted(query.items()))


def _changed(changes: Mapping[str, str | None]) -> dict[str, str]:
    return _parameters({**_values(), **{key: value or "" for key, value in changes.items()}})
