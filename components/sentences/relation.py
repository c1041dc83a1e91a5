"""Where the compared areas stand against the country, a group's median and other areas."""

from __future__ import annotations

from itertools import groupby

from components.language import Language
from components.messages import message
from components.sentences.grammar import Placed, capitalised, joined, places, subject, when
from data.findings.kinds import Relation
from data.model import COUNTRY, Sentence, Text, Unit

_FIRST = {
    -1: message("lower than {reference}"),
    0: message("the same as {reference}"),
    1: message("higher than {reference}"),
}
_LATER = {-1: message("lower"), 0: message("the same"), 1: message("higher")}


def country_relation_sentence(
    relation: Relation, parts: Sentence, unit: Unit, language: Language
) -> str:
    """Say which areas lie above and below the country.

    "Kesäkuussa 2026 luku oli koko maassa 12,8 %. Jyväskylässä ja Lahdessa luku oli suurempi kuin koko
    maassa, Kuopiossa pienempi."
    """
    figure = subject(unit, parts, language)
    country = language.text(
        "{when} {subject} was {figure} in the whole country.",
        when=when(relation.period, parts, language),
        subject=figure,
        figure=language.quantity(relation.reference, unit),
    )
    sides = _sides(relation, language.place(COUNTRY, "in"), figure, language)
    return f"{capitalised(country)} {capitalised(sides)}."


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
    median_of, figure = language.text("the median"), subject(unit, parts, language)
    sides = _sides(relation, median_of, figure, language)
    return f"{capitalised(median)} {capitalised(sides)}."


def _sides(relation: Relation, reference: str, figure: str, language: Language) -> str:
    """List the areas before their side; only the first names figure and reference."""
    was = language.text("{subject} was", subject=figure)
    said: list[str] = []
    for side, group in groupby(relation.sides, key=lambda it: it[1]):
        where = places([Placed("", area) for area, _ in group], language)
        if said:
            said.append(joined(where, language.text(_LATER[side])))
        else:
            opening = language.text(_FIRST[side], reference=reference)
            said.append(joined(where, was, opening))
    return ", ".join(said)
