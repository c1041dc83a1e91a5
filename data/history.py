"""The comparable past of one area: same month, quarter or year, one nature, no break between."""

from __future__ import annotations

from collections.abc import Sequence

from data.claims import Observation
from data.levels import BREAK, BUDGETS, Nature, Rows, figures
from data.model import Break
from data.periods import period_end, position, season


def comparable(rows: Rows, area: str, period: str, breaks: Sequence[Break]) -> list[str]:
    """List the earlier periods of one area that its figure at ``period`` may be set against.

    Args:
        rows: the observations of the area.
        area: its code, as breaks name it.
        period: must have a figure.
        breaks: places of the series that no comparison may cross.

    Returns:
        Periods in the order of ``rows``.
    """
    starts = [position(it.period) for it in breaks if not it.areas or area in it.areas]
    starts += [position(seen.period) for seen in rows.values() if seen.status == BREAK]
    # Only the youngest break up to the end of ``period`` matters: older ones lie behind it.
    end = period_end(period)
    last_month = position(f"{end.year:04d}M{end.month:02d}")
    barrier = max((start for start in starts if start <= last_month), default=float("-inf"))
    now = rows[period].status
    # An original budget is set against original budgets only: amendments would pass for changes.
    return [
        earlier
        for earlier, seen in figures(rows, Nature.of(now)).items()
        if (now not in BUDGETS or seen.status == now)
        and barrier <= position(earlier) < position(period)
        and season(earlier) == season(period)
    ]


def past(rows: Rows, area: str, period: str, breaks: Sequence[Break]) -> list[Observation]:
    """Give the comparable figures of one area up to and with ``period``, the oldest first.

    Returns:
        Empty where the area has no figure at ``period``.
    """
    if period not in rows or rows[period].value is None:
        return []
    earlier = sorted(comparable(rows, area, period, breaks), key=position)
    return [*(rows[it] for it in earlier), rows[period]]
