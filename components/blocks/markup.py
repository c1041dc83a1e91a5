"""Small pieces of HTML that several blocks share; every text is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.blocks.reading import Cell, Reading
from components.blocks.words import missing_word, status_word
from components.figures import palette
from components.figures.sparkline import marker, sparkline
from components.figures.template import Look
from components.language import Language
from data.claims import Change, Observation, Weight
from data.comparison import NO_COMPARISON
from data.levels import BUDGETS
from data.model import COUNTRY, Direction, Unit

# Name of a row and its cells, both as HTML.
Rows = list[tuple[str, list[str]]]

_ARROWS = {1: "▲", -1: "▼", 0: "="}
_UNREMARKABLE = frozenset({"final", "derived", "rounded", "break"})
_LINE_SIZE = (108, 40)


def mark(area: str, look: Look) -> str:
    """Draw the marker of an area as an image without alternative text: its name stands beside."""
    return f'<img class="mark" src="{marker(area, look.dark)}" alt="">'


def place(area: str, look: Look) -> str:
    """Write the marker and the name of an area."""
    name = look.language.text("Whole country") if area == COUNTRY else look.language.place(area)
    return f'<span class="place">{mark(area, look)}{escape(name)}</span>'


def level(observation: Observation, unit: Unit, language: Language, said: str = "") -> str:
    """Write a value with its unit, and its status in words where a reader must know it.

    Args:
        observation: The figure, or why there is none.
        unit: Gives scale, decimals and symbol.
        language: The reader's.
        said: A status that stands elsewhere on the row and is not repeated.
    """
    if observation.value is None:
        return f'<span class="missing">{escape(missing_word(observation.status, language))}</span>'
    figure = f'<span class="level">{escape(language.quantity(observation.value, unit))}</span>'
    status = remark(observation, language)
    return f'{figure}<span class="status">{escape(status)}</span>' if status != said else figure


def remark(observation: Observation, language: Language) -> str:
    """Name a status that a reader must know (a budget, a provisional figure); else empty."""
    if observation.value is None or observation.status in _UNREMARKABLE:
        return ""
    return status_word(observation.status, language)


def change(change_of: Change, direction: Direction, unit: Unit, language: Language) -> str:
    """Write a change as arrow, amount and word; empty where there is nothing to compare."""
    amount = change_of.difference
    if amount is None:
        return ""
    sign = (amount > 0) - (amount < 0)
    if unit.is_reversed:  # a smaller number is a rise, whose figure may be the worse one
        amount, direction = -amount, Direction.NEUTRAL
    word = (
        language.text("within random variation")
        if change_of.weight is Weight.NOISE
        else language.direction_word(direction, amount)
    )
    text = f"{_amount(amount, unit, language)} {word}" if sign else word
    sign = -sign if unit.is_reversed else sign  # a smaller rank number stands higher
    return (
        f'<span class="change"><span class="arrow" aria-hidden="true">{_ARROWS[sign]}</span>'
        f"{escape(text)}</span>"
    )


def _amount(amount: float, unit: Unit, language: Language) -> str:
    """Write a difference with its sign; moves among ranks are counted: "2 sijaa"."""
    if unit.is_reversed:
        return language.difference(abs(amount), unit)
    return language.difference_short(amount, unit)


def line(cell: Cell, look: Look) -> str:
    """Draw the past of a cell as a decorative image; empty where there are too few points."""
    if cell.scale is None or sum(y is not None for _, y in cell.past) < 2:
        return ""
    colour = palette.identity(cell.area, look.dark).colour
    source = sparkline(cell.past, colour, *cell.scale, *_LINE_SIZE)
    return f'<img class="line" src="{source}" alt="">'


def compared_with(reading: Reading, language: Language) -> str:
    """Say what the changes are compared with, only where that is not a year earlier."""
    if reading.is_compared_usually or reading.indicator.compare_with == NO_COMPARISON:
        return ""
    if reading.compared_from is None and reading.shown[0].level.status in BUDGETS:
        return escape(language.text("previous year not comparable"))
    if reading.compared_from is None:
        return escape(language.text("no figure a year earlier"))
    return escape(
        language.text("Change {period}", period=language.period_from(reading.compared_from))
    )


def plain_table(caption: str, corner: str, heads: Sequence[str], rows: Rows) -> str:
    """Write a table with a caption and scopes; wide ones scroll inside their own frame."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{name}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for name, cells in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="plain-table figures-table"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(corner)}</th>{columns}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
