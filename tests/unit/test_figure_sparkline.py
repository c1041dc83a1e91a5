"""Sparklines and markers as SVG data addresses."""

from __future__ import annotations

from base64 import b64decode
from xml.etree import ElementTree

import pytest

from components.figures.sparkline import marker, sparkline

SVG = "{http://www.w3.org/2000/svg}"


def read(address: str) -> ElementTree.Element:
    head, body = address.split(",", 1)
    assert head == "data:image/svg+xml;base64"
    return ElementTree.fromstring(b64decode(body))


def drawn(values, low: float = 0.0, high: float = 10.0) -> ElementTree.Element:
    return read(sparkline(values, "#0B5CAD", low, high))


def test_one_stretch_is_one_path_with_a_dot_at_its_end() -> None:
    svg = drawn([(2020.0, 0.0), (2021.0, 5.0), (2022.0, 10.0)])
    (path,) = svg.findall(f"{SVG}path")
    assert path.get("d") == "M5.0 27.0L60.0 16.0L115.0 5.0"
    assert path.get("fill") == "none"
    (dot,) = svg.findall(f"{SVG}circle")
    assert (dot.get("cx"), dot.get("cy"), dot.get("fill")) == ("115.0", "5.0", "#0B5CAD")


@pytest.mark.parametrize(
    "values",
    [
        [(2018.0, 1.0), (2019.0, 2.0), (2020.0, None), (2021.0, 3.0), (2022.0, 4.0)],
        [(2018.0, 1.0), (2019.0, 2.0), (2021.0, 3.0), (2022.0, 4.0)],
    ],
)
def test_gaps_stay_open(values) -> None:
    assert len(drawn(values).findall(f"{SVG}path")) == 2


def test_a_lone_point_is_a_small_dot() -> None:
    svg = drawn([(2018.0, 1.0), (2019.0, 2.0), (2022.0, 3.0)])
    radii = [float(one.get("r", 0)) for one in svg.findall(f"{SVG}circle")]
    assert len(radii) == 2
    assert radii[0] < radii[1]


def test_edges_of_the_scale() -> None:
    assert len(drawn([(2020.0, None)])) == 0
    assert len(drawn([])) == 0
    (dot,) = drawn([(2020.0, 4.0)], 4.0, 4.0).findall(f"{SVG}circle")[-1:]
    assert (dot.get("cx"), dot.get("cy")) == ("115.0", "16.0")


def test_size_is_that_asked_for() -> None:
    svg = read(sparkline([(2020.0, 1.0)], "#000000", 0, 1, width=80, height=20))
    assert (svg.get("width"), svg.get("height"), svg.get("viewBox")) == ("80", "20", "0 0 80 20")


@pytest.mark.parametrize(
    ("area", "tag"), [("KU179", "circle"), ("KU297", "rect"), ("KU398", "path"), ("MK07", "path")]
)
def test_marker_of_each_city(area: str, tag: str) -> None:
    (shape,) = read(marker(area, dark=False))
    assert shape.tag == f"{SVG}{tag}"


def test_marker_of_the_country_is_a_line_and_follows_the_theme() -> None:
    (line,) = read(marker("SSS", dark=True))
    assert (line.tag, line.get("stroke")) == (f"{SVG}path", "#DEE2E6")
    assert marker("KU179", dark=True) != marker("KU179", dark=False)
