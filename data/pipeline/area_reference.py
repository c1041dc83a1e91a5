"""The one reference of area codes: what each code of a source means, where it belongs, what merged into what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from data.errors import SnapshotError
from data.model import COUNTRY, REFERENCE, REGION_OF, Break, Level
from data.strict_yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Merger:
    """A municipality that ceased: its code, its successor, the first year of the new area, its name."""

    former: str
    into: str
    year: str
    name: str


@dataclass(frozen=True)
class AreaReference:
    """Known areas (from the geometry), codes to translate, mergers, and codes that are no area here."""

    areas: pd.DataFrame  # area, level, name_fi, name_sv, name_en, region, municipality
    country: tuple[str, ...]
    nuts: dict[str, str]
    mergers: tuple[Merger, ...]
    abolished: frozenset[str]
    ignored: tuple[str, ...]

    @property
    def grown(self) -> dict[str, int]:
        """Year of the last merger of each area that others have joined."""
        years: dict[str, int] = {}
        for merger in self.mergers:
            years[merger.into] = max(int(merger.year), years.get(merger.into, 0))
        return years

    @cached_property
    def level_of(self) -> dict[str, str]:
        """Level of every known code, former municipalities included."""
        levels = dict(zip(self.areas["area"], self.areas["level"], strict=True))
        former = {merger.former for merger in self.mergers} | self.abolished
        return levels | dict.fromkeys(former, Level.MUNICIPALITY.value)

    @cached_property
    def region_of(self) -> dict[str, str]:
        """Region of every municipality, of a former one through its successor."""
        rows = self.areas[self.areas["level"] == Level.MUNICIPALITY.value]
        regions = dict(zip(rows["area"], rows["region"], strict=True))
        return regions | {
            merger.former: regions[merger.into] for merger in self.mergers if merger.into in regions
        }

    @cached_property
    def municipality_of(self) -> dict[str, str]:
        """Municipality of every postal area that has one."""
        rows = self.areas[self.areas["level"] == Level.SUB_AREA.value]
        return dict(zip(rows["area"], rows["municipality"], strict=True))

    @cached_property
    def shown(self) -> frozenset[str]:
        """Codes that a page may show: those with a name."""
        return frozenset(self.areas["area"])

    def translate(self, codes: pd.Series, name: str) -> pd.Series:
        """Turn a source's codes into the project's; codes that are no area here become missing.

        Raises:
            SnapshotError: a code is neither known nor ignored.
        """
        # A table that has regions by the national code may repeat them by NUTS code: once is enough.
        known = {str(code) for code in codes.unique()}
        twice = set(self.nuts) if any(code.startswith("MK") for code in known) else set()
        found = {code: None if code in twice else self._meaning(code, name) for code in known}
        return codes.map(found)

    def boundary_breaks(self, text: dict[str, str]) -> tuple[Break, ...]:
        """Return one break per city and year in which own-year boundaries changed."""
        forms = read_yaml(REFERENCE / "place_names.yaml")
        breaks = []
        years = {(merger.into, merger.year) for merger in self.mergers if merger.into in REGION_OF}
        for city, year in sorted(years):
            names = ", ".join(m.name for m in self.mergers if (m.into, m.year) == (city, year))
            words = {
                language: pattern.format(
                    names=names, year=year, **forms.mapping(city).pairs(language)
                )
                for language, pattern in text.items()
            }
            breaks.append(Break((city,), year, "area", words))
        return tuple(breaks)

    def _meaning(self, code: str, name: str) -> str | None:
        if code in self.country:
            return COUNTRY
        if code in self.nuts:
            return self.nuts[code]
        if code in self.level_of:
            return code
        if code.startswith("PNO"):
            return None  # a postal area outside the three cities
        if any(re.fullmatch(pattern, code) for pattern in self.ignored):
            return None
        raise SnapshotError(f"{name}: area code '{code}' is not in areas.yaml")


def load_area_reference(
    areas: pd.DataFrame, path: Path = REFERENCE / "areas.yaml"
) -> AreaReference:
    """Load areas.yaml beside the known areas (see AreaReference.areas)."""
    file = read_yaml(path)
    mergers = []
    for item in file.mappings("mergers"):
        mergers.append(Merger(*(item.string(key) for key in ("former", "into", "year", "name"))))
        item.done()
    reference = AreaReference(
        areas=areas,
        country=file.strings("country"),
        nuts=file.pairs("nuts"),
        mergers=tuple(mergers),
        abolished=frozenset(file.strings("abolished")),
        ignored=file.strings("ignored"),
    )
    file.done()
    return reference


def read_areas(snapshots: Path) -> pd.DataFrame:
    """Return all areas with official names, read from the geometry layers' attributes.

    Raises:
        SnapshotError: a layer is missing.
    """
    municipalities = _attributes(snapshots, "municipalities").assign(level=Level.MUNICIPALITY.value)
    regions = _attributes(snapshots, "regions").assign(level=Level.REGION.value)
    postal = _attributes(snapshots, "postal_areas").assign(level=Level.SUB_AREA.value)
    postal = postal[postal["municipality"].notna()].copy()
    for language in ("sv", "en"):
        postal[f"name_{language}"] = postal["name_fi"]
    country = pd.DataFrame(
        [
            {
                "area": COUNTRY,
                "level": Level.COUNTRY.value,
                "name_fi": "Koko maa",
                "name_sv": "Hela landet",
                "name_en": "Whole country",
            }
        ]
    )
    columns = ["area", "level", "name_fi", "name_sv", "name_en", "region", "municipality"]
    found = pd.concat([country, regions, municipalities, postal], ignore_index=True)
    return found.reindex(columns=columns).sort_values("area", ignore_index=True)


def _attributes(snapshots: Path, layer: str) -> pd.DataFrame:
    files = sorted((snapshots / "geo" / layer).glob("*.parquet"))
    if not files:
        raise SnapshotError(f"{snapshots / 'geo' / layer}: no geometry layer here")
    frame = pd.read_parquet(files[-1])
    frame = frame.drop(columns=["geometry", "label_lon", "label_lat"], errors="ignore")
    # The publisher pads some names: "Gustav Adolfs  ".
    names = [column for column in frame.columns if column.startswith("name_")]
    return frame.assign(**{column: frame[column].str.strip() for column in names})
