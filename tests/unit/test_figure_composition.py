"""Stacked bars of a total's parts: shares, order, labels, periods; and the views they are one of."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from figure_sample import NAMES, UNITS, as_checked, look, plain, texts

from components.figures.class_colours import class_colours
from components.figures.palette import inks
from components.figures.parts import parts_figure, read_parts
from components.figures.views import View, offered_views, view_name, view_remark
from components.language import Language
from data.composition import read_wholes, shown_periods
from data.model import (
    OBSERVATION_COLUMNS,
    Break,
    Frequency,
    Indicator,
    Kind,
    Level,
    Place,
)
from data.parts import Part, Parts

WORDS = {"fi": "katko", "sv": "avbrott", "en": "break"}
PERSONS = UNITS["persons"]
CITIES = ("KU179", "KU297", "KU398")


def named(fi: str) -> dict[str, str]:
    return {"fi": fi, "sv": fi, "en": fi}


PARTS = Parts(
    "sector",
    named("Sektorin mukaan"),
    (Part("uas", ("u",), named("Ammattikorkeakoulut")), Part("uni", ("y",), named("Yliopistot"))),
)
INDICATOR = Indicator(
    id="sample",
    kind=Kind.SERIES,
    theme="koulutuspaikat",
    place=Place.LISTED,
    order=1,
    title=WORDS,
    describes=WORDS,
    levels=(Level.MUNICIPALITY, Level.COUNTRY),
    parts=PARTS,
)
PLACES = {
    "KU179": {"total": 400, "uas": 100, "uni": 300},
    "KU297": {"total": 200, "uas": 150, "uni": 50},
    "KU398": {"total": 80, "uas": 80},
    "SSS": {"total": 5000, "uas": 3000, "uni": 2000},
}


def frame(
    periods: tuple[str, ...] = ("2025",),
    places: dict[str, dict[str, int]] = PLACES,
    status: str = "final",
) -> pd.DataFrame:
    rows = [
        (area, period, key, float(value), status, None, None)
        for area, by_class in places.items()
        for period in periods
        for key, value in by_class.items()
    ]
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


def draw(obs: pd.DataFrame, breaks: tuple[Break, ...] = (), **kwargs):
    figure = parts_figure(INDICATOR, PERSONS, obs, breaks, look(**kwargs), NAMES)
    assert figure is not None
    return figure


def test_each_class_is_a_trace_of_shares_in_the_declared_order() -> None:
    figure = draw(frame())
    assert [trace.name for trace in figure.data] == ["Ammattikorkeakoulut", "Yliopistot"]
    assert list(figure.data[0].x) == [25, 75, 100, 60]
    assert list(figure.data[1].x) == [75, 25, 40], "Lahti has no university: no empty segment"
    assert list(figure.data[1].y) == [figure.data[0].y[place] for place in (0, 1, 3)]


def test_the_bars_say_class_share_and_amount() -> None:
    figure = draw(frame())
    assert plain(figure.data[1].text[0]) == "Yliopistot 75~%<br>300"
    assert plain(figure.data[0].customdata[0]) == "Jyväskylä, 2025: 25,0~% (100)"
    said = " ".join(texts(figure))
    assert "Osuus kokonaismäärästä, % · 2025" in said
    assert "<b>Koko maa</b></span>~~5~000" in said
    assert said.index("Ammattikorkeakoulut") < said.index("Yliopistot"), "the key, in order"


def test_a_narrow_part_keeps_the_words_that_fit() -> None:
    places = {"KU179": {"total": 1000, "uas": 10, "uni": 990}}
    places |= {"KU297": {"total": 100, "uas": 4, "uni": 96}}
    places |= {"KU398": {"total": 100, "uas": 10, "uni": 90}}
    labels = [plain(text) for text in draw(frame(places=places)).data[0].text]
    assert labels == ["", "4", "10~%<br>10"]


def test_few_periods_stand_under_each_other_and_many_give_two() -> None:
    figure = draw(frame(("2024", "2035"), status="projection"))
    assert list(figure.layout.yaxis.ticktext)[:2] == ["2024", "2035"]
    assert "5~000" in texts(figure), "totals stand at the ends"
    assert "Osuus kokonaismäärästä, % · ennuste" in texts(figure)
    years = tuple(str(year) for year in range(2010, 2026))
    assert read_parts(INDICATOR, frame(years), ())[1] == ("2015", "2025")


def test_no_period_before_a_break_is_set_beside_the_newest() -> None:
    years = tuple(str(year) for year in range(2010, 2026))
    breaks = (Break((), "2020", "level", WORDS),)
    assert read_parts(INDICATOR, frame(years), breaks)[1] == ("2025",)
    assert read_parts(INDICATOR, frame(("2019", "2020", "2021")), breaks)[1] == ("2020", "2021")


def test_periods_of_other_classes_are_not_set_beside_each_other() -> None:
    older = {area: {"total": by["total"], "uas": by["total"]} for area, by in PLACES.items()}
    obs = pd.concat([frame(("2024",), older), frame(("2025",))])
    assert read_parts(INDICATOR, obs, ())[1] == ("2025",)


def test_a_total_that_its_parts_do_not_make_is_not_drawn() -> None:
    obs = frame()
    obs.loc[(obs["area"] == "KU297") & (obs["breakdown"] == "uas"), "value"] = float("nan")
    wholes = read_wholes(obs, PARTS, CITIES)
    assert [bool(wholes[area]) for area in CITIES] == [True, False, True]
    assert shown_periods(wholes, ("KU179", "KU398"), ()) == ("2025",)
    assert len(draw(obs).data[0].x) == 3
    lost = replace(PARTS, tolerance=0.8)
    assert read_wholes(obs, lost, CITIES)["KU297"], "a declared loss is allowed"


def test_without_parts_there_is_no_figure() -> None:
    assert parts_figure(replace(INDICATOR, parts=None), PERSONS, frame(), (), look(), NAMES) is None
    totals = frame()[frame()["breakdown"] == "total"]
    assert parts_figure(INDICATOR, PERSONS, totals, (), look(), NAMES) is None


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("periods", [("2025",), ("2024", "2035", "2040")])
def test_plotly_knows_every_property(periods: tuple[str, ...], dark: bool, compact: bool) -> None:
    figure = draw(frame(periods), dark=dark, compact=compact)
    assert as_checked(figure)["data"]
    sizes = [note.font.size for note in figure.layout.annotations]
    assert min(sizes) >= 16


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True])
def test_a_text_on_every_class_reaches_4_5(dark: bool) -> None:
    keys = [*map(str, range(8)), "other"]
    ground = luminance(inks(dark).ground)
    for colour in class_colours(keys, dark).values():
        high, low = sorted((luminance(colour), ground), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, colour
    assert len(set(class_colours(keys, dark).values())) == 9


def test_views_are_offered_where_the_figures_allow_them() -> None:
    assert offered_views(INDICATOR, frame(), ()) == (View.ALL, View.PARTS)
    assert offered_views(replace(INDICATOR, parts=None), frame(), ()) == (View.ALL,)
    pyramid = replace(INDICATOR, parts=replace(PARTS, drawn="pyramid"))
    assert offered_views(pyramid, frame(), ()) == (View.PARTS, View.ALL)
    months = tuple(f"{year}M{month:02d}" for year in range(2019, 2025) for month in range(1, 13))
    monthly = replace(INDICATOR, frequency=Frequency.MONTH)
    assert offered_views(monthly, frame(months), ()) == tuple(View)


def test_views_are_named_in_the_language_of_the_reader() -> None:
    fi, en = Language.of("fi"), Language.of("en")
    monthly = replace(INDICATOR, frequency=Frequency.MONTH)
    assert view_name(View.MEAN, monthly, fi) == "12 kuukauden keskiarvo"
    assert view_name(View.MEAN, replace(INDICATOR, frequency=Frequency.QUARTER), en) == (
        "4-quarter mean"
    )
    assert view_name(View.PARTS, monthly, fi) == "Sektorin mukaan"


def test_the_axis_says_which_month_or_that_values_are_means() -> None:
    months = tuple(f"{year}M{month:02d}" for year in range(2019, 2025) for month in range(1, 7))
    monthly, fi = replace(INDICATOR, frequency=Frequency.MONTH), Language.of("fi")
    said = [view_remark(view, monthly, frame(months), fi) for view in View]
    assert said == ["", "Kesäkuu joka vuosi", "12 kuukauden keskiarvo (6/2024)", ""]
    quarters = frame(tuple(f"{year}Q3" for year in range(2019, 2025)))
    assert view_remark(View.SEASON, monthly, quarters, Language.of("en")) == "Q3 each year"
