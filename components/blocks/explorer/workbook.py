"""A series as an Excel workbook: one sheet of figures as numbers, one that says where they come from; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import isfinite

import pandas as pd
import xlsxwriter

from components.language import Language
from data.model import Unit

_FIGURES_WIDTHS = (12, 26, 12, 22, 14, 22, 22)
_SOURCE_WIDTHS = (24, 110)
_SHEET_NAME_LIMIT = 31


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a workbook holds: the rows of the figures under their headings, and pairs of name and text."""

    figures: pd.DataFrame
    value_column: str
    about: Sequence[tuple[str, str]]


def workbook_bytes(sheets: Sheets, unit: Unit, language: Language) -> bytes:
    """Write a workbook.

    Args:
        sheets: A missing figure is an empty cell; its status says why.
        unit: Gives the decimals that a value is shown with; the cell keeps all of them.
        language: Of the names of the sheets.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        number = book.add_format({"num_format": _number_format(unit)})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _figures(book.add_worksheet(_sheet(language.text("Figures"))), sheets, head, number)
        _about(book.add_worksheet(_sheet(language.text("Source"))), sheets.about, head, wrapped)
    return buffer.getvalue()


def _figures(
    sheet: xlsxwriter.worksheet.Worksheet,
    sheets: Sheets,
    head: xlsxwriter.format.Format,
    number: xlsxwriter.format.Format,
) -> None:
    columns = list(sheets.figures.columns)
    for at, width in enumerate(_FIGURES_WIDTHS[: len(columns)]):
        sheet.set_column(at, at, width)
    sheet.write_row(0, 0, columns, head)
    at = columns.index(sheets.value_column)
    lists = [sheets.figures[column].tolist() for column in columns]
    for row, cells in enumerate(zip(*lists, strict=True), start=1):
        for column, cell in enumerate(cells):
            if column != at:
                # As text, so that a period stays "2024" and a code keeps its zeros.
                sheet.write_string(row, column, str(cell))
            elif isfinite(cell):
                sheet.write_number(row, column, cell, number)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(sheets.figures), len(columns) - 1)


def _about(
    sheet: xlsxwriter.worksheet.Worksheet,
    about: Sequence[tuple[str, str]],
    head: xlsxwriter.format.Format,
    wrapped: xlsxwriter.format.Format,
) -> None:
    for at, width in enumerate(_SOURCE_WIDTHS):
        sheet.set_column(at, at, width)
    for row, (name, text) in enumerate(about):
        sheet.write_string(row, 0, name, head)
        sheet.write_string(row, 1, text, wrapped)


def _number_format(unit: Unit) -> str:
    return "#,##0" + ("." + "0" * unit.decimals if unit.decimals else "")


def _sheet(name: str) -> str:
    return name[:_SHEET_NAME_LIMIT]
