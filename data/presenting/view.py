"""One series as a page shows it: the choice of the reader applied to the prepared observations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import pandas as pd

from data.bases import load_bases
from data.catalogue import Catalogue
from data.choice import USUAL, Choice, Group, Presentation
from data.comparison import Shape, common_period, series_shape
from data.declarations import load_units
from data.errors import UnavailableBase, UnavailableSeries
from data.levels import PROJECTION
from data.model import COUNTRY, REFERENCE, TOTAL, Break, Indicator, Sentence, Unit
from data.periods import position
from data.presenting import transforms
from data.presenting.groups import (
    Members,
    grouped_areas,
    held_areas,
    members,
    ranked_among,
)
from data.presenting.reasons import Reason, refusal

_INDEX_REACH = 10  # years back that the usual base year lies


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A series ready to be drawn, told and downloaded.

    ``presentation`` is what is shown; where the reader's choice makes no sense for the series it is
    plain figures and ``refused`` says why. ``base_period`` is the year of the base that later years
    are divided by; ``base_year`` that of an index, ``is_base_year_replaced`` that the chosen one has no
    figures. ``ranked`` counts the areas of the ranking at the newest common period, of
    ``is_ranked_in_group`` the chosen group, else of all areas of the level; ``tied`` share their place
    then. ``ends_before_break`` is the newest common period of an index that a later break cuts.
    """

    indicator: Indicator
    unit: Unit
    obs: pd.DataFrame
    breaks: tuple[Break, ...]
    choice: Choice
    presentation: Presentation
    members: Members
    refused: Reason | None = None
    base_period: int | None = None
    base_year: int | None = None
    is_base_year_replaced: bool = False
    ranked: int = 0
    is_ranked_in_group: bool = False
    tied: frozenset[str] = frozenset()
    ends_before_break: str = ""

    @property
    def is_plain(self) -> bool:
        """Tell whether the figures stand as published."""
        return self.presentation is Presentation.FIGURE

    @property
    def areas(self) -> tuple[str, ...]:
        """The compared areas, the country and the members, as far as the frame has them."""
        return (*self.indicator.own_areas, COUNTRY, *self.members.present)


@lru_cache(maxsize=2048)
def view(catalogue: Catalogue, indicator_id: str, choice: Choice = USUAL) -> View:
    """Apply a choice to a series; kept per catalogue, so that a refreshed one is read anew.

    Raises:
        UnavailableSeries: the prepared file, or that of the base, is missing or broken.
    """
    own = choice.areas if choice.group is Group.OWN else ()
    found = _computed(catalogue, indicator_id, choice.essential, own)
    held = _held(catalogue, indicator_id)
    return replace(found, choice=choice, members=members(found.indicator, choice, held))


def everywhere(catalogue: Catalogue, indicator_id: str, choice: Choice = USUAL) -> View:
    """Apply a choice to every area of a series, whatever the group; nobody is a member then.

    Raises:
        UnavailableSeries: the prepared file is missing or broken.
    """
    return _everywhere(catalogue, indicator_id, choice.essential)


@lru_cache(maxsize=16)
def _everywhere(catalogue: Catalogue, indicator_id: str, choice: Choice) -> View:
    """Keep few: a monthly series of every municipality has seventy thousand rows."""
    return _compute(catalogue, indicator_id, choice, None)


@lru_cache(maxsize=512)
def _held(catalogue: Catalogue, indicator_id: str) -> frozenset[str]:
    return held_areas(catalogue.observations(indicator_id))


@lru_cache(maxsize=1024)
def _computed(
    catalogue: Catalogue, indicator_id: str, choice: Choice, own: tuple[str, ...]
) -> View:
    return _compute(catalogue, indicator_id, choice, own)


def _compute(
    catalogue: Catalogue, indicator_id: str, choice: Choice, own: tuple[str, ...] | None
) -> View:
    """Compute what every group shares: the figures of all their areas and of ``own``; None: of every area."""
    indicator = catalogue.indicator(indicator_id)
    unit, obs = catalogue.unit(indicator), catalogue.observations(indicator_id)
    plain = View(
        indicator=indicator,
        unit=unit,
        obs=obs,
        breaks=catalogue.breaks(indicator_id),
        choice=choice,
        presentation=Presentation.FIGURE,
        members=Members(),
    )
    if choice.presentation is Presentation.FIGURE:
        return plain
    shape = series_shape(catalogue.compared(indicator_id), indicator.own_areas or (COUNTRY,))
    reason = refusal(
        choice.presentation, indicator, unit, shape, set(_held(catalogue, indicator_id))
    )
    if reason is not None:
        return replace(plain, refused=reason)
    total = obs[obs["breakdown"] == TOTAL]
    is_near = own is not None and shape is not Shape.SINGLE
    if is_near and choice.presentation is not Presentation.RANK:
        total = total[total["area"].isin([*indicator.own_areas, *grouped_areas(), *(own or ())])]
    found = _PRESENTED[choice.presentation](replace(plain, obs=total), catalogue)
    if is_near and found.presentation is Presentation.RANK:
        shown = [*indicator.own_areas, *grouped_areas(), *(own or ()), *choice.areas]
        found = replace(found, obs=found.obs[found.obs["area"].isin(shown)])
    return found if found.refused is None else replace(plain, refused=found.refused)


@cache
def _units() -> dict[str, Unit]:
    return load_units(REFERENCE / "presented_units.yaml")


