"""Derived series: quotients with another indicator and changes over a year."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data.errors import DeclarationError, ExpectationError
from data.model import TOTAL, Derivation
from data.pipeline.corrections import CORRECTED, Correction, correct, load_corrections
from data.pipeline.derive import derive


def frame(*rows: tuple[str, str, float | None, str]) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=["area", "period", "value", "status"])
    return made.assign(
        breakdown=TOTAL,
        value=made["value"].astype(float),
        numerator=float("nan"),
        denominator=float("nan"),
    )


def test_per_divides_by_the_same_area_and_period_only() -> None:
    cases = frame(("KU179", "2023", 78, "final"), ("KU179", "2024", 50, "final"))
    people = frame(("KU179", "2023", 147_746, "provisional"))
    found = derive(cases, (Derivation(per="population", times=100_000),), lambda _name: people)
    assert found["value"].round(2).tolist()[0] == 52.79
    assert pd.isna(found["value"].tolist()[1])
    assert found["status"].tolist() == ["provisional", "missing:not_published"]
    assert (found["numerator"][0], found["denominator"][0]) == (78, 147_746)


def test_counts_stand_beside_a_published_rate_but_not_before_a_merger() -> None:
    rates = frame(
        ("KU398", "2015", 100, "final"),
        ("KU398", "2020", 200, "final"),
        ("KU179", "2020", 50, "final"),
    )
    people = frame(("KU398", "2015", 10, "final"), ("KU398", "2020", 20, "final"))
    steps = (Derivation(counts="population"),)
    found = derive(rates, steps, lambda _name: people, {"KU398": 2016})
    assert found["value"].tolist() == [100, 200, 50]
    assert found["numerator"].fillna(-1).tolist() == [-1, 4000, -1]
    assert found["denominator"].fillna(-1).tolist() == [-1, 20, -1]


def test_per_nothing_is_missing_not_infinite() -> None:
    found = derive(
        frame(("KU179", "2023", 5, "final")),
        (Derivation(per="b"),),
        lambda _name: frame(("KU179", "2023", 0, "final")),
    )
    assert found["value"].isna().all()


def test_change_needs_the_same_month_a_year_earlier() -> None:
    monthly = frame(
        ("KU179", "2024M05", 10, "final"),
        ("KU179", "2025M04", 11, "final"),
        ("KU179", "2025M05", 13, "final"),
    )
    found = derive(monthly, (Derivation(change="year"),), lambda _name: monthly)
    assert found[["period", "value"]].to_numpy().tolist() == [["2025M05", 3.0]]


def test_change_in_per_cent_is_of_the_size_of_the_earlier_value() -> None:
    yearly = frame(("KU179", "2023", -10, "final"), ("KU179", "2024", -5, "final"))
    found = derive(yearly, (Derivation(change="year_percent"),), lambda _name: yearly)
    assert found["value"].tolist() == [50.0]


def test_a_correction_drops_the_wrong_value_and_complains_when_it_is_gone() -> None:
    wrong = frame(("KU179", "2023", 999, "final"), ("KU179", "2024", 1, "final"))
    correction = Correction("sample", "KU179", "2023", "typo", "2026-01-01", 999)
    found = correct(wrong, "sample", (correction,))
    assert found["status"].tolist() == [CORRECTED, "final"]
    assert pd.isna(found["value"][0])
    assert correct(wrong, "other", (correction,)).equals(wrong)
    with pytest.raises(ExpectationError, match="has mended it"):
        correct(frame(("KU179", "2023", 9, "final")), "sample", (correction,))


def test_corrections_are_read_strictly(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    entry = "{indicator: a, area: KU179, period: '2023', action: %s, reason: typo, reported: x, expect: 9}"
    path.write_text(f"corrections:\n  - {entry % 'drop'}\n", encoding="utf-8")
    assert load_corrections(path) == (Correction("a", "KU179", "2023", "typo", "x", 9.0),)
    path.write_text(f"corrections:\n  - {entry % 'replace'}\n", encoding="utf-8")
    with pytest.raises(DeclarationError, match="never replaced by hand"):
        load_corrections(path)
