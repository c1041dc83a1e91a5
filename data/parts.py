"""How a total divides into classes, as a declaration says it. Imports nothing of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OTHER = "other"  # breakdown of what the declared classes leave of a total


@dataclass(frozen=True, slots=True)
class Part:
    """One class of a total: the source's codes that make it (none: what the others leave), and its name."""

    key: str
    of: tuple[str, ...]
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """How a total divides: observed beside it, one breakdown per class, in the order of drawing.

    ``column`` is the source's classification (or "measure"); a class "other" without codes is what the rest leave over,
    only where they are known not to make the whole; ``tolerance`` is the share of a total that suppression may take.
    """

    column: str
    by: Mapping[str, str]
    classes: tuple[Part, ...]
    drawn: str = "stack"
    tolerance: float = 0.0

    @property
    def published(self) -> tuple[Part, ...]:
        """The classes that the source gives."""
        return tuple(part for part in self.classes if part.of)

    @property
    def has_remainder(self) -> bool:
        """Tell whether a class is the total minus the others."""
        return len(self.published) < len(self.classes)

    @property
    def names(self) -> dict[str, Mapping[str, str]]:
        """Name of every breakdown beside the total, in the order of drawing."""
        return {part.key: part.name for part in self.classes}
