"""What is said of similar cities: why one is similar, with what weights and which figures; pure."""

from __future__ import annotations

from collections.abc import Mapping

from components.language import Language
from data.model import Indicator
from data.similarity import Features, Neighbour
from data.similarity_method import Method


def similarity_sentence(neighbour: Neighbour, name: str, method: Method, language: Language) -> str:
    """Say why a city is similar: "Lappeenranta on samankaltaisin väkiluvussa ja koulutuksessa; …".

    Args:
        neighbour: the similar city.
        name: its name, which stands in the nominative.
        method: names the groups of features.
        language: of the sentence.
    """
    if neighbour.farthest is None:
        return language.text(
            "{city} is closest in {groups}; the other differences are small too.",
            city=name,
            groups=_within(neighbour.closest, method, language),
        )
    return language.text(
        "{city} is closest in {groups}; it differs most in {other}.",
        city=name,
        groups=_within(neighbour.closest, method, language),
        other=_within((neighbour.farthest,), method, language),
    )


def weights_sentence(
    method: Method, language: Language, weights: Mapping[str, float] | None = None
) -> str:
    """Tell the weights: "Painot: väkiluku 25 %, ikärakenne 25 %, …"; those of the method unless given."""
    used = method.weights if weights is None else weights
    total = sum(used.values())
    shares = [
        f"{_lowered(language.pick(group.name))}"
        f" {language.percent(100 * used.get(group.key, 0.0) / total, 0)}"
        for group in method.groups
    ]
    return language.text("Weights: {shares}.", shares=", ".join(shares))


def compared_sentence(found: Features, method: Method, language: Language) -> str:
    """Tell how many municipalities of which size were compared, and how many lack a figure."""
    n = len(found.frame)
    said = language.text(
        "Compared: {n} municipalities with at least {people} inhabitants.",
        n=language.number(n, 0),
        people=language.number(method.minimum_population, 0),
    )
    if not found.left_out:
        return said
    missing = language.plural(
        "{n} municipality is left out, because a figure is missing.",
        "{n} municipalities are left out, because a figure is missing.",
        len(found.left_out),
    )
    return f"{said} {missing}"


def feature_lines(
    found: Features, method: Method, indicators: Mapping[str, Indicator], language: Language
) -> tuple[tuple[str, str, str], ...]:
    """List what is compared: the group, the title of the figure and its period, in the order of the method.

    Args:
        found: gives the periods.
        method: gives the groups.
        indicators: the declaration of each feature.
        language: of the words.
    """
    return tuple(
        (
            language.pick(method.group(group).name),
            language.pick(indicators[series].title),
            language.period(found.periods[series]),
        )
        for series, group in method.features.items()
    )


def _within(keys: tuple[str, ...], method: Method, language: Language) -> str:
    return language.listing([language.pick(method.group(key).within) for key in keys])


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
