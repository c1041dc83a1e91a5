"""How the widest gap between the compared areas has changed."""

from __future__ import annotations

from components.language import Language
from components.sentences.grammar import capitalised, names, when
from components.sentences.statement import gap_unit
from data.findings.kinds import GapChange, Spread
from data.model import Sentence, Unit


def gap_sentence(gap: GapChange, parts: Sentence, unit: Unit, language: Language) -> str:
    """Say the gap now and then; in a tie nobody is named.

    "Kesäkuussa 2026 suurin ero oli 4,5 prosenttiyksikköä (Lahti ja Kuopio). Se on kasvanut
    kesäkuusta 2023, jolloin se oli 3,9 prosenttiyksikköä."
    """
    worded = gap_unit(unit, parts, language)
    opening = when(gap.now.period, parts, language)
    then = language.period_in(gap.before.period)
    if not (gap.now.difference and gap.before.difference):
        said = (
            _alone(gap.now, opening, worded, language),
            _alone(gap.before, then, worded, language),
        )
        return " ".join(said)
    now = _alone(gap.now, opening, worded, language)
    if gap.now.difference == gap.before.difference:
        return f"{now} {language.text('It is as wide as {then}.', then=then)}"
    values = {
        "since": language.period_since(gap.before.period),
        "gap": _size(gap.before, worded, language, same_as=gap.now),
    }
    if gap.now.difference > gap.before.difference:
        grown = language.text("It has grown {since}, when it was {gap}.", **values)
        return f"{now} {grown}"
    narrowed = language.text("It has narrowed {since}, when it was {gap}.", **values)
    return f"{now} {narrowed}"


def _alone(spread: Spread, opening: str, unit: Unit, language: Language) -> str:
    if not spread.difference:
        return capitalised(language.text("{when} the figures were the same.", when=opening))
    gap = _size(spread, unit, language)
    return capitalised(language.text("{when} the widest gap was {gap}.", when=opening, gap=gap))


def _size(spread: Spread, unit: Unit, language: Language, same_as: Spread | None = None) -> str:
    """Write the gap and, unless they are tied or known already, whose it is."""
    said = language.difference(spread.difference, unit)
    if len(spread.highest) > 1 or len(spread.lowest) > 1:
        return said
    if same_as and (same_as.highest, same_as.lowest) == (spread.highest, spread.lowest):
        return said
    return f"{said} ({names([*spread.highest, *spread.lowest], language)})"
