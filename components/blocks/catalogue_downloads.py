"""Any series as a file: chosen from a list that can be searched by typing."""

from __future__ import annotations

import streamlit as st

from components import loading
from components.blocks import downloads
from data.model import Kind


def show() -> None:
    """Draw the choice of a series and its two download buttons."""
    catalogue, language = loading.catalogue(), loading.language()
    series = catalogue.indicators(kind=Kind.SERIES)
    titles = {indicator.id: language.pick(indicator.title) for indicator in series}
    st.header(language.text("Download figures"), anchor=False)
    with st.container(key="download-row", horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            language.text("Series"),
            list(titles),
            format_func=titles.__getitem__,
            key="download-series",
            placeholder=language.text("Series"),
        )
        if chosen:
            downloads.show(catalogue.indicator(chosen), with_parquet=True)
    st.markdown(
        language.text(
            "CSV: semicolons, decimal commas, all areas and periods. Parquet: as prepared, in the "
            "stored unit."
        )
    )
