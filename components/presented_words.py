"""What a presentation says: titles, statements and notes of a view; pure.

The statements keep to forms that need no declared parts: the title, a colon, the places in the cases
that ``place_names.yaml`` declares.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from components.language import Language
from components.messages import message
from components.sentences import grammar
from data.bases import load_bases
from data.benchmarks import Benchmark
from data.choice import Group, Presentation
from data.claims import Claim, Observation
from data.model import Frequency, Level
from data.presenting.groups import BENCHMARKS
from data.presenting.reasons import Reason
from data.presenting.view import View

_REASONS = {
    Reason.IS_RATIO: message(
        "Not divided per inhabitant: the figure is a share or a rate already."
    ),
    Reason.NO_BASE: message("Not divided per inhabitant: the series has no fitting base."),
    Reason.NO_BASE_FIGURES: message(
        "Not divided per inhabitant: the base has no figures for the years of the series."
    ),
    Reason.ONE_PERIOD: message(
        "One period only: there is no index or line of ranks. The ranks stand in chart and table."
    ),
    Reason.IS_INDEX: message("Not indexed: the figure is an index of its own already."),
    Reason.IS_PLAN: message("Not indexed: budgets and outcomes are not compared with each other."),
    Reason.NO_BASE_YEAR: message("Not indexed: no year has a large enough figure of every area."),
    Reason.ONE_YEAR: message("Not indexed: only one year can be compared."),
    Reason.IS_AMOUNT: message(
        "Not set against the whole country: an amount grows with the area. Choose per inhabitant."
    ),
    Reason.NO_COUNTRY: message(
        "Not set against the whole country: the series has no figure of the country."
    ),
    Reason.COUNTRY_ONLY: message("Not compared: figures exist for the whole country only."),
    Reason.WITHIN_CITIES: message("Not compared: the figures are of areas inside the cities."),
    Reason.BELOW_ZERO: message("Not indexed: some figures are below zero."),
    Reason.TOO_FEW_AREAS: message("Not ranked: fewer than five areas have figures."),
}
_NO_BASE_EITHER = message("Not set against the whole country: an amount grows with the area.")


def title(view: View, language: Language) -> str:
    """Name what the figures of a view are: "Työpaikat tuhatta 18–64-vuotiasta kohti"."""
    name = language.pick(view.indicator.title)
    if view.presentation is Presentation.PER_BASE:
        return f"{name}, {_per(view, language)}"
    if view.presentation is Presentation.INDEX:
        return language.text("{title}, index {year}=100", title=name, year=view.base_year)
    if view.presentation is Presentation.GAP:
        return language.text("{title}, difference from the whole country", title=name)
    if view.presentation is Presentation.RANK:
        return language.text("{title}, rank", title=name)
    return name


def short(view: View, language: Language) -> str:
    """Name the presentation in little room; empty for plain figures that nobody wanted otherwise."""
    if view.refused:
        return language.text("figure as published")
    if view.presentation is Presentation.PER_BASE:
        return _per(view, language)
    if view.presentation is Presentation.INDEX:
        return language.text("index {year}=100", year=view.base_year)
    if view.presentation is Presentation.GAP:
        return language.text("difference from the whole country")
    if view.presentation is Presentation.RANK:
        return language.text("rank of {n}", n=view.ranked)
    return ""


def unit_name(view: View, language: Language) -> str:
    """Say in a file what presented figures are; empty for plain ones, whose unit has a symbol."""
    if view.is_plain:
        return ""
    symbol = language.pick(view.unit.symbol)
    between = " " if view.presentation is Presentation.PER_BASE else ", "
    return between.join(part for part in (symbol, short(view, language)) if part)


def file_stem(view: View, version: str) -> str:
    """Name a file: the series, its presentation where the figures are not plain, the data version."""
    parts = [view.indicator.id]
    if not view.is_plain:
        parts.append(str(view.presentation))
    if view.presentation is Presentation.INDEX:
        parts.append(str(view.base_year))
    return "_".join([*parts, version])


def statement(
    view: View, claim: Claim, benchmarks: tuple[Benchmark, ...], language: Language
) -> str:
    """Say what the compared areas have at their latest common period.

    Args:
        view: presented, not plain: plain figures have sentences of their own.
        claim: made of the view's figures.
        benchmarks: name the group that ranks are counted among.
        language: of the sentence.
    """
    heading = title(view, language)
    parts = view.indicator.sentence[language.code]
    when = grammar.lowered(grammar.when(claim.period, parts, language))
    if view.presentation is Presentation.RANK:
        return language.text(
            "{title} {among} {period}: {places}. Rank 1 is the highest figure.",
            title=heading,
            among=among(view, benchmarks, language),
            period=when,
            places=_listed(claim.levels, lambda seen: _place(seen, view, language), language),
        )
    if view.presentation is Presentation.GAP:
        return f"{_opening(heading, when, language)} {_gaps(claim.levels, view, language)}."
    levels = _listed(claim.levels, lambda seen: _level(seen, view, language), language)
    text = f"{_opening(heading, when, language)} {levels}"
    country = claim.country
    if country is None or country.value is None:
        return f"{text}."
    return f"{text}; {_level(country, view, language)}."


def _opening(heading: str, when: str, language: Language) -> str:
    """Open with title and time; a figure never follows a year, which would read as one number."""
    return f"{heading}: {when}" if language.code == "fi" else f"{heading}, {when}:"


def among(view: View, benchmarks: tuple[Benchmark, ...], language: Language) -> str:
    """Say whom the ranks are counted among: "kymmenen suurimman kaupungin joukossa"."""
    group = view.choice.group
    if view.is_ranked_in_group and group in BENCHMARKS:
        named = next(one for one in benchmarks if one.key == BENCHMARKS[group])
        return language.pick(named.among)
    is_municipal = Level.MUNICIPALITY in view.indicator.levels
    if view.is_ranked_in_group and is_municipal:
        return language.text("among the chosen municipalities")
    if view.is_ranked_in_group:
        return language.text("among the chosen regions")
    count = language.number(view.ranked, 0)
    if is_municipal:
        return language.text("among the {n} municipalities with a figure", n=count)
    return language.text("among the {n} regions with a figure", n=count)


def refusal(view: View, language: Language) -> str:
    """Say why the chosen presentation is not shown; empty where it is."""
    if view.refused is Reason.IS_AMOUNT and view.indicator.base is None:
        return language.text(_NO_BASE_EITHER)
    return language.text(_REASONS[view.refused]) if view.refused else ""


def notes(view: View, names: dict[str, str], language: Language) -> tuple[str, ...]:
    """Say what was put in place of something else, and who is missing.

    Args:
        view: Of one series.
        names: Official name of each area.
        language: The reader's.
    """
    said = [refusal(view, language)]
    if view.base_period is not None:
        text = "Years after {year} are divided by the base of {year}."
        said.append(language.text(text, year=view.base_period))
    if view.is_base_year_replaced:
        text = "The chosen base year lacks a large enough figure of some area: the base year is {year}."
        said.append(language.text(text, year=view.base_year))
    if view.presentation is Presentation.INDEX and view.indicator.frequency is not Frequency.YEAR:
        text = "Each month or quarter is set against the same one of {year}."
        said.append(language.text(text, year=view.base_year))
    if view.ends_before_break:
        text = "A break follows: figures after {period} cannot be compared with the base year."
        said.append(language.text(text, period=language.period(view.ends_before_break)))
    if view.presentation is Presentation.RANK and _has_group(view) and not view.is_ranked_in_group:
        text = "The group is too small to rank: ranks are {among}."
        said.append(language.text(text, among=among(view, (), language)))
    said += _absent(view, names, language)
    return tuple(text for text in said if text)


def _has_group(view: View) -> bool:
    return view.choice.group not in (Group.COUNTRY, Group.REGIONS)


def _absent(view: View, names: dict[str, str], language: Language) -> list[str]:
    if view.members.is_other_level:
        return [
            language.text(
                "The comparison group is not drawn: the series has no figures of its areas."
            )
        ]
    if not view.members.absent:
        return []
    listed = language.listing([names.get(code, code) for code in view.members.absent])
    return [language.text("No figures of the comparison group's {areas}.", areas=listed)]


def _per(view: View, language: Language) -> str:
    base = load_bases()[str(view.indicator.base)]
    return language.pick(base.each if view.unit.key == "euros" else base.per)


def _listed(
    levels: tuple[Observation, ...], write: Callable[[Observation], str], language: Language
) -> str:
    return language.listing([write(seen) for seen in levels])


def _level(seen: Observation, view: View, language: Language) -> str:
    place = language.place(seen.area, "in")
    if seen.value is None:
        return language.text("{place} no figure", place=place)
    figure = language.quantity(seen.value, view.unit)
    return language.text("{place} {figure}", place=place, figure=figure)


def _gaps(levels: tuple[Observation, ...], view: View, language: Language) -> str:
    """List signed differences with their noun once, at the end: "Lahdessa +5,0 prosenttiyksikköä"."""
    unit = replace(view.unit, symbol=dict.fromkeys(view.unit.symbol, ""))
    plain = replace(view, unit=unit)
    listed = _listed(levels, lambda seen: _level(seen, plain, language), language)
    noun = language.pick(view.unit.difference_many)
    if view.unit.key == "percent":
        noun = language.text("per cent")
    return f"{listed} {noun}" if language.code == "fi" else f"{listed} ({noun})"


def _place(seen: Observation, view: View, language: Language) -> str:
    name = language.place(seen.area)
    if seen.value is None:
        return language.text("{name}: no figure", name=name)
    place = f"{name} {language.number(seen.value, 0)}/{view.ranked}"
    return language.text("{place} (shared)", place=place) if seen.area in view.tied else place
