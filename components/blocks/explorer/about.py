"""What stands behind a series: definition, method, breaks, revisions, caveats, source."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from components.blocks import source_note
from components.blocks.definition import DIRECTIONS
from components.blocks.explorer import method
from components.blocks.explorer.asked import Asked
from components.language import Language
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.model import Break, Kind

log = logging.getLogger(__name__)

_LISTED_REVISIONS = 12


def show(asked: Asked) -> None:
    """Draw the section and the source's line under it."""
    language = asked.look.language
    st.header(language.text("Definition and method"), anchor=False)
    st.html(_html(asked.catalogue, asked.series, language))
    source_note.show(asked.indicator)


@lru_cache(maxsize=256)
def _html(catalogue: Catalogue, series: str, language: Language) -> str:
    indicator = catalogue.indicator(series)
    titles = {it.id: language.pick(it.title) for it in catalogue.indicators(kind=Kind.SERIES)}
    steps = method.steps(indicator, catalogue.sources(series), titles, language)
    parts = [
        (language.text("Definition"), [language.pick(indicator.describes)], False),
        (language.text("Direction"), [language.text(DIRECTIONS[indicator.direction])], False),
        (language.text("Method"), steps, True),
        (language.text("Breaks"), break_lines(catalogue.breaks(series), catalogue, language), True),
        (language.text("Revisions"), _revisions(catalogue, series, language), True),
    ]
    drawn = "".join(
        f"<dt>{escape(name)}</dt><dd>{_listed(texts) if is_list else _paragraphs(texts)}</dd>"
        for name, texts, is_list in parts
        if texts
    )
    return f'<dl class="explorer-about">{drawn}</dl>'


def break_lines(
    breaks: Sequence[Break], catalogue: Catalogue, language: Language
) -> tuple[str, ...]:
    """Say where values are not comparable, in order of time; areas are named where not all are meant."""
    names = catalogue.area_names(language.code)
    ordered = sorted(breaks, key=lambda one: one.period)
    return tuple(
        f"{language.period(one.period)}{_whose(one, names)}: {language.pick(one.text)}"
        for one in ordered
    )


def _whose(one: Break, names: dict[str, str]) -> str:
    return f" ({', '.join(names[area] for area in one.areas)})" if one.areas else ""


def _revisions(catalogue: Catalogue, series: str, language: Language) -> tuple[str, ...]:
    """List what the source changed between the releases that are stored, the newest first."""
    try:
        found = catalogue.revisions(series)
    except UnavailableSeries as error:
        log.error("the revisions of %s are unavailable: %s", series, error)
        return (language.text("Revisions are not available right now."),)
    if found.empty:
        return (language.text("No figure differs between the releases that are stored."),)
    unit, names = catalogue.unit(catalogue.indicator(series)), catalogue.area_names(language.code)
    newest = found.sort_values("new_vintage", ascending=False).head(_LISTED_REVISIONS)
    columns = (newest[name] for name in ("area", "period", "old", "new", "new_vintage"))
    lines = [
        language.text(
            "{area}, {period}: {old} became {new} (release {release}).",
            area=names[area],
            period=language.period(period),
            old=language.quantity(old, unit),
            new=language.quantity(new, unit),
            release=release,
        )
        for area, period, old, new, release in zip(*columns, strict=True)
    ]
    count = language.plural("{n} figure was revised.", "{n} figures were revised.", len(found))
    return (count, *lines)


def _listed(texts: Sequence[str]) -> str:
    if len(texts) == 1:
        return _paragraphs(texts)
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
