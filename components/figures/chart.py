"""The chart that an indicator's figures ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from components.figures.band import NOBODY, Others
from components.figures.bar import bar_figure
from components.figures.dots import dot_figure
from components.figures.events import EventMark, event_marks
from components.figures.line import line_figure
from components.figures.marks import Mark, break_marks
from components.figures.series import read_series
from components.figures.template import Look
from data.benchmarks import Benchmark
from data.comparison import Shape, series_shape
from data.events import Event
from data.model import COUNTRY, TOTAL, Break, Indicator, Unit

_OUT_OF_SCALE = 3.0


def chart_figure(
    indicator: Indicator,
    unit: Unit,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    look: Look,
    names: Mapping[str, str],
    events: Sequence[Event] = (),
    benchmark: Benchmark | None = None,
    others: Others = NOBODY,
    remark: str = "",
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
        events: marked where the chart is one of lines.
        benchmark: the group whose other cities a dot row rings and ranks the compared ones among.
        others: the comparison group behind the lines; few periods are lines then, not columns.
        remark: what a chart of lines says of its values beside their unit.
    """
    compared = _compared(indicator, obs)
    named = _named_unit(indicator, unit, look)
    areas = drawn_areas(indicator, compared)
    shape = series_shape(compared, areas)
    if shape is Shape.SINGLE:
        shown = compared[compared["area"].isin(areas) & compared["value"].notna()]
        is_shown = (obs["period"] == shown["period"].iloc[0]) & (obs["breakdown"] == TOTAL)
        return dot_figure(obs[is_shown], areas, named, look, names, benchmark)
    beside = (*others.areas, *others.chosen)
    drawn = _totals(obs, (*areas, *beside)) if beside else compared
    is_few = shape is Shape.FEW and not chart_marks(indicator, unit, compared, breaks, look)
    if is_few and others.areas:
        return line_figure(drawn, areas, named, breaks, look, names, others=others)
    is_rank = unit.is_reversed  # its best place would be the shortest column
    if (is_few or shape is Shape.BUDGET) and not is_rank:
        return bar_figure(drawn, (*areas, *others.lines), named, look, names, others)
    return line_figure(drawn, areas, named, breaks, look, names, events, others, remark)


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
    compared = _compared(indicator, obs)
    areas = drawn_areas(indicator, compared)
    if series_shape(compared, areas) not in (Shape.FEW, Shape.LINE):
        return ()
    return break_marks(read_series(compared, areas, unit, look.language), breaks)


def chart_events(
    indicator: Indicator,
    unit: Unit,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    events: Sequence[Event],
    look: Look,
) -> tuple[EventMark, ...]:
    """Give the events that the chart marks, to be listed under it; empty where it draws no lines.

    Args:
        indicator: gives the compared areas.
        unit: of the values.
        obs: prepared observations of the indicator.
        breaks: all breaks of the indicator.
        events: those of the indicator's theme.
        look: gives the language.
    """
    compared = _compared(indicator, obs)
    areas = drawn_areas(indicator, compared)
    shape = series_shape(compared, areas)
    is_line = shape is Shape.LINE or (
        shape is Shape.FEW and bool(chart_marks(indicator, unit, compared, breaks, look))
    )
    if not is_line:
        return ()
    return event_marks(read_series(compared, areas, unit, look.language), events, breaks)


def drawn_areas(indicator: Indicator, obs: pd.DataFrame) -> tuple[str, ...]:
    """List the areas of an indicator's chart: the compared ones, and the country beside them.

    The country is left out where its figures (counts, euros) would press the others to the floor.
    """
    own = indicator.own_areas
    if not own:
        return (COUNTRY,)
    highest = _compared(indicator, obs).groupby("area")["value"].max()
    cities = highest.reindex(list(own)).max()
    return own if highest.get(COUNTRY, 0) > _OUT_OF_SCALE * cities else (*own, COUNTRY)


def _compared(indicator: Indicator, obs: pd.DataFrame) -> pd.DataFrame:
    """Keep the totals of the compared areas and the country: a few rows of many thousand."""
    return _totals(obs, (*indicator.own_areas, COUNTRY))


def _totals(obs: pd.DataFrame, areas: Sequence[str]) -> pd.DataFrame:
    return obs[obs["area"].isin(list(areas)) & (obs["breakdown"] == TOTAL)]


def _named_unit(indicator: Indicator, unit: Unit, look: Look) -> Unit:
    """Let the axis say "aloituspaikkaa" rather than "kappaletta"."""
    code = look.language.code
    sentence = indicator.sentence.get(code)
    if sentence is None or not sentence.gap_many or unit.symbol[code]:
        return unit
    return replace(unit, difference_many={**unit.difference_many, code: sentence.gap_many})
