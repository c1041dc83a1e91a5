"""From which figure to which the compared areas have moved, and whether that is material."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from components.language import Language
from components.messages import message
from components.number_format import NO_BREAK_SPACE
from components.sentences.grammar import (
    Placed,
    capitalised,
    joined,
    moved,
    phrased,
    places,
    since,
    subject,
)
from data.claims import Weight
from data.findings.kinds import Movement
from data.levels import Nature
from data.model import Direction, Indicator, Sentence, Unit

_PAST = (message("fell"), message("stayed"), message("rose"))
_PROJECTED = (message("falls"), message("stays"), message("rises"))
_DEGREES = {Weight.CLEAR: message("clearly"), Weight.SLIGHT: message("slightly")}
_WORSE, _BETTER = message("for the worse"), message("for the better")


def change_sentence(
    movements: Sequence[Movement], indicator: Indicator, unit: Unit, language: Language
) -> str:
    """Say how the figures moved, what of that chance explains, and whether it was for the better.

    "Kesäkuusta 2023 kesäkuuhun 2026 luku nousi selvästi Jyväskylässä (13,8 % → 17,2 %) ja hieman
    Kuopiossa (10,1 % → 13,3 %). Muutos oli huonompaan suuntaan. Muutos mahtuu satunnaisvaihteluun
    Lahdessa (17,6 % → 17,8 %)."

    Args:
        movements: at least one, all between the same two periods.
        indicator: declares which way is better.
        unit: writes the figures.
        language: of the sentence.
    """
    first = movements[0]
    span = since(first.before.period, first.after.period, language)
    if Nature.of(first.after.status) is Nature.PROJECTION:
        span = joined(language.text("according to the projection"), span)
    by_chance = [it for it in movements if it.change.weight is Weight.NOISE]
    material = [it for it in movements if it.change.weight is not Weight.NOISE]
    parts = indicator.sentence[language.code]
    noise = [Placed("", it.area, _noise(it, unit, parts, language)) for it in by_chance]
    if not material:
        where = places(noise, language)
        text = language.text("the change is within random variation {places}", places=where)
        return capitalised(joined(span, text)) + "."
    sentences = [
        capitalised(joined(span, _material(material, unit, language))) + ".",
        _verdict(material, indicator.direction, language),
    ]
    if noise:
        where = places(noise, language)
        sentences.append(
            language.text("The change is within random variation {places}.", places=where)
        )
    return joined(*sentences)


def _material(movements: Sequence[Movement], unit: Unit, language: Language) -> str:
    """List by verb, then by degree: "luku nousi hieman J:ssä, selvästi K:ssa ja laski L:ssa"."""
    runs: list[str] = []
    for verb, group in groupby(movements, key=lambda it: _verb(it, language)):
        said = [
            Placed(_degree(it, language), it.area, _figures(it, unit, language)) for it in group
        ]
        what = subject(unit, language)
        worded = verb if runs else language.text("{subject} {verb}", subject=what, verb=verb)
        runs.append(joined(worded, phrased(said, language)))
    return language.listing(runs)


def _verb(movement: Movement, language: Language) -> str:
    is_projected = Nature.of(movement.after.status) is Nature.PROJECTION
    return language.text((_PROJECTED if is_projected else _PAST)[_sign(movement) + 1])


def _degree(movement: Movement, language: Language) -> str:
    if _sign(movement) == 0:
        return language.text("unchanged")
    weight = movement.change.weight
    return language.text(_DEGREES[weight]) if weight else ""


def _figures(movement: Movement, unit: Unit, language: Language) -> str:
    before, after = movement.before.value, movement.after.value
    assert before is not None  # a movement lies between two figures
    assert after is not None
    if _sign(movement) == 0:
        return f"({language.quantity(after, unit)})"
    return f"({moved(before, after, unit, language)})"


def _noise(movement: Movement, unit: Unit, parts: Sentence, language: Language) -> str:
    """Write the counts that chance was judged by, where they can be named; else the figures."""
    if movement.counts is None or not parts.counted_many:
        return _figures(movement, unit, language)
    before, after = movement.counts
    count = language.counted(after, parts.counted_one, parts.counted_many)
    arrow = f"{language.number(before, 0)} → {count}"
    return f"({arrow.replace(' ', NO_BREAK_SPACE)})"


def _verdict(movements: Sequence[Movement], direction: Direction, language: Language) -> str:
    """Say which changes are for the better; empty where no way is better or nothing changed."""
    changed = [it for it in movements if _sign(it)]
    if direction is Direction.NEUTRAL or not changed:
        return ""
    better = 1 if direction is Direction.HIGHER else -1
    ways = [language.text(_BETTER if _sign(it) == better else _WORSE) for it in changed]
    if len(set(ways)) == 1:
        return language.text("The change was {way}.", way=ways[0])
    said = [Placed(way, it.area) for way, it in zip(ways, changed, strict=True)]
    return language.text("The change was {way}.", way=phrased(said, language))


def _sign(movement: Movement) -> int:
    difference = movement.change.difference or 0.0
    return (difference > 0) - (difference < 0)
