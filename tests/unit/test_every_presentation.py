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
from data.catalogue import Catalogue
from data.choice import Choice, Group, Presentation
from data.model import CITIES, COUNTRY, LANGUAGES, Kind
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
