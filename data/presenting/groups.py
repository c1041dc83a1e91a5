"""Whom a series can be compared with: the areas of a comparison group that it has figures of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from data.benchmarks import TEN_LARGEST, UNIVERSITY_CITIES, load_benchmarks
from data.choice import Choice, Group
from data.model import CITIES, COUNTRY, REGIONS, TOTAL, Indicator

LEAST_RANKED = 5
BENCHMARKS = {Group.TEN_LARGEST: TEN_LARGEST, Group.UNIVERSITY: UNIVERSITY_CITIES}


@dataclass(frozen=True, slots=True)
class Members:
    """Areas beside the compared ones, in a fixed order.

    ``present`` have figures, ``absent`` were asked for and have none; ``is_other_level`` says that the
    series knows only areas of another level than the group's.
    """

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    is_other_level: bool = False


def members(indicator: Indicator, choice: Choice, held: frozenset[str]) -> Members:
    """List the members of the chosen group beside the areas that are compared anyway.

    Args:
        indicator: the series.
        choice: names the group; the reader's own areas stand in it.
        held: codes of the areas that have figures.
    """
    if choice.group is Group.COUNTRY:
        return Members()
    codes = _codes(choice)
    wanted = tuple(code for code in codes if code not in (*indicator.own_areas, *CITIES))
    present = tuple(code for code in wanted if code in held)
    absent = tuple(code for code in wanted if code not in held)
    return Members(present, absent, is_other_level=bool(wanted) and not present)


def ranked_among(indicator: Indicator, choice: Choice, held: frozenset[str]) -> tuple[str, ...]:
    """List the areas that ranks are counted among: the group, or every area of the own areas' level.

    A group without enough areas of the own areas' level (the regions beside cities) has no ranks of
    its own: all areas of that level stand in.
    """
    own = indicator.own_areas
    prefix = own[0][:2] if own else ""
    level = tuple(sorted(code for code in held if code.startswith(prefix)))
    if choice.group in (Group.COUNTRY, Group.REGIONS):
        return level
    group = [code for code in _codes(choice) if code in level]
    chosen = tuple(dict.fromkeys([*own, *group]))
    return chosen if len(chosen) >= LEAST_RANKED else level


def held_areas(obs: pd.DataFrame) -> frozenset[str]:
    """Give the codes of the areas with at least one figure."""
    has = obs["value"].notna() & (obs["breakdown"] == TOTAL)
    return frozenset(obs.loc[has, "area"].unique())


@cache
def grouped_areas() -> frozenset[str]:
    """Give the country and every area of the groups that have a name."""
    return frozenset((COUNTRY, *REGIONS, *_cities(TEN_LARGEST), *_cities(UNIVERSITY_CITIES)))


def _codes(choice: Choice) -> tuple[str, ...]:
    if choice.group is Group.OWN:
        return choice.areas
    if choice.group is Group.REGIONS:
        return REGIONS
    return _cities(BENCHMARKS[choice.group])


@cache
def _cities(benchmark: str) -> tuple[str, ...]:
    return next(one.areas for one in load_benchmarks() if one.key == benchmark)
