"""Pieces that sentences are made of: counted nouns, periods, places, other areas."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from components.language import Language
from components.sentences.change import change_sentence
from components.sentences.gap import gap_sentence
from components.sentences.grammar import Placed, phrased, places
from components.sentences.said import Form, all_sentences, sentences_of
from data.catalogue import Catalogue
from data.claims import Change, Observation, Weight
from data.declarations import load_indicators, load_units
from data.declared_parts import read_sentences
from data.errors import DeclarationError
from data.findings.kinds import GapChange, Movement, Spread
from data.model import CITIES, LANGUAGES, OBSERVATION_COLUMNS
from data.strict_yaml import read_yaml

FI, SV, EN = (Language.of(code) for code in LANGUAGES)
SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("period", "finnish", "swedish", "english"),
    [
        ("2023", "vuoteen 2023", "till år 2023", "to 2023"),
        ("2023M06", "kesäkuuhun 2023", "till juni 2023", "to June 2023"),
        ("2023Q2", "vuoden 2023 toiseen neljännekseen", "till andra kvartalet 2023",
         "to the second quarter of 2023"),
    ],
)  # fmt: skip
def test_period_to(period: str, finnish: str, swedish: str, english: str) -> None:
    assert [it.period_to(period) for it in (FI, SV, EN)] == [finnish, swedish, english]


@pytest.mark.parametrize(
    ("period", "finnish", "swedish", "english"),
    [
        ("2023", "vuodesta 2023", "sedan år 2023", "since 2023"),
        ("2023M06", "kesäkuusta 2023", "sedan juni 2023", "since June 2023"),
        ("2023Q4", "vuoden 2023 neljännestä neljänneksestä", "sedan fjärde kvartalet 2023",
         "since the fourth quarter of 2023"),
    ],
)  # fmt: skip
def test_period_since(period: str, finnish: str, swedish: str, english: str) -> None:
    assert [it.period_since(period) for it in (FI, SV, EN)] == [finnish, swedish, english]


def test_counted_things_agree_with_their_number() -> None:
    assert FI.counted(2600, "työtön", "työtöntä", about=True) == "noin 2 600 työtöntä".replace(
        "2 600 ", f"2{SPACE}600{SPACE}"
    )
    assert FI.counted(1, "työtön", "työtöntä") == f"1{SPACE}työtön"
    assert SV.counted(0, "arbetslös", "arbetslösa") == f"0{SPACE}arbetslösa"
    assert EN.counted(21, "person", "people") == f"21{SPACE}people"


def test_places_share_a_preposition_only_where_nothing_else_stands_between() -> None:
    plain = [Placed("", "KU179"), Placed("", "KU398", "(1)")]
    since = [Placed("", "KU179", "since 2020 (1)"), Placed("", "KU398", "since 2021 (1)")]
    assert places(plain, EN) == "in Jyväskylä and Lahti (1)"
    assert places(plain, FI) == "Jyväskylässä ja Lahdessa (1)"
    assert places(since, EN) == "in Jyväskylä since 2020 (1) and in Lahti since 2021 (1)"


def test_phrases_keep_the_fixed_order_of_areas() -> None:
    said = [Placed("nousi", "KU179"), Placed("laski", "KU297"), Placed("nousi", "KU398")]
    assert phrased(said, FI) == "nousi Jyväskylässä, laski Kuopiossa ja nousi Lahdessa"
    assert phrased(said[:1] * 2, FI) == "nousi Jyväskylässä ja Jyväskylässä"


def test_a_presentation_may_word_the_level_itself() -> None:
    indicator = load_indicators()["unemployed_share"]
    rows = [(area, "2026M06", "total", 100.0, "final", None, None) for area in ("KU179", "KU398")]
    obs = pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))
    unit = load_units()["index_points"]
    said = sentences_of(indicator, unit, obs, (), (), FI, level="Indeksi oli sama.")
    assert [(it.form, it.text) for it in said] == [(Form.LEVEL, "Indeksi oli sama.")]
    assert sentences_of(indicator, unit, obs[:0], (), (), FI) == []


def test_all_sentences_of_the_prepared_data_are_kept() -> None:
    catalogue = Catalogue()
    told = all_sentences(catalogue, "unemployed_share", SV)
    assert told[0].form is Form.LEVEL
    assert {it.group for it in told} >= {"ten_largest", "university_cities"}
    assert all_sentences(catalogue, "unemployed_share", SV) is told


def test_the_noun_of_a_count_is_declared_with_both_forms(tmp_path: Path) -> None:
    text = "{when: in_period, subject: x, verb: y, counted: {one: työtön%s}}"
    path = tmp_path / "one.yaml"
    for many, is_whole in ((", many: työtöntä", True), ("", False)):
        lines = "\n".join(f"  {code}: {text % many}" for code in LANGUAGES)
        path.write_text(f"sentence:\n{lines}\n", encoding="utf-8")
        if is_whole:
            parts = read_sentences(read_yaml(path))["sv"]
            assert (parts.counted_one, parts.counted_many) == ("työtön", "työtöntä")
        else:
            with pytest.raises(DeclarationError, match="many"):
                read_sentences(read_yaml(path))


UNITS, JOBS = load_units(), load_indicators()["employment_rate"]


def gap(now: Spread, before: Spread) -> str:
    told = gap_sentence(GapChange(now, before), JOBS.sentence["fi"], UNITS["percent"], FI)
    return told.replace(SPACE, " ")


def test_gaps_of_different_pairs_neither_grow_nor_narrow() -> None:
    """ "Se on kaventunut" was said of a pair whose own gap had doubled."""
    now, before = (
        Spread("2025", ("KU179",), ("KU297",), 21.1),
        Spread("2024", ("KU398",), ("KU297",), 24.2),
    )
    assert gap(now, before) == (
        "Vuoden 2025 lopussa ero oli suurin Jyväskylän ja Kuopion välillä: 21,1 prosenttiyksikköä. "
        "Vuonna 2024 ero oli suurin Lahden ja Kuopion välillä: 24,2 prosenttiyksikköä."
    )


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (5.0, "Se on kasvanut vuodesta 2024, jolloin se oli 5,0 prosenttiyksikköä."),
        (8.0, "Se on kaventunut vuodesta 2024, jolloin se oli 8,0 prosenttiyksikköä."),
        (6.1, "Vuonna 2024 se oli suunnilleen yhtä suuri: 6,1 prosenttiyksikköä."),
        (6.2, "Se oli yhtä suuri vuonna 2024."),
    ],
)
def test_a_gap_moves_only_where_rounding_does_not_explain_it(before: float, said: str) -> None:
    pair = ("KU398",), ("KU179",)
    told = gap(Spread("2025", *pair, 6.2), Spread("2024", *pair, before))
    assert told.split(". ", 1)[1] == said


def changed(*moves: tuple[float, float, Weight | None]) -> str:
    unit = UNITS["percent"]
    movements = [
        Movement(
            Observation(area, "2020", before, "final"),
            Observation(area, "2021", after, "final"),
            Change(area, "2021", "2020", round(after - before, 1), is_usual=True, weight=weight),
            None,
        )
        for area, (before, after, weight) in zip(CITIES, moves, strict=True)
    ]
    return change_sentence(movements, JOBS, unit, FI).replace(SPACE, " ")


def test_a_grade_is_not_handed_to_a_neighbour() -> None:
    """ "Nousi selvästi Kuopiossa ja Lahdessa" graded Lahti, whose change nobody had judged."""
    told = changed((60, 66, None), (60, 70, Weight.CLEAR), (60, 61.5, Weight.SLIGHT))
    assert "selvästi" not in told
    assert "hieman" not in told
    graded = changed((60, 70, Weight.CLEAR), (60, 70, Weight.CLEAR), (60, 61.5, Weight.SLIGHT))
    assert "nousi selvästi Jyväskylässä" in graded
    assert "hieman Lahdessa" in graded


def test_slight_is_not_said_of_what_a_reader_sees_as_large() -> None:
    told = changed(*[(72.0, 36.0, Weight.SLIGHT)] * 3)
    assert "hieman" not in told
    assert "laski Jyväskylässä" in told


def test_hardly_anything_is_no_change_and_gets_no_verdict() -> None:
    told = changed(*[(60.0, 60.1, None)] * 3)
    assert "pysyi lähes ennallaan" in told
    assert "suuntaan" not in told


def test_the_verdict_names_the_areas_it_is_of() -> None:
    told = changed((60, 70, Weight.CLEAR), (60, 60, None), (60, 60.5, Weight.NOISE))
    assert "Muutos oli parempaan suuntaan Jyväskylässä." in told
    assert told.endswith("Lahdessa (60,0 % → 60,5 %) muutos mahtuu satunnaisvaihteluun.")
