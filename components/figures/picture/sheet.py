"""The whole picture: title and statement over the chart, marks, reservations and sources under it."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from components.figures.palette import inks
from components.figures.picture import fonts
from components.figures.picture.chart import draw_chart
from components.figures.picture.content import Content
from components.figures.picture.paper import HEIGHT, WIDTH, Box, Paper
from components.figures.picture.rich_text import (
    LINE,
    Run,
    balanced,
    circled_signs,
    plain_width,
    wrapped,
)

_SIDE, _TOP, _BOTTOM = 56, 36, 26
_ROOM = WIDTH - 2 * _SIDE
_TITLE, _SMALL = 26, 20
# Sizes of the statement, the largest first, and how many lines of each there may be.
_STATEMENTS = ((40, 2), (37, 2), (34, 2), (31, 3), (28, 4))
_TIGHT = 1.22
_GAP, _UNDER_TITLE = 16, 6
# Between marks, with a place to break a line.
_BETWEEN_MARKS = "\u2003 "


def draw_picture(content: Content, figure: go.Figure) -> Paper:
    """Draw a picture of 1600 × 900 pixels.

    Args:
        content: the words around the chart.
        figure: of the light theme, not for a phone.

    Raises:
        UnknownElement: the figure has something that a picture cannot draw.
    """
    paper, ink = Paper(), inks(False)
    top = float(_TOP)
    if content.title:
        top = _write([content.title], top, _TITLE, ink.muted, paper) + _UNDER_TITLE
    size, lines = _statement(content.statement)
    top = _write(lines, top, size, ink.text, paper, is_bold=True)
    foot = _foot(content)
    bottom = HEIGHT - _BOTTOM - LINE * _SMALL * len(foot)
    draw_chart(figure, Box(_SIDE, top + _GAP, WIDTH - _SIDE, bottom - _GAP), paper)
    _write(foot, bottom, _SMALL, ink.muted, paper)
    _name(content, paper)
    return paper


def _statement(text: str) -> tuple[int, list[str]]:
    """Choose the largest size in which the statement takes few lines."""
    for size, most in _STATEMENTS:
        if len(wrapped(text, size, _ROOM, bold=True)) <= most:
            break
    return size, balanced(text, size, _ROOM, bold=True)


def _foot(content: Content) -> list[str]:
    """Break what stands under the chart into lines; the last one leaves room for the name."""
    marks = (_BETWEEN_MARKS.join(content.marks),) if content.marks else ()
    texts = (*marks, *content.remarks, *content.sources)
    lines = [line for text in texts for line in wrapped(text, _SMALL, _ROOM)]
    taken = fonts.width(_signature(content), _SMALL, bold=True) + 2 * _SMALL
    if not lines or plain_width(lines[-1], _SMALL) + taken > _ROOM:
        lines.append("")
    return lines


def _signature(content: Content) -> str:
    return f"{content.name} · {content.version}"


def _name(content: Content, paper: Paper) -> None:
    """Write the dashboard's name and the version of its data at the end of the last line."""
    line = (Run(content.name, bold=True), Run(f" · {content.version}"))
    left = WIDTH - _SIDE - sum(run.width(_SMALL) for run in line)
    box = Box(left, HEIGHT - _BOTTOM - LINE * _SMALL, WIDTH - _SIDE, HEIGHT - _BOTTOM)
    paper.block_of_text(box, [line], _SMALL, inks(False).muted, "left")


def _write(
    lines: Sequence[str],
    top: float,
    size: float,
    colour: str,
    paper: Paper,
    is_bold: bool = False,
) -> float:
    """Write lines from the left edge down; give where the next may start."""
    step = (_TIGHT if is_bold else LINE) * size
    for line in lines:
        runs = tuple(circled_signs(line, Run("", bold=is_bold)))
        paper.line_of_text(_SIDE, top + fonts.ASCENT * size, runs, size, colour)
        top += step
    return top
