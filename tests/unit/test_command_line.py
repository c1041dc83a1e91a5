"""The command line of the pipeline: what it prints, what it returns, and that errors are one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sample_store import write_table

from data.catalogue import Catalogue
from data.model import PREPARED, ROOT, Kind
from data.pipeline import __main__ as command_line
from data.pipeline.licence_page import licence_page

CATALOGUE = Catalogue()
SERIES = [item.id for item in CATALOGUE.indicators(kind=Kind.SERIES)]


def test_status_prints_a_row_per_series_oldest_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["status"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert Catalogue().version in lines[0]
    ages = [int(line.split()[2]) for line in lines[2:]]
    assert len(ages) >= 24
    assert ages == sorted(ages, reverse=True)


def test_status_names_a_newer_vintage_that_waits_in_the_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = [("KU179", "2023", "a", 1, "")]
    for table in {s.table for item in SERIES for s in CATALOGUE.sources(item)}:
        write_table(tmp_path, table, {"2000-01-01": row})
    write_table(tmp_path, "statfin/12r5", {"2000-01-01": row, "2099-01-01": row})
    assert command_line.main(["status", "--snapshots", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "statfin/12r5 2026-07-21 (store has 2099-01-01)" in out
    assert out.count("store has") == out.count("statfin/12r5")


def test_check_without_a_store_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["check", "--snapshots", str(tmp_path / "none")]) == 0
    assert "no snapshot store here" in capsys.readouterr().out


def test_an_error_is_one_line_and_a_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["build", "--snapshots", str(tmp_path / "none"), "--prepared", str(tmp_path / "p")]
    assert command_line.main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("error: ")
    assert "no geometry layer here" in captured.err
    assert "Traceback" not in captured.err
    assert not (tmp_path / "p").exists()


def test_build_hands_over_what_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: dict[str, Any] = {}

    def record(snapshots: Path, prepared: Path, **options: Any) -> dict[str, Any]:
        asked.update(snapshots=snapshots, prepared=prepared, **options)
        return {"indicators": {"a": {}}, "version": "12345678"}

    monkeypatch.setattr(command_line, "build", record)
    assert (
        command_line.main(["build", "jobs", "--snapshots", str(tmp_path), "--accept-shrink"]) == 0
    )
    assert (asked["only"], asked["accept_shrink"]) == (("jobs",), True)
    assert (asked["snapshots"], asked["prepared"]) == (tmp_path, PREPARED)
    assert capsys.readouterr().out == "1 indicators, data version 12345678\n"


def test_the_environment_names_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KASVUMITTARI_SNAPSHOTS", str(tmp_path))
    assert command_line._store() == tmp_path
    monkeypatch.delenv("KASVUMITTARI_SNAPSHOTS")
    assert command_line._store() == ROOT / "data" / "snapshots"


def test_licences_writes_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(command_line, "ROOT", tmp_path)
    assert command_line.main(["licences"]) == 0
    written = (tmp_path / "DATA_LICENCES.md").read_text(encoding="utf-8")
    assert written == licence_page(Catalogue())
