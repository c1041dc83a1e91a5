"""The chart that an indicator's figures ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from components.figures.bar import bar_figure
from components.figures.dots import dot_figure
from components.figures.line import line_figure
from components.figures.marks import Mark, break_marks
from components.figures.series import read_series
from components.figures.template import Look
from data.comparison import Shape, series_shape
from data.model import COUNTRY, TOTAL, Break, Indicator, Unit

_OUT_OF_SCALE = 3.0


def chart_figure(
    indicator: Indicator,
    unit: Unit,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    look: Look,
    names: Mapping[str, str],
) -> go.Figure:
    """Choose and draw the chart of an indicator.

    Budgets are hatched columns, one single period is a dot row, two to four periods without a
    break are columns, the rest are lines.

    Args:
        indicator: gives the compared areas and the noun of a unit without a symbol.
        unit: of the values.
        obs: prepared observations of the indicator.
        breaks: places of the series that no line crosses.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    totals = obs[obs["breakdown"] == TOTAL]
    named = _named_unit(indicator, unit, look)
    areas = drawn_areas(indicator, totals)
    shape = series_shape(totals, areas)
    if shape is Shape.SINGLE:
        shown = totals[totals["area"].isin(areas) & totals["value"].notna()]
        one = totals[totals["period"] == shown["period"].iloc[0]]
        return dot_figure(one, areas, named, look, names)
    if _is_columns(shape, chart_marks(indicator, unit, obs, breaks, look)):
        return bar_figure(totals, areas, named, look, names)
    return line_figure(totals, areas, named, breaks, look, names)


def chart_marks(
    indicator: Indicator, unit: Unit, obs: pd.DataFrame, breaks: Sequence[Break], look: Look
) -> tuple[Mark, ...]:
    """Give the numbered breaks of the chart, to be listed under it; empty when it draws none.

    Args:
        indicator: gives the compared areas.
        unit: of the values.
        obs: prepared observations of the indicator.
        breaks: all breaks of the indicator.
        look: gives the language.
    """
    totals = obs[obs["breakdown"] == TOTAL]
    areas = drawn_areas(indicator, totals)
    if series_shape(totals, areas) not in (Shape.FEW, Shape.LINE):
        return ()
    return break_marks(read_series(totals, areas, unit, look.language), breaks)


def drawn_areas(indicator: Indicator, obs: pd.DataFrame) -> tuple[str, ...]:
    """List the areas of an indicator's chart: the compared ones, and the country beside them.

    The country is left out where its figures (counts, euros) would press the others to the floor.
    """
    own = indicator.own_areas
    if not own:
        return (COUNTRY,)
    highest = obs.groupby("area")["value"].max()
    cities = highest.reindex(list(own)).max()
    return own if highest.get(COUNTRY, 0) > _OUT_OF_SCALE * cities else (*own, COUNTRY)


def _is_columns(shape: Shape, marks: Sequence[Mark]) -> bool:
    return shape is Shape.BUDGET or (shape is Shape.FEW and not marks)


def _named_unit(indicator: Indicator, unit: Unit, look: Look) -> Unit:
    """Let the axis say "aloituspaikkaa" rather than "kappaletta"."""
    code = look.language.code
    sentence = indicator.sentence.get(code)
    if sentence is None or not sentence.gap_many or unit.symbol[code]:
        return unit
    return replace(unit, difference_many={**unit.difference_many, code: sentence.gap_many})