def _per_base(plain: View, catalogue: Catalogue) -> View:
    base = load_bases()[str(plain.indicator.base)]
    try:
        people = catalogue.observations(base.series)
    except UnavailableSeries as error:
        raise UnavailableBase(base.series, error) from error
    boundaries = plain.breaks if plain.indicator.own_year_boundaries else ()
    obs, late = transforms.per_base(plain.obs, people, base, plain.unit, boundaries)
    if not _has_figures(obs, plain.indicator):
        return replace(plain, refused=Reason.NO_BASE_FIGURES)
    is_money = transforms.is_money(plain.unit)
    unit = _units()["euros" if is_money else "per_base"]
    found = _presented(plain, obs, unit, Presentation.PER_BASE)
    counted = unit if is_money else plain.unit
    told = {
        code: _per(parts, counted, (base.each if is_money else base.per)[code], code)
        for code, parts in plain.indicator.sentence.items()
    }
    return replace(found, indicator=replace(found.indicator, sentence=told), base_period=late)


def _per(parts: Sentence, unit: Unit, per: str, code: str) -> Sentence:
    """Say what a gap counts, too: "3,7 tuhatta asukasta kohti" alone would read as thousands."""
    single = parts.gap_one or unit.difference_one[code]
    many = parts.gap_many or unit.difference_many[code]
    return Sentence(
        when=parts.when,
        subject="",
        verb="",
        measure=per,
        gap_one=f"{single} {per}",
        gap_many=f"{many} {per}",
    )


def _index(plain: View, _: Catalogue) -> View:
    own = plain.indicator.own_areas or (COUNTRY,)
    if (plain.obs.loc[plain.obs["area"].isin(own), "value"] < 0).any():
        return replace(plain, refused=Reason.BELOW_ZERO)
    years = transforms.base_years(plain.obs, own, plain.unit)
    if not years:
        return replace(plain, refused=Reason.NO_BASE_YEAR)
    asked = plain.choice.base_year
    year = _base_year(years, asked, _usual_base_year(plain, own, years))
    obs = transforms.index(plain.obs, year, plain.breaks, plain.unit)
    if (common_period(obs, own) or "")[:4] in ("", str(year)):
        return replace(plain, refused=Reason.ONE_YEAR)
    unit = _units()["index"]
    found = _presented(plain, obs, unit, Presentation.INDEX)
    told = {
        code: replace(one, measure=f"({year}=100)")
        for code, one in found.indicator.sentence.items()
    }
    found = replace(found, indicator=replace(found.indicator, sentence=told))
    is_replaced = asked is not None and asked != year
    newest = common_period(obs, own) or ""
    is_cut = newest != common_period(plain.obs, own) and _is_cut_after(obs, own, newest)
    return replace(
        found,
        base_year=year,
        is_base_year_replaced=is_replaced,
        ends_before_break=newest if is_cut else "",
    )


def _is_cut_after(obs: pd.DataFrame, own: tuple[str, ...], newest: str) -> bool:
    apart = obs[obs["area"].isin(own) & (obs["status"] == transforms.ACROSS_BREAK)]
    return bool(newest) and any(position(it) > position(newest) for it in apart["period"])


def _usual_base_year(plain: View, own: tuple[str, ...], years: list[int]) -> int:
    """Ten years back, yet not before the last break: the newest figures have an index.

    A projection starts from its first year: the distance from there is what it tells.
    """
    shown = plain.obs[plain.obs["area"].isin(own) & plain.obs["value"].notna()]
    if (shown["status"] == PROJECTION).all():
        return years[0]
    return max(years[-1] - _INDEX_REACH, transforms.first_year_after(plain.breaks, own))


def _base_year(years: list[int], asked: int | None, usual: int) -> int:
    """Choose the asked year, else the nearest later one with figures, else the last."""
    wanted = usual if asked is None else asked
    return next((year for year in years if year >= wanted), years[-1])


def _gap(plain: View, _: Catalogue) -> View:
    obs = transforms.gap_to_country(plain.obs, plain.unit)
    if not _has_figures(obs, plain.indicator):
        return replace(plain, refused=Reason.NO_COUNTRY)
    is_share = plain.unit.kind.value == "share"
    unit = _units()["points" if is_share else "percent"]
    if is_share:
        unit = replace(unit, decimals=plain.unit.decimals)
    return _presented(plain, obs, unit, Presentation.GAP)


def _rank(plain: View, _: Catalogue) -> View:
    among = ranked_among(plain.indicator, plain.choice, held_areas(plain.obs))
    places = transforms.ranks(plain.obs, among, plain.unit)
    if not _has_figures(places, plain.indicator):
        return replace(plain, refused=Reason.TOO_FEW_AREAS)
    period = common_period(places, plain.indicator.own_areas) or ""
    level = {code for code in held_areas(plain.obs) if code[:2] == among[0][:2]}
    unit = _units()["rank"]
    return replace(
        _presented(plain, places, unit, Presentation.RANK),
        ranked=transforms.ranked_count(plain.obs, among, period),
        is_ranked_in_group=len(among) < len(level),
        tied=transforms.tied(places, period),
    )


_PRESENTED = {
    Presentation.PER_BASE: _per_base,
    Presentation.INDEX: _index,
    Presentation.GAP: _gap,
    Presentation.RANK: _rank,
}


def _presented(plain: View, obs: pd.DataFrame, unit: Unit, presentation: Presentation) -> View:
    """Replace the figures; of the declared sentence only the time still fits them."""
    told = {
        code: Sentence(when=one.when, subject="", verb="")
        for code, one in plain.indicator.sentence.items()
    }
    return replace(
        plain,
        indicator=replace(plain.indicator, sentence=told, noise=None),
        unit=unit,
        obs=obs.reset_index(drop=True),
        presentation=presentation,
    )


def _has_figures(obs: pd.DataFrame, indicator: Indicator) -> bool:
    own = indicator.own_areas or (COUNTRY,)
    return bool(obs.loc[obs["area"].isin(own), "value"].notna().any())
