"""What a reader of a page run by AppTest sees in its HTML blocks."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest


def html_of(page: AppTest) -> str:
    """All HTML that the page draws, in order."""
    return "".join(element.proto.body for element in page.get("html"))


def words_of(page: AppTest) -> str:
    """The same without markup, white space made even."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html_of(page))).split())


def charts_of(page: AppTest) -> list[str]:
    """Text alternatives of the charts; maps, which plotly draws as well, are not charts."""
    return [
        element.proto.alt
        for element in page.get("plotly_chart")
        if '"choropleth"' not in element.proto.spec
    ]


def maps_of(page: AppTest) -> set[str]:
    """Keys of the indicators on maps; the three cities' maps of one indicator are one row."""
    keys = [
        element.proto.id.rsplit("map-chart-", 1)[1]
        for element in page.get("plotly_chart")
        if '"choropleth"' in element.proto.spec
    ]
    return {re.sub(r"-KU\d+$", "", key) for key in keys}
