"""Every message that the code asks for stands in all three languages, and no other message does.

A message is a constant given to ``.text(…)``, ``.plural(…)``, ``message(…)`` or ``translated(…)``.
Where it is looked up in a table of constants, the constants count as used; a missing one is an
error at run time in strict mode.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from components.language import PLACE_FORMS, place_names
from components.messages import LOCALE_FOLDER
from data.declarations import load_clusters, load_themes
from data.model import CITIES, COUNTRY, LANGUAGES, REGIONS, ROOT

THEME_KEYS = (
    "koulutuspaikat",
    "tki",
    "tyollisyys",
    "maahanmuutto",
    "nuoret",
    "puhdas-siirtyma",
    "maankaytto-liikenne",
    "julkiset-investoinnit",
    "yritykset",
    "kuntatalous",
    "kokonaisturvallisuus",
    "huoltovarmuus-vienti",
    "eu",
    "nato",
)
CLUSTER_KEYS = ("osaaminen", "kaupunkialusta", "kansainvalinen-turvallinen")
MSGIDS_TAKEN = {"text": slice(0, 1), "plural": slice(0, 2), "message": slice(0, 1)}
MSGIDS_TAKEN["translated"] = slice(1, None)
LONGEST_SHORT_NAME = 4


def modules() -> list[Path]:
    found = [path for folder in ("components", "pages") for path in (ROOT / folder).rglob("*.py")]
    return sorted([*found, *ROOT.glob("app.py")])


def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in modules()]


def asked_arguments(tree: ast.AST) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Attribute(value=ast.Name(id="st")):  # Streamlit's own text
                continue
            case ast.Attribute(attr="text" | "plural" as name):
                yield node, node.args[MSGIDS_TAKEN[name]]
            case ast.Name(id="message" | "translated" as name):
                yield node, node.args[MSGIDS_TAKEN[name]]


def constants(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from constants(body)
            yield from constants(other)


def asked_messages() -> dict[str, str]:
    return {
        msgid: f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, tree in trees()
        for call, arguments in asked_arguments(tree)
        for argument in arguments
        for msgid in constants(argument)
    }


def all_constants() -> set[str]:
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def catalogue(code: str) -> Catalog:
    with (LOCALE_FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def entries(code: str) -> list[Message]:
    return [entry for entry in catalogue(code) if entry.id]


def msgids(entry: Message) -> tuple[str, ...]:
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def forms(entry: Message) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


def known(code: str) -> set[str]:
    return {msgid for entry in entries(code) for msgid in msgids(entry)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_code_asks_for_messages() -> None:
    assert len(asked_messages()) > len(LANGUAGES)


def test_extraction_sees_every_form() -> None:
    tree = ast.parse(
        "language.text('a', b=1); Language.of('fi').plural('c', 'd', 2); T = message('e')\n"
        "text_of('no'); st.text('no'); language.text('f' if x else 'g'); translated(code, 'h')"
    )
    found = [m for _, args in asked_arguments(tree) for a in args for m in constants(a)]
    assert sorted(found) == ["a", "c", "d", "e", "f", "g", "h"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_asked_message_is_in_the_catalogue(code: str) -> None:
    have = known(code)
    missing = [f"{place} {msgid}" for msgid, place in asked_messages().items() if msgid not in have]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_message_is_unused(code: str) -> None:
    unused = sorted(known(code) - all_constants())
    assert not unused, "\n".join(unused)


def test_catalogues_hold_the_same_messages() -> None:
    assert known("sv") == known("fi")
    assert known("en") == known("fi")


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_message_is_empty_fuzzy_obsolete_or_double(code: str) -> None:
    assert [entry.id for entry in entries(code) if not forms(entry) or not all(forms(entry))] == []
    assert [entry.id for entry in catalogue(code) if entry.id and entry.fuzzy] == []
    assert list(catalogue(code).obsolete) == []
    written = (LOCALE_FOLDER / f"{code}.po").read_text(encoding="utf-8")
    blocks = re.findall(r'^msgid ((?:"[^\n]*"\n)+)', written, flags=re.MULTILINE)
    texts = Counter(re.sub(r'"\n"|\n', "", block) for block in blocks)
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_fields_and_final_stop(code: str) -> None:
    for entry in entries(code):
        for form in forms(entry):
            assert fields(form) == fields(msgids(entry)[-1]), entry.id
            assert form.endswith(".") == msgids(entry)[0].endswith("."), entry.id
            assert form == form.strip(), entry.id


def test_no_message_is_put_together_before_it_is_translated() -> None:
    built = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, tree in trees()
        for call, arguments in asked_arguments(tree)
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in arguments)
    ]
    assert built == []


def test_compared_areas_have_every_form_of_their_names() -> None:
    names = place_names()
    assert set(names) == {*CITIES, *REGIONS, COUNTRY}
    for area, languages in names.items():
        for code in LANGUAGES:
            assert set(languages[code]) == set(PLACE_FORMS), area
            assert all(form.strip() for form in languages[code].values()), area


def test_themes_and_clusters_stand_in_their_fixed_order() -> None:
    assert tuple(load_themes()) == THEME_KEYS
    assert tuple(load_clusters()) == CLUSTER_KEYS


@pytest.mark.parametrize("code", LANGUAGES)
def test_themes_and_clusters_are_named_in_every_language(code: str) -> None:
    for theme in (*load_themes().values(), *load_clusters().values()):
        assert theme.title[code].strip(), theme.key
        assert 1 <= len(theme.short[code].split()) <= LONGEST_SHORT_NAME, theme.key
        assert len(theme.short[code]) <= len(theme.title[code]), theme.key
