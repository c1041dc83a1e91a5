"""Presentations turn figures into other figures and fill nothing."""

from __future__ import annotations

from math import isnan

import pandas as pd
import pytest
from figure_sample import UNITS, final, observations

from data.bases import load_bases
from data.catalogue import Catalogue
from data.model import Break
from data.presenting import transforms
from data.ranking import rank

BASES, NUMBER = load_bases(), UNITS["number"]


def value(frame: pd.DataFrame, area: str, period: str) -> float:
    row = frame[(frame["area"] == area) & (frame["period"] == period)]
    return float(row["value"].iloc[0])


def status(frame: pd.DataFrame, area: str, period: str) -> str:
    row = frame[(frame["area"] == area) & (frame["period"] == period)]
    return str(row["status"].iloc[0])


def test_counts_are_given_per_thousand_of_the_base_and_late_years_use_its_last() -> None:
    people = final({"KU179": {"2020": 100_000, "2021": 200_000}})
    obs = final({"KU179": {"2019": 10, "2020": 50, "2021": 100, "2023": 100}})
    found, late = transforms.per_base(obs, people, BASES["population"], UNITS["number"], ())
    assert value(found, "KU179", "2020") == pytest.approx(0.5)
    assert value(found, "KU179", "2023") == pytest.approx(0.5)
    assert late == 2021
    assert isnan(value(found, "KU179", "2019"))
    assert status(found, "KU179", "2019") == transforms.NO_BASE


def test_money_is_given_per_one() -> None:
    people = final({"KU179": {"2020": 100_000}})
    obs = final({"KU179": {"2020": 5_000_000}})
    found, late = transforms.per_base(obs, people, BASES["population"], UNITS["euros_millions"], ())
    assert value(found, "KU179", "2020") == pytest.approx(50)
    assert late is None


def test_the_base_year_is_a_hundred_and_no_break_is_crossed() -> None:
    obs = final({"KU179": {"2018": 50, "2019": 80, "2020": 100, "2021": 120}})
    breaks = [Break((), "2019", "definition", {})]
    found = transforms.index(obs, 2020, breaks, NUMBER)
    assert value(found, "KU179", "2020") == 100
    assert value(found, "KU179", "2021") == pytest.approx(120)
    assert value(found, "KU179", "2019") == pytest.approx(80)
    assert isnan(value(found, "KU179", "2018"))
    assert status(found, "KU179", "2018") == transforms.ACROSS_BREAK


def test_a_month_is_set_against_the_same_one_of_a_whole_base_year() -> None:
    """June was set against a mean of the year: the season passed for a rise."""
    months = {f"2020M{month:02d}": 100.0 * month for month in range(1, 13)}
    obs = final(
        {
            "KU179": {**months, "2021M01": 130.0, "2021M02": 100.0},
            "KU297": {"2020M01": 500.0, "2021M01": 600.0},
        }
    )
    found = transforms.index(obs, 2020, (), NUMBER)
    assert value(found, "KU179", "2021M01") == pytest.approx(130)
    assert value(found, "KU179", "2021M02") == pytest.approx(50)
    assert value(found, "KU179", "2020M12") == pytest.approx(100)
    assert isnan(value(found, "KU297", "2021M01"))
    assert status(found, "KU297", "2021M01") == transforms.NO_BASE_YEAR
    assert transforms.base_years(obs, ["KU179"], NUMBER) == [2020]
    assert transforms.base_years(obs, ["KU179", "KU297"], NUMBER) == []


@pytest.mark.parametrize(
    ("base", "unit", "is_base"),
    [
        (-5.0, "number", False),
        (0.0, "number", False),
        (99.0, "number", False),  # chance alone would move the index by a fifth
        (100.0, "number", True),
        (0.9, "percent", False),  # shown with one decimal: 0,9 may be anything from 0,85 to 0,95
        (1.0, "percent", True),
    ],
)
def test_a_base_of_few_shown_steps_has_no_index(base: float, unit: str, is_base: bool) -> None:
    obs = final({"KU179": {"2020": base, "2021": 30.0}})
    found = transforms.index(obs, 2020, (), UNITS[unit])
    assert found["value"].notna().all() == is_base
    years = transforms.base_years(obs, ["KU179"], UNITS[unit])
    assert (2020 in years) == is_base


