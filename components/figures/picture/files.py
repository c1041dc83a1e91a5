"""Pictures as bytes; the same chart and words give the same bytes every time."""

from __future__ import annotations

from html import escape
from io import BytesIO, StringIO
from threading import Lock

import plotly.graph_objects as go
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from components.figures.picture.content import Content
from components.figures.picture.sheet import draw_picture

# matplotlib promises nothing to threads, and two readers may ask at the same time.
_ONE_AT_A_TIME = Lock()


def png_bytes(content: Content, figure: go.Figure) -> bytes:
    """Draw a PNG file of 1600 × 900 pixels that carries its statement and source as text.

    Args:
        content: the words around the chart.
        figure: of the light theme, not for a phone.

    Raises:
        UnknownElement: the figure has something that a picture cannot draw.
    """
    said = {
        "Title": content.statement,
        "Description": content.description,
        "Source": "\n".join(content.sources),
        "Software": None,  # a version of the library would change the bytes
    }
    buffer = BytesIO()
    with _ONE_AT_A_TIME:
        canvas = FigureCanvasAgg(draw_picture(content, figure).figure)
        canvas.print_figure(
            buffer, format="png", metadata={key: text for key, text in said.items() if text != ""}
        )
    return buffer.getvalue()


def svg_bytes(content: Content, figure: go.Figure) -> bytes:
    """Draw an SVG file with letters as paths; title and description say the words to screen readers.

    Args:
        content: the words around the chart.
        figure: of the light theme, not for a phone.

    Raises:
        UnknownElement: the figure has something that a picture cannot draw.
    """
    said = {"Title": content.statement, "Date": None, "Creator": None}
    buffer = StringIO()
    with _ONE_AT_A_TIME:
        canvas = FigureCanvasSVG(draw_picture(content, figure).figure)
        canvas.print_figure(buffer, format="svg", metadata=said)
    described = f"</title>\n <desc>{escape(content.description)}</desc>"
    return buffer.getvalue().replace("</title>", described, 1).encode()
