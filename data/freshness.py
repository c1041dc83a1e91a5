"""How old a series is, in days since the end of its latest period."""

from __future__ import annotations

from datetime import date

from data.claims import Freshness
from data.model import Indicator
from data.periods import period_end


def freshness(indicator: Indicator, latest: str, today: date) -> Freshness:
    """Return the age of a series on a day; late when past the declaration's own limit."""
    days = (today - period_end(latest)).days
    limit = indicator.fresh_within_days
    return Freshness(latest, days, limit is not None and days > limit)
