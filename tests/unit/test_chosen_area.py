"""An area that the reader chose: a line, a dot and a point on the map of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.blocks.explorer import country_map, distribution, history, ranking
from components.blocks.explorer.asked import Asked, in_period, usual
from components.figures.band import Others
from components.figures.classes import legend, map_values
from components.figures.palette import chosen_identity
from components.figures.template import Look
from components.figures.views import View
from components.language import Language
from data.catalogue import Catalogue
from data.choice import Choice, Group, Presentation

PLAIN = history.Shown(View.ALL, ())


@pytest.fixture(scope="module")
def asked() -> Asked:
    return Asked(Catalogue(), "population", Choice(), "KU211", Look(Language.of("fi")))


def lines(asked: Asked) -> dict[str, dict]:
    traces = history.figure(asked, PLAIN).to_plotly_json()["data"]
    return {
        trace["name"]: trace for trace in traces if trace.get("mode") == "lines" and "name" in trace
    }


def test_it_has_a_line_with_a_look_of_its_own(asked: Asked) -> None:
    found = lines(asked)
    assert found["Kangasala"]["line"]["dash"] == chosen_identity().dash
    assert "Kangasala" not in lines(replace(asked, area=""))


def test_it_does_not_join_the_band_of_the_group(asked: Asked) -> None:
    choice = Choice(group=Group.TEN_LARGEST)
    alone, beside = (replace(asked, choice=choice, area=area) for area in ("", "KU211"))
    median = next(name for name in lines(alone) if "mediaani" in name)
    assert lines(beside)[median]["y"] == lines(alone)[median]["y"]


def test_a_chosen_member_of_the_group_is_named_once() -> None:
    assert Others(("A", "B"), is_named=True, chosen=("B",)).lines == ("B", "A")


def test_it_is_marked_among_the_dots_and_on_the_map(asked: Asked) -> None:
    found = in_period(asked, str(usual(asked)))
    assert found is not None
    dots = distribution.figure(asked, found).to_plotly_json()["data"]
    mark = next(trace for trace in dots if trace["name"] == "Kangasala")
    assert mark["marker"]["symbol"] == chosen_identity().symbol
    shapes = country_map._figure(asked, found).to_plotly_json()["data"]
    assert any(
        "Kangasala" in str(trace.get("text", [""])[0])
        for trace in shapes
        if trace.get("mode") == "text"
    )


def test_its_rank_is_said_with_the_count(asked: Asked) -> None:
    said = history.beside(replace(asked, choice=Choice(Presentation.RANK)))
    assert said.startswith("Kangasala: sija ")
    assert "/308 (2025)." in said


def test_an_area_of_another_level_is_drawn_but_not_ranked(asked: Asked) -> None:
    region = replace(asked, area="MK06")
    found = in_period(region, str(usual(region)))
    assert found is not None
    assert "Pirkanmaa" in lines(region)
    assert ranking.rows(found, region.marked) == ranking.rows(found, region.indicator.own_areas)


def test_a_map_of_regions_names_the_regions(asked: Asked) -> None:
    regional = replace(asked, series="enterprise_openings", area="")
    found = in_period(regional, str(usual(regional)))
    assert found is not None
    texts = str(country_map._figure(regional, found).to_plotly_json()["data"])
    assert "<b>Keski-Suomi</b>" in texts
    assert "<b>Jyväskylä</b>" not in texts


def test_classes_under_zero_are_told_apart_from_a_minus(asked: Asked) -> None:
    view = replace(asked, series="population_change").view
    obs = view.obs[view.obs["period"] == "2010"]
    names = asked.names
    values = map_values(obs, ["KU211"], view.unit, Language.of("fi"), names, (-5, -2, 3))
    texts = [entry.text for entry in legend(values, view.unit, Language.of("fi"))]
    assert "−5…−3" in texts
    assert "−2…2" in texts
