"""The place of each compared area among a group."""

from __future__ import annotations

from components.language import Language
from components.sentences.grammar import capitalised, when
from data.findings.kinds import Ranking, Standing
from data.model import Sentence, Text

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ranking_sentence(
    ranking: Ranking, among: Text, size: int, parts: Sentence, language: Language
) -> str:
    """Say the places, and which end they are counted from.

    "Kesäkuussa 2026 Jyväskylä oli sijalla 3, Kuopio sijalla 7 ja Lahti sijalla 2 kymmenen suurimman
    kaupungin joukossa. Sija 1 on suurin luku; mukana on 10 kaupunkia."

    Args:
        ranking: the places.
        among: names the group.
        size: how many cities belong to the group, with or without a figure.
        parts: words the time.
        language: of the sentence.
    """
    first, *others = ranking.standings
    opening = language.text(
        "{area} ranked {place}", area=language.place(first.area), place=_place(first, language)
    )
    rest = [f"{language.place(it.area)} {_place(it, language)}" for it in others]
    said = language.text(
        "{when} {places} {among}.",
        when=when(ranking.period, parts, language),
        places=language.listing([opening, *rest]),
        among=language.pick(among),
    )
    text = (
        "The highest figure ranks 1st; {n} cities are compared."
        if ranking.of == size
        else "The highest figure ranks 1st; {n} of the cities have a figure."
    )
    key = language.text(text, n=language.number(ranking.of, 0))
    return f"{capitalised(said)} {key}"


def _place(standing: Standing, language: Language) -> str:
    number = _ordinal(standing.place) if language.code == "en" else str(standing.place)
    if standing.is_shared:
        return language.text("joint {ordinal}", ordinal=number)
    return language.text("{ordinal}", ordinal=number)


def _ordinal(number: int) -> str:
    """Write an English ordinal: 1st, 2nd, 3rd, 4th, 11th."""
    is_teen = number % 100 in range(11, 14)
    return f"{number}{'th' if is_teen else _ENDINGS.get(number % 10, 'th')}"
