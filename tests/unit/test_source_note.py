"""Source lines and ages in words."""

from __future__ import annotations

import pytest

from components.blocks import source_note
from components.language import Language
from data.claims import Freshness
from data.model import Indicator, Kind, Place, Source

FI = Language.of("fi")
TEXT = {"fi": "x", "sv": "x", "en": "x"}


def source(**changes):
    given = {
        "table": "statfin/12r5",
        "code": "12r5",
        "publisher": {
            "fi": "Tilastokeskus",
            "sv": "Statistikcentralen",
            "en": "Statistics Finland",
        },
        "licence": "cc-by-4.0",
        "licence_name": {"fi": "CC BY 4.0", "sv": "CC BY 4.0", "en": "CC BY 4.0"},
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "quality": "A",
        "vintage": "2026-07-21",
        "updated": "2026-07-21",
        "page": "https://example.org/?a=1&b=2",
    }
    return Source(**{**given, **changes})


def declared(historical=False):
    return Indicator(
        id="x",
        kind=Kind.SERIES,
        theme="tki",
        place=Place.LISTED,
        order=1,
        title=TEXT,
        describes=TEXT,
        historical=historical,
    )


def test_a_source_line_has_publisher_date_licence_quality_and_a_link_that_says_where_it_leads():
    line = source_note.source_line(source(), FI)
    assert "Lähde: Tilastokeskus" in line
    assert "Päivitetty 21.7.2026" in line
    assert ">CC BY 4.0</a>" in line
    assert "Laatu A: viralliset luvut sellaisinaan" in line
    assert 'href="https://example.org/?a=1&amp;b=2"' in line
    assert "Avaa virallinen taulukko 12r5</a>" in line


def test_without_a_page_the_table_is_named():
    line = source_note.source_line(source(page="", licence_url=""), FI)
    assert "taulukko 12r5" in line
    assert "<a " not in line


def test_a_date_that_is_none_stands_as_the_source_wrote_it():
    assert source_note.updated(source(updated="kevät 2023"), FI) == "Päivitetty kevät 2023"
    assert source_note.updated(source(updated=""), FI) == "Kopioitu 21.7.2026"


@pytest.mark.parametrize(
    ("days", "is_late", "historical", "text"),
    [
        (40, False, False, ""),
        (152, True, False, "Uusin luku on 5 kuukauden takaa."),
        (1789, True, False, "Uusin luku on 5 vuoden takaa."),
        (
            2885,
            False,
            True,
            "Historiallinen: uudempia lukuja ei ole julkaistu tai saatu. "
            "Uusin luku on 8 vuoden takaa.",
        ),
    ],
)
def test_only_late_and_historical_series_say_their_age(days, is_late, historical, text):
    freshness = Freshness("2020", days, is_late)
    assert source_note.age(declared(historical), freshness, FI) == text
