"""The chart of the page as a picture, the chosen area in it; a file is drawn only when asked for."""

from __future__ import annotations

from dataclasses import replace

from components.blocks import picture
from components.blocks.explorer import history
from components.blocks.explorer.asked import Asked
from components.figures.picture.content import Content
from components.figures.template import Look


def file(asked: Asked, chosen: history.Shown, ending: str) -> bytes:
    """Draw the chart as the bytes of a file, in the light theme.

    Args:
        asked: Of a series whose figures can be read.
        chosen: The view and the events of the chart.
        ending: png or svg.
    """
    # The drawing library takes a second to import: only those who ask for a picture wait for it.
    from components.figures.picture.files import png_bytes, svg_bytes

    wide = replace(asked, look=Look(asked.look.language))
    draw = png_bytes if ending == "png" else svg_bytes
    return draw(content(wide, chosen), history.figure(wide, chosen))


def content(asked: Asked, chosen: history.Shown) -> Content:
    """Write the words around the chart; the chosen area's figure follows the statement."""
    wanted = picture.Wanted(
        asked.catalogue, asked.series, asked.look, chosen.view, chosen.events, asked.choice
    )
    words = picture.content(wanted)
    beside = history.beside(asked)
    return replace(words, statement=f"{words.statement} {beside}") if beside else words
