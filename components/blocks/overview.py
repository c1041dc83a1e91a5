"""The fourteen themes as rows: one table per cluster, the same columns in each."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from components import loading, selection
from components.blocks import figures_row, freshness_strip, markup, unavailable
from components.blocks.reading import read
from components.figures.template import Look
from components.language import Language
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.model import CITIES, COUNTRY, Indicator, Place, Theme

_COLUMNS = 2 + len(CITIES) + 1


def show() -> None:
    """Draw every theme's headline indicator, or its gap, under its cluster."""
    look, catalogue = loading.look(), loading.catalogue()
    for cluster in catalogue.clusters():
        themes = [theme for theme in catalogue.themes() if theme.cluster == cluster.key]
        rows = "".join(_row(theme, catalogue, look) for theme in themes)
        title = escape(look.language.pick(cluster.title))
        st.html(
            f'<section class="overview"><h2>{title}</h2><table class="overview-table" role="table">'
            f'<caption class="hidden">{title}</caption>{_head(look)}'
            f'<tbody role="rowgroup">{rows}</tbody></table></section>'
        )
    freshness_strip.show([it for it in catalogue.indicators() if it.place is Place.HEADLINE])
    st.html(f'<p class="reading-help">{escape(_help(catalogue, look.language))}</p>')


def _help(catalogue: Catalogue, language: Language) -> str:
    lines = language.text(
        "Lines show at most 15 years; of monthly and quarterly series the same month or quarter of "
        "each year. The lines of a row share one scale."
    )
    updated = language.text(
        "Figures of {date}, data version {version}.",
        date=language.date(date.fromisoformat(catalogue.built)),
        version=catalogue.version,
    )
    return f"{lines} {updated}"


def _head(look: Look) -> str:
    language = look.language
    names = [escape(language.text("Indicator")), escape(language.text("Period"))]
    names += [markup.place(area, look) for area in (*CITIES, COUNTRY)]
    kinds = ["indicator", "period", *["city"] * len(CITIES), "country"]
    heads = "".join(
        f'<th role="columnheader" scope="col" class="{kind}">{name}</th>'
        for kind, name in zip(kinds, names, strict=True)
    )
    return f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'


def _row(theme: Theme, catalogue: Catalogue, look: Look) -> str:
    """Draw the theme's headline; a declared theme has exactly one, a series, facts or a gap."""
    return "".join(
        f'<tr role="row">{_name(theme, it, look)}{_content(it, catalogue, look)}</tr>'
        for it in catalogue.indicators(theme=theme.key)
        if it.place is Place.HEADLINE
    )


def _name(theme: Theme, indicator: Indicator, look: Look) -> str:
    link = selection.link(theme.cluster, teema=theme.key, avaa=None)
    return (
        f'<th role="rowheader" scope="row"><a href="{escape(link)}" target="_self">'
        f'<span class="theme-name">{escape(look.language.pick(theme.short))}</span>'
        f'<span class="title">{escape(look.language.pick(indicator.title))}</span></a></th>'
    )


def _content(indicator: Indicator, catalogue: Catalogue, look: Look) -> str:
    if indicator.gap is not None:
        label = escape(look.language.text("No figures yet"))
        missing = escape(look.language.pick(indicator.gap.missing))
        return _wide(f'<strong class="gap-label">{label}</strong> {missing}', "gap")
    try:
        reading = read(catalogue, indicator.id, selection.read().choice)
    except UnavailableSeries as error:
        return _wide(escape(unavailable.message(indicator, look.language, error)), "unavailable")
    if reading is None:
        return _wide(escape(look.language.text("No figure")), "gap")
    period = f'<td role="cell" class="when">{figures_row.period(reading, look)}</td>'
    return period + figures_row.cells(reading, look)


def _wide(content: str, kind: str) -> str:
    return f'<td role="cell" class="{kind}" colspan="{_COLUMNS - 1}">{content}</td>'
