"""The build as a whole on a sample store: what is written, and that nothing is written when a rule breaks."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from sample_store import DECLARATION, write_sample, write_table

from data.catalogue import Catalogue
from data.errors import (
    DeclarationError,
    ExpectationError,
    SnapshotError,
    UnavailableSeries,
    UnknownIndicator,
)
from data.pipeline import build as build_module
from data.pipeline import builder as builder_module
from data.pipeline import check as check_module
from data.pipeline import prepared_set
from data.pipeline.build import build
from data.pipeline.check import check


def no_geometry(_snapshots: Path, _prepared: Path, _static: Path) -> dict[str, Any]:
    return {}


@pytest.fixture
def world(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A store, its declarations and an empty place for the prepared set."""
    store, declared, prepared = tmp_path / "store", tmp_path / "declared", tmp_path / "out/prepared"
    write_sample(store, declared)
    return store, declared, prepared


def run(world: tuple[Path, Path, Path], **options: Any) -> dict[str, Any]:
    store, declared, prepared = world
    return build(store, prepared, declared, geometry=no_geometry, **options)


def declare(world: tuple[Path, Path, Path], text: str, name: str = "sample") -> None:
    (world[1] / "tyollisyys" / f"{name}.yaml").write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_writes_observations_areas_and_the_build_file(
    world: tuple[Path, Path, Path],
) -> None:
    built = run(world)
    catalogue = Catalogue(world[2], world[1])
    frame = catalogue.observations("sample")
    assert frame[["area", "period", "value"]].to_numpy().tolist() == [
        ["KU179", "2023", 10.0],
        ["KU179", "2024", 11.0],
        ["KU398", "2023", 20.0],
        ["SSS", "2024", 15.0],
    ]
    assert catalogue.version == built["version"]
    assert catalogue.sources("sample")[0].vintage == "2025-01-01"
    assert catalogue.span("sample") == ("2023", "2024")
    assert len(catalogue.compared("sample")) == 4


def test_the_same_input_gives_the_same_version_and_a_changed_value_another(
    world: tuple[Path, Path, Path],
) -> None:
    first = run(world)["version"]
    assert run(world)["version"] == first
    rows = [("KU179", "2023", "a", 10, ""), ("KU398", "2023", "a", 21, "")]
    rows += [("KU179", "2024", "a", 11, ""), ("SSS", "2024", "a", 15, "")]
    write_table(world[0], "statfin/12r5", {"2025-01-01": rows})
    assert run(world)["version"] != first


@pytest.mark.parametrize(
    ("old", "new", "error", "words"),
    [
        ("unit: percent", "untit: percent", DeclarationError, r"sample\.yaml:\d+"),
        ("unit: percent", "unit: parsec", DeclarationError, "parsec"),
        ("max: 100", "max: 12", ExpectationError, "outside min and max"),
        ('first: "2023"', 'first: "2020"', ExpectationError, "the first period is 2023"),
        ("every_city: false", "every_city: true", ExpectationError, "no figure for"),
        ("measure: a", "measure: z", SnapshotError, "no rows"),
        ("statfin/12r5", "statfin/none", SnapshotError, r"snapshots\.yaml"),
    ],
)
def test_a_broken_rule_names_itself_and_leaves_the_old_set_whole(
    world: tuple[Path, Path, Path], old: str, new: str, error: type[Exception], words: str
) -> None:
    run(world)
    before = files(world[2])
    declare(world, DECLARATION.replace(old, new))
    with pytest.raises(error, match=words):
        run(world)
    assert files(world[2]) == before


def test_a_published_total_must_be_met(world: tuple[Path, Path, Path]) -> None:
    total = 'every_city: false, totals: [{area: SSS, period: "2024", value: 15.3}]'
    declare(world, DECLARATION.replace("every_city: false", total))
    with pytest.raises(ExpectationError, match=r"SSS 2024 is 15\.0, published 15\.3"):
        run(world)


