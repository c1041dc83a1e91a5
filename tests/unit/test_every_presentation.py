"""Every series × presentation × comparison group × language is told and drawn without an exception."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from components import presented_words
from components.blocks import comparison_group, more_sentences
from components.blocks.reading import read
from components.blocks.statement import words
from components.figures.chart import chart_figure
from components.figures.template import Look
from components.language import Language
from components.sentences.said import Form
from data.catalogue import Catalogue
from data.choice import Choice, Group, Presentation
from data.comparison import common_period
from data.model import CITIES, COUNTRY, LANGUAGES, Kind
from data.presenting.reasons import Reason
from data.presenting.view import view

CATALOGUE = Catalogue()
NAMES = {code: CATALOGUE.area_names(code) for code in LANGUAGES}
SERIES = [it.id for it in CATALOGUE.indicators(kind=Kind.SERIES)]
OWN = ("KU211", "MK06", "KU837")
CHOICES = [
    Choice(presentation, group, OWN if group is Group.OWN else ())
    for presentation in Presentation
    for group in Group
]
FORBIDDEN = re.compile(r"nan|None|inf\b|\{|\}|  ", re.IGNORECASE)
ALLOWED = re.compile(r"(fi|ru|kuu)nan?|nanc|nanz|annan|[a-zåäö]nan|nan[a-zåäö]", re.IGNORECASE)


def check(text: str) -> None:
    assert text
    assert text.strip() == text
    assert not FORBIDDEN.search(ALLOWED.sub("", text)), text


@pytest.mark.parametrize("name", SERIES)
def test_every_choice_is_told_in_every_language(name: str) -> None:
    for choice in CHOICES:
        found = view(CATALOGUE, name, choice)
        if found.refused is None:
            assert found.presentation is choice.presentation
        else:
            assert found.is_plain
            assert found.obs is CATALOGUE.observations(name)
            assert all(presented_words.refusal(found, Language.of(code)) for code in LANGUAGES)
        for code in LANGUAGES:
            language, names = Language.of(code), NAMES[code]
            said = [
                presented_words.title(found, language),
                words(CATALOGUE, name, language, choice),
                *presented_words.notes(found, names, language),
            ]
            for text in said:
                check(text)


@pytest.mark.parametrize("name", SERIES)
def test_every_presentation_is_drawn_and_told_in_full(name: str) -> None:
    """The languages take turns: one series is drawn and told in one language per presentation."""
    for turn, presentation in enumerate(Presentation, start=SERIES.index(name)):
        language = Language.of(LANGUAGES[turn % len(LANGUAGES)])
        choice = Choice(presentation, list(Group)[turn % len(Group)], OWN)
        if turn % 2:  # half of the presentations of each series: all of them over two series
            for one in more_sentences.said(CATALOGUE, name, language, choice):
                check(one.text)
        shown = view(CATALOGUE, name, choice)
        figure = chart_figure(
            shown.indicator,
            shown.unit,
            shown.obs,
            shown.breaks,
            Look(language, dark=bool(turn % 2), compact=bool(turn % 3)),
            NAMES[language.code],
            (),
            comparison_group.benchmark(CATALOGUE, choice),
            comparison_group.others(shown, CATALOGUE, language),
        )
        assert "NaN" not in figure.to_json()


@pytest.mark.parametrize("name", SERIES)
def test_a_presented_figure_is_in_the_statement(name: str) -> None:
    """Every number of a reading's cities stands in the sentence as the screen writes it."""
    language = Language.of("fi")
    for presentation in Presentation:
        choice = Choice(presentation, Group.TEN_LARGEST)
        found = view(CATALOGUE, name, choice)
        reading = read(CATALOGUE, name, choice)
        if reading is None or found.is_plain:
            continue
        sentence = words(CATALOGUE, name, language, choice)
        for cell in reading.cells:
            if cell.level.value is not None:
                unit = replace(reading.unit, symbol=dict.fromkeys(LANGUAGES, ""))
                assert language.quantity(cell.level.value, unit) in sentence


