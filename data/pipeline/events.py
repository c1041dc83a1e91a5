"""Events of the store that charts may mark, in the project's own words and tied to themes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from data.declarations import load_themes
from data.errors import DeclarationError, SnapshotError
from data.events import EVENT_COLUMNS, Precision
from data.model import REFERENCE, Text
from data.strict_yaml import Fields, read_yaml

# The store keeps what it could not confirm in another file, which nothing here reads.
EVENTS = Path("policy") / "events.yaml"
TEXTS = REFERENCE / "event_texts.yaml"
_ADDRESS = re.compile(r"https?://[^\s)]+")


@dataclass(frozen=True, slots=True)
class EventTexts:
    """What event_texts.yaml says: words and themes of shown events, reasons for those left out."""

    shown: Mapping[str, tuple[tuple[str, ...], Text]]
    left_out: Mapping[str, str]
    left_out_kinds: Mapping[str, str]


def load_event_texts(path: Path = TEXTS) -> EventTexts:
    """Load event_texts.yaml.

    Raises:
        DeclarationError: a text lacks a language, a theme is unknown, or an event is both shown and left out.
    """
    file = read_yaml(path)
    left_out, kinds = file.pairs("left_out"), file.pairs("left_out_kinds")
    themes, shown = load_themes(), {}
    entries = file.mapping("events")
    for name in entries.keys:
        entry = entries.mapping(name)
        named = entry.strings("themes")
        if not named or set(named) - set(themes):
            raise entry.error(f"'{name}' needs themes of themes.yaml, has {list(named)}")
        if name in left_out:
            raise entry.error(f"'{name}' is both shown and left out")
        shown[name] = (named, entry.text("text"))
        entry.done()
    file.done()
    return EventTexts(shown, left_out, kinds)


def observe_events(snapshots: Path, texts: Path = TEXTS) -> pd.DataFrame:
    """Return the shown events of a store (EVENT_COLUMNS), in order of time.

    Raises:
        SnapshotError: the store has no events file.
        DeclarationError: a file breaks a rule, or an event is neither worded nor left out with a reason.
    """
    path = snapshots / EVENTS
    if not path.is_file():
        raise SnapshotError(f"{path}: no events here")
    wording = load_event_texts(texts)
    file = read_yaml(path)
    rows = [row for item in file.mappings("events") if (row := _row(item, wording, texts))]
    frame = pd.DataFrame(rows, columns=list(EVENT_COLUMNS)).astype("str")
    return frame.sort_values(["date", "id"], ignore_index=True)


def _row(item: Fields, wording: EventTexts, texts: Path) -> dict[str, str] | None:
    """Read one event of the store; None where the project leaves it out."""
    name, kind, areas = item.string("id"), item.string("kind"), item.strings("area")
    day, precision = _day(item), item.choice("precision", Precision)
    for unused in ("fi", "en", "note"):  # sentences of the store are never copied
        item.raw(unused)
    address = _ADDRESS.search(item.string("source"))
    item.done()
    if name in wording.left_out or kind in wording.left_out_kinds:
        return None
    if name not in wording.shown:
        raise DeclarationError(f"{texts}: event '{name}' has no text and is not left out")
    if address is None or not areas:
        raise item.error(f"event '{name}' needs areas and a source with an address")
    themes, text = wording.shown[name]
    row = {"id": name, "date": day.isoformat(), "precision": precision.value, "kind": kind}
    row |= {"area": " ".join(areas), "theme": " ".join(themes), "source_url": address.group()}
    return row | dict(text)


def _day(item: Fields) -> date:
    try:
        return date.fromisoformat(item.string("date"))
    except ValueError:
        raise item.error("'date' must be a day like 2024-03-01") from None
