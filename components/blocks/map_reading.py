"""What one map shows: period, values in classes, and the sentence over it. Kept per catalogue and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pandas as pd

from components.figures.classes import LegendEntry, MapValues, legend, map_values
from components.language import Language
from data import comparison
from data.catalogue import Catalogue
from data.geometry_store import CITY_LAYERS, COUNTRY_LAYERS, POSTAL_LAYER, Geometry
from data.map_layers import MapLayers, load_map_layers
from data.model import CITIES, COUNTRY, REGIONS, TOTAL, Indicator, Level, Unit
from data.periods import position

_JOINER = "\u2060"  # no line break beside the dash


class MapKind(StrEnum):
    """Which areas a map shows."""

    MUNICIPALITIES = "municipalities"
    POSTAL_AREAS = "postal_areas"


@dataclass(frozen=True, slots=True)
class MapReading:
    """One indicator on one map.

    ``ranked`` lists the areas with a figure, highest first, with their rank; ``around`` has the figures of the regions
    and the country in words, where there are any.
    """

    indicator: Indicator
    unit: Unit
    period: str
    around: dict[str, str]
    ranked: dict[str, int]
    values: MapValues
    legend: tuple[LegendEntry, ...]
    heading: str
    geometry: Geometry
    backgrounds: dict[str, Geometry]

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the source layers drawn, each once."""
        layers = (self.geometry, *self.backgrounds.values())
        return tuple(dict.fromkeys(key for layer in layers for key in layer.sources))


@lru_cache(maxsize=1)
def map_layers() -> MapLayers:
    """Read credits, caveats and window size once."""
    return load_map_layers()


@lru_cache(maxsize=32)
def read_map(
    catalogue: Catalogue, indicator_id: str, kind: MapKind, language: Language
) -> MapReading | None:
    """Read the newest figures of an indicator for a map.

    Returns:
        None where no period has figures for the map.

    Raises:
        UnavailableSeries: the series or a map layer is missing or broken.
    """
    indicator = catalogue.indicator(indicator_id)
    unit, obs = catalogue.unit(indicator), catalogue.observations(indicator_id)
    obs = obs[obs["breakdown"] == TOTAL]
    period = _period(obs, kind)
    if period is None:
        return None
    on_municipalities = kind is MapKind.MUNICIPALITIES
    geometry = catalogue.geometry(COUNTRY_LAYERS[0] if on_municipalities else POSTAL_LAYER)
    seen = obs[obs["period"] == period]
    ranked = comparison.rank(seen, period, geometry.areas)
    rows = seen[seen["area"].isin(ranked)]
    figures = dict(zip(rows["area"], rows["value"].astype(float), strict=True))
    names = catalogue.area_names(language.code)
    values = map_values(seen, geometry.areas, unit, language, names)
    cities = {city: _within(catalogue, city, figures, kind) for city in CITIES}
    when = language.period_in(period)
    return MapReading(
        indicator=indicator,
        unit=unit,
        period=period,
        around=_around(seen, unit, language),
        ranked=dict(sorted(ranked.items(), key=lambda item: (item[1], values.names[item[0]]))),
        values=values,
        legend=legend(values, unit, language),
        heading=_heading(language.pick(indicator.title), when, figures, cities, unit, language),
        geometry=geometry,
        backgrounds={}
        if on_municipalities
        else {city: catalogue.geometry(layer) for city, layer in CITY_LAYERS.items()},
    )


def _around(seen: pd.DataFrame, unit: Unit, language: Language) -> dict[str, str]:
    rows = seen[seen["area"].isin([*REGIONS, COUNTRY]) & seen["value"].notna()]
    return {
        str(area): language.quantity(float(value), unit)
        for area, value in zip(rows["area"], rows["value"], strict=True)
    }


def span(figures: Sequence[float], unit: Unit, language: Language) -> str:
    """Write the lowest and the highest of some values: "2,0–26,1 %"."""
    low, high = min(figures), max(figures)
    if comparison.shown(low, unit) == comparison.shown(high, unit):
        return language.quantity(low, unit)
    start = language.number(comparison.shown(low, unit), unit.decimals)
    return f"{start}{_JOINER}–{_JOINER}{language.quantity(high, unit)}"


def _period(obs: pd.DataFrame, kind: MapKind) -> str | None:
    """Choose the newest period: one that the three cities share, of postal areas the newest at all."""
    if kind is MapKind.MUNICIPALITIES:
        return comparison.common_period(obs, CITIES)
    known = obs[obs["value"].notna()]["period"].unique()
    return max(known, key=position, default=None)


def _within(
    catalogue: Catalogue, city: str, figures: dict[str, float], kind: MapKind
) -> list[float]:
    """Give the city's own value, or those of its postal areas."""
    if kind is MapKind.MUNICIPALITIES:
        return [figures[city]]
    return [value for area, value in figures.items() if is_in(catalogue, area, city)]


def is_in(catalogue: Catalogue, area: str, city: str) -> bool:
    """Tell whether a postal area belongs to a city."""
    found = catalogue.area(area)
    return found.level is Level.SUB_AREA and found.region == city


def _heading(
    title: str,
    when: str,
    figures: dict[str, float],
    cities: dict[str, list[float]],
    unit: Unit,
    language: Language,
) -> str:
    listed = language.listing(
        [
            f"{language.place(city, 'in')} {span(own, unit, language)}"
            for city, own in cities.items()
            if own
        ]
    )
    if any(len(own) > 1 for own in cities.values()):
        return language.text(
            "{title} {when} by postal code area: {cities}.", title=title, when=when, cities=listed
        )
    return language.text(
        "{title} {when}: {span} in the municipalities, {cities}.",
        title=title,
        when=when,
        span=span(list(figures.values()), unit, language),
        cities=listed,
    )
