"""The views of one series: all its figures, one month of every year, a mean of a year, its parts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import pandas as pd

from components.figures.parts import read_parts
from components.figures.season import running_mean, same_season
from components.language import Language
from components.messages import message
from data.comparison import common_period
from data.model import COUNTRY, Break, Frequency, Indicator
from data.periods import year_of


class View(StrEnum):
    """What the chart of a card shows."""

    ALL = "all"
    SEASON = "season"
    MEAN = "mean"
    PARTS = "parts"


_WORDS = {
    (View.ALL, Frequency.MONTH): message("All months"),
    (View.SEASON, Frequency.MONTH): message("Same month each year"),
    (View.MEAN, Frequency.MONTH): message("12-month mean"),
    (View.ALL, Frequency.QUARTER): message("All quarters"),
    (View.SEASON, Frequency.QUARTER): message("Same quarter each year"),
    (View.MEAN, Frequency.QUARTER): message("4-quarter mean"),
    (View.ALL, Frequency.YEAR): message("In total"),
}


def offered_views(
    indicator: Indicator, obs: pd.DataFrame, breaks: Sequence[Break]
) -> tuple[View, ...]:
    """List the views that the figures allow; the first is the one to begin with.

    Args:
        indicator: the declaration.
        obs: prepared observations of the compared areas and the country.
        breaks: places of the series that no mean and no comparison crosses.
    """
    views = [View.ALL]
    if indicator.frequency is not Frequency.YEAR:
        views += [
            view
            for view in (View.SEASON, View.MEAN)
            if view_observations(view, indicator, obs, breaks) is not None
        ]
    if indicator.parts is None or not read_parts(indicator, obs, breaks)[1]:
        return tuple(views)
    # A pyramid is the figure of an age structure; the total beside it is only its size.
    place = 0 if indicator.parts.drawn == "pyramid" else len(views)
    return (*views[:place], View.PARTS, *views[place:])


def view_observations(
    view: View,
    indicator: Indicator,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    others: Sequence[str] = (),
) -> pd.DataFrame | None:
    """Give the observations that a view draws; None where the figures do not allow it.

    Args:
        view: what the reader chose.
        indicator: the declaration.
        obs: observations of the compared areas, the country and the others.
        breaks: places of the series that no mean crosses.
        others: areas of the comparison group.
    """
    if view is View.SEASON:
        return same_season(obs, indicator.own_areas)
    if view is View.MEAN:
        return running_mean(obs, (*indicator.own_areas, COUNTRY, *others), breaks)
    return obs


def view_name(view: View, indicator: Indicator, language: Language) -> str:
    """Name a view for its button."""
    if view is View.PARTS and indicator.parts is not None:
        return language.pick(indicator.parts.by)
    return language.text(_WORDS[view, indicator.frequency])


def view_remark(view: View, indicator: Indicator, obs: pd.DataFrame, language: Language) -> str:
    """Say over the axis what the values of a view are, where the periods alone do not; else empty.

    Args:
        view: the chosen one.
        indicator: the declaration.
        obs: observations of the compared areas; of a mean the means themselves.
        language: the words.
    """
    if view is View.MEAN:
        last = common_period(obs, indicator.own_areas)
        name = view_name(view, indicator, language)
        return f"{name} ({language.period_short(last)})" if last else name
    newest = common_period(obs, indicator.own_areas) if view is View.SEASON else None
    if newest is None:
        return ""
    season = language.period(newest).replace(str(year_of(newest)), "").strip()
    words = language.text("{season} each year", season=season)
    return words[0].upper() + words[1:]
