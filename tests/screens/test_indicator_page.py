"""The page of one indicator: every control, every shape of series, three languages."""

from __future__ import annotations

import pytest
from page_text import charts_of, html_of, words_of

from data.model import LANGUAGES

PAGE = "indicator.py"
SERIES, AREA = "explorer-series", "explorer-area"
# One of each shape: monthly, quarterly of regions, one period, few periods, budgets, country alone,
# three cities alone, projections, regions alone with few areas.
SHAPES = [
    "unemployed_share",
    "enterprise_openings",
    "tertiary_share",
    "recorded_offences_per_1000",
    "budgeted_investment",
    "electric_car_share",
    "resident_students",
    "school_age_projection",
    "real_gdp_per_inhabitant",
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("series", SHAPES)
def test_every_shape_is_whole_in_each_language(run_page, series, code) -> None:
    page = run_page(PAGE, kieli=code, indikaattori=series)
    assert not page.exception
    assert not page.warning
    assert page.selectbox(key=SERIES).value == series
    words = words_of(page)
    assert "nan" not in words.lower().split()
    assert "None" not in words.split()
    assert 1 <= len(charts_of(page)) <= 6


def test_the_usual_series_is_shown_without_a_choice(run_page) -> None:
    page = run_page(PAGE, kieli="fi")
    assert page.selectbox(key=SERIES).value == "unemployed_share"
    assert page.selectbox(key=AREA).value == ""
    assert "indikaattori" not in page.query_params


def test_a_series_can_be_chosen_and_stands_in_the_address(run_page) -> None:
    page = run_page(PAGE, kieli="fi", jakso="2024M01")
    page.selectbox(key=SERIES).set_value("population").run()
    assert not page.exception
    assert page.query_params["indikaattori"] == "population"
    assert "jakso" not in page.query_params  # the new series begins at its own newest period
    assert page.header[0].value == "Kaikki kunnat, 2025"


def test_an_area_is_told_drawn_and_ranked(run_page) -> None:
    page = run_page(PAGE, kieli="fi")
    page.selectbox(key=AREA).set_value("KU211").run()
    assert page.query_params["alue"] == "KU211"
    words = words_of(page)
    assert "Kangasala: 10,6 % (kesäkuu 2026)." in words.replace("\u00a0", " ")
    assert "Kangasala" in charts_of(page)[0]
    row = html_of(page).split('<tr class="marked">')[1:]
    assert sum("Kangasala" in part.split("</tr>")[0] for part in row) == 1


def test_an_area_without_figures_is_said_and_kept(run_page) -> None:
    page = run_page(PAGE, kieli="fi", indikaattori="enterprise_openings", alue="KU211")
    assert page.info[0].value == "Sarjassa ei ole lukuja valitulta alueelta: Kangasala."
    assert page.query_params["alue"] == "KU211"


def test_the_slider_moves_ranking_and_heading_but_not_the_classes(run_page) -> None:
    page = run_page(PAGE, kieli="en", indikaattori="population_change")
    before = legend(page)
    slider = page.select_slider(key="explorer-period-population_change")
    slider.set_value("2010").run()
    assert not page.exception
    assert page.query_params["jakso"] == "2010"
    assert page.header[0].value == "All municipalities, 2010"
    after = legend(page)
    assert [text for text, _ in after] == [text for text, _ in before]
    assert [count for _, count in after] != [count for _, count in before]


def legend(page) -> list[tuple[str, str]]:
    """The classes of the map in words, each with its number of areas."""
    items = html_of(page).split('<ul class="map-legend"')[1].split("</ul>")[0].split("<li>")[1:]
    texts = [item.split("<span>")[1].split("</span>")[0] for item in items]
    counts = [item.split('map-count">')[1].split("<")[0] for item in items]
    return list(zip(texts, counts, strict=True))


def test_a_period_without_figures_gives_the_nearest_and_says_so(run_page) -> None:
    page = run_page(PAGE, kieli="fi", jakso="2025M08")
    assert page.header[0].value == "Kaikki kunnat, tammikuu 2025"
    assert page.info[0].value.startswith("Elokuu 2025: lukuja ei ole riittävän monelta alueelta.")


@pytest.mark.parametrize(
    ("key", "value"),
    [("indikaattori", "olematon"), ("indikaattori", "postal_flats_share"), ("alue", "KU000"),
     ("jakso", "2025M13")],
)  # fmt: skip
def test_an_unknown_value_gets_the_usual_note(run_page, key, value) -> None:
    page = run_page(PAGE, kieli="fi", **{key: value})
    assert not page.exception
    assert [warning.value for warning in page.warning] == [
        f"Osoitteen valintaa {key}={value} ei ole olemassa. Sivu näytetään ilman sitä."
    ]
    assert key not in page.query_params


def test_few_areas_are_not_ranked(run_page) -> None:
    page = run_page(PAGE, kieli="fi", indikaattori="resident_students")
    assert "Lukuja on vain 3 alueelta" in words_of(page)
    assert not page.subheader


def test_one_period_draws_its_dots_once_and_has_no_slider(run_page) -> None:
    page = run_page(PAGE, kieli="fi", indikaattori="tertiary_share")
    assert not page.select_slider
    assert len(charts_of(page)) == 1


@pytest.mark.parametrize("presentation", ["asukasta", "indeksi", "ero", "sija"])
def test_each_presentation_reaches_all_sections(run_page, presentation) -> None:
    page = run_page(
        PAGE, kieli="sv", indikaattori="unemployed", esitys=presentation, alue="KU211",
        vertailu="suuret",
    )  # fmt: skip
    assert not page.exception
    assert "Kangasala" in words_of(page)


def test_tables_open_with_the_chosen_area_and_all_areas(run_page) -> None:
    page = run_page(PAGE, kieli="fi", indikaattori="population", alue="KU211")
    before = html_of(page).count("<tr")
    page.session_state["table-population"] = True
    page.session_state["explorer-all-population"] = True
    page.run()
    assert not page.exception
    html = html_of(page)
    assert html.count("<tr") > before + 308
    assert '<th scope="col">Kangasala</th>' in html


def test_a_card_links_to_the_page(run_page) -> None:
    page = run_page("skilled_labour.py", kieli="sv", esitys="ero")
    links = [part.split('"')[0] for part in html_of(page).split('class="own-page" href="')[1:]]
    assert links[0] == "./indikaattori?kieli=sv&amp;esitys=ero&amp;indikaattori=starting_places"
