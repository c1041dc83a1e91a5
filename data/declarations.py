"""From YAML files to the model: indicators, units and themes; every broken rule names file and line."""

from __future__ import annotations

import re
from pathlib import Path

from data.model import (
    INDICATORS,
    LANGUAGES,
    REFERENCE,
    Break,
    Derivation,
    Direction,
    Expectation,
    Frequency,
    Gap,
    Indicator,
    Kind,
    Level,
    OfficialTotal,
    Piece,
    Place,
    Ratio,
    Sentence,
    Sum,
    Theme,
    Unit,
)
from data.strict_yaml import Fields, read_yaml

COMPARISONS = ("same_month_last_year", "same_quarter_last_year", "previous_year", "none")
TILES = ("employment", "education", "investment", "transport")
SEAMS = ("none", "level", "definition")
CHANGES = ("year", "year_percent")
_PERIOD = re.compile(r"\d{4}(M\d{2}|Q[1-4])?")
_ID = re.compile(r"[a-z][a-z0-9_]*")


def load_indicators(folder: Path = INDICATORS) -> dict[str, Indicator]:
    """Load every declaration below a folder, keyed by id.

    Raises:
        DeclarationError: a file breaks a rule, an id stands twice, or a theme has not exactly one headline.
    """
    indicators: dict[str, Indicator] = {}
    themes = load_themes()
    units = load_units()
    for path in sorted(folder.glob("*/*.yaml")):
        fields = read_yaml(path)
        indicator = load_indicator(fields, path)
        if indicator.id in indicators:
            raise fields.error(f"id '{indicator.id}' is declared twice")
        if indicator.theme not in themes or path.parent.name != indicator.theme:
            raise fields.error(f"theme '{indicator.theme}' must be a known theme and the folder")
        if indicator.unit and indicator.unit not in units:
            raise fields.error(f"unit '{indicator.unit}' is not in units.yaml")
        indicators[indicator.id] = indicator
    return indicators


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
        tile=_one_of(fields, "tile", TILES),
        sentence=_sentences(fields) if series else {},
        unit="" if kind is Kind.GAP else fields.string("unit"),
        direction=fields.choice("direction", Direction, None if series else Direction.NEUTRAL),
        frequency=fields.choice("frequency", Frequency, None if series else Frequency.YEAR),
        compare_with=_one_of(fields, "compare_with", COMPARISONS) or "previous_year",
        observe=tuple(_piece(item) for item in fields.mappings("observe")),
        derive=tuple(_derivation(item) for item in fields.mappings("derive")),
        breaks=tuple(_break(item) for item in fields.mappings("breaks")),
        own_year_boundaries=fields.flag("own_year_boundaries"),
        levels=fields.choices("levels", Level),
        base=fields.optional("base"),
        expect=_expectation(fields) if series else None,
        fresh_within_days=fields.whole("fresh_within_days") if series else None,
        caveats=tuple(_plain_text(item) for item in fields.mappings("caveats")),
        unconfirmed=fields.text("unconfirmed") if fields.has("unconfirmed") else None,
        historical=fields.flag("historical"),
        gap=_gap(fields) if kind is Kind.GAP else None,
    )
    if kind is not Kind.GAP and not indicator.observe:
        raise fields.error("'observe' needs at least one piece")
    if series and not indicator.levels:
        raise fields.error("'levels' needs at least one level")
    fields.done()
    return indicator


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
    )
    fields.done()
    return unit


def _symbol(fields: Fields) -> dict[str, str]:
    """Return a symbol per language; unlike other texts it may be empty."""
    symbols = {language: fields.raw(language) for language in LANGUAGES}
    fields.done()
    return symbols


def _sentences(fields: Fields) -> dict[str, Sentence]:
    inner = fields.mapping("sentence")
    sentences = {language: _sentence(inner.mapping(language)) for language in LANGUAGES}
    inner.done()
    return sentences


def _sentence(fields: Fields) -> Sentence:
    gap = fields.mapping("gap") if fields.has("gap") else None
    sentence = Sentence(
        when=fields.string("when"),
        subject=fields.raw("subject"),
        verb=fields.string("verb"),
        measure=fields.raw("measure"),
        tail=fields.raw("tail"),
        gap_one=gap.string("one") if gap else "",
        gap_many=gap.string("many") if gap else "",
    )
    if gap:
        gap.done()
    fields.done()
    return sentence


def _piece(fields: Fields) -> Piece:
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
        seam=_one_of(fields, "seam", SEAMS) or "none",
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


def _derivation(fields: Fields) -> Derivation:
    derivation = Derivation(
        per=fields.optional("per"),
        times=fields.number("times", 1.0),
        change=_one_of(fields, "change", CHANGES),
    )
    if (derivation.per is None) == (derivation.change is None):
        raise fields.error("a derivation is either 'per' or 'change'")
    fields.done()
    return derivation


def _break(fields: Fields) -> Break:
    found = Break(
        areas=fields.strings("areas"),
        period=_period(fields, "period") or "",
        kind=_one_of(fields, "kind", ("area", "definition", "level")) or "",
        text=fields.text("text"),
    )
    if not found.period or not found.kind:
        raise fields.error("a break needs 'period' and 'kind'")
    fields.done()
    return found


def _expectation(fields: Fields) -> Expectation:
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


def _gap(fields: Fields) -> Gap:
    inner = fields.mapping("gap")
    gap = Gap(
        missing=inner.text("missing"),
        source=inner.text("source"),
        why=inner.text("why"),
        address=inner.string("address", ""),
    )
    inner.done()
    return gap


def _plain_text(fields: Fields) -> dict[str, str]:
    found = {language: fields.string(language) for language in LANGUAGES}
    fields.done()
    return found


def _one_of(fields: Fields, key: str, allowed: tuple[str, ...]) -> str | None:
    value = fields.optional(key)
    if value is not None and value not in allowed:
        raise fields.error(f"'{key}' is '{value}'; allowed: {', '.join(allowed)}")
    return value


def _period(fields: Fields, key: str) -> str | None:
    value = fields.optional(key)
    if value is not None and not _PERIOD.fullmatch(value):
        raise fields.error(f"'{key}' is '{value}', not a period such as 2024, 2024Q1 or 2024M04")
    return value
