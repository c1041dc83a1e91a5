"""Finds indicators by words in any of the three languages, typing errors forgiven; pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from data.model import LANGUAGES, Indicator, Theme

SHORTEST_WORD = 2  # characters; one letter would match nearly everything

_TITLE, _ID, _THEME, _DEFINITION = 1.0, 0.9, 0.7, 0.5
# How well a written word stands for a word of the index.
_START, _INSIDE, _MISSPELT, _MISSPELT_INSIDE = 0.97, 0.9, 0.9, 0.8
_SHORTEST_INSIDE = 3
_SHORTEST_MISSPELT = 4
_SHORT_WORD = 6  # of so few letters one in five may be wrong, of longer words more
_LIKENESS_SHORT, _LIKENESS = 80.0, 73.0
_SAME_START = 5  # letters in common make another form of the same word, however it ends
_LIKENESS_OF_FORMS = 65.0
_LIKENESS_INSIDE = 85.0  # a part of a compound must be spelt better: there are many parts
_ENOUGH = 0.45  # of the mean of the written words: one odd word of two does not spoil the other
_WHOLE_TITLE = 0.3  # added for likeness to a whole title, so that a title finds its own first


@dataclass(frozen=True, slots=True)
class Entry:
    """What one indicator is found by: its id and titles whole, and the weight of each word."""

    indicator: Indicator
    titles: tuple[str, ...]
    weights: Mapping[str, float]


class Index:
    """The words of all indicators, in every language at once: readers mix them."""

    def __init__(self, indicators: Sequence[Indicator], themes: Sequence[Theme]) -> None:
        """Build the index.

        Args:
            indicators: What can be found, in the order that equal finds are given in.
            themes: The themes that the indicators belong to.

        Raises:
            KeyError: an indicator belongs to a theme that is not given.
        """
        by_key = {theme.key: theme for theme in themes}
        self._entries = tuple(_entry(item, by_key[item.theme]) for item in indicators)
        heaviest: dict[str, float] = {}
        for entry in self._entries:
            for word, weight in entry.weights.items():
                heaviest[word] = max(weight, heaviest.get(word, 0.0))
        self._vocabulary = heaviest

    def find(self, written: str) -> tuple[Indicator, ...]:
        """Return the indicators that the written words mean, the best first.

        Args:
            written: What the reader wrote, in any language; case, accents and marks mean nothing.

        Returns:
            Nothing where no word has ``SHORTEST_WORD`` characters or none is near.
        """
        words = words_of(written)
        if not words:
            return ()
        likenesses, query = [self._near(word) for word in words], plain(written)
        scored = [(_score(entry, likenesses, query), entry.indicator) for entry in self._entries]
        found = [pair for pair in scored if pair[0] >= _ENOUGH]
        return tuple(indicator for _, indicator in sorted(found, key=lambda pair: -pair[0]))

    def _near(self, written: str) -> dict[str, float]:
        """Return the words of the index that a written word may stand for, with their likeness."""
        near = {}
        for word, weight in self._vocabulary.items():
            likeness = _contained(written, word)
            if not likeness and weight > _DEFINITION:  # definitions are long: chance finds
                likeness = _misspelt(written, word)
            if likeness:
                near[word] = likeness
        return near


def plain(text: str) -> str:
    """Return small letters without accents, and one space for everything between words."""
    bare = (
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )
    return " ".join(re.findall(r"[^\W_]+", "".join(bare)))


def words_of(written: str) -> list[str]:
    """Return the words that are long enough to search with."""
    return [word for word in plain(written).split() if len(word) >= SHORTEST_WORD]


def _entry(indicator: Indicator, theme: Theme) -> Entry:
    weights: dict[str, float] = {}
    for text, weight in _texts(indicator, theme):
        for word in plain(text).split():
            weights[word] = max(weight, weights.get(word, 0.0))
    titles = (plain(indicator.id), *(plain(indicator.title[code]) for code in LANGUAGES))
    return Entry(indicator, titles, weights)


def _texts(indicator: Indicator, theme: Theme) -> Iterator[tuple[str, float]]:
    yield indicator.id, _ID
    for code in LANGUAGES:
        yield indicator.title[code], _TITLE
        yield theme.title[code], _THEME
        yield theme.short[code], _THEME
        yield indicator.describes.get(code, ""), _DEFINITION


def _score(entry: Entry, likenesses: Sequence[Mapping[str, float]], query: str) -> float:
    words = sum(_best(entry.weights, near) for near in likenesses) / len(likenesses)
    if not words:
        return 0.0
    whole = max(fuzz.ratio(query, title) for title in entry.titles) / 100
    return words + _WHOLE_TITLE * whole if words >= _ENOUGH else words


def _best(weights: Mapping[str, float], near: Mapping[str, float]) -> float:
    return max((weights[word] * near[word] for word in near if word in weights), default=0.0)


def _contained(written: str, word: str) -> float:
    if written == word:
        return 1.0
    if word.startswith(written):
        return _START
    is_inside = len(written) >= _SHORTEST_INSIDE and written in word
    return _INSIDE if is_inside else 0.0


def _misspelt(written: str, word: str) -> float:
    """Judge a word with typing errors, or in another form, against a word, its start and its parts."""
    length = len(written)
    if length < _SHORTEST_MISSPELT or len(word) < _SHORTEST_MISSPELT:
        return 0.0
    least = _LIKENESS_SHORT if length < _SHORT_WORD else _LIKENESS
    if Prefix.similarity(written, word) >= _SAME_START:
        least = _LIKENESS_OF_FORMS
    start = max(fuzz.ratio(written, word), fuzz.ratio(written, word[:length]))
    if start >= least:
        return _MISSPELT * start / 100
    if length < min(_SHORT_WORD, len(word)) or length >= len(word):
        return 0.0
    inside = fuzz.partial_ratio(written, word)
    return _MISSPELT_INSIDE * inside / 100 if inside >= _LIKENESS_INSIDE else 0.0
