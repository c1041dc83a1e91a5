"""Dated events that charts may mark: what happened, when as exactly as its source says, and where."""

from __future__ import annotations

import datetime
from calendar import monthrange
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from data.model import CITIES, LANGUAGES, REGION_OF, Text
from data.periods import position

EVENT_COLUMNS = (
    "id", "date", "precision", "area", "kind", "theme", *LANGUAGES, "source_url",
)  # fmt: skip
STATISTICS_BREAK = "statistics_break"
_MONTHS_IN_YEAR = 12


class Precision(StrEnum):
    """How exactly the date of an event is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event with the municipalities it concerns and the themes whose charts may mark it."""

    id: str
    date: datetime.date
    precision: Precision
    areas: tuple[str, ...]
    kind: str
    themes: tuple[str, ...]
    text: Text = field(hash=False)
    source: str

    @property
    def period(self) -> str | None:
        """Month ("2024M03") or year ("2024") where no exact day is known, else None."""
        if self.precision is Precision.DAY:
            return None
        year = f"{self.date.year:04d}"
        return year if self.precision is Precision.YEAR else f"{year}M{self.date.month:02d}"

    @property
    def span(self) -> tuple[float, float]:
        """Start and end as decimal years, on the scale of ``data.periods.position``; a day has no length."""
        if self.period is not None:
            start = position(self.period)
            return start, start + (1 if self.precision is Precision.YEAR else 1 / _MONTHS_IN_YEAR)
        days = monthrange(self.date.year, self.date.month)[1]
        months = self.date.month - 1 + (self.date.day - 1) / days
        day = self.date.year + months / _MONTHS_IN_YEAR
        return day, day

    @property
    def concerns_all(self) -> bool:
        """Tell whether the event concerns all three cities."""
        return set(CITIES) <= set(self.areas)

    def concerns(self, area: str) -> bool:
        """Tell whether an area is among those of the event, or is the region of one of them."""
        return area in self.areas or area in {REGION_OF.get(one) for one in self.areas}


def read_events(frame: pd.DataFrame) -> tuple[Event, ...]:
    """Return the events of a prepared file (EVENT_COLUMNS), in order of time."""
    return tuple(
        Event(
            id=str(row["id"]),
            date=datetime.date.fromisoformat(str(row["date"])),
            precision=Precision(str(row["precision"])),
            areas=tuple(str(row["area"]).split()),
            kind=str(row["kind"]),
            themes=tuple(str(row["theme"]).split()),
            text={language: str(row[language]) for language in LANGUAGES},
            source=str(row["source_url"]),
        )
        for row in frame.to_dict("records")
    )
