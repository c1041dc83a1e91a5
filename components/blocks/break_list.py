"""The marks of a chart in words: numbered breaks, lettered events; what, when, and where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape

import streamlit as st

from components import loading, selection
from components.blocks import event_switch, view_choice
from components.figures.chart import chart_events, chart_marks
from components.figures.events import EventMark
from components.figures.marks import Mark
from components.figures.template import Look
from components.figures.views import View
from components.language import Language
from data.catalogue import Catalogue
from data.choice import Choice
from data.events import Event
from data.model import Indicator
from data.presenting.view import View as Presented
from data.presenting.view import view as presented


def show(indicator: Indicator) -> None:
    """Draw the list under a chart; nothing where the chart marks neither break nor event.

    Args:
        indicator: A series whose figures can be read.
    """
    html = _html(
        loading.catalogue(),
        indicator.id,
        loading.look(),
        view_choice.chosen(indicator),
        event_switch.shown_events(indicator.theme),
        selection.read().choice,
    )
    if html:
        st.html(html)


@lru_cache(maxsize=256)
def _html(
    catalogue: Catalogue,
    indicator_id: str,
    look: Look,
    view: View,
    events: tuple[Event, ...],
    choice: Choice,
) -> str:
    """Write the list once per build, language, theme and choice of the reader."""
    marks, lettered = signs(presented(catalogue, indicator_id, choice), look, view, events)
    lines = [_break_line(mark, look.language) for mark in marks]
    names = catalogue.area_names(look.language.code)
    lines += [event_line(mark, look.language, names) for mark in lettered]
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<ul class="breaks">{items}</ul>' if lines else ""


def signs(
    shown: Presented, look: Look, view: View, events: tuple[Event, ...]
) -> tuple[tuple[Mark, ...], tuple[EventMark, ...]]:
    """Give the numbered breaks and the lettered events over the chart of a view.

    Args:
        shown: The series as the reader compares it.
        look: Of the chart.
        view: The chosen one.
        events: Those the reader wants to see.
    """
    if view is View.PARTS:  # stands at single periods
        return (), ()
    indicator, unit, breaks = shown.indicator, shown.unit, shown.breaks
    obs = view_choice.drawn(shown, view)
    return (
        chart_marks(indicator, unit, obs, breaks, look),
        chart_events(indicator, unit, obs, breaks, events, look),
    )


def break_words(mark: Mark, language: Language) -> tuple[str, str]:
    """Say of a break when it is and what changed."""
    texts = " ".join(language.pick(one.text) for one in mark.breaks)
    return language.period(mark.period), texts


def event_words(mark: EventMark, language: Language, names: Mapping[str, str]) -> tuple[str, str]:
    """Say of an event when it was, as exactly as is known, and whose it is and what happened."""
    event = mark.event
    when = language.period(event.period) if event.period else language.date(event.date)
    cities = language.listing([names[area] for area in event.areas])
    scope = "" if event.concerns_all else f"{cities}: "
    return when, f"{scope}{language.pick(event.text)}"


def _break_line(mark: Mark, language: Language) -> str:
    period, texts = break_words(mark, language)
    return f"<b>{escape(mark.number)} {escape(period)}</b> {escape(texts)}"


def event_line(mark: EventMark, language: Language, names: Mapping[str, str]) -> str:
    """Write one event: letter, time as exactly as it is known, whose it is, words, source.

    Args:
        mark: The event with its letter.
        language: Of the words.
        names: Of the areas, in the language.
    """
    when, words = event_words(mark, language, names)
    link, text = language.text("Source"), language.pick(mark.event.text)
    name = escape(f"{link}: {text}")
    return (
        f"<b>{escape(mark.sign)} {escape(when)}</b> {escape(words)} "
        f'<a href="{escape(mark.event.source)}" aria-label="{name}">{escape(link)}</a>'
    )
