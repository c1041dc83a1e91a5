"""How a series was made, in words, from its declaration: tables, selections, sums, ratios; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.blocks.source_note import NO_CODE
from components.blocks.words import status_word
from components.language import Language
from components.messages import message
from data.model import Derivation, Indicator, Level, Piece, Source

_SUMMED = {
    Level.REGION: message("regions"),
    Level.COUNTRY: message("whole country"),
    Level.MUNICIPALITY: message("municipalities"),
}
_CHANGES = {
    "year": message("The figure is the difference from a year earlier."),
    "year_percent": message("The figure is the change from a year earlier in per cent."),
}
_SHOWN_CLASSES = 6
# Names of the columns of tables, whose codes stand as the source writes them.
COLUMNS = {
    "accident_class": message("accident class"),
    "activity": message("activity"),
    "age": message("age"),
    "area": message("area"),
    "campus": message("campus"),
    "commuting": message("commuting"),
    "document": message("document"),
    "dwelling_type": message("dwelling type"),
    "edition": message("edition"),
    "education": message("education"),
    "field": message("field of study"),
    "financing": message("financing"),
    "grade": message("grade"),
    "guest_origin": message("origin of guests"),
    "industry": message("industry"),
    "institution": message("institution"),
    "language": message("language of instruction"),
    "measure": message("measure"),
    "mode": message("mode of travel"),
    "occupation": message("occupation"),
    "offence": message("offence"),
    "project": message("project"),
    "road": message("road"),
    "rooms": message("rooms"),
    "round": message("application round"),
    "sector": message("sector"),
    "severity": message("severity"),
    "sex": message("sex"),
    "sizeclas": message("size class"),
    "stage": message("stage"),
    "survey": message("survey"),
    "time_span": message("time span"),
    "unit": message("unit of measure"),
    "vehicle": message("vehicle"),
}


def steps(
    indicator: Indicator,
    sources: Sequence[Source],
    titles: Mapping[str, str],
    language: Language,
) -> tuple[str, ...]:
    """List the steps in the order in which they run.

    Args:
        indicator: A series.
        sources: Of its tables.
        titles: Name of each series, for those that divide it.
        language: Of the words.
    """
    codes = {source.table: _named(source, language) for source in sources}
    found = [text for piece in indicator.observe for text in _piece(piece, codes, language)]
    if len(indicator.observe) > 1:
        found.append(
            language.text(
                "Where two selections give a figure for one area and period, the later in this list is used."
            )
        )
    found += [_derived(one, titles, language) for one in indicator.derive]
    if indicator.parts is not None:
        found.append(
            language.text(
                "The classes come from the column {column}.",
                column=_column(indicator.parts.column, language),
            )
        )
    return tuple(found)


def _named(source: Source, language: Language) -> str:
    publisher = language.pick(source.publisher)
    if source.code == NO_CODE:
        return publisher
    return f"{publisher}, {language.text('table {code}', code=source.code)}"


def _piece(piece: Piece, codes: Mapping[str, str], language: Language) -> list[str]:
    """Say one piece; the keys run in the order in which the build runs them."""
    said = [_selection(piece, codes, language)]
    if piece.newest is not None:
        text = "Of several classes of the column {column} the newest that has a figure is taken."
        said.append(language.text(text, column=_column(piece.newest, language)))
    if piece.sum is not None:
        said.append(_sum(piece.sum.over, piece.sum.of, language))
    if piece.sum_sub_areas:
        said.append(language.text("Postal areas are added up to municipalities."))
    if piece.sum_areas:
        levels = [language.text(_SUMMED[level]) for level in piece.sum_areas]
        text = (
            "Municipalities are added up ({levels}) where every one of them has a figure "
            "and the source gives none."
        )
        said.append(language.text(text, levels=language.listing(levels)))
    if piece.ratio is not None:
        said.append(
            language.text(
                "Numerator: {part}; denominator: {whole}; multiplied by {times}.",
                part=_where(piece.ratio.part, language),
                whole=_where(piece.ratio.whole, language),
                times=_number(piece.ratio.times, language),
            )
        )
    if piece.scale is not None:
        text = "The source's figure is multiplied by {times}."
        said.append(language.text(text, times=_number(piece.scale, language)))
    if piece.status is not None:
        word = status_word(piece.status, language)
        said.append(language.text("These figures are marked: {status}.", status=word))
    return said


def _selection(piece: Piece, codes: Mapping[str, str], language: Language) -> str:
    table = codes.get(piece.table, piece.table)
    parts = [language.text("Selected from {table}", table=table)]
    if piece.where:
        parts.append(_where(piece.where, language))
    if piece.first is not None:
        parts.append(language.text("from {period} on", period=language.period(piece.first)))
    if piece.until is not None:
        parts.append(language.text("up to {period}", period=language.period(piece.until)))
    return "; ".join(parts) + "."


def _sum(over: str, of: Sequence[str], language: Language) -> str:
    listed = ", ".join(of) if len(of) <= _SHOWN_CLASSES else f"{of[0]} … {of[-1]}"
    return language.text(
        "{n} classes of the column {column} are added up: {classes}.",
        n=len(of),
        column=_column(over, language),
        classes=listed,
    )


def _derived(one: Derivation, titles: Mapping[str, str], language: Language) -> str:
    if one.change is not None:
        return language.text(_CHANGES[one.change])
    if one.counts is not None:
        return language.text(
            "A gap in amounts is the gap of the rates times the series “{title}” of the same year.",
            title=titles[one.counts],
        )
    return language.text(
        "Divided by the series “{title}” of the same year and multiplied by {times}.",
        title=titles[str(one.per)],
        times=_number(one.times, language),
    )


def _where(selected: Mapping[str, str], language: Language) -> str:
    """Write a selection in the source's own codes, so that it can be repeated there."""
    return ", ".join(f"{_column(name, language)} {code}" for name, code in selected.items())


def _column(name: str, language: Language) -> str:
    return language.text(COLUMNS[name])


def _number(value: float, language: Language) -> str:
    return language.number(value, 0 if value == round(value) else 3)
