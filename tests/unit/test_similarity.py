"""Similar cities on small frames, and the declared method on the real figures."""

import numpy as np
import pandas as pd
import pytest

from components.language import Language
from components.similarity_words import (
    compared_sentence,
    feature_lines,
    similarity_sentence,
    weights_sentence,
)
from data.catalogue import Catalogue
from data.errors import DeclarationError
from data.model import CITIES, LANGUAGES, REFERENCE
from data.similarity import Neighbour, features, similar
from data.similarity_method import load_method

METHOD = load_method()
CATALOGUE = Catalogue()
FOUND = features(CATALOGUE, METHOD)
NAMES = CATALOGUE.area_names("fi")
JYVASKYLA, KUOPIO, LAHTI = CITIES


def made_up(rows, seed=3):
    """Give random features to areas, the population positive."""
    random = np.random.default_rng(seed)
    values = random.normal(20, 4, size=(len(rows), len(METHOD.features)))
    frame = pd.DataFrame(values, index=list(rows), columns=list(METHOD.features))
    return frame.assign(population=random.integers(20000, 600000, len(rows)).astype(float))


def distances(frame, city, **given):
    return {it.area: it.distance for it in similar(frame, city, METHOD, count=99, **given)}


def test_a_city_is_never_its_own_neighbour_and_a_twin_is_at_distance_zero():
    frame = made_up("ABCDE")
    frame.loc["T"] = frame.loc["C"]
    first, *others = similar(frame, "C", METHOD)
    assert (first.area, first.distance) == ("T", 0.0)
    assert set(first.contributions.values()) == {0.0}
    assert first.farthest is None
    assert "C" not in {it.area for it in others}
    assert all(it.distance > 0 for it in others)


def test_distance_is_symmetric():
    frame = made_up("ABCDEF")
    for city in frame.index:
        for other, distance in distances(frame, city).items():
            assert distances(frame, other)[city] == pytest.approx(distance, rel=1e-12)


def test_distance_is_the_root_of_the_weighted_mean_squares():
    frame = pd.DataFrame(dict.fromkeys(METHOD.features, [10.0, 10.0]), index=["A", "B"])
    frame.loc["B", "tertiary_share"] = 30.0  # two standard deviations of 10 from A
    (found,) = similar(frame, "A", METHOD)
    # Education has two features: (2² + 0²) / 2 = 2, weighted by a quarter.
    assert found.distance == pytest.approx(np.sqrt(0.25 * 2))
    assert found.contributions == {"population": 0, "age": 0, "jobs": 0, "education": 1}
    assert found.closest == ("population", "age")
    assert found.farthest == "education"


def test_twice_the_population_is_the_same_difference_in_any_size():
    frame = made_up("ABCD").assign(population=[20000.0, 40000.0, 100000.0, 200000.0])
    only = {"population": 1.0}
    assert distances(frame, "A", weights=only)["B"] == pytest.approx(
        distances(frame, "C", weights=only)["D"]
    )


def test_weight_zero_drops_a_group():
    frame = made_up("ABCDE")
    moved = frame.assign(tertiary_share=[1.0, 90.0, 5.0, 44.0, 12.0])
    weights = {"population": 1.0, "age": 1.0, "jobs": 1.0, "education": 0.0}
    assert distances(frame, "A", weights=weights) == distances(moved, "A", weights=weights)
    assert distances(frame, "A") != distances(moved, "A")
    assert all(
        "education" not in (*it.closest, it.farthest, *it.contributions)
        for it in similar(frame, "A", METHOD, weights)
    )


def test_only_the_proportions_of_weights_matter():
    frame = made_up("ABCDE")
    tens = dict.fromkeys(METHOD.weights, 10.0)
    assert distances(frame, "B", weights=tens) == pytest.approx(distances(frame, "B"))


def test_order_is_by_distance_then_by_code_whatever_the_order_of_rows():
    frame = made_up("ABCDE")
    frame.loc["Z"] = frame.loc["B"]
    frame.loc["Y"] = frame.loc["B"]
    order = [it.area for it in similar(frame, "A", METHOD)]
    assert order == [it.area for it in similar(frame.iloc[::-1], "A", METHOD)]
    place = order.index("B")
    assert order[place : place + 3] == ["B", "Y", "Z"]
    found = [it.distance for it in similar(frame, "A", METHOD)]
    assert found == sorted(found)
    assert len(similar(frame, "A", METHOD, count=2)) == 2


def test_a_feature_that_is_the_same_everywhere_tells_nobody_apart():
    frame = made_up("ABC").assign(student_share=7.0)
    assert all(np.isfinite(list(distances(frame, "A").values())))


@pytest.mark.parametrize(
    ("weights", "error"),
    [
        ({"wealth": 1.0}, KeyError),
        ({"age": -1.0, "jobs": 2.0}, ValueError),
        ({"age": float("nan")}, ValueError),
        ({"age": 0.0}, ValueError),
        ({}, ValueError),
    ],
)
def test_wrong_weights_are_refused(weights, error):
    with pytest.raises(error):
        similar(made_up("ABC"), "A", METHOD, weights)


def test_an_unknown_city_is_an_error():
    with pytest.raises(KeyError):
        similar(made_up("ABC"), "X", METHOD)


# --- the real figures ---


