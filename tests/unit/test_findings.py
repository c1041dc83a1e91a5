"""Claims beside the level: rankings, changes, runs, records, gaps, relations."""

import math
from dataclasses import replace

import pandas as pd
import pytest

from data.benchmarks import Benchmark
from data.claims import Claim, CountGap, Observation
from data.comparison import compared
from data.findings.changes import movements
from data.findings.gaps import gap_change, gap_in_counts
from data.findings.kinds import Movement, Spread, Standing
from data.findings.ranking import ranking
from data.findings.records import records
from data.findings.relations import to_country, to_median
from data.findings.turning_points import runs
from data.levels import read_table
from data.model import (
    CITIES,
    COUNTRY,
    OBSERVATION_COLUMNS,
    Break,
    Direction,
    Indicator,
    Kind,
    Level,
    Place,
    Sentence,
    Unit,
    UnitKind,
)
from data.statements import overview_row, statement

A, B, C = CITIES
OTHERS = ("KU091", "KU049", "KU837", "KU092", "KU564")
GROUP = Benchmark("ten", {}, {}, {}, {}, (*CITIES, *OTHERS))
PERCENT = Unit("percent", {}, 1, 1.0, False, {}, {}, {}, UnitKind.SHARE)
AMOUNT = Unit("number", {}, 0, 1.0, True, {}, {}, {}, UnitKind.AMOUNT)
SHARE = Indicator(
    "share", Kind.SERIES, "tyollisyys", Place.LISTED, 1, {}, {},
    levels=(Level.MUNICIPALITY, Level.COUNTRY),
)  # fmt: skip


def frame(*rows):
    """Build observations of (area, period, value[, status[, numerator, denominator]])."""
    filled = []
    for area, period, number, *rest in rows:
        status, part, whole = (*rest, *("final", math.nan, math.nan)[len(rest) :])
        missing = number is None
        filled.append((area, period, "total", math.nan if missing else float(number),
                       "missing:not_published" if missing else status, part, whole))  # fmt: skip
    return pd.DataFrame(filled, columns=list(OBSERVATION_COLUMNS))


def yearly(area, first, values):
    return [(area, str(first + year), value) for year, value in enumerate(values)]


def at(obs, areas=CITIES):
    return compared(obs, areas)


def found_runs(*rows, unit=PERCENT, breaks=(), areas=(A,)):
    obs = frame(*rows)
    return runs(at(obs, areas), obs, read_table(obs, areas), unit, breaks)


def found_records(*rows, breaks=(), areas=(A,)):
    obs = frame(*rows)
    return records(at(obs, areas), read_table(obs, areas), PERCENT, breaks)


def ranked(values, unit=PERCENT):
    obs = frame(*((area, "2024", value) for area, value in zip(GROUP.areas, values, strict=False)))
    return ranking(at(obs), obs, unit, GROUP)


def test_ranking_goes_by_shown_figures_and_shares_places():
    found = ranked((5.04, 7.0, 4.96, 6.0, 5.01, 1.0, 2.0, None))
    assert found.standings == (Standing(A, 3, True), Standing(B, 1, False), Standing(C, 3, True))
    assert (found.period, found.of) == ("2024", 7)


def test_ranking_needs_a_figure_a_group_and_a_difference():
    assert ranked((5.0, 7.0, 6.0)) is None
    assert ranked((5.0,) * 8) is None
    assert [it.area for it in ranked((5.0, None, 6.0, 1, 2, 3, 4, 5)).standings] == [A, C]
    assert ranking((Observation(A, "2024", None, "missing:x"),), frame(), PERCENT, GROUP) is None


def test_movements_have_the_two_figures_of_each_area_with_both():
    obs = frame((A, "2023", 5.0), (A, "2024", 6.0), (B, "2023", 4.0), (B, "2024", 4.0))
    found = movements(overview_row(SHARE, PERCENT, obs, ()), obs)
    assert [(it.area, it.before.value, it.after.value) for it in found] == [(A, 5, 6), (B, 4, 4)]
    alone = frame((COUNTRY, "2023", 5.0), (COUNTRY, "2024", 6.0))
    row = overview_row(replace(SHARE, levels=(Level.COUNTRY,)), PERCENT, alone, ())
    assert [it.area for it in movements(row, alone)] == [COUNTRY]
    assert movements(overview_row(SHARE, PERCENT, frame((A, "2024", 6.0)), ()), obs) == ()


