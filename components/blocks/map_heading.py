"""The sentence over a map: how the cities stand among all areas, or how their own areas differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from statistics import median

from components.figures.classes import LegendEntry
from components.language import Language
from data.model import CITIES, Unit


def among_municipalities(
    subject: str,
    figures: Mapping[str, float],
    ranked: Mapping[str, int],
    unit: Unit,
    language: Language,
) -> str:
    """Say what half of the municipalities stay under, and the figure and rank of each city.

    Args:
        subject: What is measured and when, as a sentence begins with it.
        figures: Stored value of each municipality with a figure; the cities are among them.
        ranked: Rank of each, 1 for the highest.
        unit: Writes the values.
        language: The reader's.
    """
    cities = [
        language.text(
            "{place} {figure} (rank {rank} from the highest)",
            place=language.place(city, "in"),
            figure=language.quantity(figures[city], unit),
            rank=ranked[city],
        )
        for city in CITIES
    ]
    return language.text(
        "{subject}: at most {figure} in half of the {count} municipalities, {cities}.",
        subject=subject,
        figure=language.quantity(median(figures.values()), unit),
        count=len(figures),
        cities=language.listing(cities),
    )


def inside_cities(
    subject: str,
    legend: Sequence[LegendEntry],
    areas_of: Mapping[str, Collection[str]],
    language: Language,
) -> str:
    """Count the areas of each city in the highest and the lowest class of the map.

    Args:
        subject: What is measured and when, as a sentence begins with it.
        legend: The classes of the map.
        areas_of: Areas of each city with a figure.
        language: The reader's.
    """
    classes = {entry.place: entry for entry in legend if entry.place is not None}
    high, low = classes[max(classes)], classes[min(classes)]
    return language.text(
        "{subject}: number of postal code areas at {high}: {highest}; at {low}: {lowest}.",
        subject=subject,
        high=high.text,
        highest=_counted(high, areas_of, language),
        low=low.text,
        lowest=_counted(low, areas_of, language),
    )


def _counted(
    entry: LegendEntry, areas_of: Mapping[str, Collection[str]], language: Language
) -> str:
    inside = {city: len(set(areas) & set(entry.areas)) for city, areas in areas_of.items()}
    return language.listing(
        [f"{language.place(city, 'in')} {number}" for city, number in inside.items()]
    )
