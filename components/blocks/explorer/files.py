"""The series as files, as the reader compares it: CSV, Excel, Parquet; and the link to the page."""

from __future__ import annotations

from functools import partial
from urllib.parse import urljoin

import streamlit as st

from components import presented_words, selection
from components.blocks import copy_link, definition, downloads
from components.blocks.explorer import history, method, pictures
from components.blocks.explorer.asked import Asked
from components.blocks.explorer.workbook import Sheets, workbook_bytes
from components.blocks.source_note import updated
from components.messages import message
from data.model import Kind

ADDRESS = "indikaattori"
_PICTURES = ("png", "svg")
_FORMATS = {
    "csv": ("text/csv", message("Download CSV")),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        message("Download Excel"),
    ),
    "parquet": ("application/vnd.apache.parquet", message("Download Parquet")),
    "png": ("image/png", message("Picture (PNG)")),
    "svg": ("image/svg+xml", message("Picture (SVG)")),
}


def show(asked: Asked) -> None:
    """Draw the buttons; a file is made only when its button is pressed."""
    language, chosen = asked.look.language, history.shown(asked)
    stem = presented_words.file_stem(asked.view, asked.catalogue.version)
    with st.container(
        key=f"actions-{asked.series}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        definition.show(asked.indicator)
        for kind, (mime, label) in _FORMATS.items():
            st.download_button(
                language.text(label),
                data=partial(make, asked, chosen, kind),
                file_name=f"{stem}.{kind}",
                mime=mime,
                key=f"{kind}-{asked.series}",
                on_click="ignore",
                icon=":material/image:" if kind in _PICTURES else ":material/download:",
            )
        copy_link.button(asked.indicator)
    link = selection.link(ADDRESS, **{selection.INDICATOR: asked.series})
    copy_link.show_address(asked.indicator, urljoin(st.context.url or "", link))


def make(asked: Asked, chosen: history.Shown, kind: str) -> bytes:
    """Make the file of a button; runs outside the session, so that everything it needs is given."""
    if kind in _MADE:
        return _MADE[kind](asked)
    return pictures.file(asked, chosen, kind)


def csv_file(asked: Asked) -> bytes:
    """Write every area's figures as the reader compares them."""
    view, parts = asked.view, asked.indicator.parts
    classes = parts.names if parts else None
    language = asked.look.language
    unit_name = presented_words.unit_name(view, language)
    return downloads.csv_bytes(view.obs, view.unit, asked.names, language, classes, unit_name)


def parquet_file(asked: Asked) -> bytes:
    """Write the same with codes and stored values, for programs."""
    return downloads.parquet_bytes(asked.view.obs)


def xlsx_file(asked: Asked) -> bytes:
    """Write the same as a workbook with the sources beside the figures."""
    view, language = asked.view, asked.look.language
    parts = asked.indicator.parts
    classes = parts.names if parts else None
    unit_name = presented_words.unit_name(view, language)
    table = downloads.tidy(view.obs, view.unit, asked.names, language, classes, unit_name)
    value = language.text(downloads.COLUMNS["value"])
    return workbook_bytes(Sheets(table, value, about(asked)), view.unit, language)


def about(asked: Asked) -> list[tuple[str, str]]:
    """Say in pairs of name and text what a file's figures are and where they come from."""
    view, language = asked.view, asked.look.language
    catalogue, indicator = asked.catalogue, asked.indicator
    titles = {it.id: language.pick(it.title) for it in catalogue.indicators(kind=Kind.SERIES)}
    sources = catalogue.sources(asked.series)
    pairs = [
        (language.text("Series"), presented_words.title(view, language)),
        (language.text("Unit"), language.pick(view.unit.symbol)),
        (language.text("Definition"), language.pick(indicator.describes)),
    ]
    pairs += [
        (language.text("Note"), text) for text in presented_words.notes(view, asked.names, language)
    ]
    for source in sources:
        named = f"{language.pick(source.publisher)}, {source.code}. {updated(source, language)}."
        pairs.append((language.text("Source"), f"{named} {source.page}".strip()))
        pairs.append(
            (language.text("Licence"), f"{language.pick(source.licence_name)} {source.licence_url}")
        )
    steps = method.steps(indicator, sources, titles, language)
    pairs += [(language.text("Method"), text) for text in steps]
    pairs += [(language.text("Caveat"), language.pick(text)) for text in indicator.caveats]
    if indicator.unconfirmed is not None:
        pairs.append((language.text("Caveat"), language.pick(indicator.unconfirmed)))
    pairs.append((language.text("Data version"), catalogue.version))
    return [(name, text) for name, text in pairs if text]


_MADE = {"csv": csv_file, "xlsx": xlsx_file, "parquet": parquet_file}
