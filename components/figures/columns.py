"""Where columns stand: in groups by period, or by area where budgets are among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.figures.series import Point, Series, all_periods
from components.figures.template import TICK_SIZE, Look, text_width
from data.levels import BUDGETS, PLAN
from data.model import Unit

MANY_PERIODS = 10
# A laptop's chart beside its figures; labels that fit here fit on every wider screen.
_NARROWEST = 940
_GAP = 0.9  # between groups, in columns


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, counted in columns from the left, and what it shows."""

    place: float
    area: str
    point: Point


@dataclass(frozen=True, slots=True)
class Columns:
    """Arranged columns and what every part of their figure needs.

    ``headings`` are the places and texts of the groups: a period each, or an area's code each.
    """

    items: Sequence[Column]
    headings: Sequence[tuple[float, str]]
    is_budget: bool
    is_lying: bool
    has_labels: bool
    unit: Unit
    look: Look
    names: Mapping[str, str]

    @property
    def areas(self) -> list[str]:
        """Codes in the order of drawing."""
        return list(dict.fromkeys(column.area for column in self.items))

    @property
    def last_place(self) -> float:
        """Where the last column stands."""
        return max((column.place for column in self.items), default=0.0)


def by_period(series: Series) -> list[Column]:
    """Set the areas of each period side by side, a gap between periods."""
    width = len(series) + _GAP
    return [
        Column(group * width + inside, area, point)
        for group, period in enumerate(all_periods(series))
        for inside, (area, points) in enumerate(series.items())
        for point in points
        if point.period == period
    ]


def by_area(series: Series) -> list[Column]:
    """Set the periods of each area side by side, a gap between areas."""
    periods = all_periods(series)
    width = len(periods) + _GAP
    return [
        Column(group * width + periods.index(point.period), area, point)
        for group, (area, points) in enumerate(series.items())
        for point in points
    ]


def arrange(series: Series, unit: Unit, look: Look, names: Mapping[str, str]) -> Columns:
    """Choose groups, direction and labels for the points of some areas; see ``bar_figure``."""
    periods = all_periods(series)
    is_budget = any(
        point.status in BUDGETS or point.status == PLAN
        for points in series.values()
        for point in points
    )
    columns = by_area(series) if is_budget else by_period(series)
    width = (len(periods) if is_budget else len(series)) + _GAP
    middle = (width - _GAP - 1) / 2
    titles = list(series) if is_budget else [look.language.period_short(one) for one in periods]
    is_lying = look.compact and len(periods) <= MANY_PERIODS
    widest = max(
        (text_width(figure_text(one.point, unit, look), TICK_SIZE) for one in columns), default=0
    )
    slots = len(titles) * width
    return Columns(
        items=columns,
        headings=[(group * width + middle, title) for group, title in enumerate(titles)],
        is_budget=is_budget,
        is_lying=is_lying,
        has_labels=is_lying or (not look.compact and widest * slots <= _NARROWEST),
        unit=unit,
        look=look,
        names=names,
    )


def figure_text(point: Point, unit: Unit, look: Look) -> str:
    """Write the figure of a column without its unit, which the axis says."""
    return look.language.number(point.value, unit.decimals)
