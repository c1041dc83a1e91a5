"""The store's file of single published figures: read as a table, with areas, units and measures of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from sample_store import CARD, write_sample

from data.catalogue import Catalogue
from data.errors import DeclarationError, SnapshotError
from data.pipeline import build as build_module
from data.pipeline.build import build
from data.pipeline.fact_reference import FactReference, load_fact_reference
from data.pipeline.snapshot_store import SnapshotStore

ADDRESS = "https://example.org/page"
FACTS = """\
kind: facts
theme: tyollisyys
place: listed
beside: sample
title: {fi: Tieto, sv: Uppgift, en: Fact}
describes: {fi: Tieto., sv: Uppgift., en: Fact.}
unit: euros_millions
observe:
  - {table: policy/facts, where: {measure: funding}, scale: 1000000}
"""
AREAS = {"MAL:lahti": {"fi": "Lahden seutu", "sv": "Lahtisregionen", "en": "Lahti region"}}
World = tuple[Path, Path, Path]


def write_facts(root: Path, rows: list[dict[str, Any]]) -> None:
    """Write policy/facts.parquet and a card that describes other files too."""
    words = {"id": "x", "area_label": "", "label_fi": "", "label_en": "", "publisher": "P"}
    usual = {"measure": "funding", "unit": "EUR million", "status": "", "source_url": ADDRESS}
    frame = pd.DataFrame([words | {"note": ""} | usual | row for row in rows])
    frame.astype({"value": float}).to_parquet(root / "policy" / "facts.parquet")
    card = CARD | {"retrieved": "2026-11-24", "quality": "C"}
    entries = [card | {"file": name} for name in ("facts.parquet", "events.yaml")]
    text = yaml.safe_dump({"table": "policy", "snapshots": entries})
    (root / "policy" / "snapshots.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A store with single facts, declarations that show them, an empty place for the prepared set."""
    store, declared, prepared = tmp_path / "store", tmp_path / "declared", tmp_path / "out/prepared"
    write_sample(store, declared)
    write_facts(
        store,
        [
            {"area": "MAL:lahti", "period": "2021-2023", "value": 3.3},
            {"area": "KU398", "period": "2024", "value": 1.0},
            {"area": "KU179", "period": "2019H1", "value": 2.0},
            {"area": "KU179", "period": "2025", "value": 9.0, "source_url": "a newspaper"},
        ],
    )
    (declared / "tyollisyys" / "fact.yaml").write_text(FACTS, encoding="utf-8")
    reference = FactReference(Path("m.yaml"), {"funding": "EUR million"}, {"turnout": "no"}, AREAS)
    monkeypatch.setattr(build_module, "load_fact_reference", lambda: reference)
    return store, declared, prepared


def run(world: World) -> dict[str, Any]:
    store, declared, prepared = world
    return build(store, prepared, declared, geometry=lambda *_places: {})


def test_facts_stand_newest_first_by_the_end_of_their_period(world: World) -> None:
    run(world)
    facts = Catalogue(world[2], world[1]).facts("fact")
    assert facts[["area", "period", "value"]].to_numpy().tolist() == [
        ["KU398", "2024", 1_000_000.0],
        ["MAL:lahti", "2021-2023", 3_300_000.0],
        ["KU179", "2019H1", 2_000_000.0],
    ]
    assert set(facts["breakdown"]) == {"total"}


def test_a_figure_without_address_is_left_out_and_counted(world: World) -> None:
    run(world)
    assert Catalogue(world[2], world[1]).without_address("fact") == 1


def test_the_source_bears_the_day_the_file_was_retrieved(world: World) -> None:
    run(world)
    (source,) = Catalogue(world[2], world[1]).sources("fact")
    assert (source.table, source.vintage, source.quality) == ("policy/facts", "2026-11-24", "C")


@pytest.mark.parametrize(
    ("row", "error", "words"),
    [
        ({"area": "MAL:oulu"}, SnapshotError, r"'MAL:oulu' is not in areas\.yaml, nor in fact_"),
        ({"unit": "EUR"}, DeclarationError, r"m\.yaml:1: the unit of 'funding' is EUR million"),
        ({"measure": "exports"}, DeclarationError, r"m\.yaml:1: measure 'exports' must have"),
    ],
)
def test_what_the_project_does_not_know_stops_the_build(
    world: World, row: dict[str, Any], error: type[Exception], words: str
) -> None:
    known = {"area": "KU398", "period": "2024", "value": 1.0}
    write_facts(world[0], [known, known | row])
    with pytest.raises(error, match=words):
        run(world)
    assert not (world[2] / "build.json").exists()


def test_a_measure_with_a_unit_that_nothing_shows_stops_the_build(world: World) -> None:
    (world[1] / "tyollisyys" / "fact.yaml").unlink()
    with pytest.raises(DeclarationError, match="no declaration shows it"):
        run(world)


def test_a_measure_left_out_with_a_reason_is_not_asked_for(world: World) -> None:
    known = {"area": "KU398", "period": "2024", "value": 1.0}
    write_facts(world[0], [known, known | {"measure": "turnout", "unit": "%"}])
    run(world)
    assert len(Catalogue(world[2], world[1]).facts("fact")) == 1


@pytest.mark.parametrize("beside", ["fact", "nothing"])
def test_facts_stand_only_beside_a_series_of_their_theme(world: World, beside: str) -> None:
    text = FACTS.replace("beside: sample", f"beside: {beside}")
    (world[1] / "tyollisyys" / "fact.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError, match=rf"fact\.yaml:1: 'beside: {beside}'"):
        run(world)


def test_the_store_lists_the_file_as_a_table(world: World) -> None:
    store = SnapshotStore(world[0])
    assert store.tables == ("policy/facts", "statfin/12r5")
    (vintage,) = store.card("policy/facts").vintages
    assert store.path("policy/facts", vintage).is_file()
    assert store.areas("policy/facts", vintage.date) == {"MAL:lahti", "KU398", "KU179"}


def test_the_reference_gives_every_measure_a_unit_or_a_reason() -> None:
    reference = load_fact_reference()
    assert not set(reference.units) & set(reference.left_out)
    assert reference.units["goods_exports"] == "EUR million"
    assert all(len(reason) > 30 for reason in reference.left_out.values())
