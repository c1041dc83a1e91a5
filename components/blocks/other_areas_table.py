"""The areas beside the compared ones, where a series has only a handful of them: a table of their own."""

from __future__ import annotations

from html import escape

import pandas as pd

from components import loading
from components.blocks import markup
from components.figures.template import Look
from data import levels
from data.bases import load_bases
from data.claims import Observation
from data.comparison import per_inhabitant
from data.model import COUNTRY, TOTAL, Break, Indicator
from data.periods import position

# More areas than this are a map or a ranking, not a table under a chart.
_MOST_AREAS = 40
_MOST_PERIODS = 5
# Only money has a column per inhabitant: a count of people or events would need another unit.
MONEY = "euros_millions"


def table(indicator: Indicator, obs: pd.DataFrame, look: Look) -> str:
    """Write the table, newest period first; nothing where a series has no such areas or has many.

    Args:
        indicator: A series with several periods.
        obs: All its observations.
        look: Language and theme.
    """
    areas = _others(indicator, obs)
    if not 0 < len(areas) <= _MOST_AREAS:
        return ""
    unit, language = loading.catalogue().unit(indicator), look.language
    names = loading.catalogue().area_names(language.code)
    figures = levels.read_table(obs, areas)
    known = {p for rows in figures.values() for p, seen in rows.items() if seen.value is not None}
    periods = sorted(known, key=position, reverse=True)[:_MOST_PERIODS]
    per_head = _per_head(indicator, obs, areas, periods[0])
    heads = [escape(language.period(period)) for period in periods]
    if per_head:
        unit_name = escape(language.text("€ per inhabitant"))
        heads.insert(1, f'{heads[0]}<span class="status">{unit_name}</span>')
    rows = []
    for area in sorted(areas, key=lambda code: names[code]):
        cells = [
            markup.level(
                figures[area].get(period, Observation(area, period, None, levels.ABSENT)),
                unit,
                language,
            )
            for period in periods
        ]
        if per_head:
            number = per_head.get(area)
            text = language.number(number, 0) if number is not None else language.text("No figure")
            cells.insert(1, f'<span class="level">{escape(text)}</span>')
        rows.append((escape(names[area]), cells))
    caption = language.text("{title}: other areas", title=language.pick(indicator.title))
    return markup.plain_table(caption, language.text("Area"), heads, rows)


def boundaries(indicator: Indicator) -> tuple[Break, ...]:
    """Return the mergers before which a series in own-year boundaries has no fitting population."""
    breaks = loading.catalogue().breaks(indicator.id)
    return breaks if indicator.own_year_boundaries else ()


def _others(indicator: Indicator, obs: pd.DataFrame) -> list[str]:
    """List the areas of the compared areas' own level that are not compared."""
    if not indicator.own_areas:
        return []
    catalogue = loading.catalogue()
    level = catalogue.area(indicator.own_areas[0]).level
    codes = obs.loc[obs["value"].notna(), "area"].unique()
    left = (*indicator.own_areas, COUNTRY)
    return [code for code in codes if code not in left and catalogue.area(code).level is level]


def _per_head(
    indicator: Indicator, obs: pd.DataFrame, areas: list[str], period: str
) -> dict[str, float]:
    """Divide the newest period by inhabitants; the note of the table above says of which year."""
    if indicator.base is None or indicator.unit != MONEY:
        return {}
    people = loading.catalogue().observations(load_bases()[indicator.base].series)
    chosen = obs[obs["area"].isin(areas) & (obs["breakdown"] == TOTAL) & (obs["period"] == period)]
    divided = per_inhabitant(chosen, people, boundaries(indicator)).dropna(
        subset=["value_per_inhabitant"]
    )
    return dict(zip(divided["area"], divided["value_per_inhabitant"], strict=True))
