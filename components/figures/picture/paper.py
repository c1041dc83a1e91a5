"""A sheet of 1600 × 900 pixels to draw on; the origin is the upper left corner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from components.figures.picture import fonts
from components.figures.picture.rich_text import LINE, Line, line_width
from components.figures.picture.vocabulary import one_of

WIDTH, HEIGHT = 1600, 900
_DPI = 100
_LEAST_DOT = 3.0  # plotly's dots of thin lines are as long as those of lines this thick
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
_MARKERS = {"circle": "o", "square": "s", "diamond": "D", "circle-open": "o", "triangle-up": "^"}
# matplotlib sizes a diamond by its side, a chart by its width.
_SIDE = {"diamond": 2**-0.5}

Point = tuple[float, float]
Colour = str | tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width in pixels, and dash: "solid", "dot" or lengths as "4px,3px"."""

    colour: str
    width: float
    dash: str = "solid"
    scale: float = 1.0  # of the lengths of dashes


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; ``top`` is above ``bottom``, so the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels upright."""
        return self.bottom - self.top


class Paper:
    """An empty white sheet; what is drawn later covers what was drawn before."""

    def __init__(self) -> None:
        """Make the sheet with the dashboard's typeface."""
        fonts.register()
        self.figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, facecolor="white")
        inches: Any = self.figure.dpi_scale_trans
        self._pixels = Affine2D().scale(1 / _DPI) + inches
        self._upright = Affine2D().scale(1, -1).translate(0, HEIGHT) + self._pixels
        self.texts: list[tuple[str, Box]] = []

    def polyline(self, points: Sequence[Point], stroke: Stroke, clip: Box | None = None) -> None:
        """Draw a line through points; outside ``clip`` nothing is drawn."""
        if stroke.width <= 0:
            return
        xs, ys = zip(*points, strict=True)
        line = Line2D(
            xs,
            ys,
            color=paint(stroke.colour),
            linewidth=stroke.width * fonts.POINTS,
            linestyle=_dashes(stroke),
            solid_capstyle="butt",
            solid_joinstyle="round",
        )
        self._add(line, clip)

    def polygon(self, points: Sequence[Point], fill: str, clip: Box | None = None) -> None:
        """Fill an area."""
        self._add(Polygon(points, facecolor=paint(fill), linewidth=0), clip)

    def rectangle(self, box: Box, fill: str, opacity: float | None = None) -> None:
        """Fill a rectangle."""
        at = (box.left, box.top)
        patch = Rectangle(at, box.width, box.height, facecolor=paint(fill), linewidth=0)
        patch.set_alpha(opacity)
        self._add(patch)

    def outline(self, box: Box, stroke: Stroke) -> None:
        """Draw the edge of a rectangle."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.polyline([*corners, corners[0], corners[1]], stroke)

    def hatch(
        self, box: Box, colour: str, gap: float, width: float, *, is_rising: bool = True
    ) -> None:
        """Draw diagonal lines over a rectangle, ``gap`` pixels apart, rising or falling to the right."""
        first = int((box.left + box.top) // gap)
        last = int((box.right + box.bottom) // gap) + 1
        sums = [place * gap for place in range(first, last + 1)]
        lines = [[(one - box.bottom, box.bottom), (one - box.top, box.top)] for one in sums]
        if not is_rising:
            middle = box.left + box.right
            lines = [[(middle - x, y) for x, y in line] for line in lines]
        drawn = LineCollection(lines, colors=[paint(colour)], linewidths=width * fonts.POINTS)
        self._add(drawn, box)

    def markers(
        self,
        points: Sequence[Point],
        symbol: str,
        size: float,
        fill: str,
        edge: Stroke,
        opacity: float = 1.0,
    ) -> None:
        """Draw the same marker at each point; an open one has only its edge."""
        is_open = symbol == "circle-open"
        xs, ys = zip(*points, strict=True)
        drawn = Line2D(
            xs,
            ys,
            linestyle="none",
            marker=one_of(symbol, _MARKERS, "marker"),
            markersize=size * _SIDE.get(symbol, 1.0) * fonts.POINTS,
            markerfacecolor="none" if is_open else paint(fill),
            markeredgecolor=paint(fill if is_open else edge.colour),
            markeredgewidth=edge.width * fonts.POINTS,
            alpha=opacity,
        )
        self._add(drawn)

    def line_of_text(self, x: float, baseline: float, line: Line, size: float, ink: str) -> None:
        """Write one line to the right of ``x``."""
        start = x
        for run in line:
            across = run.width(size)
            if run.is_circled:
                self._circled(start + across / 2, baseline, run.text, size, run.colour or ink)
            else:
                self._write(start, baseline, run.text, size, run.colour or ink, run.bold)
            start += across
        words = "".join(run.text for run in line)
        if words.strip():
            top = baseline - fonts.ASCENT * size
            box = Box(x, top, x + line_width(line, size), top + fonts.HEIGHT * size)
            self.texts.append((words, box))

    def block_of_text(
        self, box: Box, lines: Sequence[Line], size: float, ink: str, align: str
    ) -> None:
        """Write lines from the top of a box, each at its left, its middle or its right."""
        share = one_of(align, {"left": 0.0, "center": 0.5, "right": 1.0}, "align")
        for place, line in enumerate(lines):
            x = box.left + share * (box.width - line_width(line, size))
            baseline = box.top + (place * LINE + (LINE - fonts.HEIGHT) / 2 + fonts.ASCENT) * size
            self.line_of_text(x, baseline, line, size, ink)

    def _circled(self, middle: float, baseline: float, sign: str, size: float, ink: str) -> None:
        inner = size * (0.68 if len(sign) == 1 else 0.55)
        centre = baseline - 0.36 * size
        ring = Circle((middle, centre), 0.46 * size, fill=False, edgecolor=paint(ink))
        ring.set_linewidth(0.07 * size * fonts.POINTS)
        self._add(ring)
        left = middle - fonts.width(sign, inner) / 2
        self._write(left, centre + 0.36 * inner, sign, inner, ink, False)

    def _write(
        self, x: float, baseline: float, text: str, size: float, ink: str, bold: bool
    ) -> None:
        written = Text(
            x,
            baseline,
            text,
            color=paint(ink),
            fontproperties=fonts.font(size, bold),
            verticalalignment="baseline",
            parse_math=False,
        )
        self._add(written)

    def _add(self, artist: Artist, clip: Box | None = None) -> None:
        artist.set_transform(self._upright)
        artist.set_zorder(len(self.figure.get_children()))
        if clip is not None:
            inside = Bbox.from_extents(
                clip.left, HEIGHT - clip.bottom, clip.right, HEIGHT - clip.top
            )
            artist.set_clip_box(TransformedBbox(inside, self._pixels))
        self.figure.add_artist(artist, clip=False)


def paint(colour: str) -> Colour:
    """Read a colour as charts write it: ``#RRGGBB`` or ``rgba(r,g,b,a)``."""
    parts = _RGBA.fullmatch(colour.replace(" ", ""))
    if parts is None:
        return colour
    red, green, blue = (int(parts[place]) / 255 for place in (1, 2, 3))
    return red, green, blue, float(parts[4])


def _dashes(stroke: Stroke) -> Literal["solid"] | tuple[float, tuple[float, ...]]:
    """Give matplotlib's pattern, which counts in widths of the line."""
    if stroke.dash == "solid":
        return "solid"
    if stroke.dash == "dot":
        least = max(_LEAST_DOT * stroke.scale, stroke.width) / stroke.width
        return 0, (least, least)
    lengths = [float(one.removesuffix("px")) for one in stroke.dash.split(",")]
    return 0, tuple(one * stroke.scale / stroke.width for one in lengths)
