"""The pages of the dashboard: address, script and title of each, in the order of the navigation.

The address is Finnish and fixed; the title is a message that the catalogues translate.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

from components.messages import message
from data.model import LANGUAGES

LANGUAGE = "kieli"  # the query parameter that holds the language


@dataclass(frozen=True, slots=True)
class PageAddress:
    """One page; ``address`` is its path without the slash, empty for the front page."""

    address: str
    script: str
    title: str


OVERVIEW = PageAddress("", "overview.py", message("Overview"))
PAGES = (
    OVERVIEW,
    PageAddress("osaaminen", "skilled_labour.py", message("Skilled labour")),
    PageAddress("kaupunkialusta", "city_platform.py", message("City platform")),
    PageAddress(
        "kansainvalinen-turvallinen", "international_safe.py", message("International and safe")
    ),
    PageAddress("indikaattori", "indicator.py", message("Indicator")),
    PageAddress("aineistot", "sources.py", message("Data")),
)


def language_of(query: str) -> str:
    """Return the language that a query string asks for, else the first one."""
    asked = parse_qs(query).get(LANGUAGE, [""])[-1]
    return asked if asked in LANGUAGES else LANGUAGES[0]
