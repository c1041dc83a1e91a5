"""Groups of cities that others are ranked among: who belongs to each, and what it is called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from data.model import CITIES, REFERENCE, Text
from data.strict_yaml import Fields, read_yaml

TEN_LARGEST = "ten_largest"
UNIVERSITY_CITIES = "university_cities"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A group of cities to be ranked among; ``among`` is its form in a sentence, ``basis`` why these."""

    key: str
    name: Text = field(hash=False)
    short: Text = field(hash=False)
    among: Text = field(hash=False)
    basis: Text = field(hash=False)
    areas: tuple[str, ...]


def load_benchmarks(
    path: Path = REFERENCE / "benchmarks.yaml", known: Collection[str] | None = None
) -> tuple[Benchmark, ...]:
    """Load the groups in the order of the file.

    Args:
        path: benchmarks.yaml.
        known: codes of all areas; None where no list of them is at hand.

    Raises:
        DeclarationError: a text lacks a language, a code is unknown or stands twice, or one of the
            three cities is not in the group.
    """
    file = read_yaml(path)
    return tuple(_benchmark(key, file.mapping(key), known) for key in file.keys)


def _benchmark(key: str, fields: Fields, known: Collection[str] | None) -> Benchmark:
    areas = fields.strings("areas")
    unknown = [code for code in areas if known is not None and code not in known]
    if unknown:
        raise fields.error(f"'{key}' names unknown areas: {', '.join(unknown)}")
    if len(set(areas)) != len(areas):
        raise fields.error(f"'{key}' names an area twice")
    absent = [city for city in CITIES if city not in areas]
    if absent:
        raise fields.error(f"'{key}' lacks {', '.join(absent)}: the three belong to every group")
    found = Benchmark(
        key=key,
        name=fields.text("name"),
        short=fields.text("short"),
        among=fields.text("among"),
        basis=fields.text("basis"),
        areas=areas,
    )
    fields.done()
    return found
