"""The chart's content as a real table: periods by areas, or areas by rank for a single period."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import loading
from components.blocks import markup, other_areas_table
from components.blocks.other_areas_table import MONEY, boundaries
from components.figures.template import Look
from components.language import Language
from data import levels
from data.claims import Observation
from data.comparison import Shape, per_inhabitant, rank, series_shape
from data.errors import UnavailableSeries
from data.model import COUNTRY, TOTAL, Indicator
from data.periods import position, year_of


def show(indicator: Indicator) -> None:
    """Draw the table in an expander; it is made only once the expander is open."""
    look = loading.look()
    expander = st.expander(
        look.language.text("Figures as a table"), key=f"table-{indicator.id}", on_change="rerun"
    )
    if expander.open:
        with expander:
            st.html(table(indicator, look))


def table(indicator: Indicator, look: Look) -> str:
    """Write the whole table; the unavailable series is announced by the card already."""
    try:
        obs = loading.catalogue().observations(indicator.id)
    except UnavailableSeries:
        return ""
    areas = [*indicator.own_areas, COUNTRY]
    shape = series_shape(obs, indicator.own_areas or (COUNTRY,))
    if shape is Shape.SINGLE:
        return _ranked(indicator, obs, look)
    known = obs[obs["area"].isin(areas) & obs["value"].notna()]["area"].unique()
    return _by_period(indicator, obs, [area for area in areas if area in known], look)


def _by_period(indicator: Indicator, obs: pd.DataFrame, areas: list[str], look: Look) -> str:
    unit, language = loading.catalogue().unit(indicator), look.language
    figures = levels.read_table(obs, areas)
    periods = sorted({p for rows in figures.values() for p in rows}, key=position, reverse=True)
    heads = [markup.place(area, look) for area in areas]
    per_head, note = _per_head(indicator, obs, areas, language)
    if per_head:
        unit_name = escape(language.text("€ per inhabitant"))
        heads += [f'{head}<span class="status">{unit_name}</span>' for head in heads]
    none = f'<span class="missing">{escape(language.text("No figure"))}</span>'
    rows: markup.Rows = []
    for period in periods:
        cells = [
            markup.level(
                figures[area].get(period, Observation(area, period, None, levels.ABSENT)),
                unit,
                language,
            )
            for area in areas
        ]
        cells += [per_head.get((area, period), none) for area in areas if per_head]
        rows.append((escape(language.period(period)), cells))
    whole = markup.plain_table(_caption(indicator, language), language.text("Period"), heads, rows)
    return whole + note + other_areas_table.table(indicator, obs, look)


def _per_head(
    indicator: Indicator, obs: pd.DataFrame, areas: Sequence[str], language: Language
) -> tuple[dict[tuple[str, str], str], str]:
    """Divide by inhabitants where the declaration names a base; say which population was used."""
    if indicator.base is None or indicator.unit != MONEY:
        return {}, ""
    try:
        people = loading.catalogue().observations(indicator.base)
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


def _ranked(indicator: Indicator, obs: pd.DataFrame, look: Look) -> str:
    catalogue, language = loading.catalogue(), look.language
    unit, names = catalogue.unit(indicator), catalogue.area_names(language.code)
    own = indicator.own_areas or (COUNTRY,)
    period = max(obs[obs["area"].isin(own) & obs["value"].notna()]["period"], key=position)
    level = catalogue.area(own[0]).level
    peers = [code for code in obs["area"].unique() if catalogue.area(code).level is level]
    places = rank(obs, period, peers)
    order = sorted(peers, key=lambda code: places.get(code, len(peers) + 1))
    figures = levels.read_table(obs, [*order, COUNTRY])
    rows: markup.Rows = []
    for code in dict.fromkeys([*own, COUNTRY, *order]):
        seen = figures[code].get(period)
        if seen is None:
            continue
        name = markup.place(code, look) if code in (*own, COUNTRY) else escape(names[code])
        place = str(places[code]) if code in places else ""
        rows.append((name, [markup.level(seen, unit, language), place]))
    heads = [escape(language.period(period)), escape(language.text("Rank, highest first"))]
    return markup.plain_table(_caption(indicator, language), language.text("Area"), heads, rows)


def _caption(indicator: Indicator, language: Language) -> str:
    unit = loading.catalogue().unit(indicator)
    symbol = language.pick(unit.symbol)
    title = language.pick(indicator.title)
    return f"{title} ({symbol})" if symbol else title
