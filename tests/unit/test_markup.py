"""Pieces of HTML: values, changes and statuses in words, everything escaped."""

from __future__ import annotations

import re

import pytest

from components.blocks import markup, words
from components.figures.template import Look
from components.language import Language
from data.claims import Change, Observation, Weight
from data.declarations import load_units
from data.model import REFERENCE, Direction, Unit

SAME = {"fi": "%", "sv": "%", "en": "%"}
POINTS = {"fi": "%-yks.", "sv": "%-enh.", "en": "pp"}
PERCENT = Unit("percent", SAME, 1, 1.0, False, POINTS, POINTS, POINTS)
FI = Language.of("fi")


def seen(value, status="final"):
    return Observation("KU179", "2025", value, status)


def test_a_level_is_written_with_its_unit():
    assert "17,2\u00a0%" in markup.level(seen(17.2), PERCENT, FI)


def test_zero_is_a_figure_and_a_missing_value_is_words():
    assert "0,0\u00a0%" in markup.level(seen(0.0), PERCENT, FI)
    missing = markup.level(seen(None, "missing:suppressed"), PERCENT, FI)
    assert "Lukua ei ole: salattu, koska alue on pieni" in missing
    assert "0" not in missing


@pytest.mark.parametrize(
    ("status", "word"),
    [("budget", "talousarvio"), ("provisional", "ennakkotieto"), ("approx", "likimääräinen")],
)
def test_a_status_that_matters_is_said(status, word):
    assert word in markup.level(seen(1.0, status), PERCENT, FI)


def test_a_status_said_on_the_row_is_not_repeated():
    assert "talousarvio" not in markup.level(seen(1.0, "budget"), PERCENT, FI, "talousarvio")


@pytest.mark.parametrize(
    ("amount", "direction", "arrow", "text"),
    [
        (0.4, Direction.LOWER, "▲", "+0,4\u00a0%-yks. heikkeni"),
        (-0.4, Direction.LOWER, "▼", "\u22120,4\u00a0%-yks. parani"),
        (0.4, Direction.HIGHER, "▲", "+0,4\u00a0%-yks. parani"),
        (0.4, Direction.NEUTRAL, "▲", "+0,4\u00a0%-yks. nousi"),
        (0.0, Direction.HIGHER, "=", "ennallaan"),
    ],
)
def test_a_change_has_arrow_amount_and_word(amount, direction, arrow, text):
    drawn = markup.change(Change("KU179", "2025", "2024", amount, True), direction, PERCENT, FI)
    assert f">{arrow}</span>{text}</span>" in drawn


def test_no_comparison_no_change():
    nothing = Change("KU179", "2025", None, None, False)
    assert markup.change(nothing, Direction.HIGHER, PERCENT, FI) == ""


def test_a_place_is_a_silent_marker_and_a_name():
    assert markup.place("KU398", Look(Language.of("sv"))).endswith('alt="">Lahtis</span>')
    assert markup.place("SSS", Look(FI)).endswith('alt="">Koko maa</span>')


def test_an_unknown_status_is_an_error_not_a_blank():
    with pytest.raises(KeyError):
        words.status_word("hearsay", FI)


def test_a_change_that_chance_explains_is_neither_good_nor_bad():
    change = Change("KU398", "2023", "2022", 3.0, is_usual=True, weight=Weight.NOISE)
    text = markup.change(change, Direction.LOWER, PERCENT, FI)
    assert "mahtuu satunnaisvaihteluun" in text
    assert "heikkeni" not in text


@pytest.mark.parametrize(
    ("direction", "amount", "said"),
    [
        (Direction.NEUTRAL, -1.0, "▲1 sija nousi"),
        (Direction.NEUTRAL, 2.0, "▼2 sijaa laski"),
        (Direction.LOWER, -1.0, "▲1 sija nousi"),
    ],
)
def test_a_move_among_ranks_counts_places_and_its_arrow_points_up_the_list(direction, amount, said):
    rank = load_units(REFERENCE / "presented_units.yaml")["rank"]
    change = Change("KU179", "2024", "2023", amount, is_usual=True)
    drawn = markup.change(change, direction, rank, Language.of("fi"))
    assert re.sub("<[^>]+>", "", drawn).replace("\u00a0", " ") == said
