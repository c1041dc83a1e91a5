"""Colours of maps: a purple scale that is neither a city's colour nor water's, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

_FEWER = {1: (2,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


@dataclass(frozen=True, slots=True)
class MapInks:
    """All colours of one theme; ``classes`` run from the lowest to the highest value."""

    classes: tuple[str, str, str, str, str]
    missing: str
    hatch: str
    border: str
    outline: str
    coast: str
    casing: str
    land: str
    water: str
    shore: str
    road: str
    rail: str
    name: str
    lake_name: str

    def of(self, count: int) -> tuple[str, ...]:
        """Choose the colours of one to five classes."""
        return tuple(self.classes[place] for place in _FEWER[count])

    @property
    def halo(self) -> str:
        """A text shadow that keeps a name readable on every class, on water and on roads."""
        sides = (
            "1px 0",
            "-1px 0",
            "0 1px",
            "0 -1px",
            "1px 1px",
            "-1px -1px",
            "1px -1px",
            "-1px 1px",
        )
        around = [f"{side} 0 {self.casing}" for side in sides]
        return ", ".join([*around, f"0 0 4px {self.casing}"])


_LIGHT = MapInks(
    classes=("#EFEAF5", "#CFC0E0", "#A88FC8", "#7B57A6", "#4B2A78"),
    missing="#E9ECEF",
    hatch="#868E96",
    border="#FFFFFF",
    outline="#1B1F23",
    coast="#868E96",
    casing="#FFFFFF",
    land="#F4F2EC",
    water="#DEE9F0",
    shore="#A9C4D6",
    road="#6B6475",
    rail="#212529",
    name="#1B1F23",
    lake_name="#33617E",
)
_DARK = MapInks(
    classes=("#33284A", "#54417A", "#7A5FAB", "#A68BD3", "#DCCBF5"),
    missing="#22272C",
    hatch="#868E96",
    border="#14181C",
    outline="#F8F9FA",
    coast="#868E96",
    casing="#14181C",
    land="#22262A",
    water="#15303F",
    shore="#2A4C60",
    road="#9AA1A8",
    rail="#E9ECEF",
    name="#F8F9FA",
    lake_name="#9CC9E4",
)


def map_inks(dark: bool) -> MapInks:
    """Give the map colours of the light or the dark theme."""
    return _DARK if dark else _LIGHT
