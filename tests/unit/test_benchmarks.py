"""Groups of cities: what benchmarks.yaml says, and what each broken line is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.benchmarks import TEN_LARGEST, UNIVERSITY_CITIES, load_benchmarks
from data.errors import DeclarationError
from data.model import CITIES, LANGUAGES

TEXT = """\
group:
  name: {fi: Ryhmä, sv: Grupp, en: Group}
  short: {fi: ryhmä, sv: grupp, en: group}
  among: {fi: ryhmän joukossa, sv: bland gruppen, en: among the group}
  basis: {fi: Syy, sv: Skäl, en: Reason}
  areas:
    - KU179
    - KU297
    - KU398
    - KU091
"""
KNOWN = ("KU179", "KU297", "KU398", "KU091")


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "benchmarks.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_group_has_its_names_and_areas_in_order(tmp_path: Path) -> None:
    (group,) = load_benchmarks(write(tmp_path, TEXT), KNOWN)
    assert (group.key, group.areas) == ("group", KNOWN)
    assert group.among["sv"] == "bland gruppen"


def test_the_groups_of_the_project() -> None:
    groups = {group.key: group for group in load_benchmarks()}
    assert list(groups) == [TEN_LARGEST, UNIVERSITY_CITIES]
    assert [len(group.areas) for group in groups.values()] == [10, 12]
    for group in groups.values():
        assert set(CITIES) <= set(group.areas)
        for text in (group.name, group.short, group.among, group.basis):
            assert set(text) == set(LANGUAGES)
    assert groups[TEN_LARGEST].among["fi"] == "kymmenen suurimman kaupungin joukossa"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("KU091", "KU999", r":2: 'group' names unknown areas: KU999"),
        ("    - KU091", "    - KU179", "names an area twice"),
        ("    - KU398\n", "", "lacks KU398"),
        ("sv: Grupp, ", "", r":2: key 'sv' is missing"),
        ("basis:", "reason:", "key 'basis' is missing"),
        ("  areas:", "  colour: red\n  areas:", r":6: unknown key 'colour'"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    path = write(tmp_path, TEXT.replace(old, new, 1))
    with pytest.raises(DeclarationError, match=rule) as raised:
        load_benchmarks(path, KNOWN)
    assert str(path) in str(raised.value)


def test_without_a_list_of_areas_no_code_is_unknown(tmp_path: Path) -> None:
    (group,) = load_benchmarks(write(tmp_path, TEXT))
    assert "KU091" in group.areas
