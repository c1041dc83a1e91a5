"""Where the compared areas stand against the country, a group's median and other areas."""

from __future__ import annotations

from components.language import Language
from components.messages import message
from components.sentences.grammar import Placed, capitalised, phrased, placed, subject, when
from data.findings.kinds import Relation
from data.model import COUNTRY, Sentence, Text, Unit

_FIRST = {
    -1: message("lower than {reference}"),
    0: message("the same as {reference}"),
    1: message("higher than {reference}"),
}
_LATER = {-1: message("lower"), 0: message("the same"), 1: message("higher")}
_AGAINST_MEDIAN = {
    -1: message("below the median"),
    0: message("the same as the median"),
    1: message("above the median"),
}


def country_relation_sentence(
    relation: Relation, parts: Sentence, unit: Unit, language: Language
) -> str:
    """Say which areas lie above and below the country.

    "Kesäkuussa 2026 luku oli suurempi kuin koko maassa (12,8 %) Jyväskylässä ja Lahdessa ja pienempi
    Kuopiossa."
    """
    figure = language.quantity(relation.reference, unit)
    said = language.text(
        "{when} {subject} was {sides}.",
        subject=subject(unit, parts, language),
        when=when(relation.period, parts, language),
        sides=_sides(relation, f"{language.place(COUNTRY, 'in')} ({figure})", language),
    )
    return capitalised(said)


def median_sentence(
    relation: Relation, among: Text, parts: Sentence, unit: Unit, language: Language
) -> str:
    """Say which areas lie above and below the median of the others of a group.

    "Kesäkuussa 2026 muiden mediaani kymmenen suurimman kaupungin joukossa oli 12,1 %. Jyväskylässä ja
    Lahdessa luku oli mediaania suurempi."
    """
    median = language.text(
        "{when} the median of the others {among} was {figure}.",
        when=when(relation.period, parts, language),
        among=language.pick(among),
        figure=language.quantity(relation.reference, unit),
    )
    sides = [(area, language.text(_AGAINST_MEDIAN[side])) for area, side in relation.sides]
    was = language.text("{subject} was", subject=subject(unit, parts, language))
    return f"{capitalised(median)} {capitalised(placed(sides, was, language))}."


def _sides(relation: Relation, reference: str, language: Language) -> str:
    """Name the reference with the first side only."""
    first = relation.sides[0][1]
    opening = language.text(_FIRST[first], reference=reference)
    said, is_open = [], True
    for area, side in relation.sides:
        is_open = is_open and side == first
        phrase = opening if is_open else language.text(_LATER[side])
        said.append(Placed(phrase, area))
    return phrased(said, language)
