"""What all sentences share: how parts are joined, areas listed and periods opened with.

Areas always stand in their fixed order. Neighbours that share a phrase are listed after it:
"nousi selvästi Jyväskylässä ja Kuopiossa ja laski hieman Lahdessa".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from components.language import Language
from components.messages import message
from data.model import Sentence, Unit
from data.periods import year_of

IN_PERIOD = "in_period"
# One preposition serves a whole list of places; Finnish inflects each of them.
_NAMES_PLACE_ONCE = ("sv", "en")


INDEX = "index"  # the unit of indices that a presentation computes
_FIGURE, _INDEXED = message("the figure"), message("the index")
_RELATIVE = message("the figure relative to the whole country")


@dataclass(frozen=True, slots=True)
class Placed:
    """What is said of one area: a phrase before its name and a detail in brackets after it."""

    phrase: str
    area: str
    detail: str = ""


def joined(*parts: str) -> str:
    """Join the parts that are there by spaces."""
    return " ".join(part for part in parts if part)


def capitalised(text: str) -> str:
    """Begin with a capital, leaving the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Begin without a capital, inside a sentence."""
    return text[:1].lower() + text[1:]


def subject(unit: Unit, parts: Sentence, language: Language) -> str:
    """Name what moves: indices and differences are not the figure itself.

    Parts without a verb are those of a presentation: their measure says what a figure is per, or of
    which base an index is.
    """
    if unit.is_signed:
        return language.text(_RELATIVE)
    name = language.text(_INDEXED if unit.key == INDEX else _FIGURE)
    return joined(name, "" if parts.verb else parts.measure)


def when(period: str, parts: Sentence, language: Language) -> str:
    """Open with the period as the declaration words it, else "kesäkuussa 2026"."""
    if parts.when == IN_PERIOD:
        return language.period_in(period)
    return parts.when.format(year=year_of(period))


def since(earlier: str, later: str, language: Language) -> str:
    """Say from when to when: "vuodesta 2024 vuoteen 2025"."""
    return joined(language.period_from(earlier), language.period_to(later))


def phrased(said: Iterable[Placed], language: Language) -> str:
    """List areas after their phrases; neighbours with one phrase share it.

    Args:
        said: in the fixed order of areas, at least one.
        language: joins with its "and".
    """
    runs = [
        joined(phrase, places(list(group), language))
        for phrase, group in groupby(said, key=lambda it: it.phrase)
    ]
    return language.listing(runs)


def places(said: Sequence[Placed], language: Language) -> str:
    """List areas with their details: "Lahdessa (1 → 2) ja Kuopiossa (3 → 4)", "in Lahti and Kuopio"."""
    is_plain = all(not it.detail or it.detail.startswith("(") for it in said)
    once = is_plain and language.code in _NAMES_PLACE_ONCE
    items = [
        joined(language.place(it.area, "name" if once and number else "in"), it.detail)
        for number, it in enumerate(said)
    ]
    return language.listing(items)


def moved(before: float, after: float, unit: Unit, language: Language) -> str:
    """Write two stored values: "13,8 % → 17,2 %"."""
    return f"{language.quantity(before, unit)} → {language.quantity(after, unit)}"
