"""The prepared ranks: the ten are the ten largest, and every place is what the observations say."""

from __future__ import annotations

import pandas as pd
import pytest

from data.benchmarks import TEN_LARGEST, load_benchmarks
from data.catalogue import Catalogue
from data.comparison import compared, shown
from data.levels import Nature
from data.model import CITIES, PREPARED, TOTAL, Indicator, Kind, Level
from data.schemas import check_ranks

CATALOGUE = Catalogue()
SERIES = CATALOGUE.indicators(kind=Kind.SERIES)
OF_CITIES = [item for item in SERIES if item.own_areas == CITIES]
FEWEST = 5


def figures(indicator: Indicator, areas: tuple[str, ...]) -> tuple[str | None, pd.Series]:
    """Shown figures of a group at the statement's period, found without data.ranking."""
    obs = CATALOGUE.observations(indicator.id)
    levels = [seen for seen in compared(obs, CITIES) if seen.value is not None]
    if not levels:
        return None, pd.Series(dtype=float)
    nature = Nature.of(levels[0].status)
    at = obs[
        (obs["period"] == levels[0].period)
        & (obs["breakdown"] == TOTAL)
        & obs["area"].isin(areas)
        & obs["value"].notna()
        & obs["status"].map(lambda status: status != "suspect" and Nature.of(status) is nature)
    ]
    unit = CATALOGUE.unit(indicator)
    return levels[0].period, at.set_index("area")["value"].map(lambda value: shown(value, unit))


def test_the_ten_are_the_ten_largest_at_the_end_of_2025() -> None:
    population = CATALOGUE.observations("population")
    at = population[(population["period"] == "2025") & population["area"].str.startswith("KU")]
    assert len(at) > 300
    largest = at.nlargest(10, "value")["area"].tolist()
    assert list(CATALOGUE.benchmark(TEN_LARGEST).areas) == largest


def test_every_area_of_a_group_is_a_municipality() -> None:
    known = CATALOGUE.area_names("fi").keys()
    for group in load_benchmarks(known=known):
        assert all(CATALOGUE.area(code).level is Level.MUNICIPALITY for code in group.areas)


def test_the_file_keeps_its_contract() -> None:
    frame = pd.read_parquet(PREPARED / "ranks.parquet")
    check_ranks(frame, "ranks.parquet")
    keys = ["indicator", "benchmark", "area"]
    assert frame.equals(frame.sort_values(keys, ignore_index=True))
    assert set(frame["indicator"]) <= {item.id for item in OF_CITIES}
    assert len(set(frame["indicator"])) > 60


@pytest.mark.parametrize("indicator", OF_CITIES, ids=lambda item: item.id)
def test_ranks_are_those_of_the_prepared_observations(indicator: Indicator) -> None:
    ranks = CATALOGUE.ranks(indicator.id)
    for group in CATALOGUE.benchmarks():
        period, known = figures(indicator, group.areas)
        found = ranks[ranks["benchmark"] == group.key].set_index("area")
        if len(known) < FEWEST:
            assert found.empty
            continue
        expected = {area: 1 + int((known > value).sum()) for area, value in known.items()}
        assert found["rank"].to_dict() == expected
        assert set(found["count"]) == {len(known)}
        assert set(found["period"]) == {period}
        assert set(CITIES) & set(known.index) <= set(found.index)


@pytest.mark.parametrize("indicator", OF_CITIES, ids=lambda item: item.id)
def test_the_three_cities_are_ranked_where_anybody_is(indicator: Indicator) -> None:
    ranks = CATALOGUE.ranks(indicator.id)
    if indicator.expect and indicator.expect.every_city:
        for group, rows in ranks.groupby("benchmark"):
            assert set(CITIES) <= set(rows["area"]), group
