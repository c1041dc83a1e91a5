"""The whole geometry step on a small made-up store: squares for areas, a bar for a lake."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from data.errors import SnapshotError
from data.geometry_store import CITY_LAYERS, read_geometry
from data.map_layers import CityWindow, load_map_layers
from data.model import CITIES, REGION_OF
from data.pipeline.geometry import build_geometry

WINDOWS = load_map_layers().windows


def squares(count: int, west: float, south: float, side: float) -> list[Polygon]:
    """Cut a grid whose neighbours share exact corners."""

    def corner(column: int, row: int) -> tuple[float, float]:
        return round(west + column * side, 6), round(south + row * side / 2, 6)

    places = [(i % 11, i // 11) for i in range(count)]
    return [box(*corner(x, y), *corner(x + 1, y + 1)) for x, y in places]


def save(store: Path, layer: str, columns: dict[str, list], shapes: list) -> None:
    folder = store / "geo" / layer
    folder.mkdir(parents=True)
    frame = gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")
    frame.to_parquet(folder / "2025-01-01.parquet")


def postal_codes(window: CityWindow, count: int) -> list[str]:
    named = [name.area for name in window.names if name.area]
    first = int(window.area[2:]) * 100
    made = [f"PNO{first + i:05d}" for i in range(count - len(named))]
    return [*named, *made]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("store")
    codes = [*CITIES, *(f"KU{i:03d}" for i in range(500, 805))]
    regions = [REGION_OF.get(code, "MK01") for code in codes]
    save(root, "municipalities", {"area": codes, "region": regions}, squares(308, 21, 60, 0.8))
    postal = {"area": [], "municipality": []}
    shapes, rows = [], {key: [] for key in ("water", "roads", "place_names", "city_outlines")}
    for city, count in zip(CITIES, (36, 65, 32), strict=True):
        window = WINDOWS[city]
        postal["area"] += postal_codes(window, count)
        postal["municipality"] += [city] * count
        shapes += squares(count, window.lon - 0.22, window.lat - 0.1, 0.04)
        lake = box(window.lon - 0.3, window.lat, window.lon + 0.3, window.lat + 0.01)
        island = box(window.lon, window.lat + 0.003, window.lon + 0.02, window.lat + 0.006)
        rows["water"].append((window.box, lake - island))
        across = LineString([(window.lon, window.lat - 1), (window.lon, window.lat + 1)])
        rows["roads"].append((window.box, across))
        rows["city_outlines"].append((city, Point(window.lon, window.lat).buffer(0.1)))
        rows["city_outlines"].append((REGION_OF[city], Point(window.lon, window.lat).buffer(0.5)))
        for name in window.names:
            if name.lon is None and name.area is None:
                rows["place_names"].append((window.box, name.name, Point(window.lon, window.lat)))
    save(root, "postal_areas", postal, shapes)
    boxes, water = zip(*rows["water"], strict=True)
    save(root, "water", {"city_box": list(boxes)}, list(water))
    roads = [line for _, line in rows["roads"]]
    save(root, "roads", {"city_box": list(boxes), "road_class": [1, 2, 3]}, roads)
    save(root, "rail_finland", {"class_code": ["a"] * 3}, roads)
    boxes, names, points = zip(*rows["place_names"], strict=True)
    save(root, "place_names", {"city_box": list(boxes), "name": list(names)}, list(points))
    areas, outlines = zip(*rows["city_outlines"], strict=True)
    save(root, "city_outlines", {"area": list(areas)}, list(outlines))
    return root


@pytest.fixture(scope="module")
def built(store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    folder = tmp_path_factory.mktemp("built")
    return folder, build_geometry(store, folder, folder / "static")


def test_every_layer_is_written_with_its_facts(built: tuple[Path, dict]) -> None:
    folder, facts = built
    assert list(facts) == ["municipalities", "regions", "postal_areas", *CITY_LAYERS.values()]
    assert facts["municipalities"]["count"] == 308
    assert facts["postal_areas"]["count"] == 133
    assert facts["regions"]["count"] == 4
    assert all((folder / "static" / layer["file"]).is_file() for layer in facts.values())


def test_the_country_has_outlines_and_centres_of_the_cities(built: tuple[Path, dict]) -> None:
    layer = read_geometry(built[0], "municipalities")
    assert set(layer.lines["outline"]) == {"SSS", *CITIES, *REGION_OF.values()}
    assert set(layer.lines["hatch"]) == set(layer.areas)
    assert layer.point("KU398", "city").lat == pytest.approx(WINDOWS["KU398"].lat)


def test_a_city_has_water_lines_names_and_the_areas_in_its_window(built: tuple[Path, dict]) -> None:
    layer = read_geometry(built[0], CITY_LAYERS["KU297"])
    assert set(layer.lines) == {"road_main", "road_regional", "rail", "border"}
    assert len(layer.joined("road_main").lon) == 2
    assert len(layer.joined("road_regional").lon) == 0
    assert {label.text for label in layer.labels} == {it.name for it in WINDOWS["KU297"].names}
    assert layer.areas
    assert set(layer.areas) <= set(postal_codes(WINDOWS["KU297"], 65))
    text = (built[0] / "static" / layer.address.rsplit("/", 1)[1]).read_text()
    water = shapely.from_geojson(text)
    assert len(shapely.get_parts(water)[0].interiors) == 1


def test_windows_have_one_size(built: tuple[Path, dict]) -> None:
    heights = set()
    for layer in CITY_LAYERS.values():
        bounds = read_geometry(built[0], layer).bounds
        heights.add(round(bounds.north - bounds.south, 5))
    assert len(heights) == 1


def test_a_missing_layer_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="municipalities: no snapshot"):
        build_geometry(tmp_path, tmp_path, tmp_path)


def test_a_layer_with_too_few_areas_stops_the_build(tmp_path: Path) -> None:
    save(tmp_path, "municipalities", {"area": ["KU001"], "region": ["MK01"]}, squares(1, 25, 62, 1))
    with pytest.raises(SnapshotError, match="1 rows"):
        build_geometry(tmp_path, tmp_path, tmp_path)


def test_a_truncated_layer_stops_the_build(tmp_path: Path) -> None:
    folder = tmp_path / "geo" / "municipalities"
    folder.mkdir(parents=True)
    (folder / "2025-01-01.parquet").write_bytes(b"PAR1")
    with pytest.raises(SnapshotError, match="not a readable map layer"):
        build_geometry(tmp_path, tmp_path, tmp_path)
