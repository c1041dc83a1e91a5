"""The head of the page of one indicator: its title, and the choice of a series and of an area."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from components import loading, selection
from components.accepted import comparable_areas, explorable
from components.blocks import comparison, unavailable
from components.blocks.explorer.asked import DEFAULT, Asked, absent_area, held, read
from components.language import Language
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.model import ROOT, Indicator

_STYLE = ROOT / "components" / "explorer_style.css"
_NO_AREA = ""
_SERIES, _AREA = "explorer-series", "explorer-area"


def show() -> Asked | None:
    """Draw the head.

    Returns:
        What the reader asks; None where the series cannot be read, which is said then.
    """
    catalogue, language = loading.catalogue(), loading.language()
    indicator = catalogue.indicator(selection.read().indicator or DEFAULT)
    st.html(_STYLE)
    with st.container(key="page-head"):
        st.title(language.text("Indicator"), anchor=False)
        with st.container(key="explorer-choices", horizontal=True, vertical_alignment="bottom"):
            _series(catalogue, indicator, language)
            try:
                _areas(catalogue, indicator, language)
            except UnavailableSeries as error:
                unavailable.show(indicator, error)
                return None
    comparison.show()
    asked = read()
    absent = absent_area(asked)
    if absent:
        text = "The series has no figures of the chosen area: {area}."
        st.info(language.text(text, area=asked.names[absent]))
    return asked


def _series(catalogue: Catalogue, indicator: Indicator, language: Language) -> None:
    labels = _labels(catalogue, language)
    st.session_state[_SERIES] = indicator.id
    st.selectbox(
        language.text("Series"),
        list(labels),
        format_func=labels.__getitem__,
        key=_SERIES,
        placeholder=language.text("Type to search"),
        on_change=_keep_series,
        width=560,
    )


def _areas(catalogue: Catalogue, indicator: Indicator, language: Language) -> None:
    names = {_NO_AREA: language.text("No other area"), **catalogue.area_names(language.code)}
    offered = [
        code
        for code in comparable_areas(catalogue)
        if code in held(catalogue, indicator.id) and code not in indicator.own_areas
    ]
    chosen = selection.read().area or _NO_AREA
    if chosen and chosen not in offered:
        offered.append(chosen)  # stays chosen for the next series
    st.session_state[_AREA] = chosen
    st.selectbox(
        language.text("Another municipality or region"),
        [_NO_AREA, *sorted(offered, key=names.__getitem__)],
        format_func=names.__getitem__,
        key=_AREA,
        placeholder=language.text("Type to search"),
        on_change=_keep_area,
        width=460,
    )


@lru_cache(maxsize=8)
def _labels(catalogue: Catalogue, language: Language) -> dict[str, str]:
    """Name every series with its theme, in the order of the themes."""
    themes = {theme.key: language.pick(theme.short) for theme in catalogue.themes()}
    return {it.id: f"{themes[it.theme]}: {language.pick(it.title)}" for it in explorable(catalogue)}


def _keep_series() -> None:
    """Show another series; its periods are others, so it begins at its own newest one."""
    changes = {selection.INDICATOR: st.session_state[_SERIES], selection.PERIOD: None}
    selection.choose(**changes)


def _keep_area() -> None:
    selection.choose(**{selection.AREA: st.session_state[_AREA] or None})
