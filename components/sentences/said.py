"""All sentences of one indicator, in the order in which a block, a brief or a slide tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pandas as pd

from components.language import Language
from components.sentences import change, gap, ranking, record, relation, turning_point
from components.sentences.grammar import INDEX
from components.sentences.statement import country_sentence, statement_sentence
from data import comparison
from data.benchmarks import Benchmark
from data.catalogue import Catalogue
from data.claims import Claim, Observation, Weight
from data.findings import changes, gaps, records, relations, turning_points
from data.findings import ranking as places
from data.findings.kinds import GapChange, Movement
from data.levels import Nature, read_table
from data.model import COUNTRY, TOTAL, Break, Indicator, Sentence, Unit
from data.statements import overview_row, statement


class Form(StrEnum):
    """What a sentence says."""

    LEVEL = "level"
    CHANGE = "change"
    RUN = "run"
    RECORD = "record"
    GAP = "gap"
    COUNTRY = "country"
    RANKING = "ranking"
    MEDIAN = "median"


@dataclass(frozen=True, slots=True)
class Said:
    """One form told in plain text, of one to three sentences; ``group`` is the benchmark's key."""

    form: Form
    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class _Teller:
    """What every form of one series is made of."""

    indicator: Indicator
    unit: Unit
    obs: pd.DataFrame
    breaks: Sequence[Break]
    language: Language

    @property
    def parts(self) -> Sentence:
        return self.indicator.sentence[self.language.code]

    def alone(self) -> Iterator[Said]:
        """Tell a series of the country alone."""
        levels = comparison.compared(self.obs, (COUNTRY,))
        if levels:
            title = self.language.pick(self.indicator.title)
            yield Said(Form.LEVEL, country_sentence(levels[0], title, self.unit, self.language))
            yield from self.in_time(levels)

    def in_time(self, levels: Sequence[Observation]) -> Iterator[Said]:
        """Tell change, run, record and gap."""
        unit, language = self.unit, self.language
        obs = self.obs[self.obs["area"].isin([COUNTRY, *(seen.area for seen in levels)])]
        row = overview_row(self.indicator, unit, obs, self.breaks)
        moved = changes.movements(row, obs)
        if moved:
            text = change.change_sentence(moved, self.indicator, unit, language)
            yield Said(Form.CHANGE, text)
        if unit.is_reversed:
            return  # a place depends on the others: neither its run nor its record is news
        if self.indicator.compare_with != comparison.NO_COMPARISON:
            by_chance = {it.area for it in moved if it.change.weight is Weight.NOISE}
            yield from self._past(levels, obs, by_chance)
        widened = gaps.gap_change(moved, unit)
        if widened and self._is_news(widened, moved):
            yield Said(Form.GAP, gap.gap_sentence(widened, self.parts, unit, language))

    def _is_news(self, widened: GapChange, moved: Sequence[Movement]) -> bool:
        """Tell whether a gap has a past: in the base year all indices are the same, the figures were not."""
        if _is_projected([it.after for it in moved]) or gaps.is_by_chance(widened, moved):
            return False
        return self.unit.key != INDEX or bool(widened.before.difference)

    def _past(
        self, levels: Sequence[Observation], obs: pd.DataFrame, by_chance: Set[str]
    ) -> Iterator[Said]:
        """Tell runs and records; a figure that only chance has moved since last year is no record."""
        unit, language = self.unit, self.language
        table = read_table(obs, [seen.area for seen in levels])
        runs = turning_points.runs(levels, obs, table, unit, self.breaks)
        if runs:
            yield Said(Form.RUN, turning_point.run_sentence(runs, self.parts, unit, language))
        steady = [seen for seen in levels if seen.area not in by_chance]
        found = records.records(steady, table, unit, self.breaks)
        if found:
            yield Said(Form.RECORD, record.record_sentence(found, self.parts, unit, language))

    def against_country(self, claim: Claim) -> Iterator[Said]:
        """Tell which side of the country the areas are."""
        found = relations.to_country(claim, self.unit)
        if found:
            text = relation.country_relation_sentence(found, self.parts, self.unit, self.language)
            yield Said(Form.COUNTRY, text)

    def against(self, group: Benchmark, claim: Claim) -> Iterator[Said]:
        """Tell place and side of the median in a group."""
        if self.unit.is_reversed:
            return
        placed = places.ranking(claim.levels, self.obs, self.unit, group)
        if placed and self.unit.key != INDEX:
            text = ranking.ranking_sentence(
                placed, group.among, len(group.areas), self.parts, self.language
            )
            yield Said(Form.RANKING, text, group.key)
        found = relations.to_median(claim.levels, self.obs, self.unit, group)
        if found:
            text = relation.median_sentence(
                found, group.among, self.parts, self.unit, self.language
            )
            yield Said(Form.MEDIAN, text, group.key)


@lru_cache(maxsize=512)
def all_sentences(catalogue: Catalogue, indicator_id: str, language: Language) -> tuple[Said, ...]:
    """Tell all forms of a prepared series against every group; kept per catalogue object.

    Raises:
        UnknownIndicator: no declaration has this id.
        UnavailableSeries: the prepared file is missing or broken.
    """
    indicator = catalogue.indicator(indicator_id)
    said = sentences_of(
        indicator,
        catalogue.unit(indicator),
        catalogue.observations(indicator_id),
        catalogue.breaks(indicator_id),
        catalogue.benchmarks(),
        language,
    )
    return tuple(said)


def sentences_of(
    indicator: Indicator,
    unit: Unit,
    obs: pd.DataFrame,
    breaks: Sequence[Break],
    benchmarks: Sequence[Benchmark],
    language: Language,
    level: str = "",
) -> list[Said]:
    """Tell everything that the figures allow to be said of the compared areas.

    Args:
        indicator: declares areas, comparison, direction and sentence parts.
        unit: writes the figures of ``obs``, as they are or as a presentation turned them.
        obs: prepared observations; ranks and medians need those of the groups, too.
        breaks: places of the series that no comparison may cross.
        benchmarks: groups to rank among, in the order told.
        language: of the sentences.
        level: stands in place of the statement, where a presentation words its own.

    Returns:
        The level first; forms that the figures do not allow are left out. Of a projection only level
        and change are told. Empty without any figure of the compared areas and the country.
    """
    areas = {COUNTRY, *indicator.own_areas, *(area for one in benchmarks for area in one.areas)}
    obs = obs[obs["area"].isin(areas) & (obs["breakdown"] == TOTAL)]  # a fraction of most series
    teller = _Teller(indicator, unit, obs, breaks, language)
    claim = statement(indicator, unit, obs)
    if claim is None:
        return list(teller.alone())
    text = level or statement_sentence(claim, indicator, unit, language)
    said = [Said(Form.LEVEL, text), *teller.in_time(claim.levels)]
    if _is_projected(claim.levels):
        return said
    said += teller.against_country(claim)
    for group in benchmarks:
        said += teller.against(group, claim)
    return said


def _is_projected(levels: Sequence[Observation]) -> bool:
    known = [seen for seen in levels if seen.value is not None]
    return any(Nature.of(seen.status) is Nature.PROJECTION for seen in known)
