"""Words for the statuses of figures."""

from __future__ import annotations

from components.language import Language
from components.messages import message

_STATUSES = {
    "final": message("final"),
    "provisional": message("provisional"),
    "rounded": message("rounded"),
    "approx": message("approximate"),
    "derived": message("derived"),
    "projection": message("projection"),
    "unverified": message("not verified"),
    "break": message("not comparable with earlier figures"),
    "amended_budget": message("amended budget"),
    "budget": message("budget"),
    "plan": message("plan"),
}
_REASONS = {
    "missing:suppressed": message("No figure: suppressed because the area is small"),
    "missing:not_published": message("No figure: not published"),
    "missing:not_reported": message("No figure: not reported"),
    "missing:not_applicable": message("No figure: not applicable"),
    "missing:suspect": message("No figure: not verified"),
    "missing:source_error": message("No figure: not verified"),
    "missing:incomplete": message("No figure: a part of the sum is missing"),
    "missing:no_base": message("No figure: the base has none for the year"),
    "missing:no_country": message("No figure: the whole country has none"),
    "missing:no_base_year": message("No figure: the base year has none"),
    "missing:across_break": message("No figure: a break lies between it and the base year"),
    "missing:too_few_areas": message("No rank: fewer than five areas have figures"),
}


def status_word(status: str, language: Language) -> str:
    """Name the status of a figure.

    Raises:
        KeyError: for a status that the project does not know.
    """
    return language.text(_STATUSES[status])


def missing_word(status: str, language: Language) -> str:
    """Say why there is no figure."""
    return language.text(_REASONS.get(status, "No figure"))
