"""Fixed figures that the reviewed example sentences are told from, and the telling.

``observations.csv`` holds real figures of one day, a few areas and periods of each series; they stay
as they are when the data are refreshed. ``MADE_UP`` holds invented figures for what is rare. After a
wording has been changed on purpose, run this file and read every changed line of
``sentences_<language>.csv`` as a native reader would, before it is kept.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from components.language import Language
from components.sentences import sentences_of
from data.benchmarks import load_benchmarks
from data.declarations import load_indicators, load_units
from data.model import CITIES, COUNTRY, LANGUAGES, OBSERVATION_COLUMNS

EXAMPLES = Path(__file__).resolve().parents[1] / "unit" / "examples"
MISSING = (math.nan, "missing:not_published")
# Case: indicator, then figures of the three cities and the country by period.
MADE_UP = {
    "a city is missing": ("unemployed_share", {"2025M06": (16.8, None, 16.0, 12.1),
                                               "2026M06": (17.2, None, 17.8, 12.8)}),
    "one city only": ("starting_places", {"2024": (None, None, 1730), "2025": (None, None, 1786)}),
    "two are level": ("year_end_unemployed_share", {"2020": (16.0, 13.2, 16.0, 12.0),
                                                    "2021": (13.4, 10.5, 13.4, 10.5)}),
    "all are level": ("starting_places", {"2024": (200, 200, 220), "2025": (210, 210, 210)}),
    "they were level": ("starting_places", {"2024": (210, 210, 210), "2025": (211, 210, 210)}),
    "nothing has changed": ("tertiary_share", {"2024": (38.8, 36.6, 31.3, 34.5),
                                               "2025": (38.8, 36.6, 31.3, 34.5)}),
    "below zero": ("internal_net_migration", {"2016": (12, -8, -1), "2017": (-5, -8, 0)}),
    "long ago": ("population", {"1972": (89697, 75000, 92000), "1975": (95000, 76000, 94500)}),
}  # fmt: skip


def cases() -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Give the name, indicator and observations of each case."""
    real = pd.read_csv(EXAMPLES / "observations.csv", dtype={"period": str})
    for name, rows in real.groupby("indicator", sort=False):
        yield str(name), str(name), rows[list(OBSERVATION_COLUMNS)].reset_index(drop=True)
    for name, (indicator, table) in MADE_UP.items():
        yield name, indicator, frame(table)


def frame(table: dict[str, tuple[float | None, ...]]) -> pd.DataFrame:
    """Build observations of the three cities and the country from figures by period."""
    rows = []
    for period, cells in table.items():
        for area, cell in zip((*CITIES, COUNTRY), cells, strict=False):
            value, status = MISSING if cell is None else (float(cell), "final")
            rows.append((area, period, "total", value, status, math.nan, math.nan))
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


def told(code: str) -> list[tuple[str, str, str]]:
    """Tell every case in a language: case, form, text with "~" for a no-break space."""
    indicators, units, groups = load_indicators(), load_units(), load_benchmarks()
    rows = []
    for name, key, obs in cases():
        indicator = indicators[key]
        unit = units[indicator.unit]
        for said in sentences_of(indicator, unit, obs, (), groups, Language.of(code)):
            form = f"{said.form.value} {said.group}".strip()
            rows.append((name, form, said.text.replace("\u00a0", "~")))
    return rows


def reviewed(code: str) -> list[tuple[str, str, str]]:
    """Read the reviewed sentences of a language."""
    with (EXAMPLES / f"sentences_{code}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in list(csv.reader(file))[1:]]


def write() -> None:
    """Write the sentences anew, to be read."""
    for code in LANGUAGES:
        with (EXAMPLES / f"sentences_{code}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows([("case", "form", "sentence"), *told(code)])


if __name__ == "__main__":
    write()
