"""Whether a presentation makes sense for a series, and why not."""

from __future__ import annotations

from enum import StrEnum

from data.choice import Presentation
from data.comparison import Shape
from data.model import COUNTRY, Indicator, Unit, UnitKind


class Reason(StrEnum):
    """Why a series is shown as plain figures although the reader chose another presentation."""

    IS_RATIO = "is_ratio"
    NO_BASE = "no_base"
    NO_BASE_FIGURES = "no_base_figures"
    ONE_PERIOD = "one_period"
    IS_INDEX = "is_index"
    IS_PLAN = "is_plan"
    NO_BASE_YEAR = "no_base_year"
    ONE_YEAR = "one_year"
    IS_AMOUNT = "is_amount"
    NO_COUNTRY = "no_country"
    COUNTRY_ONLY = "country_only"
    WITHIN_CITIES = "within_cities"
    BELOW_ZERO = "below_zero"
    TOO_FEW_AREAS = "too_few_areas"


def refusal(
    presentation: Presentation, indicator: Indicator, unit: Unit, shape: Shape, areas: set[str]
) -> Reason | None:
    """Say what forbids a presentation before a single value is computed; None where nothing does.

    Args:
        presentation: what the reader chose.
        indicator: the series.
        unit: of its stored values.
        shape: of its chart: a single period has no index.
        areas: codes that have figures.
    """
    if not indicator.own_areas and COUNTRY not in areas:
        return Reason.WITHIN_CITIES
    if presentation is Presentation.PER_BASE:
        if unit.kind is not UnitKind.AMOUNT:
            return Reason.IS_RATIO
        return None if indicator.base else Reason.NO_BASE
    if presentation is Presentation.INDEX:
        return _no_index(unit, shape)
    if presentation is Presentation.GAP:
        return _no_gap(indicator, unit, areas)
    if presentation is Presentation.RANK and not indicator.own_areas:
        return Reason.COUNTRY_ONLY
    if presentation is Presentation.RANK and shape is Shape.SINGLE:
        return Reason.ONE_PERIOD
    return None


def _no_index(unit: Unit, shape: Shape) -> Reason | None:
    if shape is Shape.SINGLE:
        return Reason.ONE_PERIOD
    if shape is Shape.BUDGET:
        return Reason.IS_PLAN
    return Reason.IS_INDEX if unit.key == "index_points" else None


def _no_gap(indicator: Indicator, unit: Unit, areas: set[str]) -> Reason | None:
    if not indicator.own_areas:
        return Reason.COUNTRY_ONLY
    if unit.kind is UnitKind.AMOUNT:
        return Reason.IS_AMOUNT
    return None if COUNTRY in areas else Reason.NO_COUNTRY
