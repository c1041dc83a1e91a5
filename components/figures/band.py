"""The other areas of a comparison group behind the lines: a grey band from lowest to highest and the median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import pandas as pd

from components.figures.axes import Scale, next_period, note
from components.figures.palette import band_ink, identity
from components.figures.template import Look
from data.levels import SUSPECT
from data.model import TOTAL, Break, Unit, UnitKind
from data.periods import position

# A band of fewer areas would claim a spread that their own lines show better.
LEAST = 4
# A band so much higher than the compared areas would press them to the floor.
_OUT_OF_SCALE = 3.0
_ASIDE = 6  # pixels from the edge


@dataclass(frozen=True, slots=True)
class Others:
    """A comparison group without the compared areas: its codes, its name, whether each has a line of its own.

    ``key`` explains the field and the median where columns stand before them.
    ``chosen`` are areas that the reader wants to see beside all others: each a line of its own.
    """

    areas: tuple[str, ...] = ()
    name: str = ""
    is_named: bool = False
    chosen: tuple[str, ...] = ()
    key: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The areas that are drawn as lines with a name."""
        named = self.areas if self.is_named else ()
        return tuple(dict.fromkeys([*self.chosen, *named]))


NOBODY = Others()


@dataclass(frozen=True, slots=True)
class Spread:
    """Lowest, median and highest of a group in one period, in the shown unit."""

    period: str
    low: float
    middle: float
    high: float

    @property
    def has_middle(self) -> bool:
        """Tell whether the median is left where the ends were cut off."""
        return self.low <= self.middle <= self.high


def spreads(
    obs: pd.DataFrame, others: Others, unit: Unit, periods: Sequence[str]
) -> tuple[Spread, ...]:
    """Give the spread of every period in which at least four of the group have a figure.

    Args:
        obs: prepared observations of any areas.
        others: the group.
        unit: scales the values.
        periods: those of the chart; others are left out.
    """
    if len(others.areas) < LEAST:
        return ()
    chosen = obs[
        obs["area"].isin(others.areas)
        & (obs["breakdown"] == TOTAL)
        & obs["value"].notna()
        & (obs["status"] != SUSPECT)
        & obs["period"].isin(list(periods))
    ]
    values = (chosen["value"] * unit.scale).groupby(chosen["period"])
    found = {str(period): sorted(group) for period, group in values if len(group) >= LEAST}
    return tuple(
        Spread(period, found[period][0], median(found[period]), found[period][-1])
        for period in sorted(found, key=position)
    )


def reach(found: Sequence[Spread], values: Sequence[float], unit: Unit) -> list[float]:
    """Give the values of the band that an axis must hold beside those of the compared areas.

    Amounts of much larger cities would press the others to the floor: the axis then holds the medians
    at most, and the band goes on outside it.

    Args:
        found: the spreads.
        values: of the compared areas, in the shown unit.
        unit: only amounts grow with the area.
    """
    ends = [
        [one.low for one in found],
        [one.middle for one in found],
        [one.high for one in found],
    ]
    if unit.kind is UnitKind.AMOUNT:
        most = _OUT_OF_SCALE * max(map(abs, values), default=0.0)
        ends = [one for one in ends if max(map(abs, one), default=0.0) <= most]
    return [value for one in ends for value in one]


def cut_off(found: Sequence[Spread], scale: Scale) -> list[Spread]:
    """Cut the band where the axis ends; what lies wholly outside it is left out."""
    least, most = sorted((scale.low, scale.high))  # the axis of ranks is turned over
    return [
        replace(one, low=max(one.low, least), high=min(one.high, most))
        for one in found
        if one.low < most and one.high > least
    ]


def beyond(
    found: Sequence[Spread], scale: Scale, unit: Unit, look: Look, arrows: str = "↓↑"
) -> list[dict[str, Any]]:
    """Say at the left, where most lines begin low, how far the band goes at most where the axis cuts it off.

    Args:
        found: the spreads in order of time, uncut.
        scale: the value axis.
        unit: writes the figures.
        look: language and theme.
        arrows: point to smaller and larger values.
    """
    if not found or unit.is_reversed:  # the axis of ranks holds every place
        return []
    latest = found[::-1]  # of equal ones the newest is told
    top, bottom = max(latest, key=lambda it: it.high), min(latest, key=lambda it: it.low)
    outside = []
    if top.high > scale.high:
        outside.append((arrows[1], top.high, top.period, {"y": 1, "yanchor": "top"}))
    if bottom.low < scale.low:
        outside.append((arrows[0], bottom.low, bottom.period, {"y": 0, "yanchor": "bottom"}))
    return [
        note(_reaches(arrow, value, period, unit, look), look)
        | {"x": 0, "xref": "paper", "xanchor": "left", "xshift": _ASIDE, "yref": "paper"}
        | place
        for arrow, value, period, place in outside
    ]


def _reaches(arrow: str, value: float, period: str, unit: Unit, look: Look) -> str:
    figure = look.language.quantity(value / unit.scale, unit)
    if look.compact:
        return look.language.text("{arrow} grey: at most {figure}", arrow=arrow, figure=figure)
    period = look.language.period(period)
    return look.language.text(
        "{arrow} the grey band reaches {figure} ({period})",
        arrow=arrow,
        figure=figure,
        period=period,
    )


def band_traces(
    found: Sequence[Spread], breaks: Sequence[Break], others: Others, look: Look
) -> list[dict[str, Any]]:
    """Draw the band and its median; both are cut at holes and at breaks that concern every area.

    Args:
        found: the spreads in order of time.
        breaks: of the series.
        others: names the median in the hover box.
        look: gives the words of periods and the theme.
    """
    stretches = _stretches(found, breaks)
    traces = [_area(stretch, look) for stretch in stretches]
    if found:
        traces.append(_median(stretches, others, look))
    return traces


def _stretches(found: Sequence[Spread], breaks: Sequence[Break]) -> list[list[Spread]]:
    starts = [position(one.period) for one in breaks if not one.areas]
    cut: list[list[Spread]] = []
    for one in found:
        last = cut[-1][-1] if cut else None
        if (
            last is not None
            and next_period(last.period) == one.period
            and not any(position(last.period) < at <= position(one.period) for at in starts)
        ):
            cut[-1].append(one)
        else:
            cut.append([one])
    return cut


def _area(stretch: Sequence[Spread], look: Look) -> dict[str, Any]:
    words = [look.language.period(one.period) for one in stretch]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": words + words[::-1],
        "y": [one.high for one in stretch] + [one.low for one in reversed(stretch)],
        "fill": "toself",
        "fillcolor": band_ink(look.dark),
        "line": {"width": 0},
        "hoverinfo": "skip",
        "zorder": -2,
    }


def _median(stretches: Sequence[Sequence[Spread]], others: Others, look: Look) -> dict[str, Any]:
    xs: list[str | None] = []
    ys: list[float | None] = []
    for stretch in stretches:
        if xs:
            xs.append(None)
            ys.append(None)
        xs += [look.language.period(one.period) for one in stretch]
        ys += [one.middle if one.has_middle else None for one in stretch]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": others.name,
        "x": xs,
        "y": ys,
        "connectgaps": False,
        "hoverinfo": "skip",
        "line": {"color": identity("", look.dark).colour, "dash": "2px,3px", "width": 1.6},
        "zorder": -1,
    }
