"""What the reader wants figures compared as: the presentation, the comparison group, the base year.

The values of the enumerations stand in addresses; they never change.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    """One comparison; ``areas`` are the reader's own, ``base_year`` that of an index (None: the usual)."""

    presentation: Presentation = Presentation.FIGURE
    group: Group = Group.COUNTRY
    areas: tuple[str, ...] = ()
    base_year: int | None = None


USUAL = Choice()
