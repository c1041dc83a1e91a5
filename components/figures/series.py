"""Observations as the points of a figure: shown values with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.language import Language
from components.messages import message
from data.claims import Observation
from data.comparison import shown
from data.levels import read_table
from data.model import COUNTRY, Unit
from data.periods import position

# Statuses that the reader must know of; the others are plain figures.
_STATUS_WORDS = {
    "amended_budget": message("amended budget"),
    "budget": message("budget"),
    "plan": message("plan"),
    "projection": message("projection"),
    "provisional": message("provisional"),
    "unverified": message("not verified"),
}
_OPEN = frozenset({"projection", "provisional"})


@dataclass(frozen=True, slots=True)
class Point:
    """One figure to draw: ``value`` in the shown unit, ``text`` with unit and status in words."""

    period: str
    value: float
    text: str
    status: str


Series = Mapping[str, tuple[Point, ...]]


def read_series(
    obs: pd.DataFrame, areas: Sequence[str], unit: Unit, language: Language
) -> dict[str, tuple[Point, ...]]:
    """Read the figures of some areas in the order of time; missing and suspect rows give no point.

    Args:
        obs: prepared observations; only the totals are read.
        areas: codes in the order of drawing.
        unit: scales the values and writes them.
        language: the words.
    """
    table = read_table(obs, areas)
    words: dict[tuple[float, str], str] = {}  # most of a long series repeats a few shown figures

    def point(seen: Observation, value: float) -> Point:
        figure = (shown(value, unit), seen.status)
        if figure not in words:
            words[figure] = _words(value, seen.status, unit, language)
        return Point(seen.period, value * unit.scale, words[figure], seen.status)

    return {
        area: tuple(
            point(seen, seen.value)
            for seen in sorted(table[area].values(), key=lambda one: position(one.period))
            if seen.value is not None
        )
        for area in areas
    }


def is_open(point: Point, common: str | None) -> bool:
    """Tell whether a mark is hollow: not final, or newer than what all compared areas have."""
    return point.status in _OPEN or (
        common is not None and position(point.period) > position(common)
    )


def shared_period(series: Series) -> str | None:
    """Find the latest period for which all compared areas have a figure; the country is not one."""
    compared = [points for area, points in series.items() if points and area != COUNTRY]
    if not compared:
        return None
    common = set.intersection(*({point.period for point in points} for points in compared))
    return max(common, key=position, default=None)


def all_values(series: Series) -> list[float]:
    """List every drawn value."""
    return [point.value for points in series.values() for point in points]


def all_periods(series: Series) -> list[str]:
    """List every period with a figure once, in order of time."""
    return sorted({one.period for points in series.values() for one in points}, key=position)


def status_word(status: str, language: Language) -> str:
    """Name a status that the reader must know of; empty for plain figures."""
    return language.text(_STATUS_WORDS[status]) if status in _STATUS_WORDS else ""


def worded_period(seen: Observation, language: Language) -> str:
    """Name the period of a figure, with the status that the reader must know of: "2040 (ennuste)"."""
    word, period = status_word(seen.status, language), language.period(seen.period)
    return f"{period} ({word})" if word else period


def shared_status(seen: Sequence[Observation], language: Language) -> str:
    """Name the status that all of these figures have and the reader must know of; else empty."""
    words = {status_word(one.status, language) for one in seen}
    return words.pop() if len(words) == 1 else ""


def _words(value: float, status: str, unit: Unit, language: Language) -> str:
    word = status_word(status, language)
    text = language.quantity(value, unit)
    return f"{text} ({word})" if word else text
