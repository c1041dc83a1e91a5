"""What an indicator means, one click away."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.language import Language
from components.messages import message
from data.model import Direction, Indicator, Level

DIRECTIONS = {
    Direction.HIGHER: message("A higher figure is better."),
    Direction.LOWER: message("A lower figure is better."),
    Direction.NEUTRAL: message("The figure itself is neither good nor bad."),
}
_LEVELS = {
    Level.MUNICIPALITY: message("municipalities"),
    Level.REGION: message("regions"),
    Level.COUNTRY: message("whole country"),
    Level.SUB_AREA: message("postal areas"),
}


def show(indicator: Indicator) -> None:
    """Draw the definition: meaning, method, direction, areas, caveats.

    A native disclosure, because Streamlit puts the content of a popover at the end of the page,
    where neither the tabulator key nor a screen reader comes upon it.
    """
    language = loading.language()
    label = escape(language.text("What does the figure mean?"))
    st.html(
        f'<details class="definition-box"><summary>{label}</summary>'
        f'<div class="definition">{_content(indicator, language)}</div></details>',
        width="content",
    )


def _content(indicator: Indicator, language: Language) -> str:
    paragraphs = [
        language.pick(indicator.describes),
        language.text(DIRECTIONS[indicator.direction]),
    ]
    if indicator.levels:
        areas = ", ".join(language.text(_LEVELS[level]) for level in indicator.levels)
        paragraphs.append(language.text("Areas: {areas}.", areas=areas))
    title = escape(language.pick(indicator.title))
    drawn = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    caveats = "".join(f"<li>{escape(language.pick(text))}</li>" for text in indicator.caveats)
    return f"<p><strong>{title}</strong></p>{drawn}" + (f"<ul>{caveats}</ul>" if caveats else "")
