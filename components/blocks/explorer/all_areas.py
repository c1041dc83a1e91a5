"""All areas of one period: distribution, ranking beside the map, under one heading and one slider."""

from __future__ import annotations

import streamlit as st

from components.blocks.explorer import country_map, distribution, period_choice, ranking
from components.blocks.explorer.asked import Asked, is_single

_RANKING_AND_MAP = (1, 1.15)


def show(asked: Asked) -> None:
    """Draw the section; nothing but the reason where too few areas have figures."""
    with st.container(key="explorer-areas"):
        found = period_choice.show(asked)
        if found is None:
            return
        if not is_single(asked):  # else the dots stand at the top already
            distribution.show(asked, found)
        listed, mapped = st.columns(_RANKING_AND_MAP, gap="large")
        with listed:
            ranking.show(asked, found)
        with mapped:
            country_map.show(asked, found)
