"""A workbook opens, holds numbers as numbers, and says where they come from."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from components.blocks.explorer.asked import Asked
from components.blocks.explorer.files import csv_file, parquet_file, xlsx_file
from components.figures.template import Look
from components.language import Language
from components.presented_words import file_stem
from data.catalogue import Catalogue
from data.choice import Choice, Presentation


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def asked(catalogue: Catalogue, series: str, choice: Choice, code: str = "fi") -> Asked:
    return Asked(catalogue, series, choice, "", Look(Language.of(code)))


def test_figures_are_numbers_and_periods_are_text(catalogue: Catalogue) -> None:
    wanted = asked(catalogue, "budgeted_investment", Choice())
    book = openpyxl.load_workbook(BytesIO(xlsx_file(wanted)))
    assert book.sheetnames == ["Luvut", "Lähde"]
    head, *rows = book["Luvut"].iter_rows(values_only=True)
    assert head == ("Aluekoodi", "Alue", "Ajankohta", "Luokka", "Arvo", "Yksikkö", "Tila")
    assert len(rows) == len(catalogue.observations("budgeted_investment"))
    values = [row[4] for row in rows]
    assert all(isinstance(value, int | float) for value in values if value is not None)
    assert any(isinstance(value, float) and 0 < value < 1000 for value in values)  # millions
    assert all(isinstance(row[2], str) for row in rows)


def test_a_missing_figure_is_an_empty_cell_with_its_reason(catalogue: Catalogue) -> None:
    wanted = asked(catalogue, "foreign_unemployed_share", Choice(), "en")
    rows = openpyxl.load_workbook(BytesIO(xlsx_file(wanted)))["Figures"].iter_rows(
        min_row=2, values_only=True
    )
    missing = [row for row in rows if row[4] is None]
    assert missing
    assert all(str(row[6]).startswith("missing:") for row in missing)


def test_the_second_sheet_says_what_and_whence(catalogue: Catalogue) -> None:
    wanted = asked(catalogue, "tertiary_share", Choice(), "en")
    sheet = openpyxl.load_workbook(BytesIO(xlsx_file(wanted)))["Source"]
    pairs = list(sheet.iter_rows(values_only=True))
    names = [name for name, _ in pairs]
    for name in ("Series", "Unit", "Definition", "Source", "Licence", "Method", "Caveat"):
        assert name in names
    assert dict(pairs)["Data version"] == catalogue.version
    assert "Creative Commons" in dict(pairs)["Licence"]


def test_files_follow_the_presentation_and_say_so(catalogue: Catalogue) -> None:
    plain = asked(catalogue, "tertiary_share", Choice())
    gap = asked(catalogue, "tertiary_share", Choice(Presentation.GAP))
    assert file_stem(plain.view, catalogue.version) == f"tertiary_share_{catalogue.version}"
    assert file_stem(gap.view, catalogue.version) == f"tertiary_share_ero_{catalogue.version}"
    index = asked(catalogue, "population", Choice(Presentation.INDEX, base_year=2000))
    assert (
        file_stem(index.view, catalogue.version) == f"population_indeksi_2000_{catalogue.version}"
    )
    text = csv_file(gap).decode("utf-8-sig")
    country = next(line for line in text.splitlines() if line.startswith("SSS;"))
    assert country.split(";")[4:6] == ["0,0", "%-yks., ero koko maahan"]
    assert parquet_file(gap) != parquet_file(plain)


def test_a_refused_presentation_leaves_plain_figures_under_their_plain_name(
    catalogue: Catalogue,
) -> None:
    refused = asked(catalogue, "tertiary_share", Choice(Presentation.INDEX))
    assert file_stem(refused.view, catalogue.version) == f"tertiary_share_{catalogue.version}"
