"""What is said of two series set against each other: how closely they go together, and what that is not."""

from __future__ import annotations

from components.language import Language
from components.messages import message
from data.model import Level
from data.relation import Correlation, Pairing

# Limits of the absolute rank correlation, rounded to one decimal as it is shown.
WEAK, MODERATE, STRONG = 0.2, 0.4, 0.7
_STRENGTHS = ((STRONG, message("strong")), (MODERATE, message("moderate")))
# The straight-line coefficient may differ this much before the reader is told.
_BENT = 0.25

_USUALLY = {
    True: message(
        "Where the figure on the level axis is higher, the one on the upright axis is usually higher"
        " too. The relation is {strength} ({areas}, rank correlation about {r})."
    ),
    False: message(
        "Where the figure on the level axis is higher, the one on the upright axis is usually lower."
        " The relation is {strength} ({areas}, rank correlation about {r})."
    ),
}
_SOMEWHAT = {
    True: message(
        "Where the figure on the level axis is higher, the one on the upright axis is somewhat more"
        " often higher too. The relation is weak ({areas}, rank correlation about {r})."
    ),
    False: message(
        "Where the figure on the level axis is higher, the one on the upright axis is somewhat more"
        " often lower. The relation is weak ({areas}, rank correlation about {r})."
    ),
}


def relation_sentence(pairing: Pairing | None, language: Language) -> str:
    """Say how closely two series go together, in words and with the number of areas.

    Args:
        pairing: the joined figures; None where there are none.
        language: of the sentence.
    """
    if pairing is None:
        return language.text(
            "These two cannot be set against each other: there is no year with figures of the same"
            " kind for at least five municipalities or regions."
        )
    found = pairing.correlation
    if found is None:
        return language.text("Too few differing figures to judge a relation.")
    said = _judged(found, pairing.level, language)
    if abs(found.pearson - found.spearman) < _BENT:
        return said
    bent = language.text(
        "A few unusual areas or a bent shape weigh: the straight-line correlation is about {r}.",
        r=language.number(round(found.pearson, 1) + 0.0, 1),
    )
    return f"{said} {bent}"


def caution(pairing: Pairing, language: Language) -> str:
    """Warn that a relation is not a cause, and tell that areas count the same."""
    warning = language.text(
        "A relation is not a cause: the picture does not tell whether one figure affects the other,"
        " and a third thing may affect both."
    )
    if pairing.level is Level.REGION:
        weight = language.text("Each region counts the same, whatever its size.")
    else:
        weight = language.text("Each municipality counts the same, whatever its size.")
    return f"{warning} {weight}"


def axis_title(title: str, period: str, language: Language) -> str:
    """Name an axis with its own period: "Työttömien osuus työvoimasta, joulukuu 2021"."""
    return f"{title}, {language.period(period)}"


def _judged(found: Correlation, level: Level, language: Language) -> str:
    shown = round(found.spearman, 1) + 0.0  # no minus before a zero
    fields = {
        "areas": _areas(found.n, level, language),
        "r": language.number(shown, 1),
    }
    if abs(shown) < WEAK:
        return language.text(
            "There is hardly any relation between the figures ({areas}, rank correlation about {r}).",
            **fields,
        )
    for limit, strength in _STRENGTHS:
        if abs(shown) >= limit:
            return language.text(_USUALLY[shown > 0], strength=language.text(strength), **fields)
    return language.text(_SOMEWHAT[shown > 0], **fields)


def _areas(n: int, level: Level, language: Language) -> str:
    if level is Level.REGION:
        return language.plural("{n} region", "{n} regions", n)
    return language.plural("{n} municipality", "{n} municipalities", n)
