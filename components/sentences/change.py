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

# By sign: nothing, up, down.
_PAST = (message("stayed"), message("rose"), message("fell"))
_PROJECTED = (message("stays"), message("rises"), message("falls"))
_DEGREES = {Weight.CLEAR: message("clearly"), Weight.SLIGHT: message("slightly")}
_LARGE, _TINY = 0.03, 0.01  # of the figure before
_ARROW = f"{NO_BREAK_SPACE}→{NO_BREAK_SPACE}"
_WORSE, _BETTER = message("for the worse"), message("for the better")


def change_sentence(
    movements: Sequence[Movement], indicator: Indicator, unit: Unit, language: Language
) -> str:
    """Say how the figures moved, what of that chance explains, and whether it was for the better.

    "Kesäkuusta 2023 kesäkuuhun 2026 luku nousi selvästi Jyväskylässä (13,8 % → 17,2 %) ja hieman
    Kuopiossa (10,1 % → 13,3 %). Muutos oli huonompaan suuntaan Jyväskylässä ja Kuopiossa. Lahdessa
    (17,6 % → 17,8 %) muutos mahtuu satunnaisvaihteluun."

    Args:
        movements: at least one, all between the same two periods.
        indicator: declares which way is better.
        unit: writes the figures.
        language: of the sentence.
    """
    first = movements[0]
    span = since(first.before.period, first.after.period, language)
    if unit.is_reversed:
        return _ranks(movements, span, language)
    by_chance = [it for it in movements if it.change.weight is Weight.NOISE]
    material = [it for it in movements if it.change.weight is not Weight.NOISE]
    parts = indicator.sentence[language.code]
    noise = [Placed("", it.area, _noise(it, unit, parts, language)) for it in by_chance]
    if not material:
        where = places(noise, language)
        text = language.text("the change is within random variation {places}", places=where)
        return capitalised(joined(span, text)) + "."
    sentences = [
        capitalised(joined(span, _material(material, unit, parts, language))) + ".",
        _verdict(material, indicator.direction, len(movements), language),
    ]
    if noise:
        text = language.text(
            "{places} the change is within random variation.", places=places(noise, language)
        )
        sentences.append(capitalised(text))
    return joined(*sentences)


def _ranks(movements: Sequence[Movement], span: str, language: Language) -> str:
    """List ranks; whether one is better is not said: the figure itself may have moved the other way."""
    moves = [f"{language.place(it.area)} {_rank_move(it, language)}" for it in movements]
    return language.text("Rank {span}: {moves}.", span=span, moves=language.listing(moves))


def _rank_move(movement: Movement, language: Language) -> str:
    before, after = movement.before.value, movement.after.value
    assert before is not None  # a movement lies between two figures
    assert after is not None
    if before == after:
        return f"{language.number(after, 0)} ({language.text('unchanged')})"
    return f"{language.number(before, 0)}{_ARROW}{language.number(after, 0)}"


def _material(
    movements: Sequence[Movement], unit: Unit, parts: Sentence, language: Language
) -> str:
    """List by verb, then by degree: "luku nousi hieman J:ssä, selvästi K:ssa ja laski L:ssa"."""
    runs: list[str] = []
    for verb, group in groupby(movements, key=lambda it: _verb(it, language)):
        items = list(group)
        degrees = [_degree(it, language) for it in items]
        if not all(degrees):  # "selvästi Kuopiossa ja Lahdessa" would grade Lahti, too
            degrees = [""] * len(items)
        said = [
            Placed(degree, it.area, _figures(it, unit, language))
            for degree, it in zip(degrees, items, strict=True)
        ]
        if not runs:
            what = subject(unit, parts, language)
            verb = language.text("{subject} {verb}", subject=what, verb=verb)
            if _is_projected(items[0]):
                verb = joined(verb, language.text("according to the projection"))
        runs.append(joined(verb, phrased(said, language)))
    return language.listing(runs)


def _verb(movement: Movement, language: Language) -> str:
    verbs = _PROJECTED if _is_projected(movement) else _PAST
    return language.text(verbs[0 if _is_still(movement) else _sign(movement)])


def _is_projected(movement: Movement) -> bool:
    return Nature.of(movement.after.status) is Nature.PROJECTION


def _degree(movement: Movement, language: Language) -> str:
    """Grade a change; "slightly" is kept from one that is slight for the series, yet large to a reader."""
    if _is_still(movement):
        return language.text("almost unchanged" if _sign(movement) else "unchanged")
    weight, before = movement.change.weight, movement.before.value
    assert before is not None  # a movement lies between two figures
    assert movement.after.value is not None
    is_large = abs(movement.after.value - before) > _LARGE * abs(before)
    if weight is None or (weight is Weight.SLIGHT and is_large):
        return ""
    return language.text(_DEGREES[weight])


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


def _verdict(
    movements: Sequence[Movement], direction: Direction, compared: int, language: Language
) -> str:
    """Say which judged changes are for the better; empty where no way is better or none was judged.

    Areas are named unless all of the ``compared`` ones went the same way.
    """
    judged = [it for it in movements if _sign(it) and it.change.weight is not None]
    if direction is Direction.NEUTRAL or not judged:
        return ""
    better = 1 if direction is Direction.HIGHER else -1
    ways = [language.text(_BETTER if _sign(it) == better else _WORSE) for it in judged]
    if len(set(ways)) == 1 and len(judged) == compared:
        return language.text("The change was {way}.", way=ways[0])
    said = [Placed(way, it.area) for way, it in zip(ways, judged, strict=True)]
    return language.text("The change was {way}.", way=phrased(said, language))


def _is_still(movement: Movement) -> bool:
    """Tell whether nothing moved, or so little of what nobody could judge that it is no change."""
    before, after = movement.before.value, movement.after.value
    assert before is not None  # a movement lies between two figures
    assert after is not None
    is_tiny = abs(after - before) < _TINY * abs(before)
    return _sign(movement) == 0 or (movement.change.weight is None and is_tiny)


def _sign(movement: Movement) -> int:
    difference = movement.change.difference or 0.0
    return (difference > 0) - (difference < 0)
