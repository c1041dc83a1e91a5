"""Dated single figures of institutions and the press, each with its link; never drawn as a line."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loading
from components.blocks import markup, unavailable
from components.figures.template import Look
from components.language import Language
from components.messages import message
from data.catalogue import Catalogue
from data.claims import Observation
from data.errors import UnavailableSeries
from data.model import CITIES, COUNTRY, REGIONS, TOTAL, Indicator

_KNOWN = (*CITIES, *REGIONS, COUNTRY)
_HEADS = (message("Period"), message("Area"), message("Figure"), message("Source"))


def show(indicator: Indicator) -> None:
    """Draw the facts of a declaration, newest first."""
    catalogue, look = loading.catalogue(), loading.look()
    try:
        st.html(_html(catalogue, indicator.id, look))
    except UnavailableSeries as error:
        unavailable.show(indicator, error)


@lru_cache(maxsize=256)
def _html(catalogue: Catalogue, indicator_id: str, look: Look) -> str:
    """Write the facts once per build, language and theme."""
    indicator, facts = catalogue.indicator(indicator_id), catalogue.facts(indicator_id)
    names = catalogue.area_names(look.language.code)
    rows = "".join(_row(fact, indicator, look, names) for fact in facts.to_dict("records"))
    title = look.language.pick(indicator.title)
    texts = [indicator.describes, *indicator.caveats]
    told = "".join(f"<p>{escape(look.language.pick(text))}</p>" for text in texts)
    return (
        f'<section class="facts"><h3>{escape(title)}</h3>{told}'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        f'<table class="plain-table facts-table" role="table">{_head(title, look)}'
        f'<tbody role="rowgroup">{rows}</tbody></table></div></section>'
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
    link = f'<a href="{escape(address)}" rel="noopener">{host}</a>' if host else ""
    return (
        '<tr role="row"><th role="rowheader" scope="row">'
        f"{escape(_when(str(fact['period']), language))}</th>"
        f'<td role="cell">{area}{detail}</td><td role="cell">{level}</td>'
        f'<td role="cell">{link}</td></tr>'
    )


def _when(period: str, language: Language) -> str:
    """Name a period; a span or a half-year, which only facts have, stands as the source wrote it."""
    try:
        return language.period(period)
    except ValueError:
        return period
