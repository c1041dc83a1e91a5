"""The chart that an indicator's figures ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.bar import bar_figure
from components.figures.dots import dot_figure
from components.figures.line import line_figure
from components.figures.template import Look
from data.comparison import Shape, series_shape
from data.model import COUNTRY, TOTAL, Break, Indicator, Unit


def chart_figure(
    indicator: Indicator,
    unit: Unit,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    look: Look,
    names: Mapping[str, str],
) -> go.Figure:
    """Choose and draw the chart of an indicator.

    Budgets are hatched columns, one single period is a dot row, two to four periods are columns,
    more are lines. The country is drawn beside shares and rates; its counts would press the
    compared areas to the floor of the axis.

    Args:
        indicator: gives the compared areas.
        unit: of the values.
        obs: prepared observations of the indicator.
        breaks: places of the series that no line crosses.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    areas = drawn_areas(indicator, unit)
    totals = obs[obs["breakdown"] == TOTAL]
    shape = series_shape(totals, areas)
    if shape is Shape.BUDGET:
        return bar_figure(totals, indicator.own_areas or areas, unit, look, names)
    if shape is Shape.SINGLE:
        shown = totals[totals["area"].isin(areas) & totals["value"].notna()]
        one = totals[totals["period"] == shown["period"].iloc[0]]
        return dot_figure(one, areas, unit, look, names)
    if shape is Shape.FEW:
        return bar_figure(totals, areas, unit, look, names)
    return line_figure(totals, areas, unit, breaks, look, names)


def drawn_areas(indicator: Indicator, unit: Unit) -> tuple[str, ...]:
    """List the areas of an indicator's chart: the compared ones, and the country beside rates."""
    if not indicator.own_areas:
        return (COUNTRY,)
    return indicator.own_areas if unit.is_count else (*indicator.own_areas, COUNTRY)
