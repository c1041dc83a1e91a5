"""Numbers as a language writes them: decimal sign, spaces that do not break, a true minus."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from babel import Locale
from babel.numbers import format_decimal

from data.comparison import shown
from data.model import Unit

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
IN_FULL_UP_TO = 9999
_DIGITS_IN_HEADINGS = 3
_SIGNIFICANT_DIGITS = 15  # all that a float holds; drops what binary fractions add
_NARROW_SPACE = "\u202f"


@lru_cache(maxsize=16384)  # babel takes most of the time of a long table
def format_number(value: float, decimals: int, locale: Locale, *, signed: bool = False) -> str:
    """Write a finite number with a fixed number of decimals, halves away from zero.

    Args:
        value: the number.
        decimals: digits after the decimal sign.
        locale: whose signs to use.
        signed: write a plus before a positive number.

    Raises:
        ValueError: if ``value`` is not finite.
    """
    if not isfinite(value):
        raise ValueError(f"only finite numbers are written: {value}")
    exact = Decimal(f"{value:.{_SIGNIFICANT_DIGITS}g}")
    number = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    digits = format_decimal(abs(number), format=pattern, locale=locale)
    sign = MINUS if number < 0 else "+" if signed and number > 0 else ""
    return sign + digits.replace(_NARROW_SPACE, NO_BREAK_SPACE)


def with_symbol(number: str, symbol: str, *, is_attached: bool = False) -> str:
    """Put a symbol after a number so that no line breaks inside; an empty one adds nothing."""
    if not symbol:
        return number
    joint = "" if is_attached else NO_BREAK_SPACE
    return number + joint + symbol.replace(" ", NO_BREAK_SPACE)


def with_currency(number: str, symbol: str) -> str:
    """Put a currency sign before a number, after its own sign, and the rest of the symbol after it.

    "€340", "−€5.3m", "€2,310/m²", as English writes them.
    """
    digits = number.lstrip(MINUS + "+")
    sign = number[: len(number) - len(digits)]
    return f"{sign}{symbol[0]}{digits}{symbol[1:]}"


def heading_figure(value: float, unit: Unit) -> tuple[float, float]:
    """Give the figure that headings show, in the shown unit, and the step it is rounded to.

    Counts over 9 999 have three digits there; the step is 0 for a figure that stands in full.

    Raises:
        ValueError: if ``value`` is not finite.
    """
    figure = shown(value, unit)
    if not unit.is_count or abs(figure) <= IN_FULL_UP_TO:
        return figure, 0.0
    number = Decimal(str(figure))
    step = Decimal(1).scaleb(number.adjusted() - _DIGITS_IN_HEADINGS + 1)
    return to_step(figure, float(step)), float(step)


def to_step(value: float, step: float) -> float:
    """Round to a multiple of a positive step, halves away from zero."""
    steps = (Decimal(str(value)) / Decimal(str(step))).quantize(Decimal(1), ROUND_HALF_UP)
    return float(steps * Decimal(str(step)))
