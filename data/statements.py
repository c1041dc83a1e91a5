"""What the figures allow to be said: claims and overview rows, without words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.claims import Change, Claim, Observation, WidestGap
from data.comparison import alongside, change, compared, difference, newest, shown
from data.findings.gaps import gap_in_counts
from data.model import COUNTRY, Break, Indicator, Unit

_ENOUGH_FOR_A_GAP = 2


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """One cell of an overview row: the level, its change, and a newer figure of this area alone."""

    level: Observation
    change: Change
    newer: Observation | None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One indicator at a look; without a common period ``period`` is None and ``areas`` empty."""

    indicator: str
    period: str | None
    areas: tuple[AreaFigure, ...]
    country: AreaFigure | None


def statement(indicator: Indicator, unit: Unit, obs: pd.DataFrame) -> Claim | None:
    """Say what the compared areas and the country had at their latest common period.

    Args:
        indicator: declares which three areas are compared.
        unit: rounds the figures that the widest gap is taken from.
        obs: prepared observations of the indicator.

    Returns:
        None where the areas share no period, and where only the country has figures.
    """
    levels = compared(obs, indicator.own_areas)
    if not levels:
        return None
    claim = Claim(
        indicator=indicator.id,
        period=levels[0].period,
        levels=levels,
        country=_country(obs, levels),
        widest_gap=widest_gap(levels, unit),
    )
    if not any(parts.counted_many for parts in indicator.sentence.values()):
        return claim
    return replace(claim, count_gap=gap_in_counts(claim, obs, unit, indicator.direction))


def widest_gap(levels: Sequence[Observation], unit: Unit) -> WidestGap | None:
    """Find the highest and lowest shown figure; in a tie the area named first stands for both.

    Returns:
        None for fewer than two figures or when all are shown equal.
    """
    figures = [(seen.area, seen.value) for seen in levels if seen.value is not None]
    if len(figures) < _ENOUGH_FOR_A_GAP:
        return None
    highest = max(figures, key=lambda figure: shown(figure[1], unit))
    lowest = min(figures, key=lambda figure: shown(figure[1], unit))
    gap = difference(highest[1], lowest[1], unit)
    return WidestGap(highest[0], lowest[0], gap) if gap else None


def overview_row(
    indicator: Indicator, unit: Unit, obs: pd.DataFrame, breaks: Sequence[Break]
) -> OverviewRow:
    """Gather level, change and newer single figures of the compared areas and the country.

    The cities' own year-ago figure wins, even where the country lacks it. Otherwise all of them go
    back to the nearest comparable period that also the country has, and only then without it.

    Args:
        indicator: declares the areas and the comparison.
        unit: rounds figures before they are subtracted.
        obs: prepared observations of the indicator.
        breaks: places that no change may cross.

    Returns:
        Always a row: an area without figures comes with value None and its missing status; where
        the areas share no period at all, the row has no period and no areas.
    """
    areas = indicator.own_areas
    near = obs[obs["area"].isin([*areas, COUNTRY])]
    levels = compared(near, areas or (COUNTRY,))
    if not levels:
        return OverviewRow(indicator.id, None, (), None)
    country = _country(near, levels)
    period = levels[0].period
    changes = _changes(near, indicator, unit, period, country, breaks)
    return OverviewRow(
        indicator=indicator.id,
        period=period,
        areas=tuple(_figure(near, seen, levels, changes) for seen in levels if seen.area in areas),
        country=_figure(near, country, levels, changes) if country else None,
    )


def _country(obs: pd.DataFrame, levels: Sequence[Observation]) -> Observation | None:
    example = next(seen for seen in levels if seen.value is not None)
    found = alongside(obs, COUNTRY, example)
    return found if found.value is not None else None


def _changes(
    obs: pd.DataFrame,
    indicator: Indicator,
    unit: Unit,
    period: str,
    country: Observation | None,
    breaks: Sequence[Break],
) -> dict[str, Change]:
    def against(areas: tuple[str, ...]) -> dict[str, Change]:
        return {it.area: it for it in change(obs, indicator, areas, period, unit, breaks)}

    home = against(indicator.own_areas)
    if country is None:
        return home
    if any(it.is_usual for it in home.values()):
        alone = against((COUNTRY,))[COUNTRY]
        nothing = Change(COUNTRY, period, None, None, is_usual=False)
        return {**home, COUNTRY: alone if alone.is_usual else nothing}
    together = against((*indicator.own_areas, COUNTRY))
    if any(it.difference is not None for it in together.values()):
        return together
    return {**together, **home}


def _figure(
    obs: pd.DataFrame,
    seen: Observation,
    levels: Sequence[Observation],
    changes: dict[str, Change],
) -> AreaFigure:
    example = next(it for it in levels if it.value is not None)
    last = newest(obs, seen.area, example)
    newer = last if last is not None and last.period != seen.period else None
    return AreaFigure(seen, changes[seen.area], newer)
