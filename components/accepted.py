"""What each parameter of the address may say, given the catalogue; everything else gets a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from components import selection
from data.catalogue import Catalogue
from data.choice import MOST_OWN_AREAS, Group, Presentation
from data.model import CITIES, COUNTRY, Indicator, Kind, Level

_YEAR = re.compile(r"(19|20)\d\d")
_PERIOD = re.compile(r"(19|20)\d\d(M(0[1-9]|1[0-2])|Q[1-4])?")
_LEVELS = (Level.MUNICIPALITY, Level.REGION)


@lru_cache(maxsize=2)
def accepted(catalogue: Catalogue) -> Mapping[str, Callable[[str], bool]]:
    """Return a test for every parameter but the language."""
    series = frozenset(it.id for it in explorable(catalogue))
    areas = frozenset(comparable_areas(catalogue))

    def are_areas(value: str) -> bool:
        codes = selection.apart(value)
        return len(codes) <= MOST_OWN_AREAS and len(set(codes)) == len(codes) and areas >= {*codes}

    return {
        selection.THEME: frozenset(theme.key for theme in catalogue.themes()).__contains__,
        selection.OPENED: frozenset(it.id for it in catalogue.indicators()).__contains__,
        selection.GRID: "1".__eq__,
        selection.PRESENTATION: frozenset(map(str, Presentation)).__contains__,
        selection.GROUP: frozenset(map(str, Group)).__contains__,
        selection.AREAS: are_areas,
        selection.BASE_YEAR: lambda value: bool(_YEAR.fullmatch(value)),
        selection.NAMED: "1".__eq__,
        selection.INDICATOR: series.__contains__,
        selection.AREA: {*areas, *CITIES, COUNTRY}.__contains__,
        selection.PERIOD: lambda value: bool(_PERIOD.fullmatch(value)),
        selection.SECOND: series.__contains__,
    }


@lru_cache(maxsize=2)
def explorable(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """List the series that have a page of their own: all but those of postal areas alone."""
    return tuple(
        it for it in catalogue.indicators(kind=Kind.SERIES) if set(it.levels) - {Level.SUB_AREA}
    )


@lru_cache(maxsize=2)
def comparable_areas(catalogue: Catalogue) -> tuple[str, ...]:
    """List the municipalities and regions that a reader may add to the three cities."""
    codes = catalogue.area_names("fi")
    return tuple(
        code for code in codes if catalogue.area(code).level in _LEVELS and code not in CITIES
    )
