"""YAML read so strictly that nothing is guessed: every scalar stays text until a reader asks for its type.

Plain YAML turns ``016`` into 14, ``no`` into False and lets a repeated key win silently. Here a file becomes
``Fields`` whose readers name file and line in every complaint, and ``done()`` refuses keys that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from data.errors import DeclarationError
from data.model import LANGUAGES, Text

Choice = TypeVar("Choice", bound=StrEnum)
_MISSING = "\0"
# libyaml reads the declarations ten times faster; plain Python gives the same nodes.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(path: Path) -> Fields:
    """Return the top mapping of a YAML file.

    Raises:
        DeclarationError: not readable as YAML, not a mapping, or a key stands twice.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise DeclarationError(f"{path}:{line}: not readable as YAML: {error}") from error
    if not isinstance(node, yaml.MappingNode):
        raise DeclarationError(f"{path}:1: the file must hold keys and values")
    return Fields(path, node)


@dataclass(slots=True)
class Fields:
    """One mapping of a YAML file, read key by key."""

    path: Path
    node: yaml.MappingNode
    _nodes: dict[str, yaml.Node] = field(init=False)
    _read: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """Index the keys and refuse a repeated one."""
        self._nodes = {}
        for key, value in self.node.value:
            if key.value in self._nodes:
                raise self.error(f"key '{key.value}' stands twice", key)
            self._nodes[key.value] = value

    @property
    def line(self) -> int:
        """First line of this mapping, from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys in the order of the file."""
        return tuple(self._nodes)

    def error(self, rule: str, node: yaml.Node | None = None) -> DeclarationError:
        """Return an error that names file, line and the broken rule."""
        line = (node or self.node).start_mark.line + 1
        return DeclarationError(f"{self.path}:{line}: {rule}")

    def has(self, key: str) -> bool:
        """Tell whether the key is written."""
        return key in self._nodes

    def string(self, key: str, default: str = _MISSING) -> str:
        """Return a text scalar."""
        node = self._take(key, default is _MISSING)
        return default if node is None else self._scalar(key, node)

    def raw(self, key: str) -> str:
        """Return a text scalar that may be empty or absent."""
        node = self._take(key, required=False)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(f"'{key}' must be a single value", node)
        return str(node.value)

    def optional(self, key: str) -> str | None:
        """Return a text scalar, or None where the key is absent."""
        return self.string(key) if self.has(key) else None

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number."""
        node = self._take(key, default is None)
        if node is None:
            assert default is not None  # _take raised otherwise
            return default
        try:
            return float(self._scalar(key, node))
        except ValueError:
            raise self.error(f"'{key}' must be a number", node) from None

    def whole(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self.number(key, default)
        if value != int(value):
            raise self.error(f"'{key}' must be a whole number", self._nodes[key])
        return int(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        node = self._take(key, required=False)
        if node is None:
            return default
        text = self._scalar(key, node)
        if text not in ("true", "false"):
            raise self.error(f"'{key}' must be true or false", node)
        return text == "true"

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Return a member of an enumeration."""
        node = self._take(key, default is None)
        if node is None:
            assert default is not None  # _take raised otherwise
            return default
        return self._member(key, kind, self._scalar(key, node), node)

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Return members of an enumeration from a list; absent means none."""
        return tuple(
            self._member(key, kind, self._scalar(key, item), item) for item in self._items(key)
        )

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; absent means none."""
        return tuple(self._scalar(key, item) for item in self._items(key))

    def text(self, key: str) -> Text:
        """Return a text in all three languages."""
        inner = self.mapping(key)
        found = {language: inner.string(language) for language in LANGUAGES}
        inner.done()
        return found

    def pairs(self, key: str) -> dict[str, str]:
        """Return a mapping of text to text; absent means empty."""
        if not self.has(key):
            return {}
        inner = self.mapping(key)
        return {name: inner.string(name) for name in inner.keys}

    def mapping(self, key: str) -> Fields:
        """Return an inner mapping."""
        node = self._take(key, required=True)
        if not isinstance(node, yaml.MappingNode):
            raise self.error(f"'{key}' must hold keys and values", node)
        return Fields(self.path, node)

    def mappings(self, key: str) -> Iterator[Fields]:
        """Yield the mappings of a list; absent means none."""
        for item in self._items(key):
            if not isinstance(item, yaml.MappingNode):
                raise self.error(f"every entry of '{key}' must hold keys and values", item)
            yield Fields(self.path, item)

    def done(self) -> None:
        """Refuse keys that no reader asked for."""
        for key, node in self._nodes.items():
            if key not in self._read:
                raise self.error(f"unknown key '{key}'", node)

    def _take(self, key: str, required: bool) -> yaml.Node | None:
        self._read.add(key)
        node = self._nodes.get(key)
        if node is None and required:
            raise self.error(f"key '{key}' is missing")
        return node

    def _items(self, key: str) -> list[yaml.Node]:
        node = self._take(key, required=False)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"'{key}' must be a list", node)
        return list(node.value)

    def _scalar(self, key: str, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            raise self.error(f"'{key}' must be a single non-empty value", node)
        return str(node.value)

    def _member(self, key: str, kind: type[Choice], text: str, node: yaml.Node) -> Choice:
        try:
            return kind(text)
        except ValueError:
            allowed = ", ".join(member.value for member in kind)
            raise self.error(f"'{key}' is '{text}'; allowed: {allowed}", node) from None
