"""Figures as files: CSV that opens right in a Finnish Excel, and Parquet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from io import BytesIO

import pandas as pd
import streamlit as st

from components import loading, presented_words
from components.blocks import picture
from components.language import Language
from components.messages import message
from data.catalogue import Catalogue
from data.choice import USUAL, Choice
from data.errors import UnavailableSeries
from data.model import Indicator, Text, Unit
from data.presenting.view import everywhere, view

COLUMNS = {
    "area": message("Area code"),
    "name": message("Area"),
    "period": message("Period"),
    "breakdown": message("Class"),
    "value": message("Value"),
    "unit": message("Unit"),
    "status": message("Status"),
}


def show(
    indicator: Indicator,
    choice: Choice = USUAL,
    *,
    with_picture: bool = False,
    with_parquet: bool = False,
) -> None:
    """Draw the download buttons of a series; a file is made only when its button is pressed.

    Args:
        indicator: A series; for a picture its figures must be readable.
        choice: What the figures of the table are compared as.
        with_picture: Offer the chart as the reader sees it, as PNG and SVG.
        with_parquet: Offer the figures as prepared.
    """
    language = loading.language()
    catalogue = loading.catalogue()
    name = f"{indicator.id}_{catalogue.version}"
    st.download_button(
        language.text("Download CSV"),
        data=partial(_csv, catalogue, indicator.id, language, choice.essential),
        file_name=f"{_stem(catalogue, indicator.id, choice.essential)}.csv",
        mime="text/csv",
        key=f"csv-{indicator.id}",
        on_click="ignore",
        icon=":material/download:",
    )
    if with_picture:
        picture.show(indicator)
    if with_parquet:
        st.download_button(
            language.text("Download Parquet"),
            data=partial(_parquet, indicator),
            file_name=f"{name}.parquet",
            mime="application/vnd.apache.parquet",
            key=f"parquet-{indicator.id}",
            on_click="ignore",
            icon=":material/download:",
        )


def csv_bytes(
    obs: pd.DataFrame,
    unit: Unit,
    names: Mapping[str, str],
    language: Language,
    classes: Mapping[str, Text] | None = None,
    unit_name: str = "",
) -> bytes:
    """Write observations as CSV: semicolon, decimal comma, UTF-8 with byte order mark.

    Args:
        obs: Prepared observations, values in the stored unit.
        unit: Values are written in its shown scale, unrounded, with its symbol beside.
        names: Official name of each area.
        language: Of names and column headings.
        classes: Name of each breakdown beside the total.
        unit_name: What presented figures are; else the symbol of the unit.
    """
    table = tidy(obs, unit, names, language, classes, unit_name)
    text = table.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def tidy(
    obs: pd.DataFrame,
    unit: Unit,
    names: Mapping[str, str],
    language: Language,
    classes: Mapping[str, Text] | None = None,
    unit_name: str = "",
) -> pd.DataFrame:
    """Lay observations out for readers: one row per figure, headings in their language.

    Args:
        obs: Prepared observations, values in the stored unit.
        unit: Values are given in its shown scale, unrounded, with its symbol beside.
        names: Official name of each area.
        language: Of names and column headings.
        classes: Name of each breakdown beside the total.
        unit_name: What presented figures are; else the symbol of the unit.
    """
    named = {key: language.pick(name) for key, name in (classes or {}).items()}
    return pd.DataFrame(
        {
            "area": obs["area"],
            "name": obs["area"].map(names),
            "period": obs["period"],
            "breakdown": obs["breakdown"].replace(named),
            "value": (obs["value"] * unit.scale).round(_decimals(unit)),
            "unit": unit_name or language.pick(unit.symbol),
            "status": obs["status"],
        }
    ).rename(columns={column: language.text(text) for column, text in COLUMNS.items()})


def parquet_bytes(obs: pd.DataFrame) -> bytes:
    """Write observations as Parquet, exactly as prepared."""
    buffer = BytesIO()
    obs.to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def _decimals(unit: Unit) -> int:
    """Keep six digits more than the screen shows, which drops only the noise of binary fractions."""
    return unit.decimals + 6


def _csv(catalogue: Catalogue, indicator_id: str, language: Language, choice: Choice) -> bytes:
    """Write every area, as the reader compares it; runs outside the session."""
    shown, parts = (
        everywhere(catalogue, indicator_id, choice),
        catalogue.indicator(indicator_id).parts,
    )
    return csv_bytes(
        shown.obs,
        shown.unit,
        catalogue.area_names(language.code),
        language,
        parts.names if parts else None,
        presented_words.unit_name(shown, language),
    )


def _stem(catalogue: Catalogue, indicator_id: str, choice: Choice) -> str:
    """Name the file, the presentation too; a series that cannot be read has a file of no other name."""
    if choice == USUAL:
        return f"{indicator_id}_{catalogue.version}"
    try:
        return presented_words.file_stem(view(catalogue, indicator_id, choice), catalogue.version)
    except UnavailableSeries:
        return f"{indicator_id}_{catalogue.version}"


def _parquet(indicator: Indicator) -> bytes:
    return parquet_bytes(loading.catalogue().observations(indicator.id))
