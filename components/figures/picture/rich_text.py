"""Texts of charts with their little markup: bold, coloured spans, line breaks, circled signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser

from components.figures.picture import fonts
from components.figures.picture.vocabulary import UnknownElement

LINE = 1.3  # height of a line in parts of its size
CIRCLE = 1.06  # diameter of a circled sign in parts of the size
_COLOUR = re.compile(r"color:(#[0-9A-Fa-f]{6})")
_NUMBERS, _LETTERS = 0x2460, 0x24B6
_CIRCLED = re.compile("([\u2460-\u2473\u24b6-\u24cf])")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one style; ``colour`` is empty where the text's own is meant."""

    text: str
    bold: bool = False
    colour: str = ""
    is_circled: bool = False

    def width(self, size: float) -> float:
        """Measure the piece in pixels."""
        if self.is_circled:
            return CIRCLE * size
        return fonts.width(self.text, size, self.bold)


Line = tuple[Run, ...]


def parse(text: str) -> tuple[Line, ...]:
    """Read the markup of a chart's text.

    Raises:
        UnknownElement: another tag than b, br and a span with a colour.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return tuple(tuple(line) for line in reader.lines)


def line_width(line: Sequence[Run], size: float) -> float:
    """Measure a line in pixels."""
    return sum(run.width(size) for run in line)


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """Break a plain text at its spaces into lines of at most ``room`` pixels."""
    lines: list[str] = []
    end, space = 0.0, fonts.width(" ", size, bold)
    for word in text.split(" "):
        across = plain_width(word, size, bold)
        if lines and end + space + across <= room:
            lines[-1] += f" {word}"
            end += space + across
        else:
            lines.append(word)
            end = across
    return lines


def balanced(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """Break a text into as few lines as ``wrapped`` does, but of much the same length."""
    lines = wrapped(text, size, room, bold)
    while len(narrower := wrapped(text, size, room := room - size, bold)) == len(lines) > 1:
        if max(plain_width(line, size, bold) for line in narrower) > room:
            break  # a long word fills the line already
        lines = narrower
    return lines


@lru_cache(maxsize=4096)
def plain_width(text: str, size: float, bold: bool = False) -> float:
    """Measure a plain text with its circled signs in pixels."""
    return line_width(circled_signs(text, Run("", bold)), size)


def circled_signs(text: str, style: Run) -> list[Run]:
    """Cut a text at its circled signs, which no typeface has all of."""
    pieces = [piece for piece in _CIRCLED.split(text) if piece]
    return [
        replace(style, text=_inside(piece), is_circled=True)
        if _CIRCLED.fullmatch(piece)
        else replace(style, text=piece)
        for piece in pieces
    ]


def _inside(sign: str) -> str:
    """Give what a circle stands around: ② holds 2, Ⓑ holds B."""
    code = ord(sign)
    return chr(code - _LETTERS + ord("A")) if code >= _LETTERS else str(code - _NUMBERS + 1)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Run]] = [[]]
        self._styles = [Run("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.lines.append([])
            return
        colour = _COLOUR.fullmatch(dict(attrs).get("style") or "")
        if tag == "b" and not attrs:
            self._styles.append(replace(self._styles[-1], bold=True))
        elif tag == "span" and colour:
            self._styles.append(replace(self._styles[-1], colour=colour[1]))
        else:
            raise UnknownElement(f"a picture cannot write {self.get_starttag_text()}")

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            self._styles.pop()

    def handle_data(self, data: str) -> None:
        self.lines[-1].extend(circled_signs(data, self._styles[-1]))
