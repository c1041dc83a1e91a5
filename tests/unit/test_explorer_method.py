"""How a series was made, in words, from its declaration."""

from __future__ import annotations

import pytest

from components.accepted import explorable
from components.blocks.explorer.method import steps
from components.language import Language
from data.catalogue import Catalogue
from data.model import LANGUAGES, Kind


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def said(catalogue: Catalogue, series: str, code: str = "fi") -> tuple[str, ...]:
    language = Language.of(code)
    titles = {it.id: language.pick(it.title) for it in catalogue.indicators(kind=Kind.SERIES)}
    return steps(catalogue.indicator(series), catalogue.sources(series), titles, language)


def test_a_ratio_names_numerator_and_denominator(catalogue: Catalogue) -> None:
    text = " ".join(said(catalogue, "unemployed_share"))
    assert "taulukko 12r5" in text
    assert "Osoittaja: tieto TYOTTOMATLOPUSSA; nimittäjä: tieto TYOVOIMATK; kerroin 100." in text
    assert "käytetään luettelossa jälkimmäistä" in text  # it has two selections


def test_one_selection_says_nothing_of_precedence(catalogue: Catalogue) -> None:
    assert "jälkimmäistä" not in " ".join(said(catalogue, "starting_places"))


def test_a_divisor_is_named_by_its_title(catalogue: Catalogue) -> None:
    population = catalogue.indicator("population").title["en"]
    text = said(catalogue, "recorded_offences_per_1000", "en")
    assert any(population in line and "1,000" in line for line in text)


def test_a_long_sum_names_its_ends(catalogue: Catalogue) -> None:
    text = " ".join(said(catalogue, "age_structure_projection"))
    assert "000 … 099" in text
    assert "050" not in text


def test_summed_municipalities_are_said(catalogue: Catalogue) -> None:
    assert any("maakunnat ja koko maa" in line for line in said(catalogue, "employment_rate"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_series_has_its_method_in_every_language(catalogue: Catalogue, code: str) -> None:
    for indicator in explorable(catalogue):
        lines = said(catalogue, indicator.id, code)
        assert len(lines) >= len(indicator.observe)
        assert not any("{" in line or "None" in line for line in lines)
