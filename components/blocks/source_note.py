"""Where the figures of a card come from, how old they are and what to be careful about."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from html import escape
from zoneinfo import ZoneInfo

import streamlit as st

from components import loading
from components.blocks.words import status_word
from components.language import Language
from components.messages import message
from data.catalogue import Catalogue
from data.claims import Freshness
from data.errors import UnavailableSeries
from data.model import Indicator, Source

QUALITIES = {
    "A": message("A: official figures without changes"),
    "B": message("B: official figures, checked against another source"),
    "C": message("C: figures from a single source, not confirmed elsewhere"),
    "D": message("D: background figures"),
}
_PRELIMINARY = "provisional"
NO_CODE = "–"  # publishers.yaml: a table without an id of its own
_MONTH, _YEAR, _MONTHS_UNTIL = 30.44, 365.25, 24


def show(indicator: Indicator) -> None:
    """Draw sources, status, age and caveats as quiet text under the card."""
    catalogue, language = loading.catalogue(), loading.language()
    sources = "".join(
        f"<p>{source_line(source, language)}</p>" for source in catalogue.sources(indicator.id)
    )
    remarks = "".join(f"<p>{escape(text)}</p>" for text in _remarks(indicator, language))
    st.html(f'<footer class="source-note">{sources}{remarks}</footer>')


def today() -> date:
    """Return the date in Finland."""
    return datetime.now(ZoneInfo("Europe/Helsinki")).date()


def source_line(source: Source, language: Language) -> str:
    """Write publisher, table, update, licence, quality and the link to the official table."""
    quality = f"{language.text('Quality')} {language.text(QUALITIES[source.quality])}"
    parts = [
        escape(f"{language.text('Source')}: {language.pick(source.publisher)}"),
        escape(updated(source, language)),
        licence(source, language),
        escape(quality),
    ]
    if source.page:
        named = "" if source.code == NO_CODE else f" {breakable(source.code)}"
        text = f"{escape(language.text('Open the official table'))}{named}"
        parts.append(f'<a href="{escape(source.page)}" rel="noopener">{text}</a>')
    elif source.code != NO_CODE:
        parts.insert(1, escape(language.text("table {code}", code=source.code)))
    return "\u00a0· ".join(parts)


def breakable(code: str) -> str:
    """Write a table's code as HTML that breaks a line after an underscore, not inside a word."""
    return escape(code).replace("_", "_<wbr>")


def updated(source: Source, language: Language) -> str:
    """Say when the source was updated, else when it was copied; what is no date stands as it is."""
    day = source.updated or source.vintage
    try:
        written = language.date(date.fromisoformat(day[:10]))
    except ValueError:
        written = day
    if source.updated:
        return language.text("Updated {date}", date=written)
    return language.text("Copied {date}", date=written)


def licence(source: Source, language: Language) -> str:
    """Write the licence as HTML, with its link where it has one."""
    name = escape(language.pick(source.licence_name))
    if not source.licence_url:
        return name
    return f'<a href="{escape(source.licence_url)}" rel="noopener">{name}</a>'


def age(indicator: Indicator, freshness: Freshness, language: Language) -> str:
    """Say in words how old a historical or late series is; empty for a fresh one."""
    if not (indicator.historical or freshness.is_late):
        return ""
    months = round(freshness.days / _MONTH)
    if months < _MONTHS_UNTIL:
        worded = language.plural(
            "The newest figure is {n} month old.", "The newest figure is {n} months old.", months
        )
    else:
        worded = language.plural(
            "The newest figure is {n} year old.",
            "The newest figure is {n} years old.",
            round(freshness.days / _YEAR),
        )
    if not indicator.historical:
        return worded
    historical = language.text("Historical: newer figures have not been published or obtained.")
    return f"{historical} {worded}"


def _remarks(indicator: Indicator, language: Language) -> list[str]:
    texts = [language.pick(text) for text in indicator.caveats]
    if indicator.unconfirmed is not None:
        texts.insert(0, language.pick(indicator.unconfirmed))
    catalogue = loading.catalogue()
    try:
        freshness = catalogue.freshness(indicator.id, today())
        statuses = _newest_statuses(catalogue, indicator.id, freshness.latest)
    except UnavailableSeries:
        return texts  # the card has already said that the series is unavailable, and logged why
    if _PRELIMINARY in statuses:
        period = language.period(freshness.latest)
        texts.insert(0, f"{period}: {status_word(_PRELIMINARY, language)}.")
    texts.insert(0, age(indicator, freshness, language))
    return [text for text in texts if text]


@lru_cache(maxsize=256)
def _newest_statuses(catalogue: Catalogue, indicator_id: str, period: str) -> frozenset[str]:
    obs = catalogue.observations(indicator_id)
    return frozenset(obs.loc[obs["period"] == period, "status"])