def test_movements_carry_the_small_counts_that_chance_was_judged_by():
    rows = ((A, "2023", 57.4, "final", 69.0, 1.2e5), (A, "2024", 60.5, "final", 73.0, 1.2e5))
    obs = frame(*rows)
    found = movements(overview_row(SHARE, PERCENT, obs, ()), obs)
    assert found[0].counts == (69.0, 73.0)


def test_a_run_starts_at_the_last_turn():
    found = found_runs(*yearly(A, 2018, (5, 7, 9, 8, 7, 6)))[0]
    assert (found.start.period, found.end.period) == ("2020", "2023")
    assert (found.is_rise, found.is_open) == (False, False)


@pytest.mark.parametrize(
    ("values", "start"),
    [
        ((9, 8, 7, 6), "2018"),  # no turn is known before it
        ((9, 8, 7), None),  # two steps are no run
        ((9, 9, 8), None),
        ((5, 9, 8, 8), None),
        ((5, 9, 8, 7, 6.96, 6.95), None),  # equal as shown
        ((5, 9, None, 8, 7, 6), None),  # a missing year
        ((5, 4, 3, 2, 9), None),
    ],
)
def test_a_run_needs_three_steps_in_a_row(values, start):
    found = found_runs(*yearly(A, 2018, values))
    assert [run.start.period for run in found] == ([start] if start else [])


def test_a_run_crosses_no_break_and_says_nothing_of_plans():
    rows = yearly(A, 2018, (5, 6, 7, 8, 9, 10))
    found = found_runs(*rows, breaks=(Break((A,), "2020", "level", {}),))
    assert found[0].start.period == "2020"
    assert found[0].is_open
    assert found_runs(*((*row, "projection") for row in rows)) == ()


def test_a_run_after_a_hole_may_have_begun_before_it():
    assert found_runs(*yearly(A, 2018, (5, None, 6, 7, 8, 9)))[0].is_open
    assert not found_runs(*yearly(A, 2018, (5, 6, 6, 7, 8, 9)))[0].is_open


def test_months_run_from_year_to_year():
    rows = [(A, f"{year}M06", year - 2000) for year in (2019, 2020, 2021, 2022)]
    rows += [(A, "2022M05", 1.0), (A, "2021M12", 99.0)]
    assert found_runs(*rows)[0].start.period == "2019M06"


def test_what_chance_makes_is_no_run():
    assert found_runs(*yearly(A, 2020, (50, 53, 57, 60)), unit=AMOUNT) == ()
    assert found_runs(*yearly(A, 2020, (5, 25, 60, 99)), unit=AMOUNT)
    # The last step alone is what chance makes.
    assert found_runs(*yearly(A, 2020, (5, 60, 90, 99)), unit=AMOUNT) == ()


def test_records_need_eight_comparable_figures():
    assert found_records(*yearly(A, 2018, (1, 2, 3, 4, 5, 6, 7))) == ()
    found = found_records(*yearly(A, 2017, (1, 2, 3, 4, 5, 6, 7, 8)))[0]
    assert (found.is_highest, found.first, found.tied) == (True, "2017", None)
    rows = yearly(A, 2017, (1, 2, 3, 4, 5, 6, 7, 8))
    assert found_records(*rows, breaks=(Break((), "2018", "level", {}),)) == ()
    assert found_records(*((*row, "projection") for row in rows)) == ()


def test_a_record_that_was_reached_before_says_so():
    found = found_records(*yearly(A, 2010, (5, 1, 3, 1.04, 5, 6, 7, 8, 0.96)))[0]
    assert (found.is_highest, found.tied) == (False, "2013")
    assert found_records(*yearly(A, 2010, (5,) * 9)) == ()
    holed = yearly(A, 2010, (1, 2, 3, 4, 5, 6, 7, None, 9, 10))  # was the missing one higher?
    assert found_records(*holed) == ()
    assert found_records(*yearly(A, 2010, (5, 1, 3, 4, 5, 6, 7, 8, 6))) == ()


def moved(before, after):
    pairs = zip(CITIES, before, after, strict=False)
    return [
        Movement(Observation(area, "2023", old, "final"), Observation(area, "2024", new, "final"),
                 None, None)
        for area, old, new in pairs
    ]  # fmt: skip


def test_gap_change_names_the_holders_of_both_gaps():
    found = gap_change(moved((5.0, 3.0, 3.04), (5.0, 7.0, 3.0)), PERCENT)
    assert found.now == Spread("2024", (B,), (C,), 4.0)
    assert found.before == Spread("2023", (A,), (B, C), 2.0)


