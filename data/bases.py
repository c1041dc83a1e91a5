"""The bases that amounts may be divided by; declared in ``reference/bases.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.model import REFERENCE, Text
from data.strict_yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Base:
    """What an amount is divided by: the ``series`` of the base, ``times`` for counts, and how it is said."""

    key: str
    series: str
    times: float
    per: Text  # of counts: "tuhatta asukasta kohti"
    each: Text  # of money: "asukasta kohti"


@cache
def load_bases(path: Path = REFERENCE / "bases.yaml") -> dict[str, Base]:
    """Load the bases, keyed by their key.

    Raises:
        DeclarationError: a key is missing, unknown or of the wrong kind.
    """
    file = read_yaml(path)
    bases = {}
    for key in file.keys:
        fields = file.mapping(key)
        bases[key] = Base(
            key=key,
            series=fields.string("series"),
            times=fields.number("times"),
            per=fields.text("per"),
            each=fields.text("each"),
        )
        fields.done()
    return bases