def test_features_are_published_figures_of_one_period_each():
    assert set(FOUND.periods) == set(METHOD.features)
    assert set(CITIES) <= set(FOUND.frame.index)
    assert FOUND.frame["population"].min() >= METHOD.minimum_population
    assert not FOUND.frame.isna().any(axis=None)
    for series, period in FOUND.periods.items():
        obs = CATALOGUE.observations(series)
        rows = obs[(obs["period"] == period) & (obs["breakdown"] == "total")]
        for city in CITIES:
            published = rows.loc[rows["area"] == city, "value"].iloc[0]
            assert FOUND.frame.loc[city, series] == published


def test_a_municipality_without_a_feature_is_left_out_and_said_so():
    class Holed(Catalogue):
        def observations(self, name):
            obs = super().observations(name)
            if name != "student_share":
                return obs
            is_pori = obs["area"] == "KU609"
            return obs.assign(value=obs["value"].mask(is_pori))

    found = features(Holed(), METHOD)
    assert found.left_out == {"KU609": ("student_share",)}
    assert "KU609" not in found.frame.index
    assert len(found.frame) == len(FOUND.frame) - 1
    said = compared_sentence(found, METHOD, Language.of("fi"))
    assert said.endswith("1 kunta on jätetty pois, koska jokin luku puuttuu.")


def test_a_suspect_figure_is_no_feature():
    class Doubted(Catalogue):
        def observations(self, name):
            obs = super().observations(name)
            is_pori = (obs["area"] == "KU609") & (name == "tertiary_share")
            return obs.assign(status=obs["status"].mask(is_pori, "suspect"))

    assert features(Doubted(), METHOD).left_out == {"KU609": ("tertiary_share",)}


def test_the_three_have_plausible_neighbours():
    near = {city: {NAMES[it.area] for it in similar(FOUND.frame, city, METHOD)} for city in CITIES}
    assert {"Kuopio", "Oulu", "Tampere", "Turku", "Joensuu"} <= near[JYVASKYLA]
    assert {"Jyväskylä", "Oulu", "Joensuu", "Rovaniemi"} <= near[KUOPIO]
    assert {"Pori", "Lappeenranta", "Hämeenlinna", "Kouvola"} <= near[LAHTI]


# --- words ---


def neighbour(closest, farthest):
    return Neighbour("KU405", 0.7, {}, closest, farthest)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "fi",
            "Lappeenranta on samankaltaisin väkiluvussa ja koulutuksessa;"
            " eniten eroa on työpaikkojen toimialoissa.",
        ),
        (
            "sv",
            "Lappeenranta ligger närmast i fråga om folkmängd och utbildning;"
            " skillnaden är störst i fråga om arbetsplatsernas näringsgrenar.",
        ),
        (
            "en",
            "Lappeenranta is closest in population and education;"
            " it differs most in industries of jobs.",
        ),
    ],
)
def test_why_a_city_is_similar(code, said):
    found = neighbour(("population", "education"), "jobs")
    assert similarity_sentence(found, "Lappeenranta", METHOD, Language.of(code)) == said


def test_small_differences_are_not_made_into_a_difference():
    found = neighbour(("age",), None)
    said = similarity_sentence(found, "Pori", METHOD, Language.of("fi"))
    assert said == "Pori on samankaltaisin ikärakenteessa; muutkin erot ovat pieniä."


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("city", CITIES)
def test_every_real_neighbour_is_said_in_every_language(city, code):
    language = Language.of(code)
    for found in similar(FOUND.frame, city, METHOD, count=60):
        said = similarity_sentence(found, NAMES[found.area], METHOD, language)
        assert said.startswith(NAMES[found.area])
        assert said.endswith(".")
        assert found.farthest not in found.closest
        for key in found.closest:
            assert language.pick(METHOD.group(key).within) in said


def test_weights_are_shown_as_shares():
    said = weights_sentence(METHOD, Language.of("fi"))
    assert said.replace("\u00a0", " ") == (
        "Painot: väkiluku 25 %, ikärakenne 25 %, työpaikkojen toimialat 25 %, koulutus 25 %."
    )
    own = weights_sentence(METHOD, Language.of("en"), {"age": 3.0, "jobs": 1.0})
    assert own == "Weights: population 0%, age structure 75%, industries of jobs 25%, education 0%."


def test_what_is_compared_is_told_with_periods():
    indicators = {series: CATALOGUE.indicator(series) for series in METHOD.features}
    lines = feature_lines(FOUND, METHOD, indicators, Language.of("fi"))
    assert len(lines) == len(METHOD.features)
    assert ("Työpaikkojen toimialat", "Jalostuksen osuus työpaikoista", "2017") in lines
    said = compared_sentence(FOUND, METHOD, Language.of("fi")).replace("\u00a0", " ")
    assert said == f"Vertailussa on {len(FOUND.frame)} kuntaa, joissa on vähintään 20 000 asukasta."


# --- the file ---


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("weight: 0.25", "weight: -1"),
        ("group: jobs, scale: plain", "group: wealth, scale: plain"),
        ("scale: log", "scale: cubic"),
        ("close_within: 0.5", "close_within: 0.5\nnear: 2"),
    ],
)
def test_a_wrong_method_is_refused(tmp_path, before, after):
    text = (REFERENCE / "similarity.yaml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "similarity.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DeclarationError):
        load_method(path)


def test_weights_of_the_file_add_up_to_one():
    assert sum(METHOD.weights.values()) == pytest.approx(1.0)
