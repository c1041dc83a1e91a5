"""The same month or quarter of every year, as yearly figures."""

from __future__ import annotations

import pandas as pd
import pytest

from components.figures.season import same_season

A, B = "KU179", "KU297"


def frame(periods: list[str], areas: tuple[str, ...] = (A, B)) -> pd.DataFrame:
    rows = [(area, period, "total", 1.0, "final") for area in areas for period in periods]
    return pd.DataFrame(rows, columns=["area", "period", "breakdown", "value", "status"])


def monthly(years: range) -> list[str]:
    return [f"{year}M{month:02d}" for year in years for month in (5, 6, 7)]


def test_the_newest_common_month_of_every_year_is_kept() -> None:
    obs = pd.concat([frame([*monthly(range(2020, 2025)), "2025M06"]), frame(["2025M07"], (A,))])
    same = same_season(obs, (A, B))
    assert same is not None
    assert sorted(same["period"].unique()) == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert len(same) == 12
    assert "2025M06" in set(obs["period"]), "the caller's frame stays as it was"


def test_quarters_are_kept_alike() -> None:
    same = same_season(frame([f"{year}Q4" for year in range(2018, 2024)] + ["2019Q1"]), (A, B))
    assert same is not None
    assert len(same) == 12


@pytest.mark.parametrize(
    "periods", [["2020", "2021", "2022", "2023", "2024", "2025"], monthly(range(2022, 2026)), []]
)
def test_yearly_and_short_series_have_no_season(periods: list[str]) -> None:
    assert same_season(frame(periods), (A, B)) is None
