"""The places among the groups of cities, as a reader meets them: in the table and in the dot row."""

from __future__ import annotations

import json
import re

import pytest
from page_text import html_of

from components import loading
from data.model import CITIES


def rows_of(html: str, caption: str) -> list[list[str]]:
    """Texts of the rows of the table with this caption, its headings first."""
    table = html[html.index(f"<caption>{caption}") :].split("</table>")[0]
    return [
        [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells]
        for cells in (re.findall(r"<t[hd].*?</t[hd]>", row) for row in table.split("<tr>")[1:])
    ]


def open_table(run_page, script: str, indicator: str, **query: str) -> str:
    page = run_page(script, **query)
    page.session_state[f"table-{indicator}"] = True
    page.run()
    assert not page.exception
    return html_of(page)


def prepared(indicator: str, group: str) -> list[str]:
    """Places of the three cities as the table writes them."""
    ranks = loading.catalogue().ranks(indicator)
    ranks = ranks[ranks["benchmark"] == group].set_index("area").loc[list(CITIES)]
    return [f"{place}/{count}" for place, count in zip(ranks["rank"], ranks["count"], strict=True)]


@pytest.mark.parametrize(
    ("code", "caption", "heads"),
    [
        (
            "fi",
            "Sija kesäkuussa 2026, 1 = suurin luku",
            ["Kymmenen suurinta kaupunkia", "Yliopistokaupungit", "Kunnat, joilla on luku"],
        ),
        (
            "sv",
            "Plats i juni 2026, 1 = högsta siffran",
            ["De tio största städerna", "Universitetsstäder", "Kommuner med en siffra"],
        ),
        (
            "en",
            "Rank in June 2026, 1 = highest figure",
            ["Ten largest cities", "University cities", "Municipalities with a figure"],
        ),
    ],
)
def test_the_table_of_a_line_begins_with_the_ranks(run_page, code, caption, heads):
    html = open_table(
        run_page, "skilled_labour.py", "unemployed_share", kieli=code, teema="tyollisyys"
    )
    first, *cities = rows_of(html, caption)
    assert first[1:] == heads
    assert [row[1] for row in cities] == prepared("unemployed_share", "ten_largest")
    assert [row[2] for row in cities] == prepared("unemployed_share", "university_cities")
    assert all(row[3].endswith("/304") for row in cities)


def test_the_table_of_a_single_period_has_a_column_for_each_group(run_page):
    html = open_table(
        run_page, "skilled_labour.py", "net_immigration", kieli="fi", teema="maahanmuutto"
    )
    heads, *rows = rows_of(html, "Nettomaahanmuutto")
    assert heads[3:] == ["Kymmenen suurinta kaupunkia", "Yliopistokaupungit"]
    assert [row[3] for row in rows[:3]] == prepared("net_immigration", "ten_largest")
    assert [row[4] for row in rows[:3]] == prepared("net_immigration", "university_cities")
    assert rows[3][3:] == ["", ""]  # the whole country
    assert sum(row[3] != "" for row in rows) == 10
    assert sum(row[4] != "" for row in rows) == 12


def test_the_dot_row_ranks_among_the_ten_and_says_what_a_ring_is(run_page):
    page = run_page("skilled_labour.py", kieli="fi", teema="maahanmuutto")
    charts = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    dots = next(
        chart
        for chart in charts
        if any(trace.get("marker", {}).get("symbol") == "circle-open" for trace in chart["data"])
    )
    texts = [note["text"] for note in dots["layout"]["annotations"]]
    assert any("○ Kymmenen suurinta kaupunkia" in text for text in texts)
    for place in prepared("net_immigration", "ten_largest"):
        assert any(text.endswith(f"10 suurta: {place}") for text in texts)


def test_regional_figures_have_no_ranks(run_page):
    html = open_table(
        run_page,
        "international_safe.py",
        "gdp_per_inhabitant_eu27",
        kieli="fi",
        teema="eu",
        avaa="gdp_per_inhabitant_eu27",
    )
    assert "1 = suurin luku" not in html
