"""The series over time: the statement, the chosen area's figure, the chart with that area as a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from components import presented_words
from components.blocks import (
    break_list,
    comparison_group,
    event_switch,
    indicator_chart,
    markup,
    rail,
    statement,
    view_choice,
)
from components.blocks.explorer import distribution
from components.blocks.explorer.asked import Asked, in_period, is_single, usual
from components.blocks.reading import Reading
from components.blocks.reading import read as read_compared
from components.figures.chart import chart_figure
from components.figures.views import View, view_remark
from components.language import Language
from data import levels
from data.choice import Presentation
from data.claims import Observation
from data.events import Event
from data.periods import position
from data.presenting.view import View as Presented
from data.presenting.view import view as presented

_CHART_AND_RAIL = (5, 1.25)
_CHOSEN = "▲"  # the marker of a chosen area's line


def show(asked: Asked) -> None:
    """Draw the section.

    Args:
        asked: Of a series whose figures can be read.
    """
    language = asked.look.language
    reading = read_compared(asked.catalogue, asked.series, asked.choice)
    if reading is None:
        st.info(language.text("No figure"))
        return
    sentence = statement.words(asked.catalogue, asked.series, language, asked.choice)
    notes = presented_words.notes(asked.view, asked.names, language)
    said_beside = beside(asked)
    said = "".join(f'<p class="presented-note">{escape(note)}</p>' for note in notes)
    own = f'<p class="explorer-area">{escape(said_beside)}</p>' if said_beside else ""
    # The choice of the series, right above, names it.
    st.html(f'<h2 class="statement">{escape(sentence)}</h2>{own}{said}')
    chart, side = st.columns(_CHART_AND_RAIL, gap="medium")
    with chart:
        _chart(asked, f"{sentence} {said_beside}".strip())
        with st.container(key="explorer-views", horizontal=True, vertical_alignment="center"):
            view_choice.show(asked.indicator)
            if not is_single(asked):
                themes = asked.catalogue.themes()
                event_switch.show([it for it in themes if it.key == asked.indicator.theme])
        break_list.show(asked.indicator)
    with side:
        rail.show(reading, _item(asked, reading))


@dataclass(frozen=True, slots=True)
class Shown:
    """What the reader has chosen of the chart; read in the session, for files are made outside of it."""

    view: View
    events: tuple[Event, ...]


def shown(asked: Asked) -> Shown:
    """Read the view and the events of the chart."""
    events = event_switch.shown_events(asked.indicator.theme)
    return Shown(view_choice.chosen(asked.indicator), events)


def figure(asked: Asked, chosen: Shown) -> go.Figure:
    """Give the chart of the page.

    Args:
        asked: Its look may be another than the screen's, for a picture.
        chosen: The view and the events.
    """
    if is_single(asked) and chosen.view is View.ALL:
        period = usual(asked)
        found = in_period(asked, period) if period else None
        if found is not None:
            return distribution.figure(asked, found)
    if chosen.view is View.PARTS or not asked.area:
        return indicator_chart.figure(
            asked.catalogue,
            asked.series,
            asked.look,
            chosen.view,
            chosen.events,
            asked.choice,
        )
    return _figure(asked, chosen)


def beside(asked: Asked) -> str:
    """Say the chosen area's figure; empty where no area is chosen."""
    reading = read_compared(asked.catalogue, asked.series, asked.choice)
    if reading is None:
        return ""
    return area_sentence(asked.view, asked.area, reading, asked.names, asked.look.language)


def area_sentence(
    view: Presented, area: str, reading: Reading, names: dict[str, str], language: Language
) -> str:
    """Say the chosen area's figure at the statement's period, else its newest: "Kangasala: 8,1 % (…)".

    Args:
        view: Of every area.
        area: Empty where none is chosen.
        reading: Gives the period and the nature of the statement's figures.
        names: Name of each area.
        language: The reader's.
    """
    if not area:
        return ""
    seen = _seen(view, area, reading)
    if seen is None or seen.value is None:
        return language.text("{place}: no figure to set beside these.", place=names[area])
    figure = language.quantity(seen.value, view.unit)
    if view.presentation is Presentation.RANK:
        figure = language.text("rank {rank} of {count}", rank=figure, count=view.ranked)
    return language.text(
        "{place}: {figure} ({period}).",
        place=names[area],
        figure=figure,
        period=language.period(seen.period),
    )


def _item(asked: Asked, reading: Reading) -> str:
    """Write the chosen area's figure for the rail, its period where that is another one."""
    seen = _seen(asked.view, asked.area, reading) if asked.area else None
    if seen is None:
        return ""
    language = asked.look.language
    sign = f'<span class="mark" aria-hidden="true">{_CHOSEN}</span>'
    name = f'<span class="place">{sign}{escape(asked.names[asked.area])}</span>'
    when = "" if seen.period == reading.period else language.period(seen.period)
    note = f'<span class="newer">{escape(when)}</span>' if when else ""
    level = markup.level(seen, asked.view.unit, language)
    return f'<li class="country">{name}{level}{note}</li>'


def _seen(view: Presented, area: str, reading: Reading) -> Observation | None:
    rows = levels.read_table(view.obs, (area,))[area]
    nature = levels.Nature.of(reading.shown[0].level.status)
    figures = levels.figures(rows, nature)
    newest = max(figures, key=position, default="")
    return figures.get(reading.period, figures.get(newest))


def _chart(asked: Asked, sentence: str) -> None:
    st.plotly_chart(
        figure(asked, shown(asked)),
        width="stretch",
        theme=None,
        key=f"chart-{asked.series}",
        config=indicator_chart.CONFIG,
        alt=sentence,
    )
    indicator_chart.show_key(asked.indicator)


@lru_cache(maxsize=128)
def _figure(asked: Asked, chosen: Shown) -> go.Figure:
    """Make a chart once per build, look and choice; nobody changes it afterwards."""
    series, look, view = asked.view, asked.look, chosen.view
    group = presented(asked.catalogue, asked.series, asked.choice)
    others = comparison_group.others(group, asked.catalogue, look.language)
    return chart_figure(
        series.indicator,
        series.unit,
        view_choice.drawn(series, view),
        series.breaks,
        look,
        asked.names,
        chosen.events,
        comparison_group.benchmark(asked.catalogue, asked.choice),
        replace(others, chosen=(asked.area,)),
        remark=view_remark(view, series.indicator, series.obs, look.language),
    )
