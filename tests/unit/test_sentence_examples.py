"""Reviewed sentences of every form in three languages: told from fixed figures, word for word."""

from __future__ import annotations

import pytest
import sentence_sample

from components.sentences.said import Form
from data.model import LANGUAGES

ENOUGH = 60


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_are_those_reviewed(code: str) -> None:
    told, reviewed = sentence_sample.told(code), sentence_sample.reviewed(code)
    changed = [
        f"{now[:2]}\n  is:  {now[2]}\n  was: {was[2]}"
        for now, was in zip(told, reviewed, strict=False)
        if now != was
    ]
    assert not changed, "\n".join(changed)
    assert len(told) == len(reviewed)


@pytest.mark.parametrize("code", LANGUAGES)
def test_examples_are_enough_and_of_every_form(code: str) -> None:
    rows = sentence_sample.reviewed(code)
    assert len(rows) >= ENOUGH
    assert {form.split()[0] for _, form, _ in rows} == set(Form)


def test_languages_tell_the_same() -> None:
    forms = {code: [row[:2] for row in sentence_sample.reviewed(code)] for code in LANGUAGES}
    assert forms["sv"] == forms["fi"]
    assert forms["en"] == forms["fi"]


def test_the_model_sentence_is_the_statement() -> None:
    told = dict(row[1:] for row in sentence_sample.told("fi") if row[0] == "unemployed_share")
    assert told["level"] == (
        "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2~% työvoimasta, Kuopiossa 13,3~% ja "
        "Lahdessa 17,8~%; koko maassa 12,8~%. Lahden ero Kuopioon, 4,5~prosenttiyksikköä, on "
        "Lahdessa noin 2~600~työtöntä."
    )
