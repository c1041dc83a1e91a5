"""The classes of a total as a declaration words them; file and line in every complaint."""

from __future__ import annotations

import re

from data.declared_parts import read_one_of
from data.model import TOTAL
from data.parts import OTHER, Part, Parts
from data.strict_yaml import Fields

DRAWN = ("stack", "pyramid")
_CLASS = re.compile(r"[a-z0-9_]+")


def read_parts(fields: Fields) -> Parts | None:
    """Return the classes of a total; None where it is not divided."""
    if not fields.has("parts"):
        return None
    inner = fields.mapping("parts")
    classes = inner.mapping("classes")
    parts = Parts(
        column=inner.string("column"),
        by=inner.text("by"),
        classes=tuple(_part(key, classes.mapping(key)) for key in classes.keys),
        drawn=read_one_of(inner, "drawn", DRAWN) or DRAWN[0],
        tolerance=inner.number("tolerance", 0.0),
    )
    codes = [code for part in parts.classes for code in part.of]
    if len(parts.classes) < 2:
        raise inner.error("'classes' needs at least two")
    if len(set(codes)) != len(codes):
        raise inner.error("a code of 'classes' stands twice")
    classes.done()
    inner.done()
    return parts


def _part(key: str, fields: Fields) -> Part:
    if key == TOTAL or not _CLASS.fullmatch(key):
        raise fields.error(f"'{key}' cannot name a class")
    part = Part(key, fields.strings("of"), fields.text("name"))
    if bool(part.of) == (key == OTHER):
        raise fields.error("every class needs codes in 'of', only 'other' is what they leave over")
    fields.done()
    return part
