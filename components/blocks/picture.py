"""The chart of a card as a picture: two buttons; a file is drawn only when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import plotly.graph_objects as go
import streamlit as st

from components import loading, presented_words, selection
from components.blocks import (
    break_list,
    event_switch,
    indicator_chart,
    source_note,
    statement,
    view_choice,
)
from components.figures.picture.content import Content
from components.figures.template import Look
from components.figures.views import View, view_name
from components.language import Language
from components.messages import message
from data.catalogue import Catalogue
from data.choice import Choice
from data.events import Event
from data.model import Indicator, Source
from data.presenting.view import View as Presented
from data.presenting.view import view as presented

_KINDS = {
    "png": (message("Picture (PNG)"), "image/png"),
    "svg": (message("Picture (SVG)"), "image/svg+xml"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader sees when the buttons are drawn: a file is made later, outside the session."""

    catalogue: Catalogue
    indicator_id: str
    look: Look
    view: View
    events: tuple[Event, ...]
    choice: Choice

    @property
    def shown(self) -> Presented:
        """The series as the reader compares it."""
        return presented(self.catalogue, self.indicator_id, self.choice)

    @property
    def figure(self) -> go.Figure:
        """The chart in the light theme."""
        return indicator_chart.figure(
            self.catalogue, self.indicator_id, self.look, self.view, self.events, self.choice
        )


def show(indicator: Indicator) -> None:
    """Draw the buttons.

    Args:
        indicator: A series whose figures can be read.
    """
    wanted = Wanted(
        loading.catalogue(),
        indicator.id,
        Look(loading.language()),
        view_choice.chosen(indicator),
        event_switch.shown_events(indicator.theme),
        selection.read().choice,
    )
    stem = presented_words.file_stem(wanted.shown, wanted.catalogue.version)
    for ending, (label, mime) in _KINDS.items():
        st.download_button(
            loading.language().text(label),
            data=partial(file, wanted, ending),
            file_name=f"{stem}.{ending}",
            mime=mime,
            key=f"{ending}-{indicator.id}",
            on_click="ignore",
            icon=":material/image:",
        )


def file(wanted: Wanted, ending: str) -> bytes:
    """Draw a picture as the bytes of a file.

    Args:
        wanted: What is pictured.
        ending: png or svg.
    """
    # The drawing library takes a second to import: only those who ask for a picture wait for it.
    from components.figures.picture.files import png_bytes, svg_bytes

    draw: Callable[[Content, go.Figure], bytes] = png_bytes if ending == "png" else svg_bytes
    return draw(content(wanted), wanted.figure)


def content(wanted: Wanted) -> Content:
    """Write the words around the chart of a picture."""
    catalogue, language, shown = wanted.catalogue, wanted.look.language, wanted.shown
    names = catalogue.area_names(language.code)
    remarks = list(presented_words.notes(shown, names, language))
    if shown.indicator.unconfirmed is not None:
        remarks.append(language.pick(shown.indicator.unconfirmed))
    return Content(
        title=_title(wanted),
        statement=statement.words(catalogue, wanted.indicator_id, language, wanted.choice),
        marks=_marks(wanted),
        remarks=tuple(remarks),
        sources=tuple(
            _source(source, language) for source in catalogue.sources(wanted.indicator_id)
        ),
        name=language.text("Growth Gauge"),
        version=language.text("data version {version}", version=catalogue.version),
    )


def _title(wanted: Wanted) -> str:
    """Name the series and, where the reader has a choice, the view; a presented statement names the series."""
    language, shown = wanted.look.language, wanted.shown
    parts = [language.pick(shown.indicator.title)] if shown.is_plain else []
    if len(view_choice.offered(wanted.catalogue, wanted.indicator_id, wanted.choice)) > 1:
        parts.append(view_name(wanted.view, shown.indicator, language))
    return " · ".join(parts)


def _marks(wanted: Wanted) -> tuple[str, ...]:
    """Explain the signs over the chart."""
    language = wanted.look.language
    names = wanted.catalogue.area_names(language.code)
    breaks, events = break_list.signs(wanted.shown, wanted.look, wanted.view, wanted.events)
    said = [(mark.number, *break_list.break_words(mark, language)) for mark in breaks]
    said += [(mark.sign, *break_list.event_words(mark, language, names)) for mark in events]
    return tuple(f"{sign} {when} · {text}" for sign, when, text in said)


def _source(source: Source, language: Language) -> str:
    """Write publisher, table, update and licence as plain text."""
    parts = [f"{language.text('Source')}: {language.pick(source.publisher)}"]
    if source.code != source_note.NO_CODE:
        parts.append(language.text("table {code}", code=source.code))
    parts += [source_note.updated(source, language), language.pick(source.licence_name)]
    return " · ".join(parts)
