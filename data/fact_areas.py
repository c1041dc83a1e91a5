"""Areas of single facts that are no statistical area: a city region, a place, a police department."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from data.model import REFERENCE, Text
from data.strict_yaml import read_yaml


@lru_cache(maxsize=4)
def fact_areas(path: Path = REFERENCE / "fact_areas.yaml") -> Mapping[str, Text]:
    """Return the name of each such area by its code.

    Raises:
        DeclarationError: a name lacks a language.
    """
    file = read_yaml(path)
    return {code: file.text(code) for code in file.keys}
