"""Events from the store to the catalogue: own words in three languages, or the build stops."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from sample_store import write_events

from data.catalogue import Catalogue
from data.errors import DeclarationError, SnapshotError, UnavailableSeries
from data.events import EVENT_COLUMNS
from data.pipeline.events import load_event_texts, observe_events
from data.schemas import check_events

EVENT = (
    "[{id: %s, date: '%s', precision: month, area: [KU398], kind: %s, fi: Lähteen lause, "
    "en: A sentence, source: 'A book (https://a.fi/b)', note: n}]"
)
TEXTS = """\
left_out_kinds: {boundary: breaks}
left_out: {noise: changes nothing}
events:
  law: {themes: [tki, nato], text: {fi: Laki., sv: Lag., en: Law.}}
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "event_texts.yaml"
    path.write_text(TEXTS, encoding="utf-8")
    return path


def observed(root: Path, texts: Path, name: str = "law", kind: str = "policy") -> pd.DataFrame:
    write_events(root, EVENT % (name, "2024-03-01", kind))
    return observe_events(root, texts)


def test_an_event_gets_the_projects_words_themes_and_address(tmp_path: Path, texts: Path) -> None:
    frame = observed(tmp_path, texts)
    check_events(frame, "events")
    assert frame.to_numpy().tolist() == [
        ["law", "2024-03-01", "month", "KU398", "policy", "tki nato", "Laki.", "Lag.", "Law.",
         "https://a.fi/b"]
    ]  # fmt: skip


def test_events_left_out_by_name_or_kind_are_not_prepared(tmp_path: Path, texts: Path) -> None:
    for name, kind in (("noise", "policy"), ("merger", "boundary")):
        frame = observed(tmp_path, texts, name, kind)
        assert frame.empty
        check_events(frame, "events")


def test_an_event_without_text_stops(tmp_path: Path, texts: Path) -> None:
    with pytest.raises(DeclarationError, match="'new' has no text"):
        observed(tmp_path, texts, "new")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (" sv: Lag.,", "", "'sv' is missing"),
        ("tki, nato", "tki, sports", "sports"),
        ("{noise:", "{law: x, noise:", "both shown and left out"),
    ],
)
def test_a_text_that_breaks_a_rule_stops(texts: Path, old: str, new: str, words: str) -> None:
    texts.write_text(TEXTS.replace(old, new), encoding="utf-8")
    with pytest.raises(DeclarationError, match=words):
        load_event_texts(texts)


def test_a_store_without_events_or_with_a_broken_one_stops(tmp_path: Path, texts: Path) -> None:
    with pytest.raises(SnapshotError, match="no events here"):
        observe_events(tmp_path, texts)
    write_events(tmp_path, EVENT % ("law", "2024-03", "policy"))
    with pytest.raises(DeclarationError, match="must be a day"):
        observe_events(tmp_path, texts)


def test_the_contract_refuses_what_no_chart_can_mark(tmp_path: Path, texts: Path) -> None:
    frame = observed(tmp_path, texts)
    for column, value in (("area", "SSS"), ("precision", "week"), ("sv", ""), ("source_url", "x")):
        with pytest.raises(SnapshotError, match=column):
            check_events(frame.assign(**{column: value}), "events.parquet")


def test_the_catalogue_gives_the_events_of_a_theme(tmp_path: Path, texts: Path) -> None:
    frame = observed(tmp_path, texts)
    (tmp_path / "build.json").write_text(json.dumps({"version": "1"}), encoding="utf-8")
    with pytest.raises(UnavailableSeries, match=r"events\.parquet"):
        Catalogue(tmp_path).events("tki")
    frame.to_parquet(tmp_path / "events.parquet", index=False)
    (found,) = Catalogue(tmp_path).events("tki")
    assert (found.period, found.areas, found.text["sv"]) == ("2024M03", ("KU398",), "Lag.")
    assert Catalogue(tmp_path).events("eu") == ()
    frame.assign(date="soon").to_parquet(tmp_path / "events.parquet", index=False)
    with pytest.raises(UnavailableSeries, match="soon"):
        Catalogue(tmp_path).events("tki")
    assert tuple(frame.columns) == EVENT_COLUMNS


def test_shown_events_are_worded_in_full_sentences() -> None:
    wording = load_event_texts()
    assert wording.shown
    for name, (_, text) in wording.shown.items():
        assert len(set(text.values())) == 3, name
        assert all(sentence.endswith(".") for sentence in text.values()), name
