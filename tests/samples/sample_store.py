"""A tiny snapshot store with two invented tables, made in a temporary folder; its numbers are test input only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import yaml

from data.benchmarks import load_benchmarks
from data.model import CITIES

CARD = {"licence": "CC BY 4.0", "quality": "A", "updated": None, "measures": {}}


def write_table(
    root: Path,
    table: str,
    vintages: dict[str, Sequence[tuple[object, ...]]],
    classes: tuple[str, ...] = (),
    **card: object,
) -> None:
    """Write vintages of rows (area, period, measure, *classes, value, status) and their card."""
    folder = root / table
    folder.mkdir(parents=True, exist_ok=True)
    columns = ["area", "period", "measure", *classes, "value", "status"]
    for date, rows in vintages.items():
        frame = pd.DataFrame(rows, columns=columns).astype({"value": float})
        frame.to_parquet(folder / f"{date}.parquet")
    entries = [{**CARD, "file": f"{date}.parquet", **card} for date in vintages]
    text = yaml.safe_dump({"table": table, "snapshots": entries})
    (folder / "snapshots.yaml").write_text(text, encoding="utf-8")


def areas() -> pd.DataFrame:
    """Three regions, their municipalities, the country, two postal areas."""
    rows = [
        ("SSS", "country", None, None),
        ("MK13", "region", None, None),
        ("MK07", "region", None, None),
        ("MK11", "region", None, None),
        ("KU179", "municipality", "MK13", None),
        ("KU077", "municipality", "MK13", None),
        ("KU297", "municipality", "MK11", None),
        ("KU398", "municipality", "MK07", None),
        ("KU507", "municipality", "MK07", None),
        ("PNO40100", "sub_area", None, "KU179"),
        ("PNO40200", "sub_area", None, "KU179"),
    ]
    frame = pd.DataFrame(rows, columns=["area", "level", "region", "municipality"])
    for language in ("fi", "sv", "en"):
        frame[f"name_{language}"] = frame["area"]
    return frame


def benchmark_cities() -> pd.DataFrame:
    """The other municipalities that benchmarks.yaml names: a build refuses unknown ones."""
    named = {code for benchmark in load_benchmarks() for code in benchmark.areas}
    frame = pd.DataFrame({"area": sorted(named - set(CITIES)), "level": "municipality"})
    names = {f"name_{language}": frame["area"] for language in ("fi", "sv", "en")}
    return frame.assign(region="MK01", **names)


def write_area_layers(root: Path) -> None:
    """Write the attributes of the geometry layers that name the areas."""
    frame = pd.concat([areas(), benchmark_cities()], ignore_index=True)
    names = ["area", "name_fi", "name_sv", "name_en"]
    for layer, level, extra in (
        ("municipalities", "municipality", ["region"]),
        ("regions", "region", []),
        ("postal_areas", "sub_area", ["municipality"]),
    ):
        folder = root / "geo" / layer
        folder.mkdir(parents=True, exist_ok=True)
        chosen = frame[frame["level"] == level][[*names, *extra]]
        chosen.to_parquet(folder / "2025-01-01.parquet")


DECLARATION = """\
kind: series
theme: tyollisyys
place: headline
order: 1
title: {fi: Näyte, sv: Prov, en: Sample}
describes: {fi: Näyte., sv: Prov., en: Sample.}
sentence:
  fi: {when: in_period, subject: näytteitä, verb: oli}
  sv: {when: in_period, subject: proven, verb: var}
  en: {when: in_period, subject: samples, verb: were}
unit: percent
direction: neutral
frequency: year
observe:
  - {table: statfin/12r5, where: {measure: a}}
levels: [municipality, region, country]
expect: {min: 0, max: 100, first: "2023", every_city: false}
fresh_within_days: 400
"""


def write_events(root: Path, events: str) -> None:
    """Write the store's events; a build needs the file, empty or not."""
    (root / "policy").mkdir(exist_ok=True)
    text = f"about: sample\nstatus: sample\nevents: {events}\n"
    (root / "policy" / "events.yaml").write_text(text, encoding="utf-8")


def write_sample(root: Path, declarations: Path, text: str = DECLARATION) -> None:
    """Write a store with one table and one declaration that reads it."""
    write_area_layers(root)
    rows = [
        ("KU179", "2023", "a", 10, ""),
        ("KU398", "2023", "a", 20, ""),
        ("KU179", "2024", "a", 11, ""),
        ("SSS", "2024", "a", 15, ""),
    ]
    write_table(root, "statfin/12r5", {"2025-01-01": rows})
    write_events(root, "[]")
    folder = declarations / "tyollisyys"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sample.yaml").write_text(text, encoding="utf-8")
