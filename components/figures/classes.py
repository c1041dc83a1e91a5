"""Values of a map in classes: few, with readable bounds, the same for every map of an indicator."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.language import Language
from data.comparison import shown
from data.model import Unit

COUNT = 5
_STEPS = (1.0, 2.0, 2.5, 5.0)
_ROUNDNESS = (
    2.0,
    5.0,
    10.0,
)  # parts of a class's width that bounds may be rounded to, readable first


@dataclass(frozen=True, slots=True)
class MapValues:
    """What a map shows of each area: its name, its value in words, its class from 0 (None: no figure)."""

    names: Mapping[str, str]
    texts: Mapping[str, str]
    places: Mapping[str, int | None]
    bounds: tuple[float, ...]

    @property
    def class_count(self) -> int:
        """How many classes there are, empty ones included."""
        return len(self.bounds) + 1


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A class in words ("7,5–8,9 %") and the areas in it; ``place`` is None for areas without a figure."""

    place: int | None
    text: str
    areas: tuple[str, ...]


def map_values(
    obs_at_period: pd.DataFrame,
    areas: Iterable[str],
    unit: Unit,
    language: Language,
    names: Mapping[str, str],
    bounds: Sequence[float] | None = None,
) -> MapValues:
    """Put the values of some areas into common classes.

    Args:
        obs_at_period: columns area and value, at most one row per area; other areas are left out.
        areas: codes of the areas drawn; one without a row has no figure.
        unit: of the values.
        language: of the written values.
        names: name of each area in the language.
        bounds: of classes that several maps share; by default those of these values.
    """
    known = obs_at_period[obs_at_period["value"].notna()]
    found = {
        str(area): float(value) for area, value in zip(known["area"], known["value"], strict=True)
    }
    values = {area: found.get(area) for area in areas}
    figures = {area: None if v is None else shown(v, unit) for area, v in values.items()}
    if bounds is None:
        seen = [figure for figure in figures.values() if figure is not None]
        bounds = class_bounds(seen, unit.decimals)
    missing = language.text("No figure")
    return MapValues(
        names={area: names[area] for area in values},
        texts={
            area: missing if value is None else language.quantity(value, unit)
            for area, value in values.items()
        },
        places={
            area: None if figure is None else bisect_right(bounds, figure)
            for area, figure in figures.items()
        },
        bounds=tuple(bounds),
    )


def class_bounds(values: Sequence[float], decimals: int) -> list[float]:
    """Choose the lower bounds of all classes but the lowest.

    Fifths of the areas, rounded to a readable step. Where fifths would leave a class empty (say, half of the areas at
    zero), classes of equal width.

    Args:
        values: shown values (rounded and scaled) of the areas with a figure.
        decimals: of the shown values; bounds have no more.

    Returns:
        Four rising bounds; fewer where the values are too alike for five classes.
    """
    known = np.array([value for value in values if isfinite(value)])
    if len(known) == 0 or known.min() == known.max():
        return []
    fifths = np.quantile(known, np.arange(1, COUNT) / COUNT)
    for parts in _ROUNDNESS:
        step = _step(float(np.ptp(fifths)) / (COUNT - 2) / parts, decimals)
        bounds = _rounded(fifths, step, decimals)
        if _fills_all(known, bounds):
            return bounds
    equal = np.linspace(known.min(), known.max(), COUNT + 1)[1:-1]
    return _rounded(equal, _step(float(np.ptp(known)) / COUNT / 2, decimals), decimals)


def legend(values: MapValues, unit: Unit, language: Language) -> tuple[LegendEntry, ...]:
    """Write every class in words; neighbouring classes share no number. Areas without a figure come last."""
    entries = [
        LegendEntry(place, _range(values.bounds, place, unit, language), _within(values, place))
        for place in range(values.class_count)
    ]
    missing = _within(values, None)
    if missing:
        entries.append(LegendEntry(None, language.text("No figure"), missing))
    return tuple(entries)


def _within(values: MapValues, place: int | None) -> tuple[str, ...]:
    return tuple(area for area, found in values.places.items() if found == place)


def _range(bounds: Sequence[float], place: int, unit: Unit, language: Language) -> str:
    if not bounds:
        return language.text("all areas in one class")
    if place == 0:
        return language.text("under {bound}", bound=_with_unit(bounds[0], bounds, unit, language))
    low = bounds[place - 1]
    if place == len(bounds):
        return language.text("{bound} or more", bound=_with_unit(low, bounds, unit, language))
    high = language.quantity((bounds[place] - 10.0**-unit.decimals) / unit.scale, unit)
    between = (
        "–" if low >= 0 and not unit.is_signed else "…"
    )  # a dash beside a minus cannot be told from it
    return f"{language.number(low, _decimals(bounds, unit), signed=unit.is_signed)}{between}{high}"


def _with_unit(bound: float, bounds: Sequence[float], unit: Unit, language: Language) -> str:
    """Write a bound with its unit, without decimals where all bounds are whole."""
    exact = language.number(bound, unit.decimals)
    worded = language.quantity(bound / unit.scale, unit)
    return worded.replace(exact, language.number(bound, _decimals(bounds, unit)), 1)


def _decimals(bounds: Sequence[float], unit: Unit) -> int:
    return 0 if all(bound == int(bound) for bound in bounds) else unit.decimals


def _step(wanted: float, decimals: int) -> float:
    """Return the largest readable step that is not over ``wanted``, at least one unit of the last decimal."""
    least = 10.0**-decimals
    if wanted <= least:
        return least
    power = 10.0 ** floor(log10(wanted))
    return max(least, max(step * power for step in _STEPS if step * power <= wanted * 1.001))


def _rounded(bounds: NDArray[np.float64], step: float, decimals: int) -> list[float]:
    rounded = {round(round(float(bound) / step) * step, decimals) for bound in bounds}
    return sorted(rounded)


def _fills_all(known: NDArray[np.float64], bounds: Sequence[float]) -> bool:
    places = {bisect_right(bounds, value) for value in known.tolist()}
    return len(bounds) == COUNT - 1 and len(places) == COUNT
