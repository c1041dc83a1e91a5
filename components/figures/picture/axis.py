"""Axes of a chart: from its values and categories to pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.figures.picture.vocabulary import UnknownElement


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: ``start`` and ``end`` are the pixels of the ends of its range.

    ``settings`` are plotly's, the template's under the chart's own; ``places`` number the categories.
    """

    settings: Mapping[str, Any]
    start: float
    end: float
    low: float
    high: float
    places: Mapping[str, int]

    def at(self, value: str | float) -> float:
        """Give the pixel of a value or of a category.

        Raises:
            UnknownElement: a category that the axis does not list.
        """
        if isinstance(value, str) and value not in self.places:
            raise UnknownElement(f"an axis does not list its category {value!r}")
        number = self.places[value] if isinstance(value, str) else value
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def holds(self, value: float) -> bool:
        """Tell whether a value is inside the range."""
        return min(self.low, self.high) <= value <= max(self.low, self.high)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Values and texts of the ticks inside the range; none where the axis is hidden."""
        if not self.settings.get("visible", True):
            return []
        pairs = zip(self.settings["tickvals"], self.settings["ticktext"], strict=True)
        return [(value, text) for value, text in pairs if self.holds(value)]

    @property
    def tick_texts(self) -> list[str]:
        """What stands beside the axis."""
        if not self.settings.get("showticklabels", True):
            return []
        return [text for _, text in self.ticks]


def read_axis(settings: Mapping[str, Any], ends: Sequence[float]) -> Axis:
    """Place an axis on its part of the plot.

    Args:
        settings: of the chart over those of the template.
        ends: pixels where the whole plot starts and ends.

    Raises:
        UnknownElement: an axis that leaves its range or its ticks to the browser.
    """
    if "range" not in settings:
        raise UnknownElement("an axis without a range")
    if settings.get("visible", True) and not {"tickvals", "ticktext"} <= set(settings):
        raise UnknownElement("an axis without ticks of its own")
    first, last = settings.get("domain", (0.0, 1.0))
    start, end = (ends[0] + share * (ends[1] - ends[0]) for share in (first, last))
    low, high = settings["range"]
    places = {name: place for place, name in enumerate(settings.get("categoryarray", ()))}
    return Axis(settings, start, end, low, high, places)
