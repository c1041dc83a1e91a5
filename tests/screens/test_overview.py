"""The overview: four tiles, fourteen rows, no plotly."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from page_text import html_of, words_of

from components import loading
from data.model import Kind, Place


@pytest.fixture(scope="module")
def page(run_page):
    return run_page("overview.py", kieli="fi")


def test_no_chart_library_is_loaded(page):
    assert not page.get("plotly_chart")
    assert not page.get("deck_gl_json_chart")


def test_four_tiles_in_the_order_of_the_questions(page):
    tiles = re.findall(r'<article class="tile"><h2><a [^>]*>([^<]+)</a>', html_of(page))
    assert tiles == ["Työllisyys", "Koulutuspaikat", "Investoinnit", "Liikenne"]


def test_every_theme_has_one_row_that_leads_to_its_page(page):
    links = re.findall(r'<th role="rowheader" scope="row"><a href="([^"]+)"', html_of(page))
    themes = loading.catalogue().themes()
    assert len(themes) == 14
    expected = [f"./{it.cluster}?kieli=fi&amp;teema={it.key}" for it in themes]
    assert links == expected


def test_every_table_has_the_same_columns(page):
    tables = re.findall(r"<thead.*?</thead>", html_of(page))
    assert len(tables) == 3
    assert all(table == other for table, other in pairwise(tables))


def test_each_row_fills_the_six_columns(page):
    for row in re.findall(r'<tr role="row">(<th role="rowheader".*?)</tr>', html_of(page)):
        spans = [int(span) for span in re.findall(r'colspan="(\d)"', row)]
        cells = row.count("<td") + 1
        assert cells + sum(span - 1 for span in spans) == 6


def test_a_gap_says_so_in_its_row(page):
    gaps = [
        it for it in loading.catalogue().indicators(kind=Kind.GAP) if it.place is Place.HEADLINE
    ]
    assert gaps
    for gap in gaps:
        assert " ".join(gap.gap.missing["fi"].split()) in words_of(page)


def test_an_arrow_never_stands_without_a_word(page):
    changes = re.findall(r'<span class="change">.*?</span>(.*?)</span>', html_of(page))
    assert len(changes) > 20
    words = ("parani", "heikkeni", "nousi", "laski", "ennallaan", "satunnaisvaihteluun")
    assert all(change.endswith(words) for change in changes)


def test_the_usual_comparison_is_said_once(page):
    assert words_of(page).count("vuodentakaisesta") == 1


def test_lines_are_decoration_and_made_here(page):
    images = re.findall(r"<img [^>]*>", html_of(page))
    assert images
    assert all('alt=""' in image and 'src="data:image/svg+xml;base64,' in image for image in images)
