"""The other areas of a comparison group behind the lines: a grey band from lowest to highest and the median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pandas as pd

from components.figures.axes import next_period
from components.figures.palette import band_ink, identity
from components.figures.template import Look
from data.levels import SUSPECT
from data.model import TOTAL, Break, Unit
from data.periods import position

# A band of fewer areas would claim a spread that their own lines show better.
LEAST = 4


@dataclass(frozen=True, slots=True)
class Others:
    """A comparison group without the compared areas: its codes, its name, whether each has a line of its own.

    ``chosen`` are areas that the reader wants to see beside all others: each a line of its own.
    """

    areas: tuple[str, ...] = ()
    name: str = ""
    is_named: bool = False
    chosen: tuple[str, ...] = ()

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
        ys += [one.middle for one in stretch]
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
