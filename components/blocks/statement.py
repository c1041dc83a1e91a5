"""The sentence over a chart: made from the figures, also the chart's text alternative."""

from __future__ import annotations

from functools import lru_cache

from components import presented_words
from components.blocks.reading import Reading, read
from components.language import Language
from components.sentences import country_sentence, statement_sentence
from data.catalogue import Catalogue
from data.choice import USUAL, Choice
from data.model import COUNTRY, TOTAL
from data.statements import statement


def words(
    catalogue: Catalogue, indicator_id: str, language: Language, choice: Choice = USUAL
) -> str:
    """Say what the newest common figures are; a series of the country alone says only its figure.

    Args:
        catalogue: Gives the figures.
        indicator_id: Of a series.
        language: Of the sentence.
        choice: What the reader wants the figures compared as.

    Raises:
        UnavailableSeries: the prepared file is missing or broken.
    """
    return _words(catalogue, indicator_id, language, choice.essential)


@lru_cache(maxsize=2048)
def _words(catalogue: Catalogue, indicator_id: str, language: Language, choice: Choice) -> str:
    reading = read(catalogue, indicator_id, choice)
    if reading is None:
        return language.pick(catalogue.indicator(indicator_id).title)
    view = reading.view
    areas = (*view.indicator.own_areas, COUNTRY)
    obs = view.obs[view.obs["area"].isin(areas) & (view.obs["breakdown"] == TOTAL)]
    claim = statement(view.indicator, view.unit, obs)
    if claim is None:
        return _country_alone(reading, language)
    if view.is_plain:
        return statement_sentence(claim, view.indicator, view.unit, language)
    return presented_words.statement(view, claim, catalogue.benchmarks(), language)


def _country_alone(reading: Reading, language: Language) -> str:
    title, only = presented_words.title(reading.view, language), reading.country
    if only is None or only.level.value is None:
        return title
    return country_sentence(only.level, title, reading.view.unit, language)
