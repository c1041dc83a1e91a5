"""How similar cities are found: the features, their groups and open weights of ``reference/similarity.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from pathlib import Path

from data.model import REFERENCE, Text
from data.strict_yaml import Fields, read_yaml


class Scaling(StrEnum):
    """How a figure enters the distance."""

    PLAIN = "plain"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Group:
    """Features that are weighed as one; ``within`` is the form of the name in a sentence."""

    key: str
    weight: float
    name: Text
    within: Text


@dataclass(frozen=True, slots=True)
class Method:
    """How similar cities are found; ``features`` maps ids of series to the key of their group."""

    minimum_population: float
    close_within: float
    text: Text
    groups: tuple[Group, ...]
    features: Mapping[str, str]
    scaling: Mapping[str, Scaling]

    @property
    def weights(self) -> dict[str, float]:
        """The declared weight of each group."""
        return {group.key: group.weight for group in self.groups}

    def group(self, key: str) -> Group:
        """Give a group by its key; KeyError where it is unknown."""
        return {group.key: group for group in self.groups}[key]


def load_method(path: Path = REFERENCE / "similarity.yaml") -> Method:
    """Load the method.

    Raises:
        DeclarationError: a key is missing, unknown or of the wrong kind, a weight is negative, a
            feature names an unknown group or a group has no feature.
    """
    file = read_yaml(path)
    declared = file.mapping("groups")
    groups = tuple(_group(key, declared.mapping(key)) for key in declared.keys)
    listed = file.mapping("features")
    features, scaling = {}, {}
    for series in listed.keys:
        fields = listed.mapping(series)
        features[series] = fields.string("group")
        scaling[series] = fields.choice("scale", Scaling)
        fields.done()
    if set(features.values()) != {group.key for group in groups}:
        raise listed.error("the groups of the features are not those under 'groups'")
    method = Method(
        minimum_population=file.number("minimum_population"),
        close_within=file.number("close_within"),
        text=file.text("method"),
        groups=groups,
        features=features,
        scaling=scaling,
    )
    file.done()
    return method


def _group(key: str, fields: Fields) -> Group:
    weight = fields.number("weight")
    if weight < 0 or not isfinite(weight):
        raise fields.error(f"the weight of '{key}' must be zero or more")
    found = Group(key, weight, fields.text("name"), fields.text("within"))
    fields.done()
    return found
