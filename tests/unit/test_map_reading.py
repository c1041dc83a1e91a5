"""What a map says in words: heading, legend, lists, tables, credits, text alternative."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from components.blocks import map_markup
from components.blocks.map_reading import MapKind, MapReading, read_map
from components.figures.template import Look
from components.language import Language
from data.declarations import load_units
from data.errors import UnavailableSeries
from data.geometry_store import Bounds, Geometry
from data.model import CITIES, Area, Level

PERCENT = load_units()["percent"]
MUNICIPALITIES = {"KU179": 17.2, "KU297": 13.3, "KU398": 17.8, "KU005": 2.5, "KU009": None}
POSTAL = {"PNO40100": 95.5, "PNO41860": 0.0, "PNO70100": 95.2, "PNO15110": 92.7, "PNO71610": None}
CITY_OF = {"PNO4": "KU179", "PNO7": "KU297", "PNO1": "KU398"}


class FakeCatalogue:
    """Two indicators on made-up figures; only what a map reads."""

    def __init__(self, broken: str = "") -> None:
        self.broken = broken

    def indicator(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(id=name, title=dict.fromkeys(("fi", "sv", "en"), f"Share <{name}>"))

    def unit(self, _indicator: SimpleNamespace):
        return PERCENT

    def observations(self, name: str) -> pd.DataFrame:
        if self.broken:
            raise UnavailableSeries(self.broken)
        figures = {
            "municipal": {**MUNICIPALITIES, "SSS": 12.8, "MK13": 15.8},
            "postal": POSTAL,
        }.get(name, {})
        rows = [
            (area, period, "total", value, "final" if value is not None else "missing:suppressed")
            for area, value in figures.items()
            for period in ("2023", "2024")
        ]
        frame = pd.DataFrame(rows, columns=["area", "period", "breakdown", "value", "status"])
        return frame.assign(value=frame["value"].astype(float))

    def geometry(self, layer: str) -> Geometry:
        areas = {"municipalities": tuple(MUNICIPALITIES), "postal_areas": tuple(POSTAL)}.get(
            layer, ()
        )
        sources = ("city_outlines", "water", "roads") if layer.startswith("city") else (layer,)
        bounds = Bounds(25, 62, 26, 63)
        return Geometry(layer, "app/static/x.geojson", bounds, areas, sources, "2025", (), {})

    def area(self, code: str) -> Area:
        if code.startswith("PNO"):
            return Area(code, Level.SUB_AREA, {}, CITY_OF[code[:4]])
        return Area(code, Level.MUNICIPALITY, {}, "MK01")

    def area_names(self, _language: str) -> dict[str, str]:
        return {code: f"Name & {code}" for code in (*MUNICIPALITIES, *POSTAL, "MK01")}


def reading(name: str, language: str = "fi", catalogue: FakeCatalogue | None = None) -> MapReading:
    kind = MapKind.MUNICIPALITIES if name == "municipal" else MapKind.POSTAL_AREAS
    found = read_map(catalogue or FakeCatalogue(), name, kind, Language.of(language))
    assert found is not None
    return found


def plain(text: str) -> str:
    return re.sub(
        r"\s+", " ", re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ").replace("\u2060", "")
    ).strip()


FINNISH = Look(Language.of("fi"))


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        (
            "fi",
            "vuonna 2024: puolessa 4 kunnasta enintään 15,3 %, Jyväskylässä 17,2 % (2. suurin), "
            "Kuopiossa 13,3 % (3. suurin) ja Lahdessa 17,8 % (1. suurin).",
        ),
        (
            "sv",
            "år 2024: högst 15,3 % i hälften av de 4 kommunerna, i Jyväskylä 17,2 % (plats 2 "
            "uppifrån), i Kuopio 13,3 % (plats 3 uppifrån) och i Lahtis 17,8 % (plats 1 uppifrån).",
        ),
        (
            "en",
            "in 2024: at most 15.3% in half of the 4 municipalities, in Jyväskylä 17.2% (rank 2 "
            "from the highest), in Kuopio 13.3% (rank 3 from the highest) and in Lahti 17.8% "
            "(rank 1 from the highest).",
        ),
    ],
)
def test_the_heading_says_the_middle_and_where_the_cities_are(language: str, heading: str) -> None:
    assert plain(reading("municipal", language).heading.replace("<municipal>", "")).endswith(
        heading
    )


def test_the_heading_of_postal_areas_counts_the_highest_and_the_lowest_class() -> None:
    found = reading("postal")
    counts = {entry.text: len(entry.areas) for entry in found.legend if entry.place is not None}
    high, low = list(counts)[-1], list(counts)[0]
    assert counts[low] == 1
    text = plain(found.heading.replace("<postal>", ""))
    assert text.startswith(f"Share vuonna 2024: {plain(high)} Jyväskylässä ")
    assert text.endswith(f"; {plain(low)} Jyväskylässä 1, Kuopiossa 0 ja Lahdessa 0 alueella.")


def test_areas_are_ranked_and_those_without_a_figure_come_last() -> None:
    found = reading("municipal")
    assert found.ranked == {"KU398": 1, "KU179": 2, "KU297": 3, "KU005": 4}
    text = plain(map_markup.municipality_table(found, FakeCatalogue(), FINNISH))
    assert text.endswith("Name &amp; KU009 Name &amp; MK01 Lukua ei ole")
    assert "Name &amp; KU398 Name &amp; MK01 17,8 % 1" in text


def test_the_legend_counts_areas_and_shows_where_the_cities_are() -> None:
    html = map_markup.legend(reading("municipal"), FINNISH)
    assert html.count("<li>") == len(reading("municipal").legend)
    assert html.count("<img") == len(CITIES)
    assert "Lukua ei ole: Name &amp; KU009" in html
    assert "Share &lt;municipal&gt;" in html


def test_lists_give_rank_region_and_country() -> None:
    text = plain(map_markup.cities(reading("municipal"), FINNISH))
    assert "Jyväskylä 17,2 % sija 2/4 Keski-Suomi 15,8 %" in text
    assert "Koko maa 12,8 %" in text
    assert "Pienimmät Name &amp; KU005 2,5 %" in text


def test_postal_areas_are_listed_by_city() -> None:
    found = reading("postal")
    tables = map_markup.postal_tables(found, FakeCatalogue(), FINNISH)
    assert tables.count("<table") == len(CITIES)
    first = plain(tables.split("<table")[1])
    assert "40100 Name &amp; PNO40100 95,5 %" in first
    assert "70100" not in first
    assert "95,2" in map_markup.highest(found, "KU297", FakeCatalogue(), FINNISH)


def test_credits_name_every_layer_drawn() -> None:
    text = plain(map_markup.credits_line(reading("postal"), FINNISH))
    for words in ("Tilastokeskus", "Digitraffic", "Maanmittauslaitos 2011", "Yleiskartta"):
        assert words in text
    assert "Rannat yleistetty ja sovitettu" in text
    assert "Yleiskartta" not in map_markup.credits_line(reading("municipal"), FINNISH)


def test_the_text_alternative_has_statement_and_classes() -> None:
    found = reading("postal")
    text = map_markup.alternative(found, FINNISH, "KU398")
    assert text.startswith("Kartta, Lahti. ")
    assert found.heading in text
    assert "Lukua ei ole: 1 alue" in text


def test_a_series_without_figures_has_no_map() -> None:
    assert read_map(FakeCatalogue(), "none", MapKind.POSTAL_AREAS, Language.of("fi")) is None


def test_a_broken_series_is_unavailable() -> None:
    with pytest.raises(UnavailableSeries, match="gone"):
        reading("postal", catalogue=FakeCatalogue("gone"))


def test_layers_are_credited_once() -> None:
    found = reading("postal")
    assert found.sources == ("postal_areas", "city_outlines", "water", "roads")
    assert replace(found, backgrounds={}).sources == ("postal_areas",)
