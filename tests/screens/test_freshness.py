"""Each page says how old its figures are, oldest first; the sources page sorts by age."""

from __future__ import annotations

import re

import pytest
from page_text import html_of

from components import loading
from components.blocks.freshness_strip import oldest_first
from data.model import Kind

PAGES = ("overview.py", "skilled_labour.py", "city_platform.py", "international_safe.py")


@pytest.mark.parametrize("script", PAGES)
def test_a_page_lists_its_series_oldest_first(run_page, script):
    strip = re.search(
        r'<details class="freshness">.*?</details>', html_of(run_page(script, kieli="fi"))
    )
    years = [int(found) for found in re.findall(r"<b>[^<]*?(\d{4})</b>", strip[0])]
    assert len(years) > 2
    assert years == sorted(years)


def test_a_late_series_says_its_age_in_words(run_page):
    html = html_of(run_page("international_safe.py", kieli="fi"))
    strip = re.search(r'<details class="freshness">.*?</details>', html)[0]
    assert "Uusin luku on" in strip


def test_a_projection_has_no_age(run_page):
    html = html_of(run_page("skilled_labour.py", kieli="fi", teema="nuoret"))
    strip = re.search(r'<details class="freshness">.*?</details>', html)[0]
    assert "Alle 18-vuotiaat asukkaat" in strip
    assert "Väestöennuste" not in strip
    assert "2040" not in strip


def test_the_sources_page_puts_the_oldest_series_of_a_theme_first(run_page):
    html = html_of(run_page("sources.py", kieli="fi"))
    for theme in loading.catalogue().themes():
        section = html.split(f'<h2 id="{theme.key}">')[1].split("</section>")[0]
        listed = re.findall(r"<code>(\w+)</code>", section)
        series = loading.catalogue().indicators(theme.key, Kind.SERIES)
        order = [indicator.id for indicator, _ in oldest_first(series)]
        assert [name for name in listed if name in order] == order
