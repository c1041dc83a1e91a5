"""Maps as figures: polygons by address, classes by colour, nothing from another host."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.choropleth import CONFIG, city_map, country_map
from components.figures.classes import MapValues, map_values
from components.figures.map_inks import map_inks
from components.figures.template import Look
from components.language import Language
from data.declarations import load_units
from data.geometry_store import Bounds, Geometry, Label, Line
from data.model import CITIES, REGION_OF, STATIC

PERCENT = load_units()["percent"]
LOOK = Look(Language.of("fi"))
AREAS = (*CITIES, "KU211", "KU005", "KU009")
NAMES = {
    "KU179": "Jyväskylä",
    "KU297": "Kuopio",
    "KU398": "Lahti",
    "KU211": "Kangasala",
    "KU005": "Alajärvi",
    "KU009": "Alavieska",
}
STROKE = Line(np.array([25, 26], np.float32), np.array([62, 63], np.float32))


def geometry(**changes: object) -> Geometry:
    layer = Geometry(
        layer="municipalities",
        address="app/static/0123456789abcdef.geojson",
        bounds=Bounds(25.5, 62.1, 26.0, 62.3),
        areas=AREAS,
        sources=("municipalities",),
        vintage="2025-03-19",
        labels=(
            *(Label("city", city, 25 + i, 62) for i, city in enumerate(CITIES)),
            Label("lake", "Päijänne", 25.8, 62.15),
            Label("centre", "KU398", 25.7, 62.2),
        ),
        lines={
            "hatch": dict.fromkeys(AREAS, STROKE),
            "outline": dict.fromkeys(("SSS", *CITIES, *REGION_OF.values()), STROKE),
            "road_main": {"KU398": STROKE},
            "road_regional": {"KU398": STROKE},
            "rail": {"KU398": STROKE},
            "border": {"KU398": STROKE},
        },
    )
    return replace(layer, **changes)


def values(language: str = "fi") -> MapValues:
    figures = [17.2, 13.3, 17.8, 8.1, 6.0, None]
    obs = pd.DataFrame({"area": AREAS, "value": pd.Series(figures, dtype=float)})
    return map_values(obs, AREAS, PERCENT, Language.of(language), NAMES)


def city(look: Look = LOOK) -> go.Figure:
    background = geometry(address="app/static/fedcba9876543210.geojson", areas=AREAS[:5])
    return city_map("KU398", values(), geometry(), background, look)


def country(look: Look = LOOK) -> go.Figure:
    return country_map(values(), geometry(), look)


def lines(figure: go.Figure) -> list[go.Scattergeo]:
    return [it for it in figure.data if it.type == "scattergeo"]


@pytest.mark.parametrize("figure", [country(), city()])
def test_no_map_names_another_host(figure: go.Figure) -> None:
    text = figure.to_json() + json.dumps(CONFIG)
    assert "http" not in text
    assert "//" not in text


@pytest.mark.parametrize("figure", [country(), city()])
def test_the_renderer_has_no_reason_to_fetch_outlines_of_the_world(figure: go.Figure) -> None:
    assert figure.layout.geo.visible is False
    assert figure.data[0].type == "scattergeo"
    assert len(figure.data[0].lon) > 0
    assert figure.data[0].locations is None
    assert CONFIG["topojsonURL"] == "app/static/"
    outlines = json.loads((STATIC / "world_110m.json").read_text())
    assert outlines == {"type": "Topology", "objects": {}, "arcs": []}


def test_polygons_come_by_address_and_hover_is_written_on_the_server() -> None:
    drawn = next(it for it in country().data if it.type == "choropleth")
    assert drawn.geojson == "app/static/0123456789abcdef.geojson"
    texts = dict(zip(drawn.locations, drawn.text, strict=True))
    assert texts["KU211"] == "Kangasala: 8,1\u00a0%"
    assert texts["KU009"] == "Alavieska: Lukua ei ole"
    assert drawn.hovertemplate == "%{text}<extra></extra>"


def test_each_class_has_its_colour_and_missing_areas_another() -> None:
    drawn = next(it for it in country().data if it.type == "choropleth")
    places = dict(zip(drawn.locations, drawn.z, strict=True))
    assert places["KU009"] == -1
    assert places["KU005"] == 0
    low, high = drawn.zmin, drawn.zmax
    found = {}
    for area, place in places.items():
        share = (place - low) / (high - low)
        found[area] = next(c for edge, c in reversed(drawn.colorscale) if edge <= share)
    ink = map_inks(dark=False)
    assert found["KU009"] == ink.missing
    assert found["KU005"] == ink.classes[0]
    assert found["KU398"] == ink.classes[-1]


def test_only_areas_without_a_figure_are_hatched() -> None:
    ink = map_inks(dark=False)
    hatched = next(it for it in lines(country()) if it.line.color == ink.hatch)
    assert len(hatched.lon) == 2
    none_missing = next(it for it in lines(city()) if it.line.color == ink.hatch)
    assert len(none_missing.lon) == 0


def test_the_cities_are_named_with_value_and_region() -> None:
    texts = [text for it in country().data if it.text is not None for text in it.text]
    assert "<b>Lahti</b> 17,8\u00a0%<br>Päijät-Häme" in texts
    phone = country(Look(Language.of("sv"), compact=True))
    assert "<b>Lahtis</b>" in [text for it in phone.data if it.text is not None for text in it.text]


def test_a_city_has_water_names_and_a_scale_bar() -> None:
    figure = city()
    water = [it for it in figure.data if it.type == "choropleth"][1]
    assert list(water.locations) == ["water"]
    assert water.hoverinfo == "skip"
    texts = [text for it in lines(figure) if it.mode == "text" for text in it.text]
    assert [text for text in texts if text] == ["Päijänne", "Lahti", "5\u00a0km"]
    assert list(figure.layout.geo.lonaxis.range) == [25.5, 26.0]


def test_the_country_has_the_projection_of_the_national_grid() -> None:
    projection = country().layout.geo.projection
    assert projection.type == "transverse mercator"
    assert projection.rotation.lon == 27


def test_dark_maps_use_dark_inks() -> None:
    dark = city(Look(Language.of("fi"), dark=True))
    assert dark.layout.geo.bgcolor == map_inks(dark=True).land
    assert dark.layout.geo.bgcolor != city().layout.geo.bgcolor


@pytest.mark.parametrize("dark", [False, True])
def test_neighbouring_classes_differ_in_lightness(dark: bool) -> None:
    def lightness(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))

    shades = [lightness(colour) for colour in map_inks(dark).classes]
    ordered = sorted(shades, reverse=not dark)
    assert shades == ordered
    ratios = [
        (max(a, b) + 0.05) / (min(a, b) + 0.05) for a, b in zip(shades, shades[1:], strict=False)
    ]
    assert min(ratios) > 1.3


def test_fewer_classes_use_distant_colours() -> None:
    assert map_inks(dark=False).of(2) == ("#CFC0E0", "#7B57A6")