def test_gap_change_needs_two_areas_and_a_gap():
    assert gap_change(moved((5.0,), (7.0,)), PERCENT) is None
    assert gap_change(moved((5.0, 5.0), (7.0, 7.04)), PERCENT) is None
    assert gap_change(moved((5.0, 5.0), (7.0, 8.0)), PERCENT).before.difference == 0


JUNE = frame(
    (A, "2026M06", 17.2, "final", 12782.0, 74304.0),
    (B, "2026M06", 13.3, "final", 8158.0, 61568.0),
    (C, "2026M06", 17.8, "final", 10218.0, 57254.0),
)


def test_gap_in_counts_takes_the_denominator_of_who_is_behind():
    claim = statement(SHARE, PERCENT, JUNE)
    assert claim.count_gap is None  # no noun is declared
    assert gap_in_counts(claim, JUNE, PERCENT, Direction.LOWER) == CountGap(C, 2600.0)
    assert gap_in_counts(claim, JUNE, PERCENT, Direction.NEUTRAL).area == C
    assert gap_in_counts(claim, JUNE, PERCENT, Direction.HIGHER) == CountGap(B, 2800.0)


def test_a_declared_noun_brings_the_count_into_the_claim():
    noun = Sentence("in_period", "x", "x", counted_one="työtön", counted_many="työtöntä")
    counting = replace(SHARE, sentence={"fi": noun}, direction=Direction.LOWER)
    assert statement(counting, PERCENT, JUNE).count_gap == CountGap(C, 2600.0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(52.8, 78, 147746), (36.0, 45, 125000), (60.4, 73, 120000)], 29.0),  # per 100 000
        ([(1.0, 10, 1000), (1.0, 10, 1000), (2.0, 20, 1000)], None),  # a tie for the lowest
        ([(1.0, 10, 1000), (1.5, 15, 1000), (2.0, math.nan, math.nan)], None),
        ([(0.1, 0.1, 100), (0.2, 0.2, 100), (0.3, 0.3, 100)], None),  # less than one
        ([(1.0, 10, 1000), (1.5, 15, 1000), (11.0, 110, 1000)], 100.0),
        ([(1.0, 10, 1005), (1.5, 15, 1005), (11.0, 110.5, 1005)], 100.0),
        ([(1.0, 10, 10**6), (1.5, 15, 10**6), (13.6, 136000, 10**6)], 130000.0),
    ],
)
def test_gap_in_counts_has_two_digits_and_no_guesses(rows, expected):
    rates = (
        (area, "2024", *row[:1], "final", *row[1:]) for area, row in zip(CITIES, rows, strict=True)
    )
    obs = frame(*rates)
    found = gap_in_counts(statement(SHARE, PERCENT, obs), obs, PERCENT, Direction.LOWER)
    assert (found and found.count) == expected


def claim(country=None):
    levels = tuple(
        Observation(area, "2024", value, "final")
        for area, value in ((A, 5.04), (B, 7.0), (C, None))
    )
    seen = Observation(COUNTRY, "2024", country, "final") if country is not None else None
    return Claim("share", "2024", levels, seen, None)


def test_relation_to_the_country_goes_by_shown_figures():
    found = to_country(claim(5.0), PERCENT)
    assert (found.period, found.reference) == ("2024", 5.0)
    assert found.sides == ((A, 0), (B, 1))
    assert to_country(claim(8.0), PERCENT).sides == ((A, -1), (B, -1))


@pytest.mark.parametrize(
    "unit", [AMOUNT, replace(PERCENT, is_signed=True), replace(PERCENT, is_reversed=True)]
)
def test_amounts_differences_and_ranks_are_not_set_against_the_country(unit):
    assert to_country(claim(5.0), unit) is None
    assert to_country(claim(), PERCENT) is None


def test_the_median_leaves_the_compared_areas_out():
    rows = [(area, "2024", float(number)) for number, area in enumerate(OTHERS)]
    obs = frame(*rows, (A, "2024", 99.0))
    found = to_median(claim().levels, obs, PERCENT, GROUP)
    assert (found.reference, found.sides) == (2.0, ((A, 1), (B, 1)))
    assert to_median(claim().levels, frame(*rows[1:]), PERCENT, GROUP) is None
    assert to_median(claim().levels, obs, AMOUNT, GROUP) is None
    budgets = frame(*((*row, "budget") for row in rows))
    assert to_median(claim().levels, budgets, PERCENT, GROUP) is None
