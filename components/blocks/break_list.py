"""The numbered breaks of a chart in words: what changed, when, and where."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from components import loading
from components.figures.chart import chart_marks
from components.figures.marks import Mark
from components.figures.template import Look
from components.language import Language
from data.catalogue import Catalogue
from data.model import Indicator


def show(indicator: Indicator) -> None:
    """Draw the list under a chart; nothing where the chart marks no break.

    Args:
        indicator: A series whose figures can be read.
    """
    html = _html(loading.catalogue(), indicator.id, loading.look())
    if html:
        st.html(html)


@lru_cache(maxsize=256)
def _html(catalogue: Catalogue, indicator_id: str, look: Look) -> str:
    """Write the list once per build, language and theme."""
    indicator = catalogue.indicator(indicator_id)
    marks = chart_marks(
        indicator,
        catalogue.unit(indicator),
        catalogue.compared(indicator_id),
        catalogue.breaks(indicator_id),
        look,
    )
    items = "".join(f"<li>{_line(mark, look.language)}</li>" for mark in marks)
    return f'<ul class="breaks">{items}</ul>' if marks else ""


def _line(mark: Mark, language: Language) -> str:
    texts = " ".join(language.pick(one.text) for one in mark.breaks)
    period = language.period(mark.period)
    return f"<b>{escape(mark.number)} {escape(period)}</b> {escape(texts)}"
