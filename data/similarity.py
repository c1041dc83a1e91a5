"""Similar cities: the nearest municipalities by declared features with open weights; pure.

The method stands in ``reference/similarity.yaml``: differences in standard deviations, averaged by
group, weighted, added up. Only published figures are used: a municipality that lacks one is left
out, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.catalogue import Catalogue
from data.comparison import common_period
from data.levels import Nature, figures, read_table
from data.model import CITIES
from data.similarity_method import Method, Scaling

POPULATION = "population"
_MUNICIPALITY = "KU"
_MOST_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared: ``frame`` has a row per municipality and a column per feature, as published.

    ``periods`` tells of when each feature is; ``left_out`` the features that a municipality of the
    wanted size lacks.
    """

    frame: pd.DataFrame
    periods: Mapping[str, str]
    left_out: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A similar municipality: its distance and what makes it.

    ``contributions`` are shares of the squared distance by group and add up to 1 (all are 0 at
    distance 0). ``closest`` are the groups that differ least, ``farthest`` the one that differs
    most, None where every difference is small.
    """

    area: str
    distance: float
    contributions: Mapping[str, float]
    closest: tuple[str, ...]
    farthest: str | None


def features(catalogue: Catalogue, method: Method) -> Features:
    """Collect the features of every municipality of the wanted size.

    Args:
        catalogue: has a series of municipalities for each feature.
        method: lists the features and the smallest population.

    Returns:
        Each feature at the latest period common to the three cities; municipalities by code.

    Raises:
        UnavailableSeries: a prepared file is missing or broken.
        ValueError: a series has no figure that the three cities share.
    """
    periods, columns = {}, {}
    for series in method.features:
        periods[series], columns[series] = _latest(series, catalogue.observations(series))
    frame = pd.DataFrame(columns).sort_index()
    frame = frame[frame[POPULATION] >= method.minimum_population]
    lacking = {
        str(area): tuple(str(name) for name in frame.columns[is_missing])
        for area, is_missing in zip(frame.index, frame.isna().to_numpy(), strict=True)
        if is_missing.any()
    }
    return Features(frame.dropna(), periods, lacking)


def similar(
    frame: pd.DataFrame,
    city: str,
    method: Method,
    weights: Mapping[str, float] | None = None,
    count: int = 8,
) -> tuple[Neighbour, ...]:
    """Find the municipalities most like a city.

    Args:
        frame: features of the municipalities without gaps, as ``features`` gives them.
        city: code of a row of the frame.
        method: the groups of the features and the limit of a small difference.
        weights: weight of each group instead of the declared ones; only their proportions matter,
            and a group with weight 0 or none is not looked at.
        count: how many to give at most.

    Returns:
        The nearest first; equal distances in the order of their codes. The city is not among them.

    Raises:
        KeyError: the city is not in the frame, or a weight is of an unknown group.
        ValueError: a weight is negative or not a number, or none is positive.
    """
    used = _proportions(method.weights if weights is None else weights, method)
    squares = _group_squares(frame, city, method)[list(used)].drop(index=city)
    weighed = squares * pd.Series(used)
    distances = np.sqrt(weighed.sum(axis=1))
    order = sorted(distances.index, key=lambda area: (distances[area], area))
    return tuple(
        _neighbour(area, squares.loc[area], weighed.loc[area], method) for area in order[:count]
    )


def _latest(series: str, obs: pd.DataFrame) -> tuple[str, dict[str, float]]:
    """Give the period and the outcomes of all municipalities; suspect ones are no figures."""
    period = common_period(obs, CITIES)
    if period is None:
        raise ValueError(f"{series}: no figure common to {', '.join(CITIES)}")
    rows = obs[(obs["period"] == period) & obs["area"].str.startswith(_MUNICIPALITY)]
    table = read_table(rows, tuple(rows["area"].unique()))
    found = {area: figures(seen, Nature.OUTCOME).get(period) for area, seen in table.items()}
    return period, {area: one.value for area, one in found.items() if one and one.value is not None}


def _proportions(weights: Mapping[str, float], method: Method) -> dict[str, float]:
    unknown = set(weights) - set(method.weights)
    if unknown:
        raise KeyError(f"no such group of features: {', '.join(sorted(unknown))}")
    if not all(0 <= weight < np.inf for weight in weights.values()) or not any(weights.values()):
        raise ValueError(f"weights must be zero or more, and one above zero: {dict(weights)}")
    total = sum(weights.values())
    return {key: weights[key] / total for key in method.weights if weights.get(key)}


def _group_squares(frame: pd.DataFrame, city: str, method: Method) -> pd.DataFrame:
    """Give the mean squared difference from the city by group, in squared standard deviations."""
    scaled = frame[list(method.features)].astype(float)
    for series, scaling in method.scaling.items():
        if scaling is Scaling.LOG:
            scaled[series] = np.log(scaled[series])
    # A feature that is the same everywhere tells nobody apart.
    spread = scaled.std(ddof=0).replace(0.0, np.inf)
    squares = ((scaled - scaled.loc[city]) / spread) ** 2
    return squares.T.groupby(method.features.__getitem__).mean().T


def _neighbour(area: str, squares: pd.Series, weighed: pd.Series, method: Method) -> Neighbour:
    total = float(weighed.sum())
    apart = {str(key): float(np.sqrt(square)) for key, square in squares.items()}
    order = sorted(apart, key=lambda key: apart[key])  # stable: ties in the order of the method
    small = [key for key in order if apart[key] <= method.close_within]
    closest = tuple(small[:_MOST_CLOSE] or order[:1])
    farthest = order[-1]
    return Neighbour(
        area=area,
        distance=float(np.sqrt(total)),
        contributions={str(key): float(part) / (total or 1.0) for key, part in weighed.items()},
        closest=closest,
        farthest=None if farthest in closest or farthest in small else farthest,
    )
