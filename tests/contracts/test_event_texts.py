"""Where a store is at hand: its events and the project's words for them are the same events."""

from __future__ import annotations

import os
from pathlib import Path

from data.model import ROOT
from data.pipeline.events import EVENTS, load_event_texts, observe_events
from data.schemas import check_events
from data.strict_yaml import read_yaml

STORE = Path(os.environ.get("KASVUMITTARI_SNAPSHOTS", ROOT.parent / "shared" / "sources"))


def test_every_text_belongs_to_an_event_and_copies_none() -> None:
    wording = load_event_texts()
    assert wording.shown
    if not (STORE / EVENTS).is_file():
        return
    check_events(observe_events(STORE), "events")
    stored = {item.string("id"): item for item in read_yaml(STORE / EVENTS).mappings("events")}
    assert {*wording.shown, *wording.left_out} <= set(stored)
    for name, (_, text) in wording.shown.items():
        for language in ("fi", "en"):
            source = stored[name].string(language).casefold()
            assert text[language].rstrip(".").casefold() not in source, name
