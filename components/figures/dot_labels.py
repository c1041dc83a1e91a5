"""The names over a dot row: which way they unfold, and how much of a rank they have room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.figures.series import Point
from components.figures.swarm import WIDTH
from components.figures.template import LABEL_SIZE, Look, text_width
from data.benchmarks import Benchmark
from data.model import Unit
from data.ranking import rank, ranks_in

RING_SIGN = "○"
_RANKED = 3  # a rank among fewer areas says nothing
_OVERHANG = 16  # pixels that a label may take of the margin


@dataclass(frozen=True, slots=True)
class Label:
    """A name over the swarm: ``x`` in shown units, ``row`` from 0 (lowest), which way it extends."""

    area: str
    text: str
    x: float
    row: int
    to_left: bool


def place_labels(
    variants: Sequence[Mapping[str, str]],
    points: Mapping[str, Point],
    at: Mapping[str, float],
    look: Look,
    names: Mapping[str, str],
) -> list[Label]:
    """Place the names so that no leader runs through another name: they unfold like flags.

    Args:
        variants: what follows the name of each marked area, the longest first; the first that finds
            room for all is taken, else the last.
        points: the point of each area.
        at: pixels of each area's dot from the left.
        look: size of screen.
        names: name of each area.
    """
    labels: list[Label] = []
    for texts in variants:
        width = {area: _width(names[area], text) for area, text in texts.items()}
        to_left = _directions(at, width, WIDTH[look.compact])
        order = sorted((area for area in texts if to_left[area]), key=lambda one: at[one])
        order += sorted((area for area in texts if not to_left[area]), key=lambda one: -at[one])
        labels = [
            Label(area, f"<b>{names[area]}</b> {texts[area]}", points[area].value, row, left)
            for row, (area, left) in enumerate((area, to_left[area]) for area in order)
        ]
        if _is_clear(labels, at, width, WIDTH[look.compact]):
            break
    return labels


def label_texts(
    obs: pd.DataFrame,
    points: Mapping[str, Point],
    marked: Sequence[str],
    unit: Unit,
    look: Look,
    benchmark: Benchmark | None = None,
) -> list[dict[str, str]]:
    """Write the figure of each marked area with its ranks.

    Args:
        obs: prepared observations of one period.
        points: the point of each area of the level.
        marked: areas to write of; those without a point are left out.
        unit: rounds the figures that are ranked.
        look: a phone has room for the figure only.
        benchmark: the group to be ranked among beside the whole level.

    Returns:
        Ways to write them, the longest first: the group by its name, by the sign of its rings, not
        at all.
    """
    texts = {area: points[area].text for area in marked if area in points}
    if look.compact or len(points) <= _RANKED or not texts:
        return [texts]
    period, language = points[next(iter(texts))].period, look.language
    places = rank(obs, period, tuple(points), unit)
    for area in texts:
        place = language.text("rank {rank} of {count}", rank=places[area], count=len(places))
        texts[area] = f"{texts[area]} · {place}"
    inside = ranks_in(obs, period, benchmark, unit) if benchmark else {}
    if benchmark is None or not inside:
        return [texts]
    short = {area: f" · {RING_SIGN} {place}/{len(inside)}" for area, place in inside.items()}
    full = {
        area: " · "
        + language.text(
            "{group}: {rank} of {count}",
            group=language.pick(benchmark.short),
            rank=place,
            count=len(inside),
        )
        for area, place in inside.items()
    }
    with_group = [
        {area: text + ends.get(area, "") for area, text in texts.items()} for ends in (full, short)
    ]
    return [*with_group, texts]


def _directions(
    at: Mapping[str, float], width: Mapping[str, float], plot: float
) -> dict[str, bool]:
    """Tell which names extend to the left: all, or none, or those right of the middle."""
    if all(at[area] + _OVERHANG >= needed for area, needed in width.items()):
        return dict.fromkeys(width, True)
    if all(at[area] + needed <= plot + _OVERHANG for area, needed in width.items()):
        return dict.fromkeys(width, False)
    return {area: at[area] > plot / 2 for area in width}


def _is_clear(
    labels: Sequence[Label], at: Mapping[str, float], width: Mapping[str, float], plot: float
) -> bool:
    """Tell whether all names are inside the figure and no leader of a higher one runs through them."""
    for label in labels:
        x = at[label.area]
        low = x - width[label.area] if label.to_left else x
        high = x if label.to_left else x + width[label.area]
        above = [at[other.area] for other in labels if other.row > label.row]
        if low < -_OVERHANG or high > plot + _OVERHANG or any(low < one < high for one in above):
            return False
    return True


def _width(name: str, text: str) -> float:
    return text_width(name, LABEL_SIZE, True) + text_width(f" {text}", LABEL_SIZE)
