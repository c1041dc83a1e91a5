"""What holds of every sentence, whatever the figures: told of random series with real declarations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from components.language import Language
from components.number_format import heading_figure, to_step
from components.sentences import Said, sentences_of
from components.sentences.said import Form
from data.benchmarks import Benchmark, load_benchmarks
from data.claims import Observation
from data.comparison import compared, difference, shown
from data.declarations import load_indicators, load_units
from data.findings.changes import movements
from data.findings.records import records
from data.findings.turning_points import runs
from data.levels import Nature, read_table
from data.model import COUNTRY, LANGUAGES, OBSERVATION_COLUMNS, Break, Frequency, Indicator, Unit
from data.periods import position, season
from data.statements import overview_row, statement

UNITS = load_units()
INDICATORS = [one for one in load_indicators().values() if one.own_areas]
GROUPS = load_benchmarks()[:1]
GROUP = GROUPS[0].areas
ODD = 0.2
YEARS = range(2012, 2024)
NUMBER = re.compile(r"[−+]?\d(?:[\d\u00a0.,]*\d)?")
STATUSES = ("final", "final", "final", "provisional", "break", "budget", "projection", "suspect")
POOLS: tuple[Callable[[Random], float], ...] = (
    lambda chance: float(chance.randint(-3, 3)),
    lambda chance: chance.choice([0.0, 1.0, 1.04, 1.06, 2.0]),
    lambda chance: chance.uniform(0, 100),
    lambda chance: float(chance.randint(9_900, 10_100)),
    lambda chance: chance.uniform(-1e9, 1e9),
)


@dataclass
class Case:
    """A random series of a real declaration; its areas and figures as the sentences see them."""

    indicator: Indicator
    unit: Unit
    obs: pd.DataFrame
    breaks: tuple[Break, ...]
    language: Language

    @property
    def groups(self) -> tuple[Benchmark, ...]:
        return GROUPS

    @cached_property
    def told(self) -> list[Said]:
        return sentences_of(
            self.indicator, self.unit, self.obs, self.breaks, self.groups, self.language
        )

    def text(self, form: Form) -> str:
        return next((said.text for said in self.told if said.form is form), "")


@st.composite
def cases(draw: st.DrawFn) -> Case:
    indicator = draw(st.sampled_from(INDICATORS))
    unit = UNITS[indicator.unit]
    ending = {Frequency.YEAR: "", Frequency.QUARTER: "Q2", Frequency.MONTH: "M06"}
    periods = [f"{year}{ending[indicator.frequency]}" for year in YEARS]
    periods = periods[: draw(st.integers(1, len(periods)))]
    areas = dict.fromkeys((*indicator.own_areas, COUNTRY, *draw(st.sampled_from([(), GROUP]))))
    hidden = draw(st.sets(st.sampled_from(list(areas)), max_size=3))
    figure, odd = draw(st.sampled_from(POOLS)), draw(st.sampled_from(STATUSES))
    holes = draw(st.sampled_from([0.0, 0.0, 0.3]))
    chance = Random(draw(st.integers(0, 10**6)))  # drawing each figure would take minutes
    rows = []
    for area in areas:
        for period in periods:
            cell = None if area in hidden or chance.random() < holes else figure(chance)
            status = odd if chance.random() < ODD else "final"
            rows.append(row(area, period, cell, status, unit))
    broken = draw(st.lists(st.sampled_from(YEARS), max_size=1))
    return Case(
        indicator,
        unit,
        pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)),
        tuple(Break((), str(year), "level", {}) for year in broken),
        Language.of(draw(st.sampled_from(LANGUAGES))),
    )


def row(area: str, period: str, cell: float | None, status: str, unit: Unit) -> tuple[object, ...]:
    if cell is None:
        return area, period, "total", float("nan"), "missing:not_published", None, None
    figure = round(cell) if unit.is_count else cell
    value = figure / unit.scale
    whole = 1000.0
    return area, period, "total", value, status, abs(value) * whole / 100, whole


def numbers(text: str) -> set[str]:
    return {token.strip("+").replace("\u00a0", " ") for token in NUMBER.findall(text)}


def allowed(case: Case) -> set[str]:
    """Give every number that a true sentence may hold, as the language writes it."""
    unit, language = case.unit, case.language
    parts = case.indicator.sentence[language.code]
    said = [*vars_of(parts), language.pick(case.indicator.title), *unit.symbol.values()]
    said += [*unit.difference_one.values(), *unit.difference_many.values()]
    said += [group.among[language.code] for group in case.groups]
    said += [str(count) for count in range(1, 11)]
    said += [period[:4] for period in case.obs["period"].unique()]
    is_figure = case.obs["value"].notna() & (case.obs["status"] != "suspect")
    for _, rows in case.obs[is_figure].groupby("period"):
        own = rows[rows["area"].isin([*case.indicator.own_areas, COUNTRY])]
        said += [language.quantity(value, unit) for value in own["value"]]
        said += [language.quantity(value, unit, heading=True) for value in own["value"]]
        said += gaps(own["value"].tolist(), unit, language)
        others = rows[rows["area"].isin(GROUP) & ~rows["area"].isin(own["area"])]
        for _, one in others.groupby(others["status"].map(Nature.of)):
            said.append(language.quantity(one["value"].median(), unit))
    known = case.obs["numerator"].dropna()
    said += [language.number(count, 0) for count in known]
    claim = statement(case.indicator, unit, case.obs)
    if claim and claim.count_gap:
        said.append(language.number(claim.count_gap.count, 0))
        millions = claim.count_gap.count / 1e6
        said.append(language.number(millions, 0 if millions == round(millions) else 1))
    return set().union(*(numbers(text) for text in said))


def vars_of(parts: object) -> list[str]:
    return [str(getattr(parts, name)) for name in parts.__slots__]


def gaps(values: list[float], unit: Unit, language: Language) -> list[str]:
    found = []
    for one in values:
        for other in values:
            found.append(language.difference(difference(one, other, unit), unit))
            (high, first), (low, second) = heading_figure(one, unit), heading_figure(other, unit)
            step = max(first, second)
            if step:
                found.append(language.difference(to_step(high - low, step), unit))
    return found


def figures(case: Case) -> tuple[Observation, ...]:
    return tuple(
        seen for seen in compared(case.obs, case.indicator.own_areas) if seen.value is not None
    )


def every_number_is_one_of_the_data(case: Case) -> None:
    may = allowed(case)
    for said in case.told:
        assert numbers(said.text) <= may, said


def every_sentence_is_whole(case: Case) -> None:
    for said in case.told:
        assert said.text[0].isupper() or said.text[0].isdigit(), said
        assert said.text.endswith("."), said
        assert not re.search(r"\b(nan|none|inf)\b|[{}]|  |\(\)|\.\.", said.text.lower()), said


def nobody_leads_in_a_tie(case: Case) -> None:
    levels = figures(case)
    headed = [heading_figure(seen.value or 0.0, case.unit) for seen in levels]
    heads = [figure for figure, _ in headed]
    step = max((step for _, step in headed), default=0.0)
    high, low = max(heads, default=0.0), min(heads, default=0.0)
    tied = heads.count(high) > 1 or heads.count(low) > 1
    tied = tied or (step > 0 and to_step(high - low, step) == 0)
    lead = {"fi": r"\w+n ero \w+", "sv": r"Skillnaden mellan", "en": r"The gap between"}
    found = re.search(lead[case.language.code], case.text(Form.LEVEL))
    assert (found is not None) == (len(levels) > 1 and not tied)
    exact = [shown(seen.value or 0.0, case.unit) for seen in levels]
    named = "(" in case.text(Form.GAP).split(".")[0]
    assert not (named and (exact.count(max(exact)) > 1 or exact.count(min(exact)) > 1))
    shared = {"fi": "jaetulla", "sv": "delad", "en": "joint"}[case.language.code]
    ranking = case.text(Form.RANKING)
    if ranking and max(exact.count(figure) for figure in exact) > 1:
        assert shared in ranking


def one_takes_the_singular_and_nothing_else_does(case: Case) -> None:
    parts = case.indicator.sentence[case.language.code]
    nouns = [
        (parts.gap_one, parts.gap_many),
        (parts.counted_one, parts.counted_many),
    ]
    if not parts.gap_many:
        code = case.language.code
        nouns.append((case.unit.difference_one[code], case.unit.difference_many[code]))
    for said in case.told:
        for one, many in nouns:
            if one == many or not many:
                continue
            ends = r"(?=[ ,.]|$)"
            assert not re.search(rf"(?<![\d.,\u00a0])1\u00a0{re.escape(many)}{ends}", said.text)
            found = re.findall(rf"(\S+?)\u00a0{re.escape(one)}{ends}", said.text)
            assert all(number.lstrip("(−").split("\u00a0")[-1] == "1" for number in found), said


def a_missing_city_is_named(case: Case) -> None:
    level = case.text(Form.LEVEL)
    levels = compared(case.obs, case.indicator.own_areas)
    form = "of" if case.language.code == "fi" else "name"
    said = {"fi": r"ei ole\.$", "sv": r"saknas\.$", "en": r"No figures? exists?"}
    missing = [seen.area for seen in levels if seen.value is None]
    assert bool(re.search(said[case.language.code], level)) == bool(missing)
    for area in missing:
        assert case.language.place(area, form) in level
    if len(levels) - len(missing) == 1:
        assert not case.text(Form.GAP)


def a_change_says_its_own_two_figures(case: Case) -> None:
    text = case.text(Form.CHANGE)
    language = case.language
    moved = movements(overview_row(case.indicator, case.unit, case.obs, case.breaks), case.obs)
    assert bool(text) == bool(moved)
    for it in moved:
        before, after = it.before.value, it.after.value
        assert before is not None
        assert after is not None
        arrow = f"{language.quantity(before, case.unit)} → {language.quantity(after, case.unit)}"
        name = language.place(it.area, "in" if language.code == "fi" else "name")
        if it.change.difference == 0:
            assert f"{name} ({language.quantity(after, case.unit)})" in text
        elif it.counts is None:
            assert f"{name} ({arrow})" in text


def nothing_is_compared_over_a_break_or_with_another_nature(case: Case) -> None:
    levels = figures(case)
    table = read_table(case.obs, [seen.area for seen in levels])
    row = overview_row(case.indicator, case.unit, case.obs, case.breaks)
    moved = [(it.before, it.after) for it in movements(row, case.obs)]
    moved += [(it.start, it.end) for it in runs(levels, case.obs, table, case.unit, case.breaks)]
    for it in records(levels, table, case.unit, case.breaks):
        moved.append((table[it.area][it.first], it.level))
    for before, after in moved:
        assert Nature.of(before.status) is Nature.of(after.status)
        assert season(before.period) == season(after.period)
        starts = [position(it.period) for it in case.breaks]
        starts += [
            position(seen.period)
            for seen in table[after.area].values()
            if seen.status == "break" and seen.value is not None
        ]
        assert not any(position(before.period) < it <= position(after.period) for it in starts)


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(cases())
def test_whatever_the_figures(case: Case) -> None:
    """Check all on each example: telling it is what takes the time."""
    every_number_is_one_of_the_data(case)
    every_sentence_is_whole(case)
    nobody_leads_in_a_tie(case)
    one_takes_the_singular_and_nothing_else_does(case)
    a_missing_city_is_named(case)
    a_change_says_its_own_two_figures(case)
    nothing_is_compared_over_a_break_or_with_another_nature(case)
