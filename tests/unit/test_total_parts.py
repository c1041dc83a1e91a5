"""The parts of a total: each class beside it, the rest only where all of them are known, sums checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from sample_store import DECLARATION, areas, write_table

from data.declarations import load_indicator
from data.errors import DeclarationError, ExpectationError
from data.model import Indicator, Kind, Level, Piece, Place, Sum
from data.parts import Part, Parts
from data.pipeline.area_reference import load_area_reference
from data.pipeline.derive import derive
from data.pipeline.observe import Sources, observe
from data.pipeline.snapshot_store import SnapshotStore
from data.pipeline.statuses import load_statuses
from data.pipeline.validate import validate
from data.strict_yaml import read_yaml

NAME = {"fi": "a", "sv": "b", "en": "c"}
TWO = (Part("young", ("0-17",), NAME), Part("old", ("18-64", "65-"), NAME))
AGES = Parts("age", NAME, TWO)
REST = Parts("age", NAME, (TWO[0], Part("other", (), NAME)))
PIECE = Piece("p/t", {"measure": "a", "age": "SSS"})
See = Callable[..., pd.DataFrame]


def sample(parts: Parts, *pieces: Piece) -> Indicator:
    return Indicator(
        "sample",
        Kind.SERIES,
        "t",
        Place.LISTED,
        1,
        NAME,
        NAME,
        observe=pieces,
        levels=(Level.MUNICIPALITY, Level.REGION),
        parts=parts,
    )


@pytest.fixture
def see(tmp_path: Path) -> See:
    """Observe pieces with parts against the sample store in tmp_path."""

    def run(parts: Parts, *pieces: Piece) -> pd.DataFrame:
        reference = load_area_reference(areas())
        sources = Sources(SnapshotStore(tmp_path), reference, load_statuses(), {})
        return observe(sample(parts, *(pieces or (PIECE,))), sources).frame

    return run


def write(
    root: Path,
    by_age: dict[str, float | None],
    area: str = "KU179",
    table: str = "p/t",
    status: str = "",
) -> None:
    rows = [
        (area, "2024", "a", age, value, status if value is not None else "missing:..")
        for age, value in by_age.items()
    ]
    write_table(root, table, {"2025-01-01": rows}, ("age",))


def values(frame: pd.DataFrame) -> dict[str, float]:
    known = frame[frame["value"].notna()]
    return dict(zip(known["breakdown"], known["value"], strict=True))


def test_each_class_stands_beside_the_total_and_codes_are_added_up(
    tmp_path: Path, see: See
) -> None:
    write(tmp_path, {"SSS": 10, "0-17": 2, "18-64": 5, "65-": 3})
    assert values(see(AGES)) == {"total": 10, "young": 2, "old": 8}


def test_a_class_with_a_missing_code_is_missing(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 10, "0-17": 2, "18-64": 5, "65-": None})
    frame = see(AGES)
    assert values(frame) == {"total": 10, "young": 2}
    assert frame.set_index("breakdown")["status"]["old"] == "missing:incomplete"


def test_codes_that_are_all_missing_for_one_reason_keep_it(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 10, "0-17": 2, "18-64": None, "65-": None})
    assert see(AGES).set_index("breakdown")["status"]["old"] == "missing:not_published"


def test_the_rest_is_the_total_minus_every_class(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 10, "0-17": 2, "18-64": 5, "65-": 3}, status="provisional")
    frame = see(REST)
    assert values(frame) == {"total": 10, "young": 2, "other": 8}
    assert frame.set_index("breakdown")["status"]["other"] == "provisional"


def test_without_a_class_there_is_no_rest(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 10, "0-17": None, "18-64": 5, "65-": 3})
    assert values(see(REST)) == {"total": 10}


def test_measures_can_be_the_classes(tmp_path: Path, see: See) -> None:
    rows = [("KU179", "2024", name, value, "") for name, value in (("a", 9), ("b", 4), ("c", 5))]
    write_table(tmp_path, "p/m", {"2025-01-01": rows})
    parts = Parts("measure", NAME, (Part("b", ("b",), NAME), Part("c", ("c",), NAME)))
    assert values(see(parts, Piece("p/m", {"measure": "a"}))) == {"total": 9, "b": 4, "c": 5}


def test_a_total_that_is_a_sum_over_the_classes_keeps_its_parts(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"0-17": 2, "18-64": 5, "65-": 3})
    piece = Piece("p/t", {"measure": "a"}, sum=Sum("age", ("0-17", "18-64", "65-")))
    assert values(see(AGES, piece)) == {"total": 10, "young": 2, "old": 8}


def test_regions_are_summed_class_by_class(tmp_path: Path, see: See) -> None:
    rows = [
        (area, "2024", "a", age, value, "")
        for area in ("KU179", "KU077", "KU297", "KU398", "KU507")
        for age, value in (("SSS", 10), ("0-17", 2), ("18-64", 5), ("65-", 3))
    ]
    write_table(tmp_path, "p/t", {"2025-01-01": rows}, ("age",))
    frame = see(AGES, replace(PIECE, sum_areas=(Level.REGION,)))
    assert values(frame[frame["area"] == "MK13"]) == {"total": 20, "young": 4, "old": 16}


def test_parts_come_from_the_piece_of_their_total(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 10, "0-17": 2, "18-64": 5, "65-": 3})
    write(tmp_path, {"SSS": 11, "0-17": None, "18-64": 6, "65-": 3}, table="p/new")
    frame = see(AGES, PIECE, replace(PIECE, table="p/new"))
    assert values(frame) == {"total": 11, "old": 9}, "the older 2 does not belong to 11"


def test_a_quotient_divides_the_parts_too(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 10, "0-17": 2, "18-64": 5, "65-": 3})
    frame = see(AGES)
    base = frame.assign(value=5.0)
    steps = load_steps(tmp_path, "derive: [{per: population, times: 100}]")
    assert values(derive(frame, steps, lambda _: base)) == {"total": 200, "young": 40, "old": 160}


def load_steps(tmp_path: Path, line: str):
    path = tmp_path / "tyollisyys" / "sample.yaml"
    path.parent.mkdir()
    path.write_text(DECLARATION + line + "\n", encoding="utf-8")
    return load_indicator(read_yaml(path), path).derive


@pytest.mark.parametrize(
    ("by_age", "parts", "rule"),
    [
        ({"SSS": 12, "0-17": 2, "18-64": 5, "65-": 3}, AGES, "make 10.0, not 12.0"),
        ({"SSS": 9, "0-17": 2, "18-64": 5, "65-": 3}, AGES, "make 10.0, not 9.0"),
        ({"SSS": 9, "0-17": 10, "18-64": 5, "65-": 3}, REST, "make 9.0"),
        ({"SSS": 9, "0-17": None, "18-64": 5, "65-": 3}, AGES, "no total has all its parts"),
    ],
)
def test_parts_that_do_not_make_their_total_stop_the_build(
    tmp_path: Path, see: See, by_age: dict[str, float | None], parts: Parts, rule: str
) -> None:
    write(tmp_path, by_age)
    frame = prepared(see(parts))
    with pytest.raises(ExpectationError, match=rule):
        validate(sample(parts, PIECE), frame, (), None)


def test_a_declared_loss_is_allowed_and_no_more(tmp_path: Path, see: See) -> None:
    write(tmp_path, {"SSS": 1001, "0-17": 200, "18-64": 500, "65-": 300})
    loose = replace(AGES, tolerance=0.001)
    validate(sample(loose, PIECE), prepared(see(loose)), (), None)
    strict = replace(AGES, tolerance=0.0009)
    with pytest.raises(ExpectationError, match="make 1000"):
        validate(sample(strict, PIECE), prepared(see(strict)), (), None)


def prepared(frame: pd.DataFrame) -> pd.DataFrame:
    columns = ["area", "period", "breakdown", "value", "status", "numerator", "denominator"]
    return frame[columns].astype({"breakdown": "str", "status": "str"}).reset_index(drop=True)


PARTS = """\
parts:
  column: age
  by: {fi: Iän mukaan, sv: Efter ålder, en: By age}
  classes:
    young: {of: ["0-17"], name: {fi: a, sv: b, en: c}}
    other: {name: {fi: a, sv: b, en: c}}