def test_coverage_must_not_shrink_unless_accepted(world: tuple[Path, Path, Path]) -> None:
    run(world)
    rows = [("KU179", "2023", "a", 10, ""), ("KU398", "2023", "a", 20, "")]
    write_table(world[0], "statfin/12r5", {"2025-01-01": rows})
    with pytest.raises(ExpectationError, match="coverage shrank by 2 figures"):
        run(world)
    run(world, accept_shrink=True)
    assert Catalogue(world[2], world[1]).span("sample") == ("2023", "2023")


def test_a_quality_c_series_must_say_what_is_unconfirmed(world: tuple[Path, Path, Path]) -> None:
    rows = [("KU179", "2023", "a", 10, "")]
    write_table(world[0], "statfin/12r5", {"2025-01-01": rows}, quality="C")
    with pytest.raises(ExpectationError, match="unconfirmed"):
        run(world)
    declare(world, DECLARATION + "unconfirmed: {fi: a, sv: b, en: c}\n")
    run(world)


def test_a_quality_d_series_must_be_historical(world: tuple[Path, Path, Path]) -> None:
    rows = [("KU179", "2023", "a", 10, "")]
    write_table(world[0], "statfin/12r5", {"2025-01-01": rows}, quality="D")
    with pytest.raises(ExpectationError, match="historical"):
        run(world)


def test_an_unknown_licence_stops(world: tuple[Path, Path, Path]) -> None:
    rows = [("KU179", "2023", "a", 10, "")]
    write_table(world[0], "statfin/12r5", {"2025-01-01": rows}, licence="Whatever 1.0")
    with pytest.raises(SnapshotError, match=r"'Whatever 1\.0' is not in licences\.yaml"):
        run(world)


def test_a_build_killed_before_the_swap_leaves_the_old_set(
    world: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(world)
    before = files(world[2])
    declare(world, DECLARATION.replace("place: headline", "place: listed"), "second")

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_module.prepared_set, "finish", die)
    with pytest.raises(KeyboardInterrupt):
        run(world)
    assert files(world[2]) == before
    monkeypatch.undo()
    run(world)
    assert "observations/second.parquet" in files(world[2])


def test_a_swap_without_the_exchange_call_is_mended_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = tmp_path / "prepared"
    new = prepared_set.start(prepared)
    prepared_set.finish(new, prepared, {"a": 1})
    monkeypatch.setattr(prepared_set, "_exchange", lambda *_folders: False)
    new = prepared_set.start(prepared)
    prepared_set.finish(new, prepared, {"a": 2})
    assert json.loads((prepared / "build.json").read_text(encoding="utf-8"))["a"] == 2
    prepared.rename(prepared.with_name(".prepared-old"))  # killed between the two renames
    prepared_set.start(prepared)
    assert json.loads((prepared / "build.json").read_text(encoding="utf-8"))["a"] == 2


def test_naming_an_unknown_indicator_says_so(world: tuple[Path, Path, Path]) -> None:
    with pytest.raises(UnknownIndicator, match="'nothing'"):
        run(world, only=("nothing",))


def test_an_indicator_may_divide_by_another_and_not_by_itself(
    world: tuple[Path, Path, Path],
) -> None:
    text = DECLARATION.replace("place: headline", "place: listed")
    declare(world, text + "derive: [{per: sample, times: 100}]\n", "quotient")
    run(world)
    frame = Catalogue(world[2], world[1]).observations("quotient")
    assert set(frame["value"].dropna()) == {100.0}
    assert frame["numerator"].tolist()[0] == 10.0
    declare(world, text + "derive: [{per: loop, times: 100}]\n", "loop")
    with pytest.raises(DeclarationError, match="divides by itself"):
        run(world)


def test_check_tells_a_changed_file_from_a_whole_set(world: tuple[Path, Path, Path]) -> None:
    run(world)
    assert any("keep their contracts" in line for line in check(world[2], None, world[1]))
    path = world[2] / "observations" / "sample.parquet"
    frame = pd.read_parquet(path)
    frame.loc[0, "value"] = 12.0
    frame.to_parquet(path)
    with pytest.raises(SnapshotError, match="not that of data version"):
        list(check(world[2], None, world[1]))
    path.unlink()
    with pytest.raises(SnapshotError, match="not built"):
        list(check(world[2], None, world[1]))


