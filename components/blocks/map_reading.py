"""What one map shows: period, values in classes, and the sentence over it. Kept per catalogue and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pandas as pd

from components.blocks import map_heading
from components.figures.classes import LegendEntry, MapValues, legend, map_values
from components.language import Language
from data import comparison
from data.catalogue import Catalogue
from data.geometry_store import CITY_LAYERS, COUNTRY_LAYERS, POSTAL_LAYER, Geometry
from data.map_layers import MapLayers, load_map_layers
from data.model import CITIES, COUNTRY, REGIONS, TOTAL, Indicator, Level, Unit
from data.periods import position
from data.ranking import rank


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
    ranked = rank(seen, period, geometry.areas, unit)
    rows = seen[seen["area"].isin(ranked)]
    figures = dict(zip(rows["area"], rows["value"].astype(float), strict=True))
    names = catalogue.area_names(language.code)
    values = map_values(seen, geometry.areas, unit, language, names)
    classes = legend(values, unit, language)
    subject = f"{language.pick(indicator.title)} {language.period_in(period)}"
    return MapReading(
        indicator=indicator,
        unit=unit,
        period=period,
        around=_around(seen, unit, language),
        ranked=dict(sorted(ranked.items(), key=lambda item: (item[1], values.names[item[0]]))),
        values=values,
        legend=classes,
        heading=_heading(catalogue, subject, ranked, figures, classes, unit, language),
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


def _period(obs: pd.DataFrame, kind: MapKind) -> str | None:
    """Choose the newest period: one that the three cities share, of postal areas the newest at all."""
    if kind is MapKind.MUNICIPALITIES:
        return comparison.common_period(obs, CITIES)
    known = obs[obs["value"].notna()]["period"].unique()
    return max(known, key=position, default=None)


def is_in(catalogue: Catalogue, area: str, city: str) -> bool:
    """Tell whether a postal area belongs to a city."""
    found = catalogue.area(area)
    return found.level is Level.SUB_AREA and found.region == city


def _heading(
    catalogue: Catalogue,
    subject: str,
    ranked: dict[str, int],
    figures: dict[str, float],
    classes: Sequence[LegendEntry],
    unit: Unit,
    language: Language,
) -> str:
    if all(city in figures for city in CITIES):
        return map_heading.among_municipalities(subject, figures, ranked, unit, language)
    areas_of = {city: [area for area in figures if is_in(catalogue, area, city)] for city in CITIES}
    return map_heading.inside_cities(subject, classes, areas_of, language)
