"""The parts of the totals as real tables: classes by areas, one table per shown period."""

from __future__ import annotations

from html import escape

from components import loading
from components.blocks import markup
from components.figures.parts import read_parts
from components.figures.template import Look
from data.claims import Observation
from data.composition import Whole
from data.model import Indicator, Unit
from data.parts import Parts


def table(indicator: Indicator, look: Look) -> str:
    """Write amounts and shares of the periods that the chart shows, the newest first.

    Args:
        indicator: A series whose figures can be read.
        look: Language and theme.

    Returns:
        Empty where no total has parts.
    """
    catalogue, parts = loading.catalogue(), indicator.parts
    if parts is None:
        return ""
    obs, unit = catalogue.compared(indicator.id), catalogue.unit(indicator)
    wholes, periods = read_parts(indicator, obs, catalogue.breaks(indicator.id))
    by = look.language.pick(parts.by)
    title = f"{look.language.pick(indicator.title)} – {by[0].lower()}{by[1:]}"
    return "".join(
        _one_period(
            f"{title}, {look.language.period(period)}",
            {area: rows[period] for area, rows in wholes.items() if period in rows},
            parts,
            unit,
            look,
        )
        for period in reversed(periods)
    )


def _one_period(
    caption: str, wholes: dict[str, Whole], parts: Parts, unit: Unit, look: Look
) -> str:
    language = look.language
    rows: markup.Rows = [
        (escape(language.pick(name)), [_cell(whole, key, unit, look) for whole in wholes.values()])
        for key, name in parts.names.items()
    ]
    totals = [markup.level(whole.total, unit, language) for whole in wholes.values()]
    rows.append((escape(language.text("In total")), totals))
    heads = [markup.place(area, look) for area in wholes]
    return markup.plain_table(caption, language.pick(parts.by), heads, rows)


def _cell(whole: Whole, key: str, unit: Unit, look: Look) -> str:
    """Write the amount of a class and its share of the total."""
    if key not in whole.parts:
        return f'<span class="missing">{escape(look.language.text("No figure"))}</span>'
    total = whole.total
    seen = Observation(total.area, total.period, whole.parts[key], total.status)
    share = look.language.percent(whole.share(key), 1)
    level = markup.level(seen, unit, look.language, said=markup.remark(total, look.language))
    return f'{level}<span class="status">{escape(share)}</span>'
