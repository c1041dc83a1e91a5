"""The chart of a total's parts: stacked bars, or pyramids of age groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.composition import composition_figure
from components.figures.pyramid import pyramid_figure
from components.figures.template import Look
from data.composition import Wholes, read_wholes, shown_periods
from data.model import COUNTRY, Break, Indicator, Unit


def parts_figure(
    indicator: Indicator,
    unit: Unit,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    look: Look,
    names: Mapping[str, str],
) -> go.Figure | None:
    """Draw the parts of an indicator's totals; None where no total has them.

    Args:
        indicator: declares the classes.
        unit: of the values.
        obs: prepared observations with one breakdown per class.
        breaks: places of the series that no comparison crosses.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    wholes, periods = read_parts(indicator, obs, breaks)
    if indicator.parts is None or not periods:
        return None
    if indicator.parts.drawn == "pyramid":
        own = {area: wholes[area] for area in indicator.own_areas}
        return pyramid_figure(own, periods, indicator.parts, unit, look, names)
    return composition_figure(wholes, periods, indicator.parts, unit, look, names)


def read_parts(
    indicator: Indicator, obs: pd.DataFrame, breaks: Sequence[Break]
) -> tuple[Wholes, tuple[str, ...]]:
    """Read the compared areas' totals with their parts, and the periods to show.

    An area that has no total with parts at all does not hide the others.

    Returns:
        Wholes by area and period, and the periods from the oldest; no period where there are none.
    """
    if indicator.parts is None:
        return {}, ()
    areas = (*indicator.own_areas, COUNTRY)
    wholes = read_wholes(obs, indicator.parts, areas)
    holders = [area for area in indicator.own_areas or (COUNTRY,) if wholes[area]]
    return wholes, shown_periods(wholes, holders, breaks)
