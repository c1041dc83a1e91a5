"""What is read and said of figures: observations, changes, gaps between areas, claims, freshness."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How a change compares with what chance alone makes; see ``data.noise``."""

    CLEAR = "clear"
    SLIGHT = "slight"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Observation:
    """One value with its key, as read from a prepared file; ``value`` is None when missing."""

    area: str
    period: str
    value: float | None
    status: str


@dataclass(frozen=True, slots=True)
class Change:
    """Difference of ``area`` from ``from_period`` to ``to_period``; ``difference`` None: no comparable value."""

    area: str
    to_period: str
    from_period: str | None
    difference: float | None
    is_usual: bool  # False: not the declared comparison, so the period must be named
    weight: Weight | None = None  # None: not judged, for the past is too short or nothing changed


@dataclass(frozen=True, slots=True)
class WidestGap:
    """Highest and lowest of the compared areas; ``difference`` is that of the shown (rounded, scaled) figures."""

    highest: str
    lowest: str
    difference: float


@dataclass(frozen=True, slots=True)
class CountGap:
    """The widest gap of a rate in things counted, by the denominator of ``area``; two digits."""

    area: str
    count: float


@dataclass(frozen=True, slots=True)
class Claim:
    """What the figures allow to be said, without words."""

    indicator: str
    period: str
    levels: tuple[Observation, ...]
    country: Observation | None
    widest_gap: WidestGap | None
    count_gap: CountGap | None = None


@dataclass(frozen=True, slots=True)
class Freshness:
    """Latest period of a series, days since its end, and whether that is past what the declaration allows."""

    latest: str
    days: int
    is_late: bool
