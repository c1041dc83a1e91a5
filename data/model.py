"""The words of the project as types: indicators, pieces, sources, areas, claims.

Imports nothing of the project but the parts of a total. Column names and fixed places live here once, so that a
rename is one edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from data.parts import Parts

ROOT = Path(__file__).resolve().parents[1]
INDICATORS = ROOT / "data" / "indicators"
REFERENCE = ROOT / "data" / "reference"
PREPARED = ROOT / "data" / "prepared"
STATIC = ROOT / "static"

LANGUAGES = ("fi", "sv", "en")
CITIES = ("KU179", "KU297", "KU398")
REGION_OF = {"KU179": "MK13", "KU297": "MK11", "KU398": "MK07"}
REGIONS = tuple(REGION_OF.values())
COUNTRY = "SSS"
TOTAL = "total"

KEY = ("area", "period", "breakdown")
OBSERVATION_COLUMNS = (*KEY, "value", "status", "numerator", "denominator")
FACT_COLUMNS = ("indicator", "area", "period", "breakdown", "value", "status", "source_url")
REVISION_COLUMNS = (
    "indicator",
    "area",
    "period",
    "breakdown",
    "old",
    "new",
    "old_vintage",
    "new_vintage",
)
RANK_COLUMNS = ("indicator", "benchmark", "area", "period", "rank", "count")

Text = Mapping[str, str]


class Kind(StrEnum):
    """What a declaration promises."""

    SERIES = "series"
    FACTS = "facts"
    GAP = "gap"


class Direction(StrEnum):
    """Which way is better; declared, never guessed from a name."""

    HIGHER = "higher_is_better"
    LOWER = "lower_is_better"
    NEUTRAL = "neutral"


class Frequency(StrEnum):
    """How often an observation is published."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class Level(StrEnum):
    """The kind of an area."""

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"
    SUB_AREA = "sub_area"


class Place(StrEnum):
    """Where on its theme an indicator stands."""

    HEADLINE = "headline"
    LISTED = "listed"
    SUPPORT = "support"  # used by others (a divisor, a map); in no theme's row


class UnitKind(StrEnum):
    """What a value measures: an amount grows with the area, a share or a rate does not."""

    AMOUNT = "amount"
    SHARE = "share"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Unit:
    """How values of an indicator are written.

    ``scale`` turns a stored value into the shown one (1e-6 for euros shown in millions); ``decimals`` are those of
    the shown value. ``difference_*`` name a gap between two values ("1 prosenttiyksikkö", "4,5 prosenttiyksikköä").
    """

    key: str
    symbol: Text
    decimals: int
    scale: float
    is_count: bool
    difference_one: Text
    difference_many: Text
    difference_symbol: Text
    kind: UnitKind = UnitKind.RATE
    is_signed: bool = False  # a plus stands before positive values: they are differences
    is_reversed: bool = False  # 1 is the top of the axis: values are ranks


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the fourteen themes, or (without ``cluster``) one of the three clusters."""

    key: str
    cluster: str
    title: Text
    short: Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of a statement that no code can guess, for one language.

    Finnish order: when, subject, verb, place, value, measure, ... tail. Swedish: when, verb, subject, value, measure,
    place. English: when, subject, verb, value, measure, place. ``when`` is ``in_period`` or a text with ``{year}``.
    """

    when: str
    subject: str
    verb: str
    measure: str = ""
    tail: str = ""
    gap_one: str = ""
    gap_many: str = ""
    counted_one: str = ""  # what a rate counts: "työtön", "työtöntä"
    counted_many: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of two selections of one table; ``times`` scales it."""

    part: Mapping[str, str]
    whole: Mapping[str, str]
    times: float


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over classes of one column; only where every class has a value."""

    over: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a series from one table; the keys run in the order of the fields."""

    table: str
    where: Mapping[str, str] = field(default_factory=dict)
    first: str | None = None
    until: str | None = None
    newest: str | None = None
    sum: Sum | None = None
    sum_sub_areas: tuple[Level, ...] = ()
    skip_missing: tuple[str, ...] = ()
    sum_areas: tuple[Level, ...] = ()
    ratio: Ratio | None = None
    scale: float | None = None
    status: str | None = None
    seam: str = "none"


@dataclass(frozen=True, slots=True)
class Derivation:
    """One step after the pieces: divide by another indicator, a change, or the counts behind a rate."""

    per: str | None = None
    times: float = 1.0
    change: str | None = None  # "year": difference; "year_percent": per cent
    counts: str | None = None  # what a published rate was divided by


@dataclass(frozen=True, slots=True)
class Break:
    """A place where values before and from ``period`` are not comparable; ``areas`` empty = all."""

    areas: tuple[str, ...]
    period: str
    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class OfficialTotal:
    """A published figure that the build must meet."""

    area: str
    period: str
    value: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must hold for the prepared series, else the build stops."""

    minimum: float
    maximum: float
    first: str
    every_city: bool = True
    totals: tuple[OfficialTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Figures that are not here: what is missing, who would have them, why they are not shown."""

    missing: Text
    source: Text
    why: Text
    address: str
    beside: tuple[str, ...] = ()  # indicators that show what there is instead


@dataclass(frozen=True, slots=True)
class Indicator:
    """One declaration (``data/indicators/<theme>/<id>.yaml``)."""

    id: str
    kind: Kind
    theme: str
    place: Place
    order: int
    title: Text
    describes: Text
    tile: str | None = None
    sentence: Mapping[str, Sentence] = field(default_factory=dict)
    unit: str = ""
    direction: Direction = Direction.NEUTRAL
    frequency: Frequency = Frequency.YEAR
    compare_with: str = "previous_year"
    observe: tuple[Piece, ...] = ()
    derive: tuple[Derivation, ...] = ()
    parts: Parts | None = None
    breaks: tuple[Break, ...] = ()
    own_year_boundaries: bool = False
    levels: tuple[Level, ...] = ()
    noise: str | None = (
        None  # "poisson": a count of chance events, whose small changes mean nothing
    )
    base: str | None = None  # key of reference/bases.yaml: what an amount is divided by
    expect: Expectation | None = None
    fresh_within_days: int | None = None
    caveats: tuple[Text, ...] = ()
    unconfirmed: Text | None = None  # what a quality-C series leaves open; shown with the chart
    historical: bool = False
    gap: Gap | None = None
    beside: str | None = None  # of facts: the series of the same theme that they belong to

    @property
    def own_areas(self) -> tuple[str, ...]:
        """The three areas compared: the cities, else their regions; empty where only the country has figures."""
        if Level.MUNICIPALITY in self.levels:
            return CITIES
        return REGIONS if Level.REGION in self.levels else ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where an indicator's figures come from; one per table used."""

    table: str
    code: str
    publisher: Text
    licence: str
    licence_name: Text
    licence_url: str
    quality: str
    vintage: str
    updated: str
    page: str


@dataclass(frozen=True, slots=True)
class Area:
    """A country, region, municipality or postal area with its official names."""

    code: str
    level: Level
    name: Text
    region: str | None = None
