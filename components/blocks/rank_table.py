"""The places of cities among the groups of benchmarks.yaml and among all municipalities, as table and columns."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from html import escape

from components import loading
from components.blocks import markup
from components.figures.template import Look
from components.language import Language
from data.errors import UnavailableSeries
from data.model import CITIES, Indicator, Level
from data.ranking import rank, ranked_level

log = logging.getLogger(__name__)

# "3/10" by area, for each group in the order in which groups are offered.
Groups = Mapping[str, Mapping[str, str]]


def table(indicator: Indicator, look: Look) -> str:
    """Write the ranks of the three cities at the period of the statement.

    Args:
        indicator: A series whose figures can be read.
        look: Language and theme.

    Returns:
        Empty where the cities are ranked in no group; words where the ranks cannot be read.
    """
    language = look.language
    groups, note = group_places(indicator, language)
    period, everywhere = _among_municipalities(indicator)
    if not groups or period is None:
        return note
    titles = heads(groups, language)
    columns = list(groups.values())
    if any(everywhere.keys() - ranked.keys() for ranked in columns):
        titles.append(escape(language.text("Municipalities with a figure")))
        columns.append(everywhere)
    none = f'<span class="missing">{escape(language.text("No figure"))}</span>'
    rows: markup.Rows = [
        (markup.place(city, look), [ranked.get(city, none) for ranked in columns])
        for city in CITIES
    ]
    caption = language.text("Rank {period}, 1 = highest figure", period=language.period_in(period))
    return markup.plain_table(caption, language.text("Area"), titles, rows)


def group_places(indicator: Indicator, language: Language) -> tuple[Groups, str]:
    """Return "3/10" for every ranked city of every group that is ranked; empty where none is.

    Beside it stands what to tell the reader, as HTML, where the ranks cannot be read; else nothing.
    """
    catalogue = loading.catalogue()
    try:
        ranks = catalogue.ranks(indicator.id)
    except UnavailableSeries as error:
        log.error("the ranks of %s are unavailable: %s", indicator.id, error)
        words = language.text("The ranks are not available right now. Reload the page later.")
        return {}, f"<p>{escape(words)}</p>"
    places: dict[str, dict[str, str]] = {group.key: {} for group in catalogue.benchmarks()}
    columns = (ranks[name] for name in ("benchmark", "area", "rank", "count"))
    for group, area, place, count in zip(*columns, strict=True):
        places[group][area] = f"{place}/{count}"
    return {group: ranked for group, ranked in places.items() if ranked}, ""


def heads(groups: Groups, language: Language) -> list[str]:
    """Name the columns of the groups, as HTML."""
    catalogue = loading.catalogue()
    return [escape(language.pick(catalogue.benchmark(group).name)) for group in groups]


def cells(groups: Groups, area: str) -> list[str]:
    """Write the places of an area in the columns of the groups; empty where it is in none."""
    return [ranked.get(area, "") for ranked in groups.values()]


def _among_municipalities(indicator: Indicator) -> tuple[str | None, dict[str, str]]:
    """Rank all municipalities at the period of the statement."""
    catalogue = loading.catalogue()
    obs = catalogue.observations(indicator.id)
    found = ranked_level(obs)
    if found is None:
        return None, {}
    period, nature = found
    codes = [
        code
        for code in obs.loc[obs["period"] == period, "area"].unique()
        if catalogue.area(code).level is Level.MUNICIPALITY
    ]
    places = rank(obs, period, codes, catalogue.unit(indicator), nature)
    return period, {area: f"{place}/{len(places)}" for area, place in places.items()}
