"""Figures as files: CSV that opens right in a Finnish Excel, and Parquet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from io import BytesIO

import pandas as pd
import streamlit as st

from components import loading
from components.blocks import picture
from components.language import Language
from components.messages import message
from data.model import Indicator, Text, Unit

COLUMNS = {
    "area": message("Area code"),
    "name": message("Area"),
    "period": message("Period"),
    "breakdown": message("Class"),
    "value": message("Value"),
    "unit": message("Unit"),
    "status": message("Status"),
}


def show(indicator: Indicator, *, with_picture: bool = False, with_parquet: bool = False) -> None:
    """Draw the download buttons of a series; a file is made only when its button is pressed.

    Args:
        indicator: A series; for a picture its figures must be readable.
        with_picture: Offer the chart as the reader sees it, as PNG and SVG.
        with_parquet: Offer the figures as prepared.
    """
    language = loading.language()
    name = f"{indicator.id}_{loading.catalogue().version}"
    st.download_button(
        language.text("Download CSV"),
        data=partial(_csv, indicator, language),
        file_name=f"{name}.csv",
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
) -> bytes:
    """Write observations as CSV: semicolon, decimal comma, UTF-8 with byte order mark.

    Args:
        obs: Prepared observations, values in the stored unit.
        unit: Values are written in its shown scale, unrounded, with its symbol beside.
        names: Official name of each area.
        language: Of names and column headings.
        classes: Name of each breakdown beside the total.
    """
    table = tidy(obs, unit, names, language, classes)
    text = table.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def tidy(
    obs: pd.DataFrame,
    unit: Unit,
    names: Mapping[str, str],
    language: Language,
    classes: Mapping[str, Text] | None = None,
) -> pd.DataFrame:
    """Lay observations out for readers: one row per figure, headings in their language.

    Args:
        obs: Prepared observations, values in the stored unit.
        unit: Values are given in its shown scale, unrounded, with its symbol beside.
        names: Official name of each area.
        language: Of names and column headings.
        classes: Name of each breakdown beside the total.
    """
    named = {key: language.pick(name) for key, name in (classes or {}).items()}
    return pd.DataFrame(
        {
            "area": obs["area"],
            "name": obs["area"].map(names),
            "period": obs["period"],
            "breakdown": obs["breakdown"].replace(named),
            "value": (obs["value"] * unit.scale).round(_decimals(unit)),
            "unit": language.pick(unit.symbol),
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


def _csv(indicator: Indicator, language: Language) -> bytes:
    catalogue = loading.catalogue()
    names = catalogue.area_names(language.code)
    return csv_bytes(
        catalogue.observations(indicator.id),
        catalogue.unit(indicator),
        names,
        language,
        indicator.parts.names if indicator.parts else None,
    )


def _parquet(indicator: Indicator) -> bytes:
    return parquet_bytes(loading.catalogue().observations(indicator.id))
