"""One choice of view per card, where its series has more than one; kept for the session."""

from __future__ import annotations

from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from components import loading, selection
from components.figures.views import View, offered_views, view_name, view_observations
from data.catalogue import Catalogue
from data.choice import USUAL, Choice, Presentation
from data.model import Indicator
from data.presenting.view import View as Presented
from data.presenting.view import view as presented


def show(indicator: Indicator) -> None:
    """Draw the choice; nothing where there is only one view.

    Args:
        indicator: A series whose figures can be read.
    """
    views = offered(loading.catalogue(), indicator.id, selection.read().choice)
    if len(views) < 2:
        return
    language, widget = loading.language(), _widget(indicator.id)
    st.session_state[widget] = chosen(indicator)
    st.segmented_control(
        language.text("View of the chart"),
        views,
        required=True,
        format_func=partial(view_name, indicator=indicator, language=language),
        key=widget,
        on_change=_keep,
        args=(indicator.id,),
        label_visibility="collapsed",
        wrap=True,
    )


def chosen(indicator: Indicator) -> View:
    """Return the view that the reader chose, else the first."""
    views = offered(loading.catalogue(), indicator.id, selection.read().choice)
    kept = st.session_state.get(_kept(indicator.id))
    return View(kept) if kept in views else views[0]


def offered(catalogue: Catalogue, indicator_id: str, choice: Choice = USUAL) -> tuple[View, ...]:
    """Return the views of a series as it is presented: parts are those of plain figures."""
    shown = presented(catalogue, indicator_id, choice).presentation
    views = _offered(catalogue, indicator_id)
    if shown is Presentation.FIGURE:
        return views
    left_out = (View.PARTS, View.MEAN) if shown is Presentation.RANK else (View.PARTS,)
    return tuple(view for view in views if view not in left_out)


def drawn(shown: Presented, view: View) -> pd.DataFrame:
    """Return the observations that the chart of a view draws.

    Args:
        shown: The series as the reader compares it.
        view: One of those offered.
    """
    if view in (View.ALL, View.PARTS):
        return shown.obs
    near = shown.obs[shown.obs["area"].isin(shown.areas)]
    others = shown.members.present
    obs = view_observations(view, shown.indicator, near, shown.breaks, others)
    return shown.obs if obs is None else obs


@lru_cache(maxsize=256)
def _offered(catalogue: Catalogue, indicator_id: str) -> tuple[View, ...]:
    """Return the views of a series, found once per build."""
    indicator, obs = catalogue.indicator(indicator_id), catalogue.compared(indicator_id)
    return offered_views(indicator, obs, catalogue.breaks(indicator_id))


def _keep(indicator_id: str) -> None:
    st.session_state[_kept(indicator_id)] = str(st.session_state[_widget(indicator_id)])


def _widget(indicator_id: str) -> str:
    return f"view-choice-{indicator_id}"


def _kept(indicator_id: str) -> str:
    """Name the choice that outlives the widget: Streamlit forgets one that a page does not draw."""
    return f"view-{indicator_id}"
