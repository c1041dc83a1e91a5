"""The sentence over a chart: made from the figures, also the chart's text alternative."""

from __future__ import annotations

import pandas as pd

from components.blocks.reading import Reading
from components.language import Language
from components.sentences import statement_sentence
from data.statements import statement


def words(reading: Reading, obs: pd.DataFrame, language: Language) -> str:
    """Say what the newest common figures are; a series of the country alone says only its figure."""
    indicator, unit = reading.indicator, reading.unit
    claim = statement(indicator, unit, obs)
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
