"""The sentence over a chart: made from the figures, also the chart's text alternative."""

from __future__ import annotations

from functools import lru_cache

from components.blocks.reading import read
from components.language import Language
from components.sentences import statement_sentence
from data.catalogue import Catalogue
from data.statements import statement


@lru_cache(maxsize=512)
def words(catalogue: Catalogue, indicator_id: str, language: Language) -> str:
    """Say what the newest common figures are; a series of the country alone says only its figure.

    Raises:
        UnavailableSeries: the prepared file is missing or broken.
    """
    indicator = catalogue.indicator(indicator_id)
    reading = read(catalogue, indicator_id)
    if reading is None:
        return language.pick(indicator.title)
    unit = reading.unit
    claim = statement(indicator, unit, catalogue.compared(indicator_id))
    if claim is not None:
        return statement_sentence(claim, indicator, unit, language)
    only = reading.country
    if only is None or only.level.value is None:
        return language.pick(indicator.title)
    return language.text(
        "{title}, {period}: {figure} in the whole country.",
        title=language.pick(indicator.title),
        period=language.period(reading.period),
        figure=language.quantity(only.level.value, unit, heading=True),
    )
