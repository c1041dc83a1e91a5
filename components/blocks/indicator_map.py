"""A map of one indicator: statement, map, legend, lists, the same content as a table, credits."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import loading
from components.blocks import map_markup, markup, source_note, unavailable
from components.blocks.map_reading import MapKind, MapReading, map_layers, read_map
from components.figures import choropleth
from components.figures.template import Look
from components.language import Language
from data.catalogue import Catalogue
from data.errors import UnavailableSeries
from data.model import CITIES, ROOT, Indicator, Place

_STYLE = ROOT / "components" / "map_style.css"
_MAP_AND_LISTS = (1.1, 1)


def show_municipalities() -> None:
    """Draw the unemployed share of all municipalities."""
    _show_declared("unemployed_share", MapKind.MUNICIPALITIES)


def show_postal_areas() -> None:
    """Draw the share of homes in blocks of flats inside the three cities."""
    _show_declared("postal_flats_share", MapKind.POSTAL_AREAS)


def show(
    catalogue: Catalogue,
    indicator: Indicator,
    language: Language,
    look: Look,
    kind: MapKind,
    heading: str = "",
) -> None:
    """Draw one indicator on a map; a broken series or layer is said so and the page goes on.

    Args:
        catalogue: Where figures and map layers come from.
        indicator: A series with figures for the areas of ``kind``.
        language: The reader's language.
        look: Language, theme and size of screen.
        kind: All municipalities, or the postal areas of the three cities.
        heading: The statement; made from the figures where empty.
    """
    try:
        reading = read_map(catalogue, indicator.id, kind, language)
    except UnavailableSeries as error:
        unavailable.show(indicator, error)
        return
    if reading is None:
        st.info(language.text("No figure"))
        return
    with st.container(key=f"map-{indicator.id}"):
        st.html(_STYLE)
        st.html(
            f'<p class="card-title">{escape(language.pick(indicator.title))}</p>'
            f'<h3 class="statement">{escape(heading or reading.heading)}</h3>'
        )
        if kind is MapKind.MUNICIPALITIES:
            _country(reading, look)
        else:
            _three_cities(reading, catalogue, look)
        _table(reading, catalogue, look, kind)
        st.html(map_markup.credits_line(reading, look))
        if indicator.place is Place.SUPPORT:  # any other has a card, which names the source
            source_note.show(indicator)


def _show_declared(indicator_id: str, kind: MapKind) -> None:
    catalogue = loading.catalogue()
    show(catalogue, catalogue.indicator(indicator_id), loading.language(), loading.look(), kind)


def _country(reading: MapReading, look: Look) -> None:
    drawn, beside = st.columns(_MAP_AND_LISTS, gap="large")
    with drawn:
        st.plotly_chart(
            choropleth.country_map(reading.values, reading.geometry, look),
            theme=None,
            key=f"map-chart-{reading.indicator.id}",
            config=choropleth.CONFIG,
            alt=map_markup.alternative(reading, look),
        )
    with beside:
        st.html(map_markup.legend(reading, look) + map_markup.cities(reading, look))


def _three_cities(reading: MapReading, catalogue: Catalogue, look: Look) -> None:
    for city, column in zip(CITIES, st.columns(len(CITIES), gap="small"), strict=True):
        with column:
            st.html(f'<h4 class="map-city">{markup.place(city, look)}</h4>')
            # The style sheet makes this container a square: the same scale in every width.
            with st.container(key=f"map-window-{city}"):
                st.plotly_chart(
                    choropleth.city_map(
                        city, reading.values, reading.geometry, reading.backgrounds[city], look
                    ),
                    theme=None,
                    height="stretch",
                    key=f"map-chart-{reading.indicator.id}-{city}",
                    config=choropleth.CONFIG,
                    alt=map_markup.alternative(reading, look, city),
                )
            st.html(map_markup.highest(reading, city, catalogue, look))
    side = look.language.number(map_layers().window_km, 0)
    note = look.language.text(
        "The classes and the scale are the same in all three cities. Each map shows {km} × {km} km "
        "around the centre; the table has all areas.",
        km=side,
    )
    st.html(
        f"{map_markup.legend(reading, look)}{map_markup.key(look)}"
        f'<p class="map-note">{escape(note)}</p>'
    )


def _table(reading: MapReading, catalogue: Catalogue, look: Look, kind: MapKind) -> None:
    """Draw all areas in an expander; the table is made only once it is open."""
    expander = st.expander(
        look.language.text("Figures as a table"),
        key=f"map-table-{reading.indicator.id}",
        on_change="rerun",
    )
    if not expander.open:
        return
    write = (
        map_markup.municipality_table
        if kind is MapKind.MUNICIPALITIES
        else map_markup.postal_tables
    )
    with expander:
        st.html(write(reading, catalogue, look))
