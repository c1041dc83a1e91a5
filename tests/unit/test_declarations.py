"""Loading one declaration: what each broken line is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_store import DECLARATION

from data.declarations import load_indicator, load_indicators
from data.errors import DeclarationError
from data.model import Direction, Kind, Level
from data.strict_yaml import read_yaml


def write(tmp_path: Path, text: str, name: str = "sample", theme: str = "tyollisyys") -> Path:
    path = tmp_path / theme / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_declaration_becomes_an_indicator(tmp_path: Path) -> None:
    extra = """
derive: [{per: population, times: 1000}]
breaks:
  - {areas: [KU398], period: "2016", kind: area, text: {fi: a, sv: b, en: c}}
caveats: [{fi: a, sv: b, en: c}]
"""
    path = write(tmp_path, DECLARATION + extra)
    indicator = load_indicator(read_yaml(path), path)
    assert (indicator.id, indicator.kind, indicator.direction) == (
        "sample",
        Kind.SERIES,
        Direction.NEUTRAL,
    )
    assert indicator.levels == (Level.MUNICIPALITY, Level.REGION, Level.COUNTRY)
    assert indicator.derive[0].times == 1000
    assert indicator.breaks[0].areas == ("KU398",)
    assert indicator.sentence["sv"].verb == "var"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("kind: series", "kind: serie", "'kind' is 'serie'"),
        ("sv: Prov, ", "", "key 'sv' is missing"),
        ("direction: neutral", "direction: up", "'direction' is 'up'"),
        ("levels: [municipality, region, country]", "levels: []", "at least one level"),
        ("measure: a}", "measure: a}, wher: {b: c}", "unknown key 'wher'"),
        ('first: "2023"', 'first: "spring 2023"', "not a period"),
        ("fresh_within_days: 400", "fresh_within_days: soon", "must be a number"),
        ("order: 1", "order: 1.5", "must be a whole number"),
        ("observe:", "derive: [{times: 3}]\nobserve:", "either 'per', 'change' or 'counts'"),
        ("frequency: year", "frequency: year\nfrequency: month", "stands twice"),
        ("place: headline", "place: headline\ntile: weather", "'tile' is 'weather'"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert old in DECLARATION
    path = write(tmp_path, DECLARATION.replace(old, new, 1))
    with pytest.raises(DeclarationError, match=r"sample\.yaml:\d+: ") as raised:
        load_indicator(read_yaml(path), path)
    assert rule in str(raised.value)


def test_theme_and_folder_must_agree_and_ids_be_unique(tmp_path: Path) -> None:
    write(tmp_path, DECLARATION, theme="tki")
    with pytest.raises(DeclarationError, match="theme 'tyollisyys'"):
        load_indicators(tmp_path)
    text = DECLARATION.replace("theme: tyollisyys", "theme: tki")
    write(tmp_path, text, theme="tki")
    write(tmp_path, DECLARATION)
    with pytest.raises(DeclarationError, match="declared twice"):
        load_indicators(tmp_path)


def test_a_file_name_that_is_no_id_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, DECLARATION, name="My-Indicator")
    with pytest.raises(DeclarationError, match="snake_case"):
        load_indicator(read_yaml(path), path)