"""


def load(tmp_path: Path, text: str) -> Indicator:
    path = tmp_path / "tyollisyys" / "sample.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_indicator(read_yaml(path), path)


def test_parts_are_declared_in_order_with_the_rest_among_them(tmp_path: Path) -> None:
    parts = load(tmp_path, DECLARATION + PARTS).parts
    assert parts is not None
    assert list(parts.names) == ["young", "other"]
    assert parts.has_remainder
    assert [part.key for part in parts.published] == ["young"]
    assert (parts.drawn, parts.tolerance) == ("stack", 0.0)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            "    other:",
            '    third: {of: ["0-17"], name: {fi: a, sv: b, en: c}}\n    other:',
            "twice",
        ),
        ("    other: {", '    other: {of: ["65-"], ', "only 'other'"),
        ('{of: ["0-17"], ', "{", "only 'other'"),
        ("    other: {name: {fi: a, sv: b, en: c}}\n", "", "at least two"),
        ("    young:", "    total:", "cannot name a class"),
        ("  column: age\n", "", "key 'column' is missing"),
        ("  column: age", "  column: age\n  drawn: pie", "'drawn' is 'pie'"),
        ("parts:", "derive: [{change: year}]\nparts:", "no 'ratio' and no 'change'"),
    ],
)
def test_broken_parts_are_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert old in PARTS
    with pytest.raises(DeclarationError, match=rule):
        load(tmp_path, DECLARATION + PARTS.replace(old, new, 1))
