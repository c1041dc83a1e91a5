"""The marks of a chart in words: numbered breaks, lettered events; what, when, and where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape

import streamlit as st

from components import loading
from components.blocks import event_switch, indicator_chart
from components.figures.chart import chart_events, chart_marks
from components.figures.events import EventMark
from components.figures.marks import Mark
from components.figures.template import Look
from components.language import Language
from data.catalogue import Catalogue
from data.events import Event
from data.model import Indicator


def show(indicator: Indicator) -> None:
    """Draw the list under a chart; nothing where the chart marks neither break nor event.

    Args:
        indicator: A series whose figures can be read.
    """
    html = _html(
        loading.catalogue(),
        indicator.id,
        loading.look(),
        indicator_chart.is_in_season(indicator),
        event_switch.shown_events(indicator.theme),
    )
    if html:
        st.html(html)


@lru_cache(maxsize=256)
def _html(
    catalogue: Catalogue,
    indicator_id: str,
    look: Look,
    in_season: bool,
    events: tuple[Event, ...],
) -> str:
    """Write the list once per build, language, theme and choice of the reader."""
    indicator = catalogue.indicator(indicator_id)
    unit, breaks = catalogue.unit(indicator), catalogue.breaks(indicator_id)
    obs = indicator_chart.drawn(catalogue, indicator_id, in_season)
    marks = chart_marks(indicator, unit, obs, breaks, look)
    lettered = chart_events(indicator, unit, obs, breaks, events, look)
    lines = [_break_line(mark, look.language) for mark in marks]
    names = catalogue.area_names(look.language.code)
    lines += [event_line(mark, look.language, names) for mark in lettered]
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<ul class="breaks">{items}</ul>' if lines else ""


def _break_line(mark: Mark, language: Language) -> str:
    texts = " ".join(language.pick(one.text) for one in mark.breaks)
    period = language.period(mark.period)
    return f"<b>{escape(mark.number)} {escape(period)}</b> {escape(texts)}"


def event_line(mark: EventMark, language: Language, names: Mapping[str, str]) -> str:
    """Write one event: letter, time as exactly as it is known, whose it is, words, source.

    Args:
        mark: The event with its letter.
        language: Of the words.
        names: Of the areas, in the language.
    """
    event = mark.event
    when = language.period(event.period) if event.period else language.date(event.date)
    text = language.pick(event.text)
    cities = language.listing([names[area] for area in event.areas])
    scope = "" if event.concerns_all else f"{escape(cities)}: "
    link, name = language.text("Source"), escape(f"{language.text('Source')}: {text}")
    return (
        f"<b>{escape(mark.sign)} {escape(when)}</b> {scope}{escape(text)} "
        f'<a href="{escape(event.source)}" aria-label="{name}">{escape(link)}</a>'
    )
