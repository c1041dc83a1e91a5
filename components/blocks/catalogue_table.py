"""Every series of the dashboard: age, source, licence, quality, caveats, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from components import loading, selection
from components.blocks import freshness_strip, source_note, unavailable
from components.language import Language
from components.messages import message
from data.errors import UnavailableSeries
from data.model import Indicator, Kind, Source, Text, Theme

_HEADS = (
    message("Indicator"),
    message("Newest period"),
    message("Publisher"),
    message("Licence"),
    message("Quality"),
)


def show() -> None:
    """Draw one table per theme."""
    catalogue, language = loading.catalogue(), loading.language()
    heads = "".join(
        f'<th role="columnheader" scope="col">{escape(language.text(head))}</th>' for head in _HEADS
    )
    for theme in catalogue.themes():
        title = escape(language.pick(theme.title))
        rows = "".join(
            f'<tr role="row">{_name(it, theme, language)}{_cells(it, language)}</tr>'
            for it in _oldest_first(catalogue.indicators(theme=theme.key))
        )
        st.html(
            f'<section class="catalogue"><h2 id="{theme.key}">{title}</h2>'
            f'<table class="catalogue-table" role="table"><caption class="hidden">{title}</caption>'
            f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
            f'<tbody role="rowgroup">{rows}</tbody></table></section>'
        )


def _oldest_first(indicators: Sequence[Indicator]) -> list[Indicator]:
    """Put series by age, the oldest first, then what has none: maps' series, facts, gaps."""
    aged = [indicator for indicator, _ in freshness_strip.oldest_first(indicators)]
    return [*aged, *(it for it in indicators if it not in aged)]


def _name(indicator: Indicator, theme: Theme, language: Language) -> str:
    link = escape(selection.link(theme.cluster, teema=theme.key, avaa=indicator.id))
    caveats = [*indicator.caveats, *([indicator.unconfirmed] if indicator.unconfirmed else [])]
    return (
        f'<th role="rowheader" scope="row"><a href="{link}" target="_self">'
        f"{escape(language.pick(indicator.title))}</a>"
        f"<code>{indicator.id}</code>{_reservations(caveats, language)}</th>"
    )


def _reservations(caveats: Sequence[Text], language: Language) -> str:
    """Fold the caveats away: the table is for finding, the cards show them in full."""
    if not caveats:
        return ""
    label = language.plural("{n} caveat", "{n} caveats", len(caveats))
    told = "".join(f"<li>{escape(language.pick(text))}</li>" for text in caveats)
    return f"<details><summary>{escape(label)}</summary><ul>{told}</ul></details>"


def _cells(indicator: Indicator, language: Language) -> str:
    if indicator.gap is not None:
        label = escape(language.text("No figures yet"))
        told = " ".join(
            escape(language.pick(text)) for text in (indicator.gap.missing, indicator.gap.source)
        )
        return f'<td role="cell" colspan="4"><span class="gap-label">{label}</span> {told}</td>'
    try:
        age = _age(indicator, language)
        sources = loading.catalogue().sources(indicator.id)
    except UnavailableSeries as error:
        text = escape(unavailable.message(indicator, language, error))
        return f'<td role="cell" colspan="4" class="unavailable">{text}</td>'
    qualities = ", ".join(_unique(source.quality for source in sources))
    parts = (
        age,
        "".join(f"<p>{_table(source, language)}</p>" for source in sources),
        "".join(
            f"<p>{text}</p>"
            for text in _unique(source_note.licence(it, language) for it in sources)
        ),
        f'<span class="narrow">{escape(language.text("Quality"))} </span>{escape(qualities)}',
    )
    return "".join(f'<td role="cell">{part}</td>' for part in parts)


def _age(indicator: Indicator, language: Language) -> str:
    """Write the newest period of a series that can be read, and its age in words."""
    if indicator.kind is not Kind.SERIES:
        return escape(language.text("dated single figures"))
    loading.catalogue().observations(indicator.id)
    freshness = loading.catalogue().freshness(indicator.id, source_note.today())
    age = escape(source_note.age(indicator, freshness, language))
    latest = escape(language.period(freshness.latest))
    return f'<strong>{latest}</strong><span class="status">{age}</span>'


def _table(source: Source, language: Language) -> str:
    publisher = escape(language.pick(source.publisher))
    code = source_note.breakable(source.code)
    updated = escape(source_note.updated(source, language))
    table = f'<a href="{escape(source.page)}" rel="noopener">{code}</a>' if source.page else code
    named = publisher if source.code == source_note.NO_CODE else f"{publisher} · {table}"
    return f'{named} <span class="status">{updated}</span>'


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
