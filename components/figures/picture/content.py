"""What stands around the chart of a picture; needs no drawing library, so that pages may fill it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a picture in the reader's language; plain text, no markup.

    ``marks`` explain the signs over the chart, ``remarks`` are reservations, ``sources`` a line per table.
    """

    title: str
    statement: str
    marks: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: tuple[str, ...]
    name: str
    version: str

    @property
    def description(self) -> str:
        """Everything but the statement, for readers who do not see the picture."""
        lines = (self.title, *self.marks, *self.remarks, *self.sources, self.version)
        return "\n".join(line for line in lines if line)