def test_the_gap_of_shares_is_that_of_the_shown_figures() -> None:
    obs = final({"KU179": {"2020": 17.25, "2021": 3.0}, "SSS": {"2020": 12.84}})
    found = transforms.gap_to_country(obs, UNITS["percent"])
    assert value(found, "KU179", "2020") == pytest.approx(17.3 - 12.8)
    assert value(found, "SSS", "2020") == 0
    assert status(found, "KU179", "2021") == transforms.NO_COUNTRY


def test_the_gap_of_rates_is_in_per_cent_of_the_country() -> None:
    obs = final({"KU179": {"2020": 110.0}, "SSS": {"2020": 100.0}})
    found = transforms.gap_to_country(obs, UNITS["per_1000"])
    assert value(found, "KU179", "2020") == pytest.approx(10)


def test_equal_shown_figures_share_a_rank() -> None:
    rows = {"KU001": 5.04, "KU002": 5.01, "KU003": 7.0, "KU004": 1.0, "KU005": 2.0}
    obs = final({area: {"2020": number} for area, number in rows.items()})
    found = transforms.ranks(obs, list(rows), UNITS["percent"]).set_index("area")["value"]
    assert found.to_dict() == {"KU001": 2, "KU002": 2, "KU003": 1, "KU004": 5, "KU005": 4}


def test_four_areas_are_no_ranking() -> None:
    obs = final({f"KU00{n}": {"2020": float(n)} for n in range(1, 5)})
    found = transforms.ranks(obs, list(obs["area"]), UNITS["percent"])
    assert found["value"].isna().all()
    assert set(found["status"]) == {transforms.TOO_FEW}


def test_suspect_figures_and_other_natures_are_not_ranked_with_outcomes() -> None:
    rows = [(f"KU00{n}", "2020", float(n), "final") for n in range(1, 6)]
    rows += [("KU006", "2020", 9.0, "suspect"), ("KU007", "2020", 8.0, "budget")]
    found = transforms.ranks(observations(rows), [row[0] for row in rows], UNITS["number"])
    places = found.set_index("area")["value"]
    assert places["KU005"] == 1
    assert isnan(places["KU006"])
    assert isnan(places["KU007"])


def test_a_shared_place_is_told_apart_within_a_nature() -> None:
    rows = [("KU001", "2020", 1.0, "final"), ("KU002", "2020", 1.0, "final")]
    rows += [("KU003", "2020", 3.0, "final"), ("KU004", "2020", 3.0, "budget")]
    assert transforms.tied(observations(rows), "2020") == {"KU001", "KU002"}
    assert transforms.tied(observations(rows), "2021") == frozenset()


def test_the_usual_base_year_lies_after_the_last_break_of_the_areas() -> None:
    breaks = [Break((), "2012", "definition", {}), Break(("KU297",), "2013M06", "merger", {})]
    assert transforms.first_year_after(breaks, ["KU179"]) == 2012
    assert transforms.first_year_after(breaks, ["KU179", "KU297"]) == 2014
    assert transforms.first_year_after((), ["KU179"]) == 0


def test_ranks_of_many_periods_are_those_of_one() -> None:
    """Two ways to rank, one answer: a page ranks a whole series at once, the build one period."""
    catalogue = Catalogue()
    indicator = catalogue.indicator("unemployed_share")
    obs, unit = catalogue.observations(indicator.id), catalogue.unit(indicator)
    codes = [code for code in obs["area"].unique() if code.startswith("KU")]
    found = transforms.ranks(obs, codes, unit)
    for period in ("2010M01", "2026M06"):
        at = found[(found["period"] == period) & found["value"].notna()]
        assert dict(zip(at["area"], at["value"], strict=True)) == rank(obs, period, codes, unit)
