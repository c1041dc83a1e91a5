"""The strict reader: nothing is guessed, and every complaint names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import DeclarationError
from data.model import Level
from data.strict_yaml import Fields, read_yaml


def fields(tmp_path: Path, text: str) -> Fields:
    path = tmp_path / "sample.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path)


def test_scalars_stay_text_where_plain_yaml_guesses(tmp_path: Path) -> None:
    file = fields(tmp_path, "code: 016\nanswer: no\nyear: 2024\nclock: 12:30\n")
    assert [file.string(key) for key in file.keys] == ["016", "no", "2024", "12:30"]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "key 'a' stands twice"),
        ("a: [1\n", 2, "not readable as YAML"),
        ("- a\n- b\n", 1, "must hold keys and values"),
    ],
)
def test_a_broken_file_names_file_and_line(tmp_path: Path, text: str, line: int, rule: str) -> None:
    with pytest.raises(DeclarationError) as raised:
        fields(tmp_path, text)
    assert f"sample.yaml:{line}:" in str(raised.value)
    assert rule in str(raised.value)


def test_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    file = fields(tmp_path, "unit: percent\nuntit: percent\n")
    file.string("unit")
    with pytest.raises(DeclarationError, match=r"sample\.yaml:2: unknown key 'untit'"):
        file.done()


def test_wrong_types_are_refused(tmp_path: Path) -> None:
    file = fields(tmp_path, "n: many\nf: yes\nl: text\nm: 3\nlevel: galaxy\nempty: ''\nhalf: 1.5\n")
    attempts = [
        lambda: file.number("n"),
        lambda: file.flag("f"),
        lambda: file.strings("l"),
        lambda: file.mapping("m"),
        lambda: file.choice("level", Level),
        lambda: file.string("empty"),
        lambda: file.whole("half"),
        lambda: file.string("absent"),
        lambda: file.number("absent"),
    ]
    for attempt in attempts:
        with pytest.raises(DeclarationError):
            attempt()


def test_a_text_needs_all_three_languages(tmp_path: Path) -> None:
    file = fields(tmp_path, "title: {fi: Luku, en: Figure}\n")
    with pytest.raises(DeclarationError, match="key 'sv' is missing"):
        file.text("title")


def test_a_fourth_language_is_refused(tmp_path: Path) -> None:
    file = fields(tmp_path, "title: {fi: a, sv: b, en: c, de: d}\n")
    with pytest.raises(DeclarationError, match="unknown key 'de'"):
        file.text("title")


def test_raw_may_be_empty_but_not_a_list(tmp_path: Path) -> None:
    file = fields(tmp_path, "symbol: ''\nbad: [1]\n")
    assert file.raw("symbol") == ""
    assert file.raw("absent") == ""
    with pytest.raises(DeclarationError):
        file.raw("bad")
