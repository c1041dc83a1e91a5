"""Every declaration × language: its texts, statement, chart, row and table are whole and true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape

import pytest

from components.blocks import figures_row, indicator_table
from components.blocks.reading import Reading, read
from components.blocks.statement import words
from components.figures.chart import chart_figure
from components.figures.template import Look
from components.language import Language
from components.number_format import heading_figure, to_step
from data.catalogue import Catalogue
from data.model import LANGUAGES, Indicator, Kind, Level, Unit
from data.periods import year_of
from data.statements import statement

CATALOGUE = Catalogue()
DECLARED = CATALOGUE.indicators()
SERIES = [
    it
    for it in DECLARED
    if it.kind is Kind.SERIES and it.levels != (Level.SUB_AREA,)  # maps draw postal areas
]
LEFT_OVER = re.compile(r"\b[Nn]a[Nn]\b|\bNone\b|\bInfinity\b|\binf\b|[{}]|  ")
NUMBER = re.compile(r"\d+(?:[\u00a0,.]\d+)*")
PLACEHOLDER = re.compile(r"%\{[^}]*\}")  # plotly's own, filled in by the browser

every_declaration = pytest.mark.parametrize("indicator", DECLARED, ids=lambda it: it.id)
every_series = pytest.mark.parametrize("indicator", SERIES, ids=lambda it: it.id)
every_language = pytest.mark.parametrize("code", LANGUAGES)


@every_language
@every_declaration
def test_its_texts_are_whole(indicator: Indicator, code: str) -> None:
    for text in texts_of(indicator, code):
        assert text.strip() == text
        assert text
        assert not LEFT_OVER.search(text), text
    for text in full_sentences_of(indicator, code):
        assert text.endswith(".") or text.endswith(".)"), text


@every_language
@every_series
def test_its_statement_is_true_to_the_shown_figures(indicator: Indicator, code: str) -> None:
    language, reading = Language.of(code), reading_of(indicator.id)
    sentence = words(CATALOGUE, indicator.id, language)
    assert sentence.endswith(".")
    assert not LEFT_OVER.search(sentence), sentence
    assert str(year_of(reading.period)) in sentence
    for cell in reading.shown:
        if cell.level.value is not None:
            assert language.quantity(cell.level.value, reading.unit, heading=True) in sentence
    known = {number for text in numbered(indicator, language) for number in NUMBER.findall(text)}
    assert {*NUMBER.findall(sentence)} <= known


@every_language
@every_series
def test_its_chart_holds_figures_and_no_leftovers(indicator: Indicator, code: str) -> None:
    unit, breaks = CATALOGUE.unit(indicator), CATALOGUE.breaks(indicator.id)
    obs, names = CATALOGUE.observations(indicator.id), CATALOGUE.area_names(code)
    figure = chart_figure(indicator, unit, obs, breaks, Look(Language.of(code)), names)
    written = figure.to_json()
    assert "NaN" not in written
    drawn = json.loads(written)
    assert drawn["data"]
    for text in strings_in(drawn):
        assert not LEFT_OVER.search(PLACEHOLDER.sub("", text)), text


@every_language
@every_series
def test_its_row_says_period_and_figures(indicator: Indicator, code: str) -> None:
    look, reading = Look(Language.of(code)), reading_of(indicator.id)
    row = plain(figures_row.period(reading, look) + figures_row.items(reading, look))
    assert not LEFT_OVER.search(row), row
    assert look.language.period(reading.period) in row
    for cell in reading.shown:
        if cell.level.value is not None:
            assert look.language.quantity(cell.level.value, reading.unit) in row


@every_language
@every_series
def test_its_table_holds_the_figures_of_the_statement(indicator: Indicator, code: str) -> None:
    look, reading = Look(Language.of(code)), reading_of(indicator.id)
    table = plain(indicator_table.table(indicator, look))
    assert not LEFT_OVER.search(table), LEFT_OVER.search(table)
    assert look.language.period(reading.period) in table
    for cell in reading.shown:
        if cell.level.value is not None:
            assert look.language.quantity(cell.level.value, reading.unit) in table


@every_language
def test_no_name_of_an_area_has_stray_spaces(code: str) -> None:
    for name in CATALOGUE.area_names(code).values():
        assert " ".join(name.split()) == name


def texts_of(indicator: Indicator, code: str) -> Iterator[str]:
    """Give every text of a declaration in a language; only ``when`` may have a field, the year."""
    yield indicator.title[code]
    yield from full_sentences_of(indicator, code)
    if indicator.parts:
        yield indicator.parts.by[code]
        yield from (name[code] for name in indicator.parts.names.values())
    if indicator.kind is Kind.SERIES and indicator.own_areas:
        parts = indicator.sentence[code]
        yield parts.when.format(year=2026)
        yield parts.verb
        named = (parts.subject, parts.measure, parts.tail, parts.gap_one, parts.gap_many)
        yield from (text for text in (*named, parts.counted_one, parts.counted_many) if text)


def full_sentences_of(indicator: Indicator, code: str) -> Iterator[str]:
    """Give the texts that end with a full stop."""
    yield indicator.describes[code]
    yield from (text[code] for text in indicator.caveats)
    if indicator.kind is Kind.SERIES:
        yield from (place.text[code] for place in CATALOGUE.breaks(indicator.id))
    if indicator.unconfirmed:
        yield indicator.unconfirmed[code]
    if indicator.gap:
        yield from (text[code] for text in gap_texts(indicator))


def gap_texts(indicator: Indicator) -> Iterator[Mapping[str, str]]:
    """Give what a gap says."""
    assert indicator.gap is not None
    yield indicator.gap.missing
    yield indicator.gap.source
    yield indicator.gap.why


def numbered(indicator: Indicator, language: Language) -> Iterator[str]:
    """Give all texts that may bring a number into a statement: the words, the figures, the gap."""
    reading = reading_of(indicator.id)
    yield from texts_of(indicator, language.code)
    yield language.period(reading.period)
    yield language.period_in(reading.period)
    levels = [cell.level.value for cell in reading.cells if cell.level.value is not None]
    for cell in reading.shown:
        if cell.level.value is not None:
            yield language.quantity(cell.level.value, reading.unit, heading=True)
    if levels:
        yield gap_of(levels, reading.unit, language)
    claim = statement(indicator, reading.unit, CATALOGUE.compared(indicator.id))
    if claim is not None and claim.count_gap is not None:
        yield language.number(claim.count_gap.count, 0)
        millions = claim.count_gap.count / 1e6  # large sums are said in millions
        yield language.number(millions, 0 if millions == round(millions) else 1)


def gap_of(levels: list[float], unit: Unit, language: Language) -> str:
    """Subtract the figures as a reader of the sentence does, no finer than they are rounded."""
    read_figures = sorted(heading_figure(value, unit) for value in levels)
    (low, low_step), (high, high_step) = read_figures[0], read_figures[-1]
    step = max(low_step, high_step)
    gap = to_step(high - low, step) if step else round(high - low, unit.decimals)
    return language.number(gap, 0 if gap == 1 else unit.decimals)


@cache
def reading_of(indicator_id: str) -> Reading:
    """Read the figures that a row shows."""
    reading = read(CATALOGUE, indicator_id)
    assert reading is not None
    return reading


def strings_in(content: object) -> Iterator[str]:
    """Give every text of a figure."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from strings_in(value)
    elif isinstance(content, list):
        for value in content:
            yield from strings_in(value)


def plain(html: str) -> str:
    """Leave the text of some markup; tags stand apart from it."""
    return unescape(re.sub(r"<[^>]+>", "|", html))
