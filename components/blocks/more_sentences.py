"""What else the figures say: change, turn, record, gap, place among the groups, in sentences to repeat."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from components import loading, selection
from components.blocks import statement
from components.language import Language
from components.sentences import Said, all_sentences, sentences_of
from data.catalogue import Catalogue
from data.choice import Choice
from data.model import Indicator
from data.presenting.groups import BENCHMARKS
from data.presenting.view import view


def show(indicator: Indicator) -> None:
    """Draw the sentences in an expander; they are made only once it is open.

    Args:
        indicator: A series whose figures can be read.
    """
    language, catalogue = loading.language(), loading.catalogue()
    expander = st.expander(
        language.text("More sentences"), key=f"sentences-{indicator.id}", on_change="rerun"
    )
    if expander.open:
        choice = selection.read().choice
        lines = said(catalogue, indicator.id, language, choice)[1:]
        items = "".join(f"<li>{escape(one.text)}</li>" for one in lines)
        with expander:
            if items:
                st.html(f'<ul class="more-sentences">{items}</ul>')
            else:
                st.html(f"<p>{escape(language.text('The figures allow no other sentence.'))}</p>")


@lru_cache(maxsize=512)
def said(
    catalogue: Catalogue, indicator_id: str, language: Language, choice: Choice
) -> tuple[Said, ...]:
    """Tell everything that the presented figures allow, the statement first.

    Presented figures are ranked among the chosen group only: the view holds no other areas.

    Raises:
        UnavailableSeries: the prepared file is missing or broken.
    """
    shown = view(catalogue, indicator_id, choice)
    if shown.is_plain:
        return all_sentences(catalogue, indicator_id, language)
    group = BENCHMARKS.get(choice.group)
    benchmarks = [one for one in catalogue.benchmarks() if one.key == group]
    words = statement.words(catalogue, indicator_id, language, choice)
    return tuple(
        sentences_of(
            shown.indicator, shown.unit, shown.obs, shown.breaks, benchmarks, language, level=words
        )
    )