def test_the_three_and_the_country_are_no_members_of_a_group() -> None:
    for name in SERIES:
        for group in Group:
            present = view(CATALOGUE, name, Choice(group=group, areas=("KU211",))).members.present
            assert not {*CITIES, COUNTRY} & {*present}


def told(name: str, choice: Choice, code: str) -> dict[Form, str]:
    said = more_sentences.said(CATALOGUE, name, Language.of(code), choice)
    return {one.form: one.text.replace("\u00a0", " ") for one in said if not one.group}


@pytest.mark.parametrize("name", SERIES)
def test_ranks_move_as_ranks_and_hold_no_records(name: str) -> None:
    """ "Luku laski (8 → 7)" was said of a rank, and "luku oli suurin" of the place 7."""
    said = told(name, Choice(Presentation.RANK, Group.TEN_LARGEST), "fi")
    if view(CATALOGUE, name, Choice(Presentation.RANK, Group.TEN_LARGEST)).is_plain:
        return
    assert not {Form.RUN, Form.RECORD} & said.keys()
    change = said.get(Form.CHANGE, "Sija")
    assert change.startswith("Sija")
    assert "suuntaan" not in change  # the figure itself may have moved the other way


@pytest.mark.parametrize("name", SERIES)
def test_a_shared_rank_is_said_to_be_shared(name: str) -> None:
    choice = Choice(Presentation.RANK, Group.TEN_LARGEST)
    found, reading = view(CATALOGUE, name, choice), read(CATALOGUE, name, choice)
    if found.is_plain or reading is None:
        return
    ranked = [cell.area for cell in reading.cells if cell.level.value is not None]
    sentence = words(CATALOGUE, name, Language.of("fi"), choice)
    assert sentence.count("(jaettu)") == len(found.tied & {*ranked})


def test_a_lead_in_a_tie_is_said_to_be_shared() -> None:
    choice = Choice(Presentation.RANK, Group.TEN_LARGEST)
    sentence = words(CATALOGUE, "outside_education_index", Language.of("fi"), choice)
    assert "Kuopio 8/10 (jaettu)" in sentence.replace("\u00a0", " ")


def test_what_a_gap_per_base_counts_is_named() -> None:
    """ "20,8 tuhatta asukasta kohti" reads as twenty thousand."""
    gap = told("unemployed", Choice(Presentation.PER_BASE), "fi")[Form.GAP]
    assert "työtöntä tuhatta asukasta kohti" in gap


@pytest.mark.parametrize("name", SERIES)
def test_no_figure_follows_a_year(name: str) -> None:
    """ "År 2026 340 €" reads as two million."""
    for presentation in Presentation:
        for code in ("sv", "en"):
            sentence = words(CATALOGUE, name, Language.of(code), Choice(presentation))
            assert not re.search(r"20\d\d [+\u2212]?\d", sentence), sentence


@pytest.mark.parametrize("name", SERIES)
def test_an_index_has_no_negative_figures_and_reaches_the_newest_period(name: str) -> None:
    """An index of yearly changes was shown as -38.1, and one of margins ended ten years early."""
    found, plain = view(CATALOGUE, name, Choice(Presentation.INDEX)), view(CATALOGUE, name)
    own = plain.indicator.own_areas or (COUNTRY,)
    if found.is_plain:
        return
    assert not (found.obs.loc[found.obs["area"].isin(own), "value"] < 0).any()
    if common_period(found.obs, own) != common_period(plain.obs, own):
        assert found.ends_before_break


def test_an_index_that_a_break_cuts_says_so() -> None:
    cut = [view(CATALOGUE, name, Choice(Presentation.INDEX, base_year=1900)) for name in SERIES]
    shown = [found for found in cut if found.ends_before_break]
    assert shown
    for found in shown:
        notes = presented_words.notes(found, NAMES["fi"], Language.of("fi"))
        assert any("katkos" in note for note in notes)


def test_figures_inside_cities_are_not_said_to_be_of_the_country() -> None:
    for presentation in [*Presentation][1:]:
        found = view(CATALOGUE, "postal_flats_share", Choice(presentation))
        assert found.refused is Reason.WITHIN_CITIES
