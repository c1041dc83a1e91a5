"""The figures beside a chart: three areas and the country, each with its change."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.blocks import figures_row, markup
from components.blocks.reading import Cell, Reading
from components.figures.template import Look


def show(reading: Reading, beside: str = "") -> None:
    """Draw the values that the chart ends with.

    Args:
        reading: Of the compared areas and the country.
        beside: A list item of another area, as HTML.
    """
    look = loading.look()
    items = "".join(_area(cell, reading, look) for cell in reading.shown)
    st.html(
        f'<div class="rail"><p class="when">{figures_row.period(reading, look)}</p>'
        f"<ul>{items}{beside}</ul></div>"
    )


def _area(cell: Cell, reading: Reading, look: Look) -> str:
    language = look.language
    return (
        f'<li class="{figures_row.kind(cell)}">{markup.place(cell.area, look)}'
        f"{markup.level(cell.level, reading.unit, language, figures_row.shared_remark(reading, look))}"
        f"{markup.change(cell.change, reading.indicator.direction, reading.unit, language)}"
        f"{_newer(cell, reading, look)}</li>"
    )


def _newer(cell: Cell, reading: Reading, look: Look) -> str:
    newer = cell.figure.newer
    if newer is None or newer.value is None:
        return ""
    text = look.language.text(
        "newer: {figure} ({period})",
        figure=look.language.quantity(newer.value, reading.unit),
        period=look.language.period_short(newer.period),
    )
    return f'<span class="newer">{escape(text)}</span>'
