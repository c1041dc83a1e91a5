"""Run-time maths over prepared observations: common periods, changes, per inhabitant.

Everything is pure: a frame with OBSERVATION_COLUMNS goes in, numbers come out; no words, no files.
What counts as a figure is decided in ``data.levels``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import isfinite, nan

import pandas as pd

from data.claims import Change, Observation
from data.history import comparable
from data.levels import (
    ABSENT,
    BUDGETS,
    PLAN,
    SUSPECT,
    Nature,
    Rows,
    earliest_shared,
    figures,
    latest_common,
    latest_shared,
    level,
    level_natures,
    read_table,
)
from data.model import TOTAL, Break, Indicator, Unit
from data.noise import weighed
from data.periods import position, year_before, year_of

NO_COMPARISON = "none"
FIRST_PERIOD = "first_period"
COMPARISONS = frozenset(
    {"same_month_last_year", "same_quarter_last_year", "previous_year", FIRST_PERIOD}
)

_FEW_PERIODS = 4
# A quotient such as 100 * 69 / 400 may miss a tie by the last bit of a float; 12 digits do not.
_SIGNIFICANT_DIGITS = 12


class Shape(StrEnum):
    """What kind of chart a series wants."""

    EMPTY = "empty"
    SINGLE = "single"
    FEW = "few"
    LINE = "line"
    BUDGET = "budget"


def shown(value: float, unit: Unit) -> float:
    """Round and scale a stored value to the figure on the screen, halves away from zero.

    Args:
        value: a finite value in the stored unit.
        unit: its scale and decimals, e.g. 1e-6 and 1 for euros shown in millions.

    Returns:
        The figure in the shown unit: 17.25 -> 17.3, -0.25 -> -0.3, -0.04 -> 0.0.

    Raises:
        ValueError: if ``value`` is not finite.
    """
    return float(_shown(value, unit))


def difference(value: float, other: float, unit: Unit) -> float:
    """Subtract two stored values as a reader does on the screen: each rounded first.

    Returns:
        ``value`` minus ``other`` in the shown unit, free of float noise.
    """
    return float(_shown(value, unit) - _shown(other, unit))


def value(obs: pd.DataFrame, area: str, period: str, breakdown: str = TOTAL) -> Observation:
    """Give one observation; its value is None when missing, suspect or not in the frame."""
    found = read_table(obs, (area,), breakdown)[area]
    return found.get(period, Observation(area, period, None, ABSENT))


def common_period(
    obs: pd.DataFrame, areas: Sequence[str], statuses: Collection[str] | None = None
) -> str | None:
    """Find the latest period in which every area has a figure that may stand in a heading.

    Without ``statuses``, budgets win over outcomes where all areas have them, plan years never
    count, and projections count only in a series that holds nothing else.

    Args:
        obs: prepared observations.
        areas: codes that must all have a figure.
        statuses: count the figures of these statuses only, also plans and projections.

    Returns:
        The period, or None when there is no area or no common figure.
    """
    table = read_table(obs, areas)
    if statuses is None:
        found = latest_common(table)
        return found[0] if found else None
    return latest_shared(
        [p for p, seen in rows.items() if seen.value is not None and seen.status in statuses]
        for rows in table.values()
    )


def compared(obs: pd.DataFrame, areas: Sequence[str]) -> tuple[Observation, ...]:
    """Give one observation per area at the latest common period, in the order of ``areas``.

    An area without a single figure of its own does not hide the others: it comes with value None
    and its missing status at that period.

    Returns:
        Empty when no period is common to the areas that have figures.
    """
    table = read_table(obs, areas)
    holders = {area: rows for area, rows in table.items() if level_natures({area: rows})}
    found = latest_common(holders)
    if found is None:
        return ()
    period, nature = found
    return tuple(level(table[area], area, period, nature) for area in areas)


def alongside(obs: pd.DataFrame, area: str, beside: Observation) -> Observation:
    """Give the figure of another area at the period of ``beside``, if it is of the same nature."""
    rows = read_table(obs, (area,))[area]
    return level(rows, area, beside.period, Nature.of(beside.status))


def newest(obs: pd.DataFrame, area: str, beside: Observation) -> Observation | None:
    """Give the latest figure of an area, of the same nature as ``beside``; None without one."""
    own = figures(read_table(obs, (area,))[area], Nature.of(beside.status))
    return max(own.values(), key=lambda seen: position(seen.period), default=None)


def change(
    obs: pd.DataFrame,
    indicator: Indicator,
    areas: Sequence[str],
    period: str,
    unit: Unit,
    breaks: Sequence[Break] = (),
) -> tuple[Change, ...]:
    """Compare the figures of ``period`` with the declared earlier period, the same for all areas.

    Where a shown area (one with a figure at ``period``) lacks the declared period, or a break lies
    between, all take the nearest earlier same month, same quarter or year that every shown area
    has without a break between. ``first_period`` takes the farthest of them: a projection of few years
    tells how far it lies from where it starts.

    Args:
        obs: prepared observations.
        indicator: declares the comparison.
        areas: the areas shown together.
        period: the period to compare from.
        unit: rounds both figures; differences are in the shown unit.
        breaks: places of the series that no comparison may cross.

    Returns:
        One change per area in order. Without a comparable figure both ``difference`` and
        ``from_period`` are None and ``is_usual`` is False (True where none is declared).

    Raises:
        ValueError: if ``compare_with`` of the indicator is not in the vocabulary.
    """
    if indicator.compare_with == NO_COMPARISON:
        return tuple(Change(area, period, None, None, is_usual=True) for area in areas)
    if indicator.compare_with not in COMPARISONS:
        raise ValueError(f"{indicator.id}: unknown compare_with {indicator.compare_with!r}")
    table = read_table(obs, areas)
    nearest = earliest_shared if indicator.compare_with == FIRST_PERIOD else latest_shared
    earlier = nearest(
        comparable(rows, area, period, breaks)
        for area, rows in table.items()
        if period in rows and rows[period].value is not None
    )
    found = [_change(table[area], area, period, earlier, unit) for area in areas]
    return weighed(found, obs, table, unit, breaks)


def per_inhabitant(
    obs: pd.DataFrame, population: pd.DataFrame, boundaries: Sequence[Break] = ()
) -> pd.DataFrame:
    """Divide by the population of the same year and area.

    Years after the last population use that one; years before the first, or in a hole, stay empty.
    So do the years before an area's last merger where figures follow each year's own boundaries:
    the population has today's.

    Args:
        obs: prepared observations.
        population: prepared yearly observations of the population in today's division.
        boundaries: mergers of a series in each year's own boundaries; none for other series.

    Returns:
        A copy of ``obs`` with ``value_per_inhabitant`` (stored unit per person, NaN when missing)
        and ``population_period`` (the year used, None when there is none).
    """
    table = read_table(population, tuple(obs["area"].unique()))
    people = {
        area: {year_of(period): seen.value for period, seen in rows.items() if seen.value}
        for area, rows in table.items()
    }
    grown = {area: year_of(it.period) for it in _in_time(boundaries) for area in it.areas}
    used = [
        _population(people[area], year_of(period), grown.get(area))
        for area, period in zip(obs["area"], obs["period"], strict=True)
    ]
    heads = pd.Series([count for _, count in used], index=obs.index, dtype=float)
    return obs.assign(
        value_per_inhabitant=(obs["value"] / heads).mask(obs["status"] == SUSPECT),
        population_period=pd.Series([year for year, _ in used], index=obs.index, dtype=object),
    )


def series_shape(obs: pd.DataFrame, areas: Collection[str]) -> Shape:
    """Tell what kind of chart the figures of these areas want, whatever their breakdowns."""
    is_figure = obs["value"].notna() & (obs["status"] != SUSPECT)
    chosen = obs[obs["area"].isin(list(areas)) & is_figure]
    if chosen["status"].isin([*BUDGETS, PLAN]).any():
        return Shape.BUDGET
    periods = chosen["period"].nunique()
    if periods <= 1:
        return Shape.SINGLE if periods else Shape.EMPTY
    return Shape.FEW if periods <= _FEW_PERIODS else Shape.LINE


def _shown(value: float, unit: Unit) -> Decimal:
    if not isfinite(value):
        raise ValueError(f"only finite values are shown: {value}")
    scaled = Decimal(f"{value:.{_SIGNIFICANT_DIGITS}g}") * Decimal(repr(float(unit.scale)))
    rounded = scaled.quantize(Decimal(1).scaleb(-unit.decimals), ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)  # no minus before a zero


def _change(rows: Rows, area: str, period: str, earlier: str | None, unit: Unit) -> Change:
    now, then = rows.get(period), rows.get(earlier) if earlier else None
    if now is None or then is None or now.value is None or then.value is None:
        return Change(area, period, None, None, is_usual=False)
    gap = difference(now.value, then.value, unit)
    return Change(area, period, then.period, gap, is_usual=then.period == year_before(period))


def _in_time(breaks: Sequence[Break]) -> list[Break]:
    return sorted(breaks, key=lambda it: position(it.period))


def _population(known: dict[int, float], year: int, grown: int | None) -> tuple[str | None, float]:
    if grown is not None and year < grown:
        return None, nan
    last = max(known, default=year)
    used = min(year, last)
    return (str(used), known[used]) if used in known else (None, nan)
