"""A statement: the level of each compared area, the country, the widest gap, the period.

What no code can guess (subject, verb, measure) comes from the declaration, the cases of place names
from ``place_names.yaml``; only the order of the parts, which differs by language, stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.language import Language, PlaceForm
from components.number_format import heading_figure, to_step
from components.sentences.grammar import capitalised, joined, when
from data.claims import Claim, Observation
from data.model import Indicator, Sentence, Unit

_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The order of the parts, and the forms in which a gap names its higher and lower area."""

    is_verb_first: bool
    is_place_first: bool
    is_country_first: bool
    higher: PlaceForm
    lower: PlaceForm


_GRAMMAR = {
    "fi": _Grammar(False, True, True, "of", "into"),
    "sv": _Grammar(True, False, True, "name", "name"),
    "en": _Grammar(False, False, False, "name", "name"),
}


@dataclass(frozen=True, slots=True)
class _Level:
    """One area with its figure as the sentence shows it; ``step`` is 0 unless it is "noin"."""

    area: str
    value: float
    figure: float
    step: float


def statement_sentence(claim: Claim, indicator: Indicator, unit: Unit, language: Language) -> str:
    """Say in plain text what a claim states.

    "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2 % työvoimasta, Kuopiossa 13,3 % ja Lahdessa
    17,8 %; koko maassa 12,8 %. Lahden ero Kuopioon on 4,5 prosenttiyksikköä."

    Args:
        claim: levels in the stored unit, gap in the shown one.
        indicator: declares the sentence parts of each language.
        unit: writes the figures.
        language: of the sentence.

    Returns:
        One to three sentences: the levels, the gap or tie, the areas without a figure.

    Raises:
        ValueError: no area of the claim has a figure.
    """
    parts = indicator.sentence[language.code]
    levels = [_level(seen, unit) for seen in claim.levels if seen.value is not None]
    missing = [seen.area for seen in claim.levels if seen.value is None]
    if not levels:
        raise ValueError(f"the claim of {indicator.id} has no figure")
    sentences = (
        _levels(claim, levels, parts, unit, language),
        _gap(claim, levels, gap_unit(unit, parts, language), parts, language),
        _missing(missing, language),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _level(seen: Observation, unit: Unit) -> _Level:
    assert seen.value is not None  # the caller told figures and missing ones apart
    return _Level(seen.area, seen.value, *heading_figure(seen.value, unit))


def _levels(
    claim: Claim, levels: Sequence[_Level], parts: Sentence, unit: Unit, language: Language
) -> str:
    grammar = _GRAMMAR[language.code]
    opening = [when(claim.period, parts, language), parts.subject, parts.verb]
    if grammar.is_verb_first:
        opening[1:] = [parts.verb, parts.subject]
    clauses = []
    for number, level in enumerate(levels):
        place = language.place(level.area, "in")
        said = language.quantity(level.value, unit, heading=True)
        measured = joined(said, parts.measure) if number == 0 else said
        clauses.append(
            joined(*([place, measured] if grammar.is_place_first else [measured, place]))
        )
    sentence = joined(*opening, language.listing(clauses), parts.tail)
    return capitalised(sentence) + _country(claim.country, unit, language) + "."


def _country(country: Observation | None, unit: Unit, language: Language) -> str:
    if country is None or country.value is None:
        return ""
    said = language.quantity(country.value, unit, heading=True)
    place = language.place(country.area, "in")
    ordered = [place, said] if _GRAMMAR[language.code].is_country_first else [said, place]
    return "; " + joined(*ordered)


def _gap(
    claim: Claim, levels: Sequence[_Level], unit: Unit, parts: Sentence, language: Language
) -> str:
    """Name the widest gap of the figures as shown; a tie is never a gap of 0 or a lead."""
    if len(levels) == 1:
        return ""
    high = max(level.figure for level in levels)
    low = min(level.figure for level in levels)
    highest = [level for level in levels if level.figure == high]
    lowest = [level for level in levels if level.figure == low]
    step = max(level.step for level in (*highest, *lowest))
    # Of rounded figures the gap is what a reader gets who subtracts them, no finer than they are.
    gap = to_step(high - low, step) if step else _exact_gap(claim, high, low)
    if gap == 0:
        return _all_level(levels, language)
    said = language.difference(gap, unit, about=bool(step))
    if len(highest) == len(lowest) == 1:
        return _between(claim, highest, lowest, said, parts, language)
    return _pair_level(highest, lowest, said, language)


def _between(
    claim: Claim,
    highest: Sequence[_Level],
    lowest: Sequence[_Level],
    gap: str,
    parts: Sentence,
    language: Language,
) -> str:
    values = {
        "higher": _places(highest, _GRAMMAR[language.code].higher, language),
        "lower": _places(lowest, _GRAMMAR[language.code].lower, language),
        "gap": gap,
    }
    if claim.count_gap is None or not parts.counted_many:
        return language.text("The gap between {higher} and {lower} is {gap}.", **values)
    count = language.counted(
        claim.count_gap.count, parts.counted_one, parts.counted_many, about=True
    )
    return language.text(
        "The gap between {higher} and {lower}, {gap}, is {count} {place}.",
        count=count,
        place=language.place(claim.count_gap.area, "in"),
        **values,
    )


def _exact_gap(claim: Claim, high: float, low: float) -> float:
    if high == low or claim.widest_gap is None:
        return 0.0
    return claim.widest_gap.difference


def _pair_level(
    highest: Sequence[_Level], lowest: Sequence[_Level], gap: str, language: Language
) -> str:
    pair, other = (highest, lowest) if len(highest) > 1 else (lowest, highest)
    values = {
        "level": _places(pair, _GRAMMAR[language.code].higher, language),
        "other": _places(other, _GRAMMAR[language.code].lower, language),
        "gap": gap,
    }
    if any(level.step for level in pair):
        return language.text("{level} are about level; the gap to {other} is {gap}.", **values)
    return language.text("{level} are level; the gap to {other} is {gap}.", **values)


def _all_level(levels: Sequence[_Level], language: Language) -> str:
    is_pair = len(levels) == _PAIR
    if any(level.step for level in levels):
        if is_pair:
            return language.text("The figure is about the same in both.")
        return language.text("The figure is about the same in all three.")
    if is_pair:
        return language.text("The figure is the same in both.")
    return language.text("The figure is the same in all three.")


def gap_unit(unit: Unit, parts: Sentence, language: Language) -> Unit:
    """Give the unit with the declaration's own nouns of a gap, where it has them."""
    if not parts.gap_many:
        return unit
    return replace(
        unit,
        difference_one={language.code: parts.gap_one},
        difference_many={language.code: parts.gap_many},
    )


def _missing(areas: Sequence[str], language: Language) -> str:
    if not areas:
        return ""
    form = _GRAMMAR[language.code].higher
    return language.plural(
        "No figure exists for {places}.",
        "No figures exist for {places}.",
        len(areas),
        places=language.listing([language.place(area, form) for area in areas]),
    )


def _places(levels: Sequence[_Level], form: PlaceForm, language: Language) -> str:
    return language.listing([language.place(level.area, form) for level in levels])


def country_sentence(level: Observation, title: str, unit: Unit, language: Language) -> str:
    """Say the figure of a series that only the whole country has.

    Raises:
        ValueError: the country has no figure either.
    """
    if level.value is None:
        raise ValueError(f"the country has no figure of {title}")
    return language.text(
        "{title}, {period}: {figure} in the whole country.",
        title=title,
        period=language.period(level.period),
        figure=language.quantity(level.value, unit, heading=True),
    )
