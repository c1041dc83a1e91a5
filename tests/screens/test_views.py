"""The choice of view on a card: each view is drawn, said in words and tabled, and outlives the page."""

from __future__ import annotations

import json

import pytest
from page_text import html_of

from components import loading
from components.blocks import view_choice
from components.figures.views import View

UNEMPLOYED = {"teema": "tyollisyys", "avaa": "unemployed"}
PLACES = {"teema": "koulutuspaikat", "avaa": "starting_places"}


def choice(page, indicator: str):
    (found,) = [one for one in page.button_group if one.key == f"view-choice-{indicator}"]
    return found


def chart(page, indicator: str) -> dict:
    (found,) = [
        one for one in page.get("plotly_chart") if one.proto.id.endswith(f"chart-{indicator}")
    ]
    return json.loads(found.proto.spec)


def said(page, indicator: str) -> str:
    return json.dumps(chart(page, indicator), ensure_ascii=False)


def test_a_monthly_series_with_parts_offers_four_views_and_begins_with_all(run_page):
    group = choice(run_page("skilled_labour.py", kieli="fi", **UNEMPLOYED), "unemployed")
    assert list(group.options) == [
        "Kaikki kuukaudet",
        "Sama kuukausi joka vuosi",
        "12 kuukauden keskiarvo",
        "Iän mukaan",
    ]
    assert group.value == View.ALL


@pytest.mark.parametrize(
    ("view", "kind", "words"),
    [
        (View.SEASON, "scatter", "2023"),
        (View.MEAN, "scatter", "12-month mean"),
        (View.PARTS, "bar", "Aged 25–50"),
    ],
)
def test_each_view_is_one_touch_away(run_page, view, kind, words):
    page = run_page("skilled_labour.py", kieli="en", **UNEMPLOYED)
    before = said(page, "unemployed")
    page = choice(page, "unemployed").set_value(view).run()
    assert not page.exception
    assert said(page, "unemployed") != before
    assert {trace["type"] for trace in chart(page, "unemployed")["data"]} == {kind}
    assert words in said(page, "unemployed")


@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_the_choice_is_translated_and_kept_on_the_way_through_other_pages(run_page, code):
    page = run_page("skilled_labour.py", kieli=code, **PLACES)
    page = choice(page, "starting_places").set_value(View.PARTS).run()
    names = loading.catalogue().indicator("starting_places").parts.names
    assert names["uas"][code] in said(page, "starting_places")
    page = page.switch_page("../pages/overview.py").run()
    page.query_params.update({"kieli": code, **PLACES})
    page = page.switch_page("../pages/skilled_labour.py").run()
    assert choice(page, "starting_places").value == View.PARTS


def test_the_young_begin_with_the_pyramid(run_page):
    page = run_page(
        "skilled_labour.py", kieli="fi", teema="nuoret", avaa="age_structure_projection"
    )
    assert choice(page, "age_structure_projection").value == View.PARTS
    assert {trace["type"] for trace in chart(page, "age_structure_projection")["data"]} == {
        "bar",
        "scatter",
    }


def test_the_table_shows_the_parts_only_in_their_view(run_page):
    page = run_page("skilled_labour.py", kieli="fi", **PLACES)
    page.session_state["table-starting_places"] = True
    page = page.run()
    assert "sektorin mukaan, 2025" not in html_of(page)
    page = choice(page, "starting_places").set_value(View.PARTS).run()
    page.session_state["table-starting_places"] = True
    html = html_of(page.run())
    assert "sektorin mukaan, 2025" in html
    assert '<th scope="row">Yliopistot</th>' in html


def test_a_series_with_one_view_has_no_choice(run_page):
    assert view_choice.offered(loading.catalogue(), "employment_rate") == (View.ALL,)
    page = run_page("skilled_labour.py", kieli="fi", teema="tyollisyys", avaa="employment_rate")
    assert not [one for one in page.button_group if one.key == "view-choice-employment_rate"]


def test_a_chart_of_one_month_says_which(run_page):
    page = run_page("skilled_labour.py", kieli="sv", **UNEMPLOYED)
    page = choice(page, "unemployed").set_value(View.SEASON).run()
    assert "Juni varje år" in said(page, "unemployed")
