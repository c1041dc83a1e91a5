"""The map reference: strict, complete, with a credit for every source."""

from pathlib import Path

import pytest

from data.errors import DeclarationError
from data.map_layers import load_map_layers
from data.model import CITIES, LANGUAGES, REFERENCE

TEXT = (REFERENCE / "map_layers.yaml").read_text(encoding="utf-8")


def changed(folder: Path, old: str, new: str) -> Path:
    assert old in TEXT
    path = folder / "map_layers.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return path


def test_each_city_has_a_window_with_its_own_name_and_a_lake() -> None:
    windows = load_map_layers().windows
    assert tuple(windows) == CITIES
    for city, window in windows.items():
        kinds = {name.kind: name.name for name in window.names}
        assert kinds["centre"] == city
        assert "lake" in kinds


def test_every_source_is_credited_in_every_language() -> None:
    for source in load_map_layers().sources.values():
        assert all("©" in source.credit[code] for code in LANGUAGES)
    assert "yleistetty ja sovitettu" in (load_map_layers().sources["water"].caveat or {})["fi"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("window_km: 22", "window_km: wide", "must be a number"),
        ("box: kuopio", "box: kuopio\n    zoom: 3", "unknown key 'zoom'"),
        ("kind: lake, lon", "kind: sea, lon", "'kind' is 'sea'"),
        ("kind: lake, lon: 25.815", "kind: lake, area: PNO1, lon: 25.815", "not both"),
        ("  KU398:", "  KU400:", "must name exactly"),
    ],
)
def test_a_broken_rule_is_named_with_file_and_line(
    tmp_path: Path, old: str, new: str, rule: str
) -> None:
    with pytest.raises(DeclarationError, match=r"map_layers\.yaml:\d+: .*" + rule):
        load_map_layers(changed(tmp_path, old, new))
