"""What the colours of classes mean: their names over the plot, wrapped, in the order of the bars."""

from __future__ import annotations

from components.figures.axes import NO_BREAK
from components.figures.class_colours import class_colours
from components.figures.palette import inks
from components.figures.template import TEXT_SIZE, Look, text_width
from data.parts import Parts

KEY_LINE = 24
_SPACE = "\u2003"
_SWATCH = f"■{NO_BREAK}"


def class_key(parts: Parts, look: Look, width: float) -> tuple[str, int]:
    """Write the key and count its lines.

    Args:
        parts: the classes.
        look: language, theme and size of screen.
        width: pixels that a line may take.
    """
    names = {key: look.language.pick(name) for key, name in parts.names.items()}
    colours = class_colours(list(names), look.dark)
    lines: list[list[str]] = [[]]
    used = 0.0
    for key, name in names.items():
        needed = text_width(f"{_SWATCH}{name}{_SPACE}", TEXT_SIZE)
        if lines[-1] and used + needed > width:
            lines.append([])
            used = 0.0
        used += needed
        words = name.replace(" ", NO_BREAK)
        swatch = f'<span style="color:{colours[key]}">{_SWATCH}</span>'
        lines[-1].append(f'{swatch}<span style="color:{inks(look.dark).text}">{words}</span>')
    return "<br>".join(_SPACE.join(line) for line in lines), len(lines)
