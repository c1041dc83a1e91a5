"""The fair comparison: what figures are compared as and with, said in one line and chosen under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from components import loading, selection
from components.accepted import comparable_areas
from components.language import Language
from components.messages import message
from data.choice import MOST_OWN_AREAS, USUAL, Choice, Group, Presentation

PRESENTATIONS = {
    Presentation.FIGURE: message("Figure"),
    Presentation.PER_BASE: message("Per inhabitant"),
    Presentation.INDEX: message("Index"),
    Presentation.GAP: message("Difference from the country"),
    Presentation.RANK: message("Rank"),
}
GROUPS = {
    Group.COUNTRY: message("Whole country"),
    Group.REGIONS: message("Own regions"),
    Group.TEN_LARGEST: message("Ten largest cities"),
    Group.UNIVERSITY: message("University cities"),
    Group.OWN: message("Own choice"),
}
_FIRST_BASE_YEAR = 1990
_USUAL_YEAR = ""
_WAS_OPEN = "comparison-was-open"


def show() -> None:
    """Draw the line that says what is compared, and the choices that it opens."""
    language, choice = loading.language(), selection.read().choice
    with st.container(key="comparison"):
        expander = st.expander(
            said(choice, language),
            # Another label is another expander to the browser: it must begin as the last one was.
            expanded=bool(st.session_state.get(_WAS_OPEN)),
            key="comparison-open",
            on_change="rerun",
        )
        st.session_state[_WAS_OPEN] = bool(expander.open)
        if expander.open:
            with expander:
                _choices(choice, language)


def said(choice: Choice, language: Language) -> str:
    """Say what is compared: "Vertaat: indeksi · kymmenen suurinta kaupunkia"."""
    return language.text(
        "You compare: {presentation} · {group}",
        presentation=language.text(PRESENTATIONS[choice.presentation]).lower(),
        group=_group(choice, language),
    )


def _group(choice: Choice, language: Language) -> str:
    if choice.group is Group.OWN and choice.areas:
        names = loading.catalogue().area_names(language.code)
        return language.listing([names[code] for code in choice.areas])
    return language.text(GROUPS[choice.group]).lower()


def _choices(choice: Choice, language: Language) -> None:
    """Draw the choices in one row that wraps, and the way back to the usual ones."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        _one_of(selection.PRESENTATION, language.text("Presentation"), PRESENTATIONS, language)
        _one_of(selection.GROUP, language.text("Compared with"), GROUPS, language)
        if choice.presentation is Presentation.INDEX:
            _base_year(choice, language)
        if choice.group is not Group.COUNTRY:
            _names(language)
    if choice.group is Group.OWN:
        _own_areas(choice, language)
    if choice != USUAL:
        st.button(
            language.text("Back to the usual comparison"),
            key="comparison-reset",
            icon=":material/undo:",
            on_click=_reset,
        )


def _one_of(
    parameter: str,
    label: str,
    names: dict[Presentation, str] | dict[Group, str],
    language: Language,
) -> None:
    key = f"comparison-{parameter}"
    words = {str(value): language.text(name) for value, name in names.items()}
    st.session_state[key] = selection.value(parameter)
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        required=True,
        wrap=True,
        on_change=_keep,
        args=(parameter, key, str),
    )


def _base_year(choice: Choice, language: Language) -> None:
    key = f"comparison-{selection.BASE_YEAR}"
    last = date.fromisoformat(loading.catalogue().built).year
    years = {_USUAL_YEAR: language.text("ten years back")}
    years |= {str(year): str(year) for year in range(last, _FIRST_BASE_YEAR - 1, -1)}
    st.session_state[key] = str(choice.base_year or _USUAL_YEAR)
    st.selectbox(
        language.text("Base year"),
        list(years),
        format_func=years.__getitem__,
        key=key,
        on_change=_keep,
        args=(selection.BASE_YEAR, key, str),
        width=180,
    )


def _names(language: Language) -> None:
    key = f"comparison-{selection.NAMED}"
    st.session_state[key] = bool(selection.value(selection.NAMED))
    st.toggle(
        language.text("A named line for each area"),
        key=key,
        on_change=_keep,
        args=(selection.NAMED, key, _flag),
    )


def _own_areas(choice: Choice, language: Language) -> None:
    key = f"comparison-{selection.AREAS}"
    catalogue = loading.catalogue()
    names = catalogue.area_names(language.code)
    st.session_state[key] = list(choice.areas)
    st.multiselect(
        language.text("Municipalities and regions, at most {n}", n=MOST_OWN_AREAS),
        sorted(comparable_areas(catalogue), key=lambda code: names[code]),
        format_func=names.__getitem__,
        key=key,
        max_selections=MOST_OWN_AREAS,
        placeholder=language.text("Choose areas"),
        on_change=_keep,
        args=(selection.AREAS, key, selection.joined),
    )


def _keep(parameter: str, key: str, write: Callable[[Any], str]) -> None:
    selection.choose(**{parameter: write(st.session_state[key])})


def _flag(is_on: bool) -> str:
    return "1" if is_on else ""


def _reset() -> None:
    selection.choose(
        **dict.fromkeys(
            (
                selection.PRESENTATION,
                selection.GROUP,
                selection.AREAS,
                selection.BASE_YEAR,
                selection.NAMED,
            )
        )
    )
