"""From YAML files to the model: indicators, units and themes; every broken rule names file and line."""

from __future__ import annotations

import re
from pathlib import Path

from data.bases import load_bases
from data.declared_classes import read_parts
from data.declared_parts import (
    read_break,
    read_derivation,
    read_expectation,
    read_gap,
    read_languages,
    read_one_of,
    read_piece,
    read_sentences,
)
from data.errors import DeclarationError
from data.model import (
    INDICATORS,
    LANGUAGES,
    REFERENCE,
    Direction,
    Frequency,
    Indicator,
    Kind,
    Level,
    Place,
    Theme,
    Unit,
    UnitKind,
)
from data.strict_yaml import Fields, read_yaml

COMPARISONS = (
    "same_month_last_year",
    "same_quarter_last_year",
    "previous_year",
    "first_period",
    "none",
)
NOISES = ("poisson",)
TILES = ("employment", "education", "investment", "transport")
_ID = re.compile(r"[a-z][a-z0-9_]*")


def load_indicators(folder: Path = INDICATORS) -> dict[str, Indicator]:
    """Load every declaration below a folder, keyed by id.

    Raises:
        DeclarationError: a file breaks a rule, an id stands twice, or facts stand beside no series of their theme.
    """
    indicators: dict[str, Indicator] = {}
    themes = load_themes()
    units = load_units()
    bases = load_bases()
    for path in sorted(folder.glob("*/*.yaml")):
        fields = read_yaml(path)
        indicator = load_indicator(fields, path)
        if indicator.id in indicators:
            raise fields.error(f"id '{indicator.id}' is declared twice")
        if indicator.theme not in themes or path.parent.name != indicator.theme:
            raise fields.error(f"theme '{indicator.theme}' must be a known theme and the folder")
        if indicator.unit and indicator.unit not in units:
            raise fields.error(f"unit '{indicator.unit}' is not in units.yaml")
        if indicator.base and indicator.base not in bases:
            raise fields.error(f"base '{indicator.base}' is not in bases.yaml")
        indicators[indicator.id] = indicator
    _check_besides(indicators, folder)
    return indicators


def _check_besides(indicators: dict[str, Indicator], folder: Path) -> None:
    """Refuse facts that stand beside anything but a series of their theme."""
    for facts in indicators.values():
        series = indicators.get(facts.beside) if facts.beside else None
        if facts.beside and (
            series is None or (series.kind, series.theme) != (Kind.SERIES, facts.theme)
        ):
            path = folder / facts.theme / f"{facts.id}.yaml"
            raise DeclarationError(f"{path}:1: 'beside: {facts.beside}' is no series of the theme")


def load_indicator(fields: Fields, path: Path) -> Indicator:
    """Turn one file's fields into an Indicator; see ARCHITECTURE.md for the keys."""
    if not _ID.fullmatch(path.stem):
        raise fields.error("the file name must be a snake_case id")
    kind = fields.choice("kind", Kind)
    series = kind is Kind.SERIES
    indicator = Indicator(
        id=path.stem,
        kind=kind,
        theme=fields.string("theme"),
        place=fields.choice("place", Place),
        order=fields.whole("order", 100),
        title=fields.text("title"),
        describes=fields.text("describes"),
        tile=read_one_of(fields, "tile", TILES),
        sentence=read_sentences(fields) if series else {},
        unit="" if kind is Kind.GAP else fields.string("unit"),
        direction=fields.choice("direction", Direction, None if series else Direction.NEUTRAL),
        frequency=fields.choice("frequency", Frequency, None if series else Frequency.YEAR),
        compare_with=read_one_of(fields, "compare_with", COMPARISONS) or "previous_year",
        observe=tuple(read_piece(item) for item in fields.mappings("observe")),
        derive=tuple(read_derivation(item) for item in fields.mappings("derive")),
        parts=read_parts(fields) if series else None,
        breaks=tuple(read_break(item) for item in fields.mappings("breaks")),
        own_year_boundaries=fields.flag("own_year_boundaries"),
        levels=fields.choices("levels", Level),
        noise=read_one_of(fields, "noise", NOISES),
        base=fields.optional("base"),
        expect=read_expectation(fields) if series else None,
        fresh_within_days=fields.whole("fresh_within_days") if series else None,
        caveats=tuple(read_languages(item) for item in fields.mappings("caveats")),
        unconfirmed=fields.text("unconfirmed") if fields.has("unconfirmed") else None,
        historical=fields.flag("historical"),
        gap=read_gap(fields) if kind is Kind.GAP else None,
        beside=fields.optional("beside") if kind is Kind.FACTS else None,
    )
    if kind is not Kind.GAP and not indicator.observe:
        raise fields.error("'observe' needs at least one piece")
    if indicator.parts and not _may_have_parts(indicator):
        raise fields.error("'parts' needs counts: no 'ratio' and no 'change'")
    if series and not indicator.levels:
        raise fields.error("'levels' needs at least one level")
    fields.done()
    return indicator


def _may_have_parts(indicator: Indicator) -> bool:
    """Tell whether parts can add up: those of a quotient or a change need not."""
    is_count = not any(piece.ratio for piece in indicator.observe)
    return is_count and not any(step.change for step in indicator.derive)


def load_units(path: Path = REFERENCE / "units.yaml") -> dict[str, Unit]:
    """Load the units, keyed by their key."""
    file = read_yaml(path)
    return {key: _unit(key, file.mapping(key)) for key in file.keys}


def load_themes(path: Path = REFERENCE / "themes.yaml") -> dict[str, Theme]:
    """Load the fourteen themes in their fixed order, keyed by their key."""
    file = read_yaml(path)
    clusters = {theme.key for theme in _themes(file, "clusters")}
    themes = {theme.key: theme for theme in _themes(file, "themes")}
    for theme in themes.values():
        if theme.cluster not in clusters:
            raise file.error(f"theme '{theme.key}' names an unknown cluster '{theme.cluster}'")
    return themes


def load_clusters(path: Path = REFERENCE / "themes.yaml") -> dict[str, Theme]:
    """Load the three clusters in their fixed order, keyed by their key."""
    return {theme.key: theme for theme in _themes(read_yaml(path), "clusters")}


def _themes(file: Fields, key: str) -> list[Theme]:
    themes = []
    for item in file.mappings(key):
        theme = Theme(
            key=item.string("key"),
            cluster=item.raw("cluster"),
            title=item.text("title"),
            short=item.text("short"),
        )
        item.done()
        themes.append(theme)
    return themes


def _unit(key: str, fields: Fields) -> Unit:
    unit = Unit(
        key=key,
        symbol=_symbol(fields.mapping("symbol")),
        decimals=fields.whole("decimals"),
        scale=fields.number("scale", 1.0),
        is_count=fields.flag("is_count"),
        difference_one=fields.text("difference_one"),
        difference_many=fields.text("difference_many"),
        difference_symbol=_symbol(fields.mapping("difference_symbol")),
        kind=fields.choice("kind", UnitKind, UnitKind.RATE),
        is_signed=fields.flag("is_signed"),
        is_reversed=fields.flag("is_reversed"),
    )
    fields.done()
    return unit


def _symbol(fields: Fields) -> dict[str, str]:
    """Return a symbol per language; unlike other texts it may be empty."""
    symbols = {language: fields.raw(language) for language in LANGUAGES}
    fields.done()
    return symbols
