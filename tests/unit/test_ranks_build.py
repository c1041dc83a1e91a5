"""Ranks in the making: which series are ranked, at which period, and that an unknown city stops the build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from figure_sample import observations

from data.benchmarks import load_benchmarks
from data.errors import DeclarationError
from data.model import RANK_COLUMNS, Indicator, Kind, Level, Place
from data.pipeline.ranks import rank_cities
from data.schemas import check_ranks

INDICATOR = Indicator(
    "sample", Kind.SERIES, "tyollisyys", Place.HEADLINE, 1, {}, {}, unit="percent",
    levels=(Level.MUNICIPALITY, Level.COUNTRY),
)  # fmt: skip
NAMED = sorted({code for group in load_benchmarks() for code in group.areas})
AREAS = pd.DataFrame({"area": [*NAMED, "SSS"]})
CITIES = ("KU179", "KU297", "KU398")


def ranks(folder: Path, rows, indicator: Indicator = INDICATOR) -> pd.DataFrame:
    path = folder / "observations" / "sample.parquet"
    path.parent.mkdir()
    observations(rows).to_parquet(path)
    frame = rank_cities(folder, [indicator], AREAS)
    check_ranks(frame, "ranks")
    return frame


def test_cities_are_ranked_at_the_latest_common_period_of_the_three(tmp_path: Path) -> None:
    rows = [(code, "2023", float(place), "final") for place, code in enumerate(NAMED)]
    rows += [(code, "2024", 1.0, "final") for code in NAMED if code != "KU398"]
    frame = ranks(tmp_path, rows)
    assert set(frame["period"]) == {"2023"}
    counts = frame.groupby("benchmark")["count"].agg(["min", "max", "size"])
    assert counts.loc["ten_largest"].tolist() == [10, 10, 10]
    assert counts.loc["university_cities"].tolist() == [12, 12, 12]
    first = frame[frame["rank"] == 1].set_index("benchmark")["area"]
    assert first["university_cities"] == NAMED[-1]


def test_a_group_with_four_figures_is_not_ranked(tmp_path: Path) -> None:
    codes = (*CITIES, "KU905")  # Vaasa is a university city only
    frame = ranks(tmp_path, [(code, "2024", 1.0, "final") for code in codes])
    assert frame.empty
    assert tuple(frame.columns) == RANK_COLUMNS


def test_outcomes_are_not_ranked_among_budgets(tmp_path: Path) -> None:
    rows = [(code, "2024", 5.0, "budget") for code in (*CITIES, "KU091", "KU049")]
    rows += [("KU837", "2024", 9.0, "final"), ("KU564", "2024", 9.0, "suspect")]
    frame = ranks(tmp_path, rows)
    assert set(frame["area"]) == {*CITIES, "KU091", "KU049"}
    assert set(frame["rank"]) == {1}


def test_series_of_regions_have_no_ranks(tmp_path: Path) -> None:
    regional = replace(INDICATOR, levels=(Level.REGION, Level.COUNTRY))
    assert ranks(tmp_path, [(code, "2024", 1.0, "final") for code in NAMED], regional).empty


def test_a_series_without_a_common_period_has_no_ranks(tmp_path: Path) -> None:
    assert ranks(tmp_path, [(code, f"2{code[2:]}", 1.0, "final") for code in CITIES]).empty


def test_a_city_that_is_no_area_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match=r"benchmarks.yaml:\d+: .*unknown areas: KU609"):
        rank_cities(tmp_path, [], AREAS[AREAS["area"] != "KU609"])