@pytest.mark.parametrize("breakage", ["missing", "truncated", "columns", "rows"])
def test_a_broken_prepared_file_makes_one_series_unavailable(
    world: tuple[Path, Path, Path], breakage: str
) -> None:
    run(world)
    path = world[2] / "observations" / "sample.parquet"
    frame = pd.read_parquet(path)
    if breakage == "missing":
        path.unlink()
    elif breakage == "truncated":
        path.write_bytes(path.read_bytes()[:50])
    elif breakage == "columns":
        frame.rename(columns={"value": "values"}).to_parquet(path)
    else:
        frame.iloc[1:].to_parquet(path)
    with pytest.raises(UnavailableSeries, match=r"sample\.parquet"):
        Catalogue(world[2], world[1]).observations("sample")


def test_without_a_build_file_there_is_no_catalogue(world: tuple[Path, Path, Path]) -> None:
    with pytest.raises(UnavailableSeries, match=r"build\.json"):
        Catalogue(world[2], world[1])


def test_an_unknown_id_is_no_series(world: tuple[Path, Path, Path]) -> None:
    run(world)
    with pytest.raises(UnknownIndicator):
        Catalogue(world[2], world[1]).observations("nothing")


FACTS = """\
kind: facts
theme: tyollisyys
place: listed
title: {fi: Tieto, sv: Uppgift, en: Fact}
describes: {fi: Tieto., sv: Uppgift., en: Fact.}
unit: percent
observe:
  - {table: institutions/modal-split, where: {measure: share}}
levels: [municipality]
"""


def test_facts_keep_their_address_and_open_class(world: tuple[Path, Path, Path]) -> None:
    address = "https://example.org/page"
    rows = [
        ("KU179", "2021", "share", "bus", address, 12.0, ""),
        ("KU179", "2021", "share", "car", "", 50.0, ""),
        ("KU398", "2021", "share", "bus", address, None, "missing:.."),
    ]
    write_table(
        world[0],
        "institutions/modal-split",
        {"2025-01-01": rows},
        ("mode", "source_url"),
        quality="C",
    )
    declare(world, FACTS, "fact")
    run(world)
    facts = Catalogue(world[2], world[1]).facts("fact")
    assert facts[["area", "breakdown", "value", "source_url"]].to_numpy().tolist() == [
        ["KU179", "bus", 12.0, address]
    ]


def test_check_compares_with_a_rebuild(
    world: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(world)
    monkeypatch.setattr(check_module, "build", lambda *places: build(*places, geometry=no_geometry))
    assert list(check(world[2], world[0], world[1]))[-1].endswith("gives the same data version")
    rows = [("KU179", "2023", "a", 10, ""), ("KU398", "2023", "a", 21, "")]
    rows += [("KU179", "2024", "a", 11, ""), ("SSS", "2024", "a", 15, "")]
    write_table(world[0], "statfin/12r5", {"2025-01-01": rows})
    with pytest.raises(
        SnapshotError, match=r"sample\.parquet: a rebuild from the snapshots differs"
    ):
        list(check(world[2], world[0], world[1]))


def test_check_refuses_a_file_without_a_declaration(world: tuple[Path, Path, Path]) -> None:
    run(world)
    path = world[2] / "observations" / "sample.parquet"
    path.with_name("orphan.parquet").write_bytes(path.read_bytes())
    with pytest.raises(SnapshotError, match="orphan"):
        list(check(world[2], None, world[1]))


def test_check_without_a_build_file_says_so(world: tuple[Path, Path, Path]) -> None:
    run(world)
    (world[2] / "build.json").unlink()
    with pytest.raises(SnapshotError, match=r"build\.json"):
        list(check(world[2], None, world[1]))


def test_several_processes_build_what_one_builds(
    world: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(world, DECLARATION.replace("place: headline", "place: listed"), "second")
    alone = run(world)["version"]
    # A new process reads the main module anew; a page run by AppTest may have taken its place.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    monkeypatch.setattr(builder_module, "_FEW", 0)
    monkeypatch.setattr(builder_module.os, "cpu_count", lambda: 2)
    assert run(world)["version"] == alone
