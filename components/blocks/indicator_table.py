"""The chart's content as a real table: periods by areas, or areas by rank for a single period."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import loading, presented_words, selection
from components.blocks import markup, other_areas_table, parts_table, rank_table, view_choice
from components.blocks.other_areas_table import MONEY, boundaries
from components.figures.template import Look
from components.figures.views import View
from components.language import Language
from data import levels
from data.bases import load_bases
from data.claims import Observation
from data.comparison import Shape, per_inhabitant, series_shape
from data.errors import UnavailableSeries
from data.model import COUNTRY, TOTAL, Indicator
from data.periods import position, year_of
from data.presenting.view import View as Presented
from data.presenting.view import view as presented
from data.ranking import rank


def show(indicator: Indicator, view: Presented | None = None) -> None:
    """Draw the table in an expander; it is made only once the expander is open.

    Args:
        indicator: A series.
        view: Its figures with other areas than the comparison's.
    """
    look = loading.look()
    expander = st.expander(
        look.language.text("Figures as a table"), key=f"table-{indicator.id}", on_change="rerun"
    )
    if expander.open:
        with expander:
            is_divided = view_choice.chosen(indicator) is View.PARTS
            divided = parts_table.table(indicator, look) if is_divided else ""
            st.html(divided + table(indicator, look, view))


def table(indicator: Indicator, look: Look, view: Presented | None = None) -> str:
    """Write the whole table; the unavailable series is announced by the card already."""
    try:
        choice = selection.read().choice
        shown = view or presented(loading.catalogue(), indicator.id, choice)
    except UnavailableSeries:
        return ""
    obs = shown.obs
    shape = series_shape(obs, indicator.own_areas or (COUNTRY,))
    if shape is Shape.SINGLE:
        return _ranked(shown, look)
    known = set(obs[obs["area"].isin(shown.areas) & obs["value"].notna()]["area"].unique())
    by_period = _by_period(shown, [area for area in shown.areas if area in known], look)
    if not shown.is_plain:
        return by_period
    others = other_areas_table.table(indicator, obs, look)
    return rank_table.table(indicator, look) + by_period + others


def _by_period(shown: Presented, areas: list[str], look: Look) -> str:
    language = look.language
    figures = levels.read_table(shown.obs, areas)
    periods = sorted({p for rows in figures.values() for p in rows}, key=position, reverse=True)
    names = loading.catalogue().area_names(language.code)
    heads = [_head(area, shown, names, look) for area in areas]
    per_head, note = _per_head(shown, areas, language)
    if per_head:
        unit_name = escape(language.text("€ per inhabitant"))
        heads += [f'{head}<span class="status">{unit_name}</span>' for head in heads]
    none = f'<span class="missing">{escape(language.text("No figure"))}</span>'
    rows: markup.Rows = []
    for period in periods:
        cells = [
            markup.level(
                figures[area].get(period, Observation(area, period, None, levels.ABSENT)),
                shown.unit,
                language,
            )
            for area in areas
        ]
        cells += [per_head.get((area, period), none) for area in areas if per_head]
        rows.append((escape(language.period(period)), cells))
    caption, corner = _caption(shown, language), language.text("Period")
    return markup.plain_table(caption, corner, heads, rows) + note


def _head(area: str, shown: Presented, names: dict[str, str], look: Look) -> str:
    """Name a column; members of a group have no marker of their own."""
    is_member = area in shown.members.present
    return escape(names[area]) if is_member else markup.place(area, look)


def _per_head(
    shown: Presented, areas: Sequence[str], language: Language
) -> tuple[dict[tuple[str, str], str], str]:
    """Divide by inhabitants where the declaration names a base; say which population was used."""
    indicator, obs = shown.indicator, shown.obs
    if not shown.is_plain or indicator.base is None or indicator.unit != MONEY:
        return {}, ""
    try:
        people = loading.catalogue().observations(load_bases()[indicator.base].series)
    except UnavailableSeries:
        return {}, f"<p>{escape(language.text('Figures per inhabitant are not available.'))}</p>"
    chosen = obs[obs["area"].isin(areas) & (obs["breakdown"] == TOTAL)]
    divided = per_inhabitant(chosen, people, boundaries(indicator)).dropna(
        subset=["value_per_inhabitant"]
    )
    columns = (divided[name] for name in ("area", "period", "value_per_inhabitant"))
    texts = {
        (area, period): f'<span class="level">{escape(language.number(value, 0))}</span>'
        for area, period, value in zip(*columns, strict=True)
    }
    used = divided["population_period"].dropna()
    late = [
        year
        for year, period in zip(used, divided["period"], strict=True)
        if int(year) < year_of(period)
    ]
    if not late:
        return texts, ""
    note = language.text(
        "Years after {year} are divided by the population of {year}.", year=max(late)
    )
    return texts, f"<p>{escape(note)}</p>"


def _ranked(shown: Presented, look: Look) -> str:
    catalogue, language = loading.catalogue(), look.language
    indicator, obs, unit = shown.indicator, shown.obs, shown.unit
    names = catalogue.area_names(language.code)
    own = indicator.own_areas or (COUNTRY,)
    period = max(obs[obs["area"].isin(own) & obs["value"].notna()]["period"], key=position)
    level = catalogue.area(own[0]).level
    peers = [code for code in obs["area"].unique() if catalogue.area(code).level is level]
    places = rank(obs, period, peers, unit)
    groups, note = rank_table.group_places(indicator, language)
    order = sorted(peers, key=lambda code: places.get(code, len(peers) + 1))
    figures = levels.read_table(obs, [*order, COUNTRY])
    rows: markup.Rows = []
    for code in dict.fromkeys([*own, COUNTRY, *order]):
        seen = figures[code].get(period)
        if seen is None:
            continue
        name = markup.place(code, look) if code in (*own, COUNTRY) else escape(names[code])
        place = str(places[code]) if code in places else ""
        cells = [markup.level(seen, unit, language), place, *rank_table.cells(groups, code)]
        rows.append((name, cells))
    heads = [escape(language.period(period)), escape(language.text("Rank, highest first"))]
    heads += rank_table.heads(groups, language)
    table = markup.plain_table(_caption(shown, language), language.text("Area"), heads, rows)
    return note + table


def _caption(shown: Presented, language: Language) -> str:
    symbol = language.pick(shown.unit.symbol)
    title = presented_words.title(shown, language)
    return f"{title} ({symbol})" if symbol else title
