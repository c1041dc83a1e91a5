"""The only door of the app to figures: declarations, prepared observations, sources, breaks, facts, geometry."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from data import declarations
from data.benchmarks import Benchmark, load_benchmarks
from data.claims import Freshness
from data.errors import UnavailableSeries, UnknownIndicator
from data.events import EVENT_COLUMNS, Event, read_events
from data.fact_periods import fact_end
from data.freshness import freshness
from data.geometry_store import Geometry, read_geometry
from data.model import (
    COUNTRY,
    FACT_COLUMNS,
    INDICATORS,
    LANGUAGES,
    OBSERVATION_COLUMNS,
    PREPARED,
    RANK_COLUMNS,
    REVISION_COLUMNS,
    Area,
    Break,
    Indicator,
    Kind,
    Level,
    Place,
    Source,
    Theme,
    Unit,
)
from data.prepared_files import AREA_COLUMNS, read_prepared

_PLACES = (Place.HEADLINE, Place.LISTED, Place.SUPPORT)


class Catalogue:
    """Everything the app may show, read from committed files only.

    Frames are cached and shared: never change one, make a new one.
    """

    def __init__(self, prepared: Path = PREPARED, declared: Path = INDICATORS) -> None:
        """Open a prepared set beside its declarations.

        Raises:
            UnavailableSeries: build.json is missing or unreadable, so there is no prepared set at all.
            DeclarationError: a declaration breaks a rule.
        """
        self._prepared = prepared
        try:
            self._build: dict[str, Any] = json.loads(
                (prepared / "build.json").read_text(encoding="utf-8")
            )
        except (OSError, ValueError) as error:
            raise UnavailableSeries(f"{prepared / 'build.json'}: {error}") from error
        self._indicators = declarations.load_indicators(declared)
        self._frames: dict[str, pd.DataFrame] = {}
        self._compared: dict[str, pd.DataFrame] = {}

    @property
    def version(self) -> str:
        """Short hash of the whole prepared set."""
        return str(self._build["version"])

    @property
    def built(self) -> str:
        """Date of the newest source update in the set (ISO)."""
        return str(self._build["data_date"])

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return declarations.load_themes()

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return declarations.load_units()

    def themes(self, cluster: str | None = None) -> tuple[Theme, ...]:
        """Return the themes in their fixed order, of one cluster or all fourteen."""
        return tuple(
            theme for theme in self._themes.values() if cluster is None or theme.cluster == cluster
        )

    @cached_property
    def _clusters(self) -> tuple[Theme, ...]:
        return tuple(declarations.load_clusters().values())

    def clusters(self) -> tuple[Theme, ...]:
        """Return the three clusters in their fixed order."""
        return self._clusters

    def indicators(
        self, theme: str | None = None, kind: Kind | None = None
    ) -> tuple[Indicator, ...]:
        """Return indicators in page order: by theme, headline first, then by their declared order."""
        order = list(self._themes)
        chosen = [
            indicator
            for indicator in self._indicators.values()
            if theme in (None, indicator.theme) and kind in (None, indicator.kind)
        ]
        return tuple(
            sorted(
                chosen,
                key=lambda item: (
                    order.index(item.theme),
                    _PLACES.index(item.place),
                    item.order,
                    item.id,
                ),
            )
        )

    def indicator(self, name: str) -> Indicator:
        """Return one declaration.

        Raises:
            UnknownIndicator: no declaration has this id.
        """
        try:
            return self._indicators[name]
        except KeyError:
            raise UnknownIndicator(name) from None

    def unit(self, indicator: Indicator) -> Unit:
        """Return the unit of a series or of facts."""
        return self._units[indicator.unit]

    def observations(self, name: str) -> pd.DataFrame:
        """Return the prepared observations of a series (OBSERVATION_COLUMNS, sorted by area and period).

        Raises:
            UnknownIndicator: no declaration has this id.
            UnavailableSeries: the prepared file is missing, truncated or not as build.json says.
        """
        if name not in self._frames:
            self.indicator(name)
            path = self._prepared / "observations" / f"{name}.parquet"
            frame = read_prepared(path, OBSERVATION_COLUMNS)
            if len(frame) != self._entry(name)["rows"]:
                raise UnavailableSeries(f"{path}: {len(frame)} rows, build.json says otherwise")
            self._frames[name] = frame
        return self._frames[name]

    def compared(self, name: str) -> pd.DataFrame:
        """Return only the rows of the three compared areas and the country: what most of a page needs.

        Raises:
            UnknownIndicator: no declaration has this id.
            UnavailableSeries: the prepared file is missing or broken.
        """
        if name not in self._compared:
            frame = self.observations(name)
            areas = (*self.indicator(name).own_areas, COUNTRY)
            self._compared[name] = frame[frame["area"].isin(areas)].reset_index(drop=True)
        return self._compared[name]

    def facts(self, name: str) -> pd.DataFrame:
        """Return the dated facts of one declaration, by the end of their period, newest first (FACT_COLUMNS).

        Raises:
            UnavailableSeries: the prepared file is missing or broken.
        """
        chosen = self._facts[self._facts["indicator"] == name]
        ended = chosen.assign(end=chosen["period"].map(fact_end))
        ordered = ended.sort_values(["end", "area"], ascending=[False, True], ignore_index=True)
        return ordered.drop(columns="end")

    def without_address(self, name: str) -> int:
        """Return how many figures of a declaration of facts the build left out, having no address."""
        return int(self._entry(name)["without_address"])

    def events(self, theme: str) -> tuple[Event, ...]:
        """Return the events that charts of a theme may mark, in order of time.

        Raises:
            UnavailableSeries: the prepared file is missing or broken.
        """
        return tuple(event for event in self._events if theme in event.themes)

    def ranks(self, name: str) -> pd.DataFrame:
        """Return the places of cities in the groups of ``benchmarks`` (RANK_COLUMNS), 1 = highest figure.

        Raises:
            UnavailableSeries: the prepared file is missing or broken.
        """
        return self._ranks[self._ranks["indicator"] == name].reset_index(drop=True)

    def benchmarks(self) -> tuple[Benchmark, ...]:
        """Return the groups of cities, in the order in which they are offered."""
        return self._benchmarks

    def benchmark(self, key: str) -> Benchmark:
        """Return one group of cities; KeyError where it is unknown."""
        return {group.key: group for group in self._benchmarks}[key]

    def revisions(self, name: str) -> pd.DataFrame:
        """Return what sources revised in a series: old and new value with their vintages."""
        frame = read_prepared(self._prepared / "revisions.parquet", REVISION_COLUMNS)
        return frame[frame["indicator"] == name].reset_index(drop=True)

    def sources(self, name: str) -> tuple[Source, ...]:
        """Return the sources of an indicator, one per table; none for a gap."""
        if self.indicator(name).kind is Kind.GAP:
            return ()
        return tuple(Source(**source) for source in self._entry(name)["sources"])

    def breaks(self, name: str) -> tuple[Break, ...]:
        """Return declared breaks, own-year boundaries and seams of a series."""
        return tuple(
            Break(tuple(item["areas"]), item["period"], item["kind"], item["text"])
            for item in self._entry(name)["breaks"]
        )

    def span(self, name: str) -> tuple[str, str]:
        """Return the first and last period that has a figure of a compared area, plan years left out."""
        entry = self._entry(name)
        return str(entry["first"]), str(entry["last"])

    def freshness(self, name: str, today: date) -> Freshness:
        """Return how old the latest period of a series is on a day."""
        return freshness(self.indicator(name), self.span(name)[1], today)

    def area(self, code: str) -> Area:
        """Return an area by its code; KeyError where it is unknown."""
        return self._areas[code]

    def area_names(self, language: str) -> dict[str, str]:
        """Return the official name of every area in a language; shared, never to be changed."""
        return self._names[language]

    def geometry(self, layer: str) -> Geometry:
        """Return one prepared map layer: address, bounds, label points.

        Raises:
            UnavailableSeries: the layer's file is missing or broken.
        """
        return read_geometry(self._prepared, layer)

    @cached_property
    def _ranks(self) -> pd.DataFrame:
        return read_prepared(self._prepared / "ranks.parquet", RANK_COLUMNS)

    @cached_property
    def _benchmarks(self) -> tuple[Benchmark, ...]:
        return load_benchmarks()

    @cached_property
    def _facts(self) -> pd.DataFrame:
        return read_prepared(self._prepared / "facts.parquet", FACT_COLUMNS)

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        path = self._prepared / "events.parquet"
        try:
            return read_events(read_prepared(path, EVENT_COLUMNS))
        except ValueError as error:
            raise UnavailableSeries(f"{path}: {error}") from error

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        return {
            language: {code: area.name[language] for code, area in self._areas.items()}
            for language in LANGUAGES
        }

    @cached_property
    def _areas(self) -> dict[str, Area]:
        frame = read_prepared(self._prepared / "areas.parquet", AREA_COLUMNS)
        return {
            str(row["area"]): Area(
                code=str(row["area"]),
                level=Level(str(row["level"])),
                name={language: str(row[f"name_{language}"]) for language in LANGUAGES},
                region=str(row["region"] or row["municipality"]) or None,
            )
            for row in frame.to_dict("records")
        }

    def _entry(self, name: str) -> dict[str, Any]:
        try:
            return dict(self._build["indicators"][name])
        except KeyError:
            self.indicator(name)
            raise UnavailableSeries(f"{name}: declared but not built") from None
