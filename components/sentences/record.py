"""Figures that are the highest or lowest since the first comparable period."""

from __future__ import annotations

from collections.abc import Sequence

from components.language import Language
from components.messages import message
from components.sentences.grammar import Placed, capitalised, phrased, subject, when
from data.findings.kinds import Record
from data.model import Sentence, Unit
from data.periods import season, year_of

_KINDS = {  # by what returns every year; lowest, highest
    "": (
        message("the lowest of the comparable figures from {year} on"),
        message("the highest of the comparable figures from {year} on"),
    ),
    "M": (
        message("the lowest of the comparable figures for the same month from {year} on"),
        message("the highest of the comparable figures for the same month from {year} on"),
    ),
    "Q": (
        message("the lowest of the comparable figures for the same quarter from {year} on"),
        message("the highest of the comparable figures for the same quarter from {year} on"),
    ),
}


def record_sentence(
    records: Sequence[Record], parts: Sentence, unit: Unit, language: Language
) -> str:
    """Say the records; neighbours with the same kind and first year share them.

    "Kesäkuussa 2026 luku oli saman kuukauden luvuista suurin vuodesta 2006 alkaen Lahdessa
    (17,8 %, sama kuin kesäkuussa 2015)."
    """
    said = [
        Placed(_kind(record, language), record.area, _figure(record, unit, language))
        for record in records
    ]
    text = language.text(
        "{when} {subject} was {sides}.",
        subject=subject(unit, parts, language),
        when=when(records[0].level.period, parts, language),
        sides=phrased(said, language),
    )
    return capitalised(text)


def _kind(record: Record, language: Language) -> str:
    kind = _KINDS[season(record.first)[:1]][record.is_highest]
    return language.text(kind, year=year_of(record.first))


def _figure(record: Record, unit: Unit, language: Language) -> str:
    assert record.level.value is not None  # a record is a figure
    figure = language.quantity(record.level.value, unit)
    if record.tied:
        then = language.period_in(record.tied)
        figure = language.text("{figure}, the same as {then}", figure=figure, then=then)
    return f"({figure})"
