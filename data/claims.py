"""What is read and said of figures: observations, changes, gaps between areas, claims, freshness."""

from __future__ import annotations

from dataclasses import dataclass


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
    is_noise: bool = False  # as large as chance alone makes such changes


@dataclass(frozen=True, slots=True)
class WidestGap:
    """Highest and lowest of the compared areas; ``difference`` is that of the shown (rounded, scaled) figures."""

    highest: str
    lowest: str
    difference: float


@dataclass(frozen=True, slots=True)
class Claim:
    """What the figures allow to be said, without words."""

    indicator: str
    period: str
    levels: tuple[Observation, ...]
    country: Observation | None
    widest_gap: WidestGap | None


@dataclass(frozen=True, slots=True)
class Freshness:
    """Latest period of a series, days since its end, and whether that is past what the declaration allows."""

    latest: str
    days: int
    is_late: bool
