"""How the widest gap between the compared areas has changed."""

from __future__ import annotations

from components.language import Language, PlaceForm
from components.sentences.grammar import capitalised, when
from components.sentences.statement import gap_unit
from data.findings.kinds import GapChange, Spread
from data.model import Sentence, Unit

_NOTICEABLE = 1.5  # shown steps
_BETWEEN: dict[str, PlaceForm] = {"fi": "of", "sv": "name", "en": "name"}


def gap_sentence(gap: GapChange, parts: Sentence, unit: Unit, language: Language) -> str:
    """Say the gap now and then; in a tie nobody is named, and gaps of other pairs do not grow.

    "Kesäkuussa 2026 ero oli suurin Lahden ja Kuopion välillä: 4,5 prosenttiyksikköä. Se on kasvanut
    kesäkuusta 2023, jolloin se oli 3,9 prosenttiyksikköä."
    """
    worded = gap_unit(unit, parts, language)
    now = _alone(gap.now, when(gap.now.period, parts, language), worded, language)
    return f"{now} {_then(gap, worded, language)}"


def _then(gap: GapChange, unit: Unit, language: Language) -> str:
    before = gap.before
    then = language.period_in(before.period)
    is_same_pair = (gap.now.highest, gap.now.lowest) == (before.highest, before.lowest)
    if not is_same_pair or not gap.now.difference:
        return _alone(before, then, unit, language)
    size = language.difference(before.difference, unit)
    grown = gap.now.difference - before.difference
    if grown == 0:
        return language.text("It was as wide {then}.", then=then)
    if abs(grown) < _NOTICEABLE * 10.0**-unit.decimals:  # no more than rounding may make of it
        return capitalised(
            language.text("{then} it was about as wide: {gap}.", then=then, gap=size)
        )
    since = language.period_since(before.period)
    if grown > 0:
        return language.text("It has grown {since}, when it was {gap}.", since=since, gap=size)
    return language.text("It has narrowed {since}, when it was {gap}.", since=since, gap=size)


def _alone(spread: Spread, opening: str, unit: Unit, language: Language) -> str:
    if not spread.difference:
        return capitalised(language.text("{when} the figures were the same.", when=opening))
    gap = language.difference(spread.difference, unit)
    if len(spread.highest) > 1 or len(spread.lowest) > 1:
        return capitalised(language.text("{when} the widest gap was {gap}.", when=opening, gap=gap))
    ends = [
        language.place(area, _BETWEEN[language.code]) for area in (*spread.highest, *spread.lowest)
    ]
    text = "{when} the gap was widest between {places}: {gap}."
    said = language.text(text, when=opening, places=language.listing(ends), gap=gap)
    return capitalised(said)
