"""The numbered breaks of a chart in words: what changed, when, and where."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.figures.chart import chart_marks
from components.figures.marks import Mark
from components.language import Language
from data.model import Indicator


def show(indicator: Indicator) -> None:
    """Draw the list under a chart; nothing where the chart marks no break.

    Args:
        indicator: A series whose figures can be read.
    """
    catalogue, look = loading.catalogue(), loading.look()
    marks = chart_marks(
        indicator,
        catalogue.unit(indicator),
        catalogue.compared(indicator.id),
        catalogue.breaks(indicator.id),
        look,
    )
    if marks:
        items = "".join(f"<li>{_line(mark, look.language)}</li>" for mark in marks)
        st.html(f'<ul class="breaks">{items}</ul>')


def _line(mark: Mark, language: Language) -> str:
    texts = " ".join(language.pick(one.text) for one in mark.breaks)
    period = language.period(mark.period)
    return f"<b>{escape(mark.number)} {escape(period)}</b> {escape(texts)}"
