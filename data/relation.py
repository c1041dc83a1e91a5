"""Two series set against each other, area by area: what a scatter draws and how closely they go together.

Both figures of a pair are of one year and one nature; suspect ones never count. A series of months or
quarters stands with its newest period of that year, and its trail with the same month of every year,
so that the season does not look like a change. Each area counts the same, whatever its size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.levels import BREAK, SUSPECT, Nature
from data.model import CITIES, COUNTRY, REGIONS, TOTAL, Break, Level
from data.periods import position, season, year_of

FEWEST_PAIRS = 5  # a scatter of fewer areas shows nothing
FEWEST_CORRELATED = 10  # a coefficient of fewer says nothing
# Plans are never levels; projections meet projections only.
_NATURES = (Nature.OUTCOME, Nature.BUDGET, Nature.PROJECTION)
_LEVELS = ((Level.MUNICIPALITY, "KU", CITIES), (Level.REGION, "MK", REGIONS))


@dataclass(frozen=True, slots=True)
class Pair:
    """The two figures of an area in one year, in stored units."""

    area: str
    year: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Correlation:
    """How closely two series go together over ``n`` areas, from -1 to 1; ``spearman`` is by ranks."""

    n: int
    pearson: float
    spearman: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two series joined: the pairs of the newest common year, and the trails of the compared areas.

    A trail is cut into stretches where a year is missing or either series breaks.
    """

    level: Level
    x_period: str
    y_period: str
    pairs: Mapping[str, Pair]
    country: Pair | None
    trails: Mapping[str, tuple[tuple[Pair, ...], ...]]

    @property
    def correlation(self) -> Correlation | None:
        """How closely they go together; None for few areas and where one figure is the same everywhere."""
        return correlation([(one.x, one.y) for one in self.pairs.values()])


def paired(
    x: pd.DataFrame,
    y: pd.DataFrame,
    x_breaks: Sequence[Break] = (),
    y_breaks: Sequence[Break] = (),
) -> Pairing | None:
    """Join two series at their newest common year.

    Args:
        x: prepared observations of the series on the level axis.
        y: prepared observations of the series on the upright axis.
        x_breaks: places that no trail crosses.
        y_breaks: the same of the other series.

    Returns:
        Pairs of municipalities, else of regions; None where fewer than five areas of a level have
        figures of one nature in a common year.
    """
    for level, prefix, own in _LEVELS:
        for nature in _NATURES:
            sides = _read(x, prefix, nature), _read(y, prefix, nature)
            found = _newest_year(*sides)
            if found is None:
                continue
            year, x_period, y_period = found
            rows = _joined(*sides, x_period, y_period).sort_values(["area", "year"])
            pairs = _pairs(rows[rows["year"] == year])
            country = pairs.pop(COUNTRY, None)
            trails = {
                area: _stretches(rows[rows["area"] == area], area, (*x_breaks, *y_breaks))
                for area in own
                if area in pairs
            }
            return Pairing(level, x_period, y_period, pairs, country, trails)
    return None


def correlation(points: Sequence[tuple[float, float]]) -> Correlation | None:
    """Measure how closely two figures go together.

    Args:
        points: both figures of each area.

    Returns:
        None for fewer than ten areas, and where one of the figures is the same everywhere.
    """
    if len(points) < FEWEST_CORRELATED:
        return None
    figures = pd.DataFrame(points, dtype=float)
    if (figures.max() == figures.min()).any():
        return None
    pearson, spearman = (
        float(np.corrcoef(columns.to_numpy(), rowvar=False)[0, 1])
        for columns in (figures, figures.rank())
    )
    return Correlation(len(points), pearson, spearman)


def _read(obs: pd.DataFrame, prefix: str, nature: Nature) -> pd.DataFrame:
    """Keep the figures of one level and the country, of one nature."""
    codes = [code for code in obs["area"].unique() if code.startswith(prefix) or code == COUNTRY]
    natures = {status: Nature.of(status) for status in obs["status"].unique() if status != SUSPECT}
    chosen = [status for status, found in natures.items() if found is nature]
    is_figure = obs["value"].notna() & (obs["breakdown"] == TOTAL) & obs["status"].isin(chosen)
    return obs.loc[is_figure & obs["area"].isin(codes), ["area", "period", "value", "status"]]


def _by_year(side: pd.DataFrame) -> dict[int, str]:
    """Give the newest period of each year."""
    return {year_of(period): period for period in sorted(side["period"].unique(), key=position)}


def _newest_year(x: pd.DataFrame, y: pd.DataFrame) -> tuple[int, str, str] | None:
    """Give the newest year in which enough areas have both figures, with the periods of both."""
    x_periods, y_periods = _by_year(x), _by_year(y)
    for year in sorted(set(x_periods) & set(y_periods), reverse=True):
        both = set(x.loc[x["period"] == x_periods[year], "area"])
        both &= set(y.loc[y["period"] == y_periods[year], "area"])
        if len(both - {COUNTRY}) >= FEWEST_PAIRS:
            return year, x_periods[year], y_periods[year]
    return None


def _joined(x: pd.DataFrame, y: pd.DataFrame, x_period: str, y_period: str) -> pd.DataFrame:
    """Join the same month or quarter of every year, or the years themselves."""
    sides = (_of_season(x, season(x_period)), _of_season(y, season(y_period)))
    return sides[0].merge(sides[1], on=["area", "year"], suffixes=("_x", "_y"))


def _of_season(side: pd.DataFrame, wanted: str) -> pd.DataFrame:
    years = {it: year_of(it) for it in side["period"].unique() if season(it) == wanted}
    rows = side[side["period"].isin(list(years))]
    return rows.assign(year=rows["period"].map(years).astype(int))


def _pairs(rows: pd.DataFrame) -> dict[str, Pair]:
    columns = (rows[name].tolist() for name in ("area", "year", "value_x", "value_y"))
    return {one[0]: Pair(*one) for one in zip(*columns, strict=True)}


def _stretches(
    rows: pd.DataFrame, area: str, breaks: Sequence[Break]
) -> tuple[tuple[Pair, ...], ...]:
    """Cut the years of one area where a line may not run."""
    starts = {year_of(one.period) for one in breaks if not one.areas or area in one.areas}
    is_break = (rows[["status_x", "status_y"]] == BREAK).any(axis=1)
    starts |= set(rows.loc[is_break, "year"])
    cut: list[list[Pair]] = []
    for year, x, y in zip(
        *(rows[it].tolist() for it in ("year", "value_x", "value_y")), strict=True
    ):
        pair = Pair(area, year, x, y)
        if cut and cut[-1][-1].year == year - 1 and year not in starts:
            cut[-1].append(pair)
        else:
            cut.append([pair])
    return tuple(tuple(stretch) for stretch in cut)
