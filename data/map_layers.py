"""What the maps are drawn from and centred on: ``reference/map_layers.yaml`` as types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.model import CITIES, REFERENCE, Text
from data.strict_yaml import Fields, read_yaml

LABEL_KINDS = ("lake", "district", "centre")


@dataclass(frozen=True, slots=True)
class NameOnMap:
    """A name to write; placed by hand, at a postal area, or (neither given) where the source has that name.

    ``name`` is an area code for the kind "centre".
    """

    name: str
    kind: str
    lon: float | None = None
    lat: float | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class CityWindow:
    """The part of a city that its map shows: a square of the common side around ``lon``, ``lat``."""

    area: str
    box: str  # the source's key of the surroundings (``city_box``)
    lon: float
    lat: float
    names: tuple[NameOnMap, ...]


@dataclass(frozen=True, slots=True)
class MapSource:
    """Who must be named under a map drawn from one source layer, and what a reader must know about it."""

    key: str
    credit: Text
    caveat: Text | None


@dataclass(frozen=True, slots=True)
class MapLayers:
    """The whole file: side of a city window in km, the three windows, the sources by key."""

    window_km: float
    windows: Mapping[str, CityWindow]
    sources: Mapping[str, MapSource]


def load_map_layers(path: Path = REFERENCE / "map_layers.yaml") -> MapLayers:
    """Read the map reference.

    Raises:
        DeclarationError: a key is unknown, missing or of the wrong type, or a city has no window.
    """
    file = read_yaml(path)
    cities, sources = file.mapping("cities"), file.mapping("sources")
    found = MapLayers(
        window_km=file.number("window_km"),
        windows={key: _window(key, cities.mapping(key)) for key in cities.keys},
        sources={key: _source(key, sources.mapping(key)) for key in sources.keys},
    )
    file.done()
    if set(found.windows) != set(CITIES):
        raise cities.error(f"'cities' must name exactly {', '.join(CITIES)}")
    return found


def _window(area: str, fields: Fields) -> CityWindow:
    window = CityWindow(
        area=area,
        box=fields.string("box"),
        lon=fields.number("lon"),
        lat=fields.number("lat"),
        names=tuple(_name(item) for item in fields.mappings("names")),
    )
    fields.done()
    return window


def _name(fields: Fields) -> NameOnMap:
    by_hand = fields.has("lon")
    name = NameOnMap(
        name=fields.string("name"),
        kind=fields.string("kind"),
        lon=fields.number("lon") if by_hand else None,
        lat=fields.number("lat") if by_hand else None,
        area=fields.optional("area"),
    )
    if name.kind not in LABEL_KINDS:
        raise fields.error(f"'kind' is '{name.kind}'; allowed: {', '.join(LABEL_KINDS)}")
    if by_hand and name.area:
        raise fields.error("a name has a point or an area, not both")
    fields.done()
    return name


def _source(key: str, fields: Fields) -> MapSource:
    source = MapSource(
        key=key,
        credit=fields.text("credit"),
        caveat=fields.text("caveat") if fields.has("caveat") else None,
    )
    fields.done()
    return source
