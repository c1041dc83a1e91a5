"""The series as a table: periods by the compared areas, the country, the group and the chosen area."""

from __future__ import annotations

from components.blocks import indicator_table
from components.blocks.explorer.asked import Asked


def show(asked: Asked) -> None:
    """Draw the table in an expander."""
    indicator_table.show(asked.indicator, asked.view)
