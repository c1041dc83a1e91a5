"""All areas in one sentence: the lowest, the middle, the highest, and the areas that stand out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from components import presented_words
from components.language import Language
from data.comparison import shown
from data.presenting.across import Across


def sentence(
    found: Across, marked: Sequence[str], names: Mapping[str, str], language: Language
) -> str:
    """Say what a ranking, a distribution or a map shows, for readers who do not see it.

    Args:
        found: At least one area.
        marked: Areas to name with their figure and rank; those without a figure are left out.
        names: Name of each area.
        language: Of the sentence.
    """
    unit, figures = found.view.unit, found.figures
    text = language.text(
        "{subject} {period}: lowest {lowest}, half of the areas at most {middle}, highest {highest}.",
        subject=presented_words.title(found.view, language),
        period=language.period_in(found.period),
        lowest=_end(found, min(figures.values()), names, language),
        middle=language.quantity(median(figures.values()), unit),
        highest=_end(found, max(figures.values()), names, language),
    )
    own = standing(found, marked, names, language)
    return f"{text} {own}" if own else text


def standing(
    found: Across, marked: Sequence[str], names: Mapping[str, str], language: Language
) -> str:
    """Say the rank of each marked area: "Sija 1 on suurin: Jyväskylä 17,2 % (9/308), …"."""
    items = [
        f"{names[area]} {language.quantity(found.figures[area], found.view.unit)}"
        f" ({found.places[area]}/{len(found.places)})"
        for area in marked
        if area in found.places
    ]
    if not items:
        return ""
    return language.text("Rank, 1 = highest: {areas}.", areas=language.listing(items))


def _end(found: Across, value: float, names: Mapping[str, str], language: Language) -> str:
    """Write an end of the scale and who is there; how many, where they are several."""
    unit = found.view.unit
    at = [area for area, one in found.figures.items() if shown(one, unit) == shown(value, unit)]
    figure = language.quantity(value, unit)
    if len(at) == 1:
        return f"{figure} ({names[at[0]]})"
    return f"{figure} ({language.plural('{n} area', '{n} areas', len(at))})"
