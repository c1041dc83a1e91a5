"""The table beside a chart: the compared areas, the base, and the other areas of a small group."""

from __future__ import annotations

import re

import pytest

from components import loading
from components.blocks import indicator_table
from components.figures.template import Look
from components.language import Language

LOOK = Look(Language.of("fi"))


def cells(html: str, row: str) -> list[str]:
    """Texts of the first row whose heading has these words."""
    heading = re.compile(rf'<th scope="row">(?:(?!</th>).)*{re.escape(row)}')
    body = next(part for part in html.split("<tr>") if heading.match(part))
    texts = (re.sub(r"<[^>]+>", " ", cell) for cell in re.findall(r"<td>.*?</td>", body))
    return [" ".join(text.split()) for text in texts]


def test_money_has_a_column_per_inhabitant_and_says_whose_population() -> None:
    indicator = loading.catalogue().indicator("budgeted_investment")
    html = indicator_table.table(indicator, LOOK)
    assert "€ asukasta kohti" in html
    assert cells(html, "2026")[3:6] == ["568", "617", "580"]
    assert "vuoden 2025 väkiluvulla" in html


def test_the_eleven_other_cities_have_a_table_of_their_own() -> None:
    indicator = loading.catalogue().indicator("budgeted_investment")
    html = indicator_table.table(indicator, LOOK)
    caption = "Bruttoinvestoinnit talousarviossa: muut alueet"
    assert html.count(caption) == 2  # caption and name of the scrolling region
    others = html[html.index(caption) :]
    assert len(re.findall(r'<th scope="row">', others)) == 11
    assert "Tampere" in others
    assert "Kuopio" not in others


@pytest.mark.parametrize("name", ["unemployed_share", "starting_places"])
def test_many_other_areas_make_no_table_of_their_own(name: str) -> None:
    html = indicator_table.table(loading.catalogue().indicator(name), LOOK)
    assert "muut alueet" not in html
    assert html.count("<table") == 2  # the ranks and the figures


def test_a_single_period_is_ranked_with_the_compared_areas_first() -> None:
    indicator = loading.catalogue().indicator("long_term_unemployed_share")
    html = indicator_table.table(indicator, LOOK)
    rows = re.findall(r'<th scope="row">(.*?)</th>', html)
    assert ["Jyväskylä" in rows[0], "Kuopio" in rows[1], "Lahti" in rows[2]] == [True] * 3
    assert len(rows) > 290
