"""What a reader asks of the page of one indicator: the series, an area beside the three, the comparison."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from components import loading, selection
from components.figures.template import Look
from data.catalogue import Catalogue
from data.choice import Choice, Presentation
from data.comparison import Shape, series_shape
from data.model import COUNTRY, Indicator
from data.presenting.across import Across, across, full_periods, usual_period
from data.presenting.groups import Members, held_areas
from data.presenting.view import View, everywhere, view

DEFAULT = "unemployed_share"


@dataclass(frozen=True, slots=True)
class Asked:
    """One visit to the page; ``area`` is beside the compared ones and has figures, else it is empty."""

    catalogue: Catalogue
    series: str
    choice: Choice
    area: str
    look: Look

    @property
    def indicator(self) -> Indicator:
        """The declaration of the series."""
        return self.catalogue.indicator(self.series)

    @property
    def names(self) -> dict[str, str]:
        """Name of every area in the reader's language."""
        return self.catalogue.area_names(self.look.language.code)

    @property
    def marked(self) -> tuple[str, ...]:
        """The areas that stand out: the compared ones and the chosen one."""
        own = self.indicator.own_areas
        return (*own, self.area) if self.area else own

    @property
    def view(self) -> View:
        """The series of every area as the reader compares it; the chosen area is one of the shown."""
        return _beside(self.catalogue, self.series, self.choice, self.area)


def read() -> Asked:
    """Read the address.

    Raises:
        UnavailableSeries: the prepared file of the series is missing or broken.
    """
    catalogue, chosen = loading.catalogue(), selection.read()
    indicator = catalogue.indicator(chosen.indicator or DEFAULT)
    wanted = chosen.area or ""
    is_new = wanted in held(catalogue, indicator.id) and wanted not in _always(indicator)
    return Asked(catalogue, indicator.id, chosen.choice, wanted if is_new else "", loading.look())


def absent_area(asked: Asked) -> str | None:
    """Give the area of the address that the series has no figures of; None where all is well."""
    wanted = selection.read().area
    if wanted in (None, asked.area, *_always(asked.indicator)):
        return None
    return wanted


@lru_cache(maxsize=256)
def held(catalogue: Catalogue, indicator_id: str) -> frozenset[str]:
    """Give the areas with figures, found once per build."""
    return held_areas(catalogue.observations(indicator_id))


def is_single(asked: Asked) -> bool:
    """Tell whether the series has one period only, whose dots are its chart."""
    obs = asked.catalogue.compared(asked.series)
    return series_shape(obs, asked.indicator.own_areas or (COUNTRY,)) is Shape.SINGLE


def plain_choice(choice: Choice) -> Choice:
    """Give the comparison of a picture of all areas: ranks are counted there, so figures stay figures."""
    if choice.presentation is Presentation.RANK:
        return replace(choice, presentation=Presentation.FIGURE).essential
    return choice.essential


def periods(asked: Asked) -> tuple[str, ...]:
    """List the periods in which enough areas have figures."""
    return _periods(asked.catalogue, asked.series, plain_choice(asked.choice))


def usual(asked: Asked) -> str | None:
    """Give the period that a picture of all areas begins with."""
    return _usual(asked.catalogue, asked.series, plain_choice(asked.choice))


def in_period(asked: Asked, period: str) -> Across | None:
    """Read all areas of the compared areas' level in one period."""
    return _across(asked.catalogue, asked.series, plain_choice(asked.choice), period)


def _always(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.own_areas, COUNTRY)


@lru_cache(maxsize=64)
def _beside(catalogue: Catalogue, indicator_id: str, choice: Choice, area: str) -> View:
    near, whole = (
        view(catalogue, indicator_id, choice),
        everywhere(catalogue, indicator_id, choice.essential),
    )
    group = near.members
    present = group.present if not area or area in group.present else (*group.present, area)
    named = Members(present, group.absent, group.is_other_level)
    return replace(near, obs=whole.obs, members=named)


@lru_cache(maxsize=256)
def _periods(catalogue: Catalogue, indicator_id: str, choice: Choice) -> tuple[str, ...]:
    return full_periods(everywhere(catalogue, indicator_id, choice))


@lru_cache(maxsize=256)
def _usual(catalogue: Catalogue, indicator_id: str, choice: Choice) -> str | None:
    found = _periods(catalogue, indicator_id, choice)
    return usual_period(everywhere(catalogue, indicator_id, choice), found)


@lru_cache(maxsize=128)
def _across(catalogue: Catalogue, indicator_id: str, choice: Choice, period: str) -> Across | None:
    return across(everywhere(catalogue, indicator_id, choice), period)
