"""What the reader wants figures compared as: the presentation, the comparison group, the base year.

The values of the enumerations stand in addresses; they never change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Presentation(StrEnum):
    """How every figure of a page is written."""

    FIGURE = "luku"
    PER_BASE = "asukasta"
    INDEX = "indeksi"
    GAP = "ero"
    RANK = "sija"


class Group(StrEnum):
    """Whom the three cities are compared with; they themselves are always there."""

    COUNTRY = "maa"
    REGIONS = "maakunnat"
    TEN_LARGEST = "suuret"
    UNIVERSITY = "yliopistot"
    OWN = "omat"


MOST_OWN_AREAS = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One comparison.

    ``areas`` are the reader's own, ``base_year`` that of an index (None: the usual one of each series),
    ``is_named`` draws every area of the group as a line with its name.
    """

    presentation: Presentation = Presentation.FIGURE
    group: Group = Group.COUNTRY
    areas: tuple[str, ...] = ()
    base_year: int | None = None
    is_named: bool = False

    @property
    def essential(self) -> Choice:
        """What the compared areas' own figures depend on: only their ranks depend on the group."""
        if self.presentation is Presentation.RANK:
            return replace(self, base_year=None, is_named=False)
        year = self.base_year if self.presentation is Presentation.INDEX else None
        return Choice(self.presentation, base_year=year)


USUAL = Choice()
