"""The ranking of all areas in one period: the ends of the list and everybody near the marked areas."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import streamlit as st

from components import presented_words
from components.blocks import markup
from components.blocks.explorer import extremes
from components.blocks.explorer.asked import Asked
from components.figures.palette import chosen_identity, identity
from components.figures.template import Look
from data.presenting.across import Across

_ENDS, _NEAR = 10, 2
_SHORT = 30  # a list of so many is shown whole


@dataclass(frozen=True, slots=True)
class Row:
    """One area; its bar begins ``left`` per cent from the edge and is ``width`` per cent long."""

    area: str
    place: int
    left: float
    width: float


def show(asked: Asked, found: Across) -> None:
    """Draw the ranking; the whole list stands in an expander and is made once that is open.

    Args:
        asked: Marks areas.
        found: All areas in one period.
    """
    language = asked.look.language
    st.subheader(language.text("Ranking"), anchor=False)
    st.html(_html(asked, found, is_whole=False))
    if len(found.places) <= _SHORT:
        return
    label = language.plural("All {n} area", "All {n} areas", len(found.places))
    expander = st.expander(label, key=f"explorer-all-{asked.series}", on_change="rerun")
    if expander.open:
        with expander:
            st.html(
                f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
                f"{_html(asked, found, is_whole=True)}</div>"
            )


def rows(found: Across, marked: Collection[str], *, is_whole: bool = False) -> list[Row | int]:
    """List the rows of a ranking, the highest first.

    Args:
        found: All areas in one period.
        marked: Areas that are never left out, nor those next to them.
        is_whole: Leave nobody out.

    Returns:
        Rows, and in place of those left out their number.
    """
    order = list(found.places)
    kept = set(range(len(order))) if is_whole or len(order) <= _SHORT else _kept(order, marked)
    low, high = min(0.0, *found.figures.values()), max(0.0, *found.figures.values())
    span = (high - low) or 1.0
    listed: list[Row | int] = []
    for index, area in enumerate(order):
        if index in kept:
            value = found.figures[area]
            left, width = (min(value, 0.0) - low) / span * 100, abs(value) / span * 100
            listed.append(Row(area, found.places[area], round(left, 2), round(width, 2)))
        elif listed and isinstance(listed[-1], int):
            listed[-1] += 1
        else:
            listed.append(1)
    return listed


def _kept(order: list[str], marked: Collection[str]) -> set[int]:
    last = len(order)
    kept = {*range(_ENDS), *range(last - _ENDS, last)}
    for index, area in enumerate(order):
        if area in marked:
            kept |= {*range(max(0, index - _NEAR), min(last, index + _NEAR + 1))}
    # A gap of one is no gap: the row itself takes as little room as its absence.
    return kept | {index for index in range(last) if {index - 1, index + 1} <= kept}


@lru_cache(maxsize=64)
def _html(asked: Asked, found: Across, *, is_whole: bool) -> str:
    language, names = asked.look.language, asked.names
    title = presented_words.title(found.view, language)
    caption = language.text(
        "{title}, {period}. Rank of {count} areas, 1 = highest.",
        title=title,
        period=language.period(found.period),
        count=len(found.places),
    )
    heads = (language.text("Rank"), language.text("Area"), language.text("Figure"))
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    listed = rows(found, asked.marked, is_whole=is_whole)
    body = "".join(
        _gap(row, asked.look) if isinstance(row, int) else _row(row, asked, found, names)
        for row in listed
    )
    lead = "" if is_whole else extremes.standing(found, asked.marked, names, language)
    return (
        (f'<p class="explorer-standing">{escape(lead)}</p>' if lead else "")
        + f'<table class="ranking-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, asked: Asked, found: Across, names: Mapping[str, str]) -> str:
    is_marked, look = row.area in asked.marked, asked.look
    figure = look.language.quantity(found.figures[row.area], found.view.unit)
    own = chosen_identity() if row.area == asked.area else identity(row.area, look.dark)
    name = escape(names[row.area])
    if is_marked and row.area != asked.area:
        name = markup.place(row.area, look)
    bar = (
        f'<span class="bar" aria-hidden="true"><span style="margin-left:{row.left:g}%;'
        f'width:{row.width:g}%;background:{own.colour}"></span></span>'
    )
    kind = ' class="marked"' if is_marked else ""
    return (
        f'<tr{kind}><td class="rank">{row.place}</td><th scope="row">{name}</th>'
        f'<td class="figure">{bar}<span class="level">{escape(figure)}</span></td></tr>'
    )


def _gap(count: int, look: Look) -> str:
    left_out = look.language.plural("{n} area between", "{n} areas between", count)
    return f'<tr class="between"><td colspan="3">… {escape(left_out)} …</td></tr>'
