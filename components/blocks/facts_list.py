"""Dated single figures of institutions and the press, each with its link; never drawn as a line."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loading
from components.blocks import markup, unavailable
from components.blocks.indicator_link import link
from components.figures.template import Look
from components.language import Language
from components.messages import message
from data.catalogue import Catalogue
from data.claims import Observation
from data.errors import UnavailableSeries
from data.fact_areas import fact_areas
from data.fact_periods import fact_end, half_of, years_of
from data.model import CITIES, COUNTRY, REGIONS, TOTAL, Indicator, Place

_KNOWN = (*CITIES, *REGIONS, COUNTRY)
_HEADS = (message("Period"), message("Area"), message("Figure"), message("Source"))
_HALVES = {1: message("first half of {year}"), 2: message("second half of {year}")}
_OPEN = 6  # rows that stand open; older ones fold, so that a long list does not bury the page


def newest_first(declared: Iterable[Indicator]) -> list[Indicator]:
    """Put declarations of facts by their newest fact; one that cannot be read comes last."""
    catalogue = loading.catalogue()
    return sorted(declared, key=lambda it: _newest(catalogue, it.id), reverse=True)


def show(indicator: Indicator) -> None:
    """Draw the facts of a declaration, newest first, and which listed indicator they belong to."""
    catalogue, look = loading.catalogue(), loading.look()
    try:
        introduction, tables = _parts(catalogue, indicator.id, look)
    except UnavailableSeries as error:
        unavailable.show(indicator, error)
        return
    beside = catalogue.indicator(indicator.beside) if indicator.beside else None
    if beside is not None and beside.place is not Place.HEADLINE:
        label = escape(look.language.text("Belongs to the indicator:"))
        introduction += f"<p>{label} {link(beside, look.language)}</p>"
    st.html(f'<section class="facts">{introduction}{tables}</section>')


@lru_cache(maxsize=256)
def _newest(catalogue: Catalogue, indicator_id: str) -> date:
    try:
        periods = catalogue.facts(indicator_id)["period"]
    except UnavailableSeries:
        return date.min
    return fact_end(str(periods.iloc[0])) if len(periods) else date.min


@lru_cache(maxsize=256)
def _parts(catalogue: Catalogue, indicator_id: str, look: Look) -> tuple[str, str]:
    """Write the introduction and the tables once per build, language and theme."""
    indicator, facts = catalogue.indicator(indicator_id), catalogue.facts(indicator_id)
    outside = {code: look.language.pick(name) for code, name in fact_areas().items()}
    names = {**catalogue.area_names(look.language.code), **outside}
    rows = [_row(fact, indicator, look, names) for fact in facts.to_dict("records")]
    title = look.language.pick(indicator.title)
    texts = [indicator.describes, *indicator.caveats]
    told = "".join(f"<p>{escape(look.language.pick(text))}</p>" for text in texts)
    tables = _table(title, rows[:_OPEN], look)
    if older := rows[_OPEN:]:
        label = look.language.plural("{n} older figure", "{n} older figures", len(older))
        folded = _table(f"{title}: {label}", older, look)
        tables += f"<details><summary>{escape(label)}</summary>{folded}</details>"
    return f"<h3>{escape(title)}</h3>{told}", tables


def _table(title: str, rows: Sequence[str], look: Look) -> str:
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        f'<table class="plain-table facts-table" role="table">{_head(title, look)}'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table></div>'
    )


def _head(title: str, look: Look) -> str:
    language = look.language
    heads = "".join(
        f'<th role="columnheader" scope="col">{escape(language.text(head))}</th>' for head in _HEADS
    )
    return (
        f'<caption class="hidden">{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
    )


def _row(
    fact: Mapping[Hashable, Any], indicator: Indicator, look: Look, names: dict[str, str]
) -> str:
    unit, language = loading.catalogue().unit(indicator), look.language
    code, breakdown = str(fact["area"]), str(fact["breakdown"])
    area = markup.place(code, look) if code in _KNOWN else escape(names.get(code, code))
    detail = "" if breakdown == TOTAL else f' <span class="status">{escape(breakdown)}</span>'
    number = None if pd.isna(fact["value"]) else float(fact["value"])
    seen = Observation(code, str(fact["period"]), number, str(fact["status"]))
    level = markup.level(seen, unit, language)
    address = str(fact["source_url"]) if pd.notna(fact["source_url"]) else ""
    host = escape(urlsplit(address).netloc.removeprefix("www."))
    source = f'<a href="{escape(address)}" rel="noopener">{host}</a>' if host else ""
    return (
        '<tr role="row"><th role="rowheader" scope="row">'
        f"{escape(_when(str(fact['period']), language))}</th>"
        f'<td role="cell">{area}{detail}</td><td role="cell">{level}</td>'
        f'<td role="cell">{source}</td></tr>'
    )


def _when(period: str, language: Language) -> str:
    """Name a period, also a half-year or a span of years, which only facts have."""
    if half := half_of(period):
        return language.text(_HALVES[half[1]], year=half[0])
    if span := years_of(period):
        return f"{span[0]}–{span[1]}"
    return language.period(period)
