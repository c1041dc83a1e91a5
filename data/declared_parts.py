"""The inner parts of a declaration: pieces, sentences, breaks, expectations; file and line in every complaint."""

from __future__ import annotations

import re

from data.model import (
    LANGUAGES,
    Break,
    Derivation,
    Expectation,
    Gap,
    Level,
    OfficialTotal,
    Piece,
    Ratio,
    Sentence,
    Sum,
)
from data.strict_yaml import Fields

SEAMS = ("none", "level", "definition")
_OTHER_STEPS = 2
CHANGES = ("year", "year_percent")
BREAKS = ("area", "definition", "level")
_PERIOD = re.compile(r"\d{4}(M\d{2}|Q[1-4])?")


def read_sentences(fields: Fields) -> dict[str, Sentence]:
    """Return the sentence parts of a series in each language."""
    inner = fields.mapping("sentence")
    sentences = {language: _sentence(inner.mapping(language)) for language in LANGUAGES}
    inner.done()
    return sentences


def _sentence(fields: Fields) -> Sentence:
    gap_one, gap_many = _noun(fields, "gap")
    counted_one, counted_many = _noun(fields, "counted")
    sentence = Sentence(
        when=fields.string("when"),
        subject=fields.raw("subject"),
        verb=fields.string("verb"),
        measure=fields.raw("measure"),
        tail=fields.raw("tail"),
        gap_one=gap_one,
        gap_many=gap_many,
        counted_one=counted_one,
        counted_many=counted_many,
    )
    fields.done()
    return sentence


def _noun(fields: Fields, key: str) -> tuple[str, str]:
    """Return a noun after 1 and after other numbers; empty where none is declared."""
    if not fields.has(key):
        return "", ""
    inner = fields.mapping(key)
    found = inner.string("one"), inner.string("many")
    inner.done()
    return found


def read_piece(fields: Fields) -> Piece:
    """Return one piece of a series."""
    piece = Piece(
        table=fields.string("table"),
        where=fields.pairs("where"),
        first=_period(fields, "from"),
        until=_period(fields, "until"),
        newest=fields.optional("newest"),
        sum=_sum(fields),
        sum_sub_areas=fields.choices("sum_sub_areas", Level),
        skip_missing=fields.strings("skip_missing"),
        sum_areas=fields.choices("sum_areas", Level),
        ratio=_ratio(fields),
        scale=fields.number("scale") if fields.has("scale") else None,
        status=fields.optional("status"),
        seam=read_one_of(fields, "seam", SEAMS) or "none",
    )
    fields.done()
    return piece


def _sum(fields: Fields) -> Sum | None:
    if not fields.has("sum"):
        return None
    inner = fields.mapping("sum")
    found = Sum(inner.string("over"), inner.strings("of"))
    inner.done()
    return found


def _ratio(fields: Fields) -> Ratio | None:
    if not fields.has("ratio"):
        return None
    inner = fields.mapping("ratio")
    found = Ratio(inner.pairs("part"), inner.pairs("whole"), inner.number("times", 1.0))
    inner.done()
    return found


def read_derivation(fields: Fields) -> Derivation:
    """Return one step that follows the pieces."""
    derivation = Derivation(
        per=fields.optional("per"),
        times=fields.number("times", 1.0),
        change=read_one_of(fields, "change", CHANGES),
        counts=fields.optional("counts"),
    )
    if [derivation.per, derivation.change, derivation.counts].count(None) != _OTHER_STEPS:
        raise fields.error("a derivation is either 'per', 'change' or 'counts'")
    fields.done()
    return derivation


def read_break(fields: Fields) -> Break:
    """Return one declared break."""
    found = Break(
        areas=fields.strings("areas"),
        period=_period(fields, "period") or "",
        kind=read_one_of(fields, "kind", BREAKS) or "",
        text=fields.text("text"),
    )
    if not found.period or not found.kind:
        raise fields.error("a break needs 'period' and 'kind'")
    fields.done()
    return found


def read_expectation(fields: Fields) -> Expectation:
    """Return what a series must meet."""
    inner = fields.mapping("expect")
    expectation = Expectation(
        minimum=inner.number("min"),
        maximum=inner.number("max"),
        first=_period(inner, "first") or "",
        every_city=inner.flag("every_city", default=True),
        totals=tuple(_total(item) for item in inner.mappings("totals")),
    )
    if not expectation.first:
        raise inner.error("key 'first' is missing")
    inner.done()
    return expectation


def _total(fields: Fields) -> OfficialTotal:
    total = OfficialTotal(
        area=fields.string("area"),
        period=_period(fields, "period") or "",
        value=fields.number("value"),
        tolerance=fields.number("tolerance", 0.05),
    )
    fields.done()
    return total


def read_gap(fields: Fields) -> Gap:
    """Return what is missing, who would have it and why it is not here."""
    inner = fields.mapping("gap")
    gap = Gap(
        missing=inner.text("missing"),
        source=inner.text("source"),
        why=inner.text("why"),
        address=inner.string("address", ""),
        beside=inner.strings("beside"),
    )
    inner.done()
    return gap


def read_languages(fields: Fields) -> dict[str, str]:
    """Return a text whose languages are the keys of this mapping."""
    found = {language: fields.string(language) for language in LANGUAGES}
    fields.done()
    return found


def read_one_of(fields: Fields, key: str, allowed: tuple[str, ...]) -> str | None:
    """Return one of the allowed words, or None where the key is absent."""
    value = fields.optional(key)
    if value is not None and value not in allowed:
        raise fields.error(f"'{key}' is '{value}'; allowed: {', '.join(allowed)}")
    return value


def _period(fields: Fields, key: str) -> str | None:
    value = fields.optional(key)
    if value is not None and not _PERIOD.fullmatch(value):
        raise fields.error(f"'{key}' is '{value}', not a period such as 2024, 2024Q1 or 2024M04")
    return value
