"""Which changes are clear, which slight, which no larger than chance makes them."""

import math

import pandas as pd
import pytest

from data.claims import Change, Weight
from data.levels import read_table
from data.model import OBSERVATION_COLUMNS, Break, Unit
from data.noise import weighed

A = "KU179"
COUNT = Unit("number", {}, 0, 1.0, True, {}, {}, {})
PERCENT = Unit("percent", {}, 1, 1.0, False, {}, {}, {})


def series(values, first=2010, statuses=(), numerators=()):
    rows = [
        (
            A,
            str(first + year),
            "total",
            math.nan if value is None else float(value),
            statuses[year] if statuses else "final",
            float(numerators[year]) if numerators else math.nan,
            math.nan,
        )
        for year, value in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


def weight(obs, unit, breaks=(), back=1):
    periods = obs["period"].tolist()
    values = obs["value"].tolist()
    gap = round(values[-1] - values[-1 - back], 6)
    change = Change(A, periods[-1], periods[-1 - back], gap, is_usual=True)
    return weighed([change], obs, read_table(obs, (A,)), unit, breaks)[0].weight


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(69, 73, Weight.NOISE), (20, 31, Weight.NOISE), (20, 50, Weight.SLIGHT),
     (10, 60, Weight.CLEAR), (60, 10, Weight.CLEAR), (50, 50, None), (99, 100, None)],
)  # fmt: skip
def test_small_counts_follow_poisson(before, after, expected):
    assert weight(series((before, after)), COUNT) is expected


def test_a_share_is_judged_by_its_small_numerator():
    obs = series((57.4, 60.5), numerators=(69, 73))
    assert weight(obs, PERCENT) is Weight.NOISE
    assert weight(series((57.4, 60.5), numerators=(690, 730)), PERCENT) is None


def test_nets_are_no_counts():
    assert weight(series((-20, 30)), COUNT) is None
    assert weight(series((-9, 20, 31)), COUNT) is None


WOBBLE = (
    10.0,
    10.6,
    9.8,
    10.4,
    10.1,
    9.7,
    10.5,
    9.9,
    10.2,
    10.3,
)  # differences by chance of about a point


@pytest.mark.parametrize(
    ("last", "expected"),
    [(10.6, Weight.NOISE), (9.9, Weight.NOISE), (13.0, Weight.SLIGHT), (16.5, Weight.CLEAR)],
)
def test_a_long_past_gives_the_spread(last, expected):
    assert weight(series((*WOBBLE, last)), PERCENT) is expected


def test_trends_and_cycles_are_not_noise():
    trend = [10 + year / 2 for year in range(12)]
    assert weight(series(trend), PERCENT) is Weight.CLEAR
    cycle = [10 + 3 * math.sin(year / 2) for year in range(14)]
    assert weight(series(cycle), PERCENT, back=3) is Weight.CLEAR


def test_one_odd_year_does_not_hide_a_change():
    past = [10.0, 10.1, 10.0, 10.1, 10.0, 25.0, 10.1, 10.0, 10.1, 10.0, 10.1, 10.0, 10.1, 10.0]
    assert weight(series((*past, 14.0)), PERCENT) is Weight.CLEAR


def test_rounding_alone_is_noise_enough_for_one_step_of_a_flat_series():
    assert weight(series((*[5.0] * 10, 5.1)), PERCENT) is Weight.SLIGHT
    assert weight(series((*[5.0] * 10, 5.2)), PERCENT) is Weight.CLEAR


def test_a_short_past_a_hole_or_a_break_gives_no_judgement():
    assert weight(series((*WOBBLE[:8], 16.5)), PERCENT) is None
    holes = [value if year % 3 else None for year, value in enumerate(WOBBLE)]
    assert weight(series((*holes, 10.3, 16.5)), PERCENT) is None
    broken = (Break((), "2014", "level", {}),)
    assert weight(series((*WOBBLE, 16.5)), PERCENT, broken) is None


@pytest.mark.parametrize("status", ["budget", "amended_budget", "plan", "projection"])
def test_decisions_and_assumptions_are_not_judged(status):
    obs = series((*WOBBLE, 16.5), statuses=[status] * 11)
    assert weight(obs, PERCENT) is None
    assert weight(series((10, 60), statuses=[status] * 2), COUNT) is None


def test_no_comparison_no_judgement():
    obs = series((10, 60))
    nothing = Change(A, "2011", None, None, is_usual=False)
    assert weighed([nothing], obs, read_table(obs, (A,)), COUNT, ()) == (nothing,)
