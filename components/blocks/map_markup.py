"""HTML beside and under a map: legend, lists, the same content as tables, credits; every text is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.blocks import markup
from components.blocks.map_reading import MapReading, is_in, map_layers
from components.figures.map_inks import map_inks
from components.figures.template import Look
from data.catalogue import Catalogue
from data.model import CITIES, COUNTRY, REGION_OF

_NAMED_WITHOUT_FIGURE = 6
_EXTREMES = 5


def legend(reading: MapReading, look: Look) -> str:
    """Write the classes in words with their colours, how many areas each has, and the cities in them."""
    colours = map_inks(look.dark).of(reading.values.class_count)
    items = []
    for entry in reading.legend:
        colour = "" if entry.place is None else f' style="background:{colours[entry.place]}"'
        kind = "map-swatch map-hatched" if entry.place is None else "map-swatch"
        marks = "".join(markup.mark(city, look) for city in CITIES if city in entry.areas)
        text = escape(entry.text)
        if entry.place is None and len(entry.areas) <= _NAMED_WITHOUT_FIGURE:
            text += f": {escape(', '.join(reading.values.names[area] for area in entry.areas))}"
        items.append(
            f'<li><span class="{kind}"{colour}></span><span>{text}</span>'
            f'<span class="map-count">{escape(_count(len(entry.areas), look))}</span>{marks}</li>'
        )
    title = escape(look.language.pick(reading.indicator.title))
    return f'<ul class="map-legend" aria-label="{title}">{"".join(items)}</ul>'


def key(look: Look) -> str:
    """Explain the lines of a city's map."""
    words = {
        "border": look.language.text("city border"),
        "road": look.language.text("main road"),
        "rail": look.language.text("railway"),
    }
    items = "".join(
        f'<li><span class="map-stroke {kind}"></span>{escape(word)}</li>'
        for kind, word in words.items()
    )
    return f'<ul class="map-legend map-key">{items}</ul>'


def cities(reading: MapReading, look: Look) -> str:
    """List the three cities, their regions and the country, then the highest and the lowest areas."""
    language, texts = look.language, reading.values.texts
    rows = "".join(
        f'<tr><th scope="row">{markup.place(city, look)}</th>'
        f'<td><span class="level">{escape(texts[city])}</span></td>'
        f"<td>{escape(_rank(reading, city, look))}</td>"
        f'<td class="quiet">{escape(_around(reading, REGION_OF[city], look))}</td></tr>'
        for city in CITIES
    )
    areas = list(reading.ranked)
    lists = _short_list(language.text("Highest"), areas[:_EXTREMES], reading)
    lists += _short_list(language.text("Lowest"), areas[: -_EXTREMES - 1 : -1], reading)
    caption = escape(language.text("The three cities among the municipalities, 1 = highest"))
    country = _around(reading, COUNTRY, look)
    country = escape(country[:1].upper() + country[1:])
    return (
        f'<table class="map-cities"><caption>{caption}</caption><tbody>{rows}</tbody></table>'
        f'<p class="map-country quiet">{country}</p><div class="map-extremes">{lists}</div>'
    )


def highest(reading: MapReading, city: str, catalogue: Catalogue, look: Look) -> str:
    """Write the highest three postal areas of a city in one line."""
    own = [area for area in reading.ranked if is_in(catalogue, area, city)][:3]
    listed = ", ".join(f"{reading.values.names[area]} {reading.values.texts[area]}" for area in own)
    label = escape(look.language.text("Highest"))
    return f'<p class="map-line"><span class="quiet">{label}:</span> {escape(listed)}</p>'


def municipality_table(reading: MapReading, catalogue: Catalogue, look: Look) -> str:
    """Write all municipalities, highest first, those without a figure last."""
    language, names = look.language, catalogue.area_names(look.language.code)
    rows = [
        (names[area], names.get(catalogue.area(area).region or "", ""), area)
        for area in _in_order(reading)
    ]
    period = language.period(reading.period)
    heads = [language.text("Municipality"), language.text("Region"), period]
    heads.append(language.text("Rank, highest first"))
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(region)}</td>'
        f"<td>{escape(reading.values.texts[area])}</td><td>{reading.ranked.get(area, '')}</td></tr>"
        for name, region, area in rows
    )
    return _table(_caption(reading, look), heads, body)


def postal_tables(reading: MapReading, catalogue: Catalogue, look: Look) -> str:
    """Write all postal areas, a table per city, highest first."""
    language = look.language
    heads = [language.text("Postal code area"), language.period(reading.period)]
    tables = []
    for city in CITIES:
        own = [area for area in _in_order(reading) if is_in(catalogue, area, city)]
        body = "".join(
            f'<tr><th scope="row">{escape(area.removeprefix("PNO"))} '
            f"{escape(reading.values.names[area])}</th>"
            f"<td>{escape(reading.values.texts[area])}</td></tr>"
            for area in own
        )
        caption = f"{language.place(city)}: {_caption(reading, look)}"
        tables.append(_table(caption, heads, body))
    return f'<div class="map-tables">{"".join(tables)}</div>'


def credits_line(reading: MapReading, look: Look) -> str:
    """Name who made the map's layers and what to be careful about."""
    sources = [map_layers().sources[key] for key in reading.sources]
    caveats = [look.language.pick(source.caveat) for source in sources if source.caveat]
    named = " · ".join(look.language.pick(source.credit) for source in sources)
    texts = [" ".join(caveats), named]
    lines = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return f'<footer class="source-note map-credits">{lines}</footer>'


def alternative(reading: MapReading, look: Look, city: str = "") -> str:
    """Say in words what a map shows, for readers who do not see it."""
    classes = "; ".join(f"{it.text}: {_count(len(it.areas), look)}" for it in reading.legend)
    place = look.language.place(city) if city else look.language.text("all municipalities")
    return look.language.text(
        "Map, {place}. {statement} Classes: {classes}.",
        place=place,
        statement=reading.heading,
        classes=classes,
    )


def _count(count: int, look: Look) -> str:
    return look.language.plural("{n} area", "{n} areas", count)


def _rank(reading: MapReading, city: str, look: Look) -> str:
    if city not in reading.ranked:
        return ""
    return look.language.text(
        "rank {rank} of {count}", rank=reading.ranked[city], count=len(reading.ranked)
    )


def _around(reading: MapReading, area: str, look: Look) -> str:
    if area not in reading.around:
        return ""
    return f"{look.language.place(area)} {reading.around[area]}"


def _in_order(reading: MapReading) -> list[str]:
    return [
        *reading.ranked,
        *(area for area in reading.geometry.areas if area not in reading.ranked),
    ]


def _short_list(title: str, areas: Sequence[str], reading: MapReading) -> str:
    items = "".join(
        f"<li><span>{escape(reading.values.names[area])}</span>"
        f'<span class="level">{escape(reading.values.texts[area])}</span></li>'
        for area in areas
    )
    return f'<div><p class="quiet">{escape(title)}</p><ul>{items}</ul></div>'


def _caption(reading: MapReading, look: Look) -> str:
    return look.language.pick(reading.indicator.title)


def _table(caption: str, heads: Sequence[str], body: str) -> str:
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="plain-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )
