"""The documents are true: licences as the catalogue says, links that lead somewhere, words that exist."""

from __future__ import annotations

import re

import pytest

from data.catalogue import Catalogue
from data.model import ROOT, Kind
from data.pipeline.licence_page import licence_page

DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "CHANGELOG.md",
    "DATA_LICENCES.md",
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_licence_page_is_what_the_catalogue_says() -> None:
    assert text("DATA_LICENCES.md") == licence_page(Catalogue())


def test_every_indicator_with_figures_is_on_the_licence_page() -> None:
    page = text("DATA_LICENCES.md")
    shown = [item.id for item in Catalogue().indicators() if item.kind is not Kind.GAP]
    assert shown
    assert [name for name in shown if name not in page] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_to_files_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", text(name))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_names_a_path_of_one_machine(name: str) -> None:
    assert re.search(r"(?<![\w.])/(home|root|work|Users)/", text(name)) is None


def test_readme_names_the_two_commands() -> None:
    assert "make run" in text("README.md")
    assert "make test" in text("README.md")


def test_every_make_target_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = {target for name in DOCUMENTS for target in re.findall(r"`make ([a-z]+)", text(name))}
    assert named <= targets
