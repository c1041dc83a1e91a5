"""The kinds of claims that are made beside the levels of a statement."""

from __future__ import annotations

from dataclasses import dataclass

from data.claims import Change, Observation


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of one area; 1 is the highest figure, and areas shown equal share a place."""

    area: str
    place: int
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places of the compared areas among ``of`` areas of a group that have a figure."""

    period: str
    standings: tuple[Standing, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Movement:
    """One area from a period to another; ``counts`` are those a small rate is judged by."""

    before: Observation
    after: Observation
    change: Change
    counts: tuple[float, float] | None

    @property
    def area(self) -> str:
        """The area's code."""
        return self.after.area


@dataclass(frozen=True, slots=True)
class Run:
    """Figures that have moved one way, year after year, from ``start`` to ``end``; ``last`` lies before it."""

    start: Observation
    last: Observation
    end: Observation
    is_rise: bool
    is_open: bool  # nothing comparable is known of the year before the start

    @property
    def area(self) -> str:
        """The area's code."""
        return self.end.area


@dataclass(frozen=True, slots=True)
class Record:
    """A figure that no comparable one since ``first`` passes; ``tied``: the last that equals it."""

    level: Observation
    is_highest: bool
    first: str
    tied: str | None

    @property
    def area(self) -> str:
        """The area's code."""
        return self.level.area


@dataclass(frozen=True, slots=True)
class Spread:
    """The widest gap at one period; ``highest`` and ``lowest`` name all areas that share them.

    ``difference`` is that of the shown figures; where it is 0 both name every area.
    """

    period: str
    highest: tuple[str, ...]
    lowest: tuple[str, ...]
    difference: float


@dataclass(frozen=True, slots=True)
class GapChange:
    """The widest gap of the same areas now and at an earlier comparable period."""

    now: Spread
    before: Spread


@dataclass(frozen=True, slots=True)
class Relation:
    """On which side of ``reference`` (stored unit) each shown figure lies: -1 below, 0 level, 1 above."""

    period: str
    reference: float
    sides: tuple[tuple[str, int], ...]
