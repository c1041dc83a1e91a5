"""The only cache: what all sessions share, and what depends on the visitor's browser."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from components import selection
from components.figures.template import Look
from components.language import Language
from data.catalogue import Catalogue
from data.model import PREPARED


def catalogue() -> Catalogue:
    """Return the shared catalogue; a new build is picked up without a restart."""
    manifest = PREPARED / "build.json"
    if not manifest.is_file():
        return _catalogue(PREPARED, 0, 0)
    state = manifest.stat()
    return _catalogue(PREPARED, state.st_mtime_ns, state.st_size)


def language() -> Language:
    """Return the language of the current selection."""
    return Language.of(selection.read().language)


def look() -> Look:
    """Return how figures should look for this visitor: language, dark theme, phone."""
    return Look(language=language(), dark=is_dark(), compact=is_phone())


def is_dark() -> bool:
    """Tell whether the browser shows the dark theme."""
    return st.context.theme.type == "dark"


def is_phone() -> bool:
    """Tell whether the request says that it comes from a phone."""
    headers = st.context.headers
    return headers.get("Sec-Ch-Ua-Mobile") == "?1" or "Mobi" in headers.get("User-Agent", "")


@lru_cache(maxsize=2)
def _catalogue(prepared: Path, modified: int, size: int) -> Catalogue:  # noqa: ARG001
    """Read the catalogue once per build; modification time and size are only the cache's key.

    Not st.cache_resource: a page asks some sixty times, and hashing the key costs a millisecond each time.
    """
    return Catalogue(prepared=prepared)
