"""The period of all areas: a slider over the periods in which enough of them have figures."""

from __future__ import annotations

import streamlit as st

from components import selection
from components.blocks.explorer.asked import Asked, in_period, periods, usual
from components.language import Language
from components.messages import message
from data.model import Level
from data.presenting.across import Across, nearest

ALL = {Level.MUNICIPALITY: message("All municipalities"), Level.REGION: message("All regions")}
_LEAST_COMPARED = 5


def show(asked: Asked) -> Across | None:
    """Draw the heading and the slider.

    Returns:
        All areas in the chosen period; None where too few have figures to be compared, which is said.
    """
    language, offered = asked.look.language, periods(asked)
    chosen = _chosen(offered, usual(asked))
    found = in_period(asked, chosen) if chosen else None
    if found is None or len(found.places) < _LEAST_COMPARED:
        st.html(f'<p class="presented-note">{_too_few(found, language)}</p>')
        return None
    heading = f"{language.text(ALL[found.level])}, {language.period(found.period)}"
    st.header(heading, anchor=False)
    if len(offered) > 1:
        _slider(asked, offered, found.period)
    asked_for = selection.read().period
    if asked_for and asked_for != found.period:
        text = (
            "{asked} does not have figures of enough areas. The nearest period is shown: {shown}."
        )
        names = language.period(asked_for), language.period(found.period)
        st.info(language.text(text, asked=names[0][:1].upper() + names[0][1:], shown=names[1]))
    return found


def _chosen(offered: tuple[str, ...], otherwise: str | None) -> str | None:
    wanted = selection.read().period
    return nearest(offered, wanted) if wanted else otherwise


def _too_few(found: Across | None, language: Language) -> str:
    if found is None:
        return language.text("Figures exist for the whole country only: areas cannot be compared.")
    return language.plural(
        "Only {n} area has figures: there is no ranking, distribution or map.",
        "Only {n} areas have figures: there is no ranking, distribution or map.",
        len(found.places),
    )


def _slider(asked: Asked, offered: tuple[str, ...], period: str) -> None:
    key = f"explorer-period-{asked.series}"
    st.session_state[key] = period
    st.select_slider(
        _label(offered, asked.look.language),
        offered,
        format_func=asked.look.language.period,
        key=key,
        on_change=_keep,
        args=(key,),
    )


def _label(offered: tuple[str, ...], language: Language) -> str:
    """Name the slider and its ends: it writes only the chosen period itself."""
    return language.text(
        "Period of ranking, distribution and map ({first} – {last})",
        first=language.period(offered[0]),
        last=language.period(offered[-1]),
    )


def _keep(key: str) -> None:
    selection.choose(**{selection.PERIOD: st.session_state[key]})
