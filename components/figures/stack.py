"""Where stacked bars stand: under the name of their area, one per period, in pixels from the top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.figures.template import TEXT_SIZE, TICK_SIZE, Look, text_width
from data.comparison import shown
from data.composition import Whole
from data.model import Unit
from data.parts import Parts

GAP, SIDE, TALL = 14, 4, 50
_HEADING, _LOW, _BETWEEN = 30, 34, 6
_MARGIN = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its middle and thickness in pixels from the top, whose it is and what it holds."""

    middle: float
    thickness: float
    area: str
    period: str
    whole: Whole


@dataclass(frozen=True, slots=True)
class Stack:
    """What all parts of one figure share."""

    bars: Sequence[Bar]
    headings: Mapping[str, float]
    height: float
    is_single: bool
    parts: Parts
    unit: Unit
    look: Look
    names: Mapping[str, str]

    def amount(self, value: float) -> str:
        """Write a stored value with its unit."""
        return self.look.language.quantity(value, self.unit)

    def share(self, whole: Whole, key: str) -> str:
        """Write the percentage of a class without decimals."""
        return self.look.language.percent(whole.share(key), 0)

    def figure(self, value: float) -> str:
        """Write a stored value without its unit."""
        return self.look.language.number(shown(value, self.unit), self.unit.decimals)

    @property
    def left(self) -> float:
        """Estimated pixels that the names of periods take beside the bars."""
        short = self.look.language.period_short
        names = [] if self.is_single else [short(bar.period) for bar in self.bars]
        return max((text_width(name, TICK_SIZE) for name in names), default=float(SIDE))

    @property
    def right(self) -> int:
        """Pixels for the totals beside the bars."""
        if self.is_single:
            return SIDE
        texts = [self.figure(bar.whole.total.value or 0.0) for bar in self.bars]
        return round(max((text_width(text, TEXT_SIZE) for text in texts), default=0.0)) + _MARGIN


def arrange(
    wholes: Mapping[str, Mapping[str, Whole]],
    periods: Sequence[str],
    parts: Parts,
    unit: Unit,
    look: Look,
    names: Mapping[str, str],
) -> Stack:
    """Set the bars under the names of their areas, from the top.

    Args:
        wholes: by area in the order of drawing, and period; an area without a whole is left out.
        periods: the shown ones, the oldest first.
        parts: names the classes and orders them.
        unit: of the values.
        look: language, theme and size of screen.
        names: name of each area in the language.
    """
    bars: list[Bar] = []
    headings: dict[str, float] = {}
    at = 0.0
    thickness = TALL if len(periods) == 1 else _LOW
    for area, by_period in wholes.items():
        chosen = [period for period in periods if period in by_period]
        if not chosen:
            continue
        headings[area] = at + _HEADING / 2
        at += _HEADING
        for period in chosen:
            bars.append(Bar(at + thickness / 2, thickness, area, period, by_period[period]))
            at += thickness + _BETWEEN
        at += GAP - _BETWEEN
    return Stack(bars, headings, at, len(periods) == 1, parts, unit, look, names)
