"""The map of all areas in one period; its classes are those of all periods, so that maps compare."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from components import presented_words
from components.blocks import map_markup, unavailable
from components.blocks.explorer import extremes
from components.blocks.explorer.asked import Asked, plain_choice
from components.blocks.map_reading import MapReading
from components.figures import choropleth
from components.figures.classes import class_bounds, legend, map_values
from data.catalogue import Catalogue
from data.choice import Choice
from data.errors import UnavailableSeries
from data.model import ROOT, Level, Text
from data.presenting.across import Across, full_periods, pooled_values
from data.presenting.view import everywhere

_STYLE = ROOT / "components" / "map_style.css"
_LAYERS = {Level.MUNICIPALITY: "municipalities", Level.REGION: "regions"}
# A map of fewer coloured areas shows mostly that there are no figures.
_LEAST = {Level.MUNICIPALITY: 20, Level.REGION: 8}


def show(asked: Asked, found: Across) -> None:
    """Draw the map with its classes, or say why there is none.

    Args:
        asked: Names an area to point at.
        found: All areas in one period.
    """
    language, least = asked.look.language, _LEAST[found.level]
    st.subheader(language.text("Map"), anchor=False)
    if len(found.places) < least:
        text = "The map is drawn when at least {n} areas have figures; now {held} have."
        st.html(f"<p>{language.text(text, n=least, held=len(found.places))}</p>")
        return
    try:
        reading = _reading(asked, found)
    except UnavailableSeries as error:
        unavailable.show(asked.indicator, error)
        return
    with st.container(key=f"map-{asked.series}"):
        st.html(_STYLE)
        st.plotly_chart(
            _figure(asked, found),
            theme=None,
            key=f"map-chart-{asked.series}",
            config=choropleth.CONFIG,
            alt=reading.heading,
        )
        same = language.text("The classes are the same in every period.")
        st.html(
            f"{map_markup.legend(reading, asked.look)}"
            f'<p class="map-note">{same}</p>{map_markup.credits_line(reading, asked.look)}'
        )


@lru_cache(maxsize=32)
def _figure(asked: Asked, found: Across) -> go.Figure:
    reading = _reading(asked, found)
    return choropleth.country_map(reading.values, reading.geometry, asked.look, asked.area)


@lru_cache(maxsize=64)
def _reading(asked: Asked, found: Across) -> MapReading:
    language, view = asked.look.language, found.view
    geometry = asked.catalogue.geometry(_LAYERS[found.level])
    bounds = _bounds(asked.catalogue, asked.series, plain_choice(asked.choice))
    values = map_values(found.obs, geometry.areas, view.unit, language, asked.names, bounds)
    title: Text = {language.code: presented_words.title(view, language)}
    return MapReading(
        indicator=replace(view.indicator, title=title),
        unit=view.unit,
        period=found.period,
        around={},
        ranked=found.places,
        values=values,
        legend=legend(values, view.unit, language),
        heading=extremes.sentence(found, asked.marked, asked.names, language),
        geometry=geometry,
        backgrounds={},
    )


@lru_cache(maxsize=64)
def _bounds(catalogue: Catalogue, series: str, choice: Choice) -> tuple[float, ...]:
    """Find the classes of all periods once per build and comparison."""
    view = everywhere(catalogue, series, choice)
    values = pooled_values(view, full_periods(view))
    return tuple(class_bounds(values, view.unit.decimals))
