"""Axes: round values on one, consecutive periods on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, floor, log10
from typing import Any

from components.figures.palette import inks
from components.figures.template import TICK_SIZE, Look
from data.model import Unit
from data.periods import is_month, position, season, year_of

NO_BREAK = "\u00a0"
_ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS = {False: 5, True: 4}
_YEARS = {False: 10, True: 4}
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
# A share or rate may leave zero only when its whole span lies high above it.
_FAR_FROM_ZERO = 0.65
_UNDER, _OVER = 0.05, 0.025
_SHORT_SYMBOL = 1
_MOST_DECIMALS = 12
_LABELS = {False: 8, True: 4}
# Fraction of the axis: plotly shows a tick's own text in the hover box of a point under it, and the
# box must say the period in full ("tammikuu 2020", not "2020"). Far less than a pixel.
_ASIDE = 1 / 5000


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis in shown units: its ends and the round values between them."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int


def value_scale(values: Sequence[float], unit: Unit, look: Look, from_zero: bool) -> Scale:
    """Choose the ends and the ticks of a value axis.

    Args:
        values: all drawn values, in the shown unit; at least one.
        unit: counts always start at zero.
        look: a phone gets fewer ticks.
        from_zero: True for columns; lines may leave zero when they lie far above it.
    """
    if unit.is_reversed:
        return _rank_scale(max(values), look)
    low, high = min(values), max(values)
    keeps_zero = from_zero or unit.is_count or low < _FAR_FROM_ZERO * high
    if keeps_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    step = _round_step((high - low) or abs(high) or 1.0, _TICKS[look.compact])
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    if first == last:
        last += 1
    decimals = next(digits for digits in range(_MOST_DECIMALS) if _is_whole(step * 10**digits))
    ticks = tuple(round(place * step, 10) for place in range(first, last + 1))
    bottom = ticks[0]
    if low < 0 < low - bottom:  # a little below zero does not claim a whole step
        bottom = max(bottom, low - _UNDER * (ticks[-1] - low))
        ticks = tuple(tick for tick in ticks if tick >= bottom)
    top = ticks[-1]
    if high > 0:  # a thick line just under the edge would be cut in half
        top = max(top, high + _OVER * (high - bottom))
    return Scale(low=bottom, high=top, ticks=ticks, decimals=decimals)


def _rank_scale(last: float, look: Look) -> Scale:
    """Let ranks run from 1 at the top to the last one; ``low`` is then above ``high``."""
    span = max(last - 1, 1.0)
    step = max(1, ceil(_round_step(span, _TICKS[look.compact])))
    ticks = [1, *range(step if step > 1 else 2, ceil(last) + 1, step)]
    room = _UNDER * span
    return Scale(low=last + room, high=1 - room, ticks=tuple(map(float, ticks)), decimals=0)


def value_axis(scale: Scale, unit: Unit, look: Look) -> dict[str, Any]:
    """Write a value axis: fixed range, Finnish (or Swedish, English) numbers, the unit if short."""
    return {
        "range": [scale.low, scale.high],
        "tickmode": "array",
        "ticklabeloverflow": "allow",
        "tickvals": list(scale.ticks),
        "ticktext": [_tick(value, scale, unit, look) for value in scale.ticks],
        # The base line is zero; an axis that leaves zero has none.
        "zeroline": True,
        "zerolinecolor": inks(look.dark).axis,
        "zerolinewidth": 1.5,
    }


def unit_title(
    scale: Scale, unit: Unit, look: Look, height: int = 8, remark: str = ""
) -> list[dict[str, Any]]:
    """Write what the axis measures over its upper end, when the ticks do not say it.

    Args:
        scale: the value axis; one that leaves zero says so.
        unit: its symbol, or the noun that follows a number.
        look: language and theme.
        height: pixels above the plot.
        remark: what else must be said of the values.
    """
    parts = [] if _is_short(unit, look) else [_unit_name(unit, look)]
    if unit.is_reversed:
        parts = [look.language.text("Rank, 1 = highest")]
    elif scale.low > 0:
        parts.append(look.language.text("scale does not start at zero"))
    text = " · ".join(part for part in (remark, *parts) if part)
    if not text:
        return []
    return [
        note(text, look)
        | {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "paper"}
        | {"yanchor": "bottom", "yshift": height}
    ]


def note(text: str, look: Look, size: int = TICK_SIZE, colour: str = "") -> dict[str, Any]:
    """Start an annotation: text without an arrow in the quiet ink or in ``colour``."""
    font = {"size": size, "color": colour or inks(look.dark).muted}
    return {"text": text, "showarrow": False, "font": font}


def timeline(periods: Sequence[str]) -> tuple[str, ...]:
    """List every period from the first to the last, also those without a figure.

    Raises:
        ValueError: if a period is malformed.
    """
    if not periods:
        return ()
    ordered = sorted(periods, key=position)
    listed = [ordered[0]]
    while position(listed[-1]) < position(ordered[-1]):
        listed.append(next_period(listed[-1]))
    return tuple(listed)


@lru_cache(maxsize=4096)
def next_period(period: str) -> str:
    """Give the period that follows ("2025M12" -> "2026M01").

    Raises:
        ValueError: if ``period`` is malformed.
    """
    year, inside = year_of(period), period[5:]
    if not inside:
        return str(year + 1)
    letter, last, width = ("M", 12, 2) if is_month(period) else ("Q", 4, 1)
    if int(inside) == last:
        return f"{year + 1}{letter}{1:0{width}d}"
    return f"{year}{letter}{int(inside) + 1:0{width}d}"


def period_axis(periods: Sequence[str], look: Look) -> dict[str, Any]:
    """Write the axis of a timeline: one place per period, round years as ticks.

    The places are categories named in words, so that the hover box is headed by "kesäkuu 2026".
    """
    places = _labelled(periods, look)
    count = len(periods)
    pad = max(0.3, 0.012 * count)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [look.language.period(period) for period in periods],
        "range": [-pad, count - 1 + pad],
        "tickmode": "array",
        "tickvals": [place + count * _ASIDE for place, _ in places],
        "ticktext": [text for _, text in places],
        "tickangle": 0,
        "ticks": "outside",
        "ticklen": 5,
    }


def year_step(first: int, last: int, at_most: int) -> int:
    """Choose every how many years a tick stands, so that at most ``at_most`` do."""
    for step in _YEAR_STEPS:
        if last // step - (first - 1) // step <= at_most:
            return step
    return _YEAR_STEPS[-1]


def _labelled(periods: Sequence[str], look: Look) -> list[tuple[int, str]]:
    if not periods:
        return []
    starts = [(i, year_of(p)) for i, p in enumerate(periods) if position(p) == year_of(p)]
    if season(periods[0]) and (len(periods) <= _LABELS[False] or len(starts) <= 1):
        every = ceil(len(periods) / _LABELS[look.compact])
        return [(i, look.language.period_short(p)) for i, p in enumerate(periods)][::every]
    step = year_step(starts[0][1], starts[-1][1], _YEARS[look.compact])
    return [(i, str(year)) for i, year in starts if year % step == 0]


def _round_step(span: float, count: int) -> float:
    power = 10.0 ** floor(log10(span / count))
    return next(step * power for step in _ROUND_STEPS if step * power * count >= span * 0.999)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6 * max(abs(value), 1.0) and round(value) > 0


def _tick(value: float, scale: Scale, unit: Unit, look: Look) -> str:
    if not _is_short(unit, look):
        return look.language.number(value, scale.decimals)
    return look.language.quantity(value, replace(unit, scale=1.0, decimals=scale.decimals))


def _is_short(unit: Unit, look: Look) -> bool:
    return 0 < len(look.language.pick(unit.symbol)) <= _SHORT_SYMBOL


def _unit_name(unit: Unit, look: Look) -> str:
    return look.language.pick(unit.symbol) or look.language.pick(unit.difference_many)
