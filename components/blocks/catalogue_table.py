"""Every series of the dashboard: age, source, licence, quality, caveats, gaps, downloads."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import loading, selection
from components.blocks import copy_link, downloads, source_note, unavailable
from components.language import Language
from components.messages import message
from data.model import Indicator, Kind, Theme, UnavailableSeries

_HEADS = (
    message("Indicator"),
    message("Newest period"),
    message("Sources"),
    message("Caveats"),
)


def show() -> None:
    """Draw the downloads, then one table per theme."""
    catalogue, language = loading.catalogue(), loading.language()
    _downloads(catalogue.indicators(kind=Kind.SERIES), language)
    for theme in catalogue.themes():
        declared = catalogue.indicators(theme=theme.key)
        title = language.pick(theme.title)
        rows = "".join(_row(indicator, theme, language) for indicator in declared)
        heads = "".join(f'<th scope="col">{escape(language.text(head))}</th>' for head in _HEADS)
        st.html(
            f'<section class="catalogue"><h2 id="{theme.key}">{escape(title)}</h2>'
            f'<table class="catalogue-table" role="table"><caption class="hidden">{escape(title)}'
            f'</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>'
        )


def _downloads(series: Sequence[Indicator], language: Language) -> None:
    titles = {indicator.id: language.pick(indicator.title) for indicator in series}
    st.header(language.text("Download figures"), anchor=False)
    with st.container(key="download-row", horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            language.text("Series"),
            list(titles),
            format_func=lambda name: titles[name],
            key="download-series",
        )
        if chosen:
            downloads.show(loading.catalogue().indicator(chosen), with_parquet=True)
    st.caption(
        language.text(
            "CSV: semicolons, decimal commas, all areas and periods. Parquet: as prepared, in the "
            "stored unit."
        )
    )


def _row(indicator: Indicator, theme: Theme, language: Language) -> str:
    title = escape(language.pick(indicator.title))
    if indicator.gap is not None:
        label = escape(language.text("No figures yet"))
        texts = (indicator.gap.missing, indicator.gap.source, indicator.gap.why)
        told = " ".join(escape(language.pick(text)) for text in texts)
        return f'<tr class="gap"><th scope="row">{title}</th><td colspan="3"><strong class="gap-label">{label}</strong> {told}</td></tr>'
    link = escape(copy_link.address(indicator, theme))
    name = f'<th scope="row"><a href="{link}" target="_self">{title}</a><code>{indicator.id}</code></th>'
    try:
        cells = (_age(indicator, language), _sources(indicator, language))
    except UnavailableSeries as error:
        text = escape(unavailable.message(indicator, language, error))
        return f'<tr>{name}<td colspan="3" class="unavailable">{text}</td></tr>'
    caveats = [*indicator.caveats, *([indicator.unconfirmed] if indicator.unconfirmed else [])]
    told = "".join(f"<p>{escape(language.pick(text))}</p>" for text in caveats)
    return f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in (*cells, told))}</tr>"


def _age(indicator: Indicator, language: Language) -> str:
    if indicator.kind is not Kind.SERIES:
        return escape(language.text("dated single figures"))
    loading.catalogue().observations(indicator.id)
    freshness = loading.catalogue().freshness(indicator.id, source_note.today())
    age = escape(source_note.age(indicator, freshness, language))
    latest = escape(language.period(freshness.latest))
    return f'<strong>{latest}</strong><span class="status">{age}</span>'


def _sources(indicator: Indicator, language: Language) -> str:
    sources = loading.catalogue().sources(indicator.id)
    return "".join(f"<p>{source_note.source_line(source, language)}</p>" for source in sources)
