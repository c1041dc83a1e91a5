"""The figures of one indicator side by side: what a table row, a card and a list row share."""

from __future__ import annotations

from html import escape

from components import presented_words
from components.blocks import markup
from components.blocks.reading import Cell, Reading
from components.figures.template import Look
from components.messages import message
from data.choice import Presentation
from data.model import CITIES, COUNTRY

_NO_FIGURE = message("No figure")
_NO_COUNTRY = {
    Presentation.GAP: message("point of comparison"),
    Presentation.RANK: message("not ranked"),
}


def cells(reading: Reading, look: Look) -> str:
    """Draw four table cells: three compared areas and the country.

    A series of the country alone spans the first three.
    """
    drawn = "".join(
        f'<td role="cell" class="{kind(cell)}">{figures(cell, reading, look)}</td>'
        for cell in reading.cells
    )
    if not drawn:
        drawn = f'<td role="cell" class="note" colspan="{len(CITIES)}">{_country_only(look)}</td>'
    return f'{drawn}<td role="cell" class="country">{_country(reading, look)}</td>'


def items(reading: Reading, look: Look) -> str:
    """Draw the same as list items, for rows that stand outside a table."""
    drawn = "".join(
        f'<li class="{kind(cell)}">{figures(cell, reading, look)}</li>' for cell in reading.cells
    )
    if not drawn:
        drawn = f'<li class="note">{_country_only(look)}</li>'
    return f'{drawn}<li class="country">{_country(reading, look)}</li>'


def period(reading: Reading, look: Look) -> str:
    """Write the period, a status that all areas share, and an unusual period of comparison."""
    names = [
        look.language.period(reading.period),
        shared_remark(reading, look),
        presented_words.short(reading.view, look.language),
    ]
    since = markup.compared_with(reading, look.language)
    note = f'<span class="since">{since}</span>' if since else ""
    told = escape(" · ".join(name for name in names if name))
    return f'<span class="period">{told}</span>{note}'


def shared_remark(reading: Reading, look: Look) -> str:
    """Name a status that every shown figure has; empty where they differ or are final."""
    remarks = {
        markup.remark(cell.level, look.language)
        for cell in reading.shown
        if cell.level.value is not None
    }
    return remarks.pop() if len(remarks) == 1 else ""


def kind(cell: Cell) -> str:
    """Tell apart the columns: a city's own figure, its region's, the country's."""
    if cell.area == COUNTRY:
        return "country"
    return "city" if cell.area in CITIES else "regional"


def figures(cell: Cell, reading: Reading, look: Look) -> str:
    """Draw name, level, change and past of one area."""
    language, past = look.language, markup.line(cell, look)
    level = markup.level(cell.level, reading.unit, language, shared_remark(reading, look))
    change = markup.change(cell.change, reading.indicator.direction, reading.unit, language)
    return (
        f'<div class="cell"><div class="named">{markup.place(cell.area, look)}</div>'
        f'<div class="figures">{level}{change}</div>'
        f'<div class="past">{past}</div></div>'
    )


def _country(reading: Reading, look: Look) -> str:
    if reading.country is not None:
        return figures(reading.country, reading, look)
    said = look.language.text(_NO_COUNTRY.get(reading.view.presentation, _NO_FIGURE))
    name, text = markup.place(COUNTRY, look), escape(said)
    return (
        f'<div class="cell"><div class="named">{name}</div>'
        f'<div class="figures"><span class="missing">{text}</span></div></div>'
    )


def _country_only(look: Look) -> str:
    return escape(look.language.text("Figures exist for the whole country only"))
