"""Two series joined area by area: common year, natures, trails and coefficients."""

from __future__ import annotations

import pandas as pd
import pytest

from components.language import Language
from components.relation_words import axis_title, caution, relation_sentence
from data.model import LANGUAGES, OBSERVATION_COLUMNS, TOTAL, Break, Level
from data.periods import year_of
from data.relation import Pairing, correlation, paired

CITIES = ("KU179", "KU297", "KU398")
TOWNS = (*CITIES, *(f"KU{number:03d}" for number in range(1, 10)))


def rows(values, status="final", breakdown=TOTAL):
    """Make observations of {(area, period): value}."""
    full = [
        (area, period, breakdown, value, status, None, None)
        for (area, period), value in values.items()
    ]
    return pd.DataFrame(full, columns=list(OBSERVATION_COLUMNS)).astype({"value": float})


def series(periods, areas=TOWNS, rule=lambda place, year: place + year / 100, **given):
    return rows(
        {
            (area, period): rule(place, year_of(period))
            for place, area in enumerate(areas)
            for period in periods
        },
        **given,
    )


def years(pairing: Pairing, area="KU179"):
    return [[pair.year for pair in stretch] for stretch in pairing.trails[area]]


def test_the_newest_common_year_is_taken():
    found = paired(series(["2019", "2020", "2021"]), series(["2018", "2019", "2020"]))
    assert (found.x_period, found.y_period) == ("2020", "2020")
    assert set(found.pairs) == set(TOWNS)
    assert found.level is Level.MUNICIPALITY
    assert found.pairs["KU297"].x == pytest.approx(1 + 20.2)
    assert years(found) == [[2019, 2020]]


def test_a_year_of_few_areas_is_not_enough():
    newest = series(["2022"], areas=TOWNS[:4])
    found = paired(pd.concat([series(["2020"]), newest]), series(["2020", "2022"]))
    assert found.x_period == "2020"
    assert paired(newest, series(["2022"])) is None


def test_no_common_year_gives_nothing_and_says_so():
    assert paired(series(["2019"]), series(["2020"])) is None
    said = relation_sentence(None, Language.of("fi"))
    assert said.startswith("Näitä kahta ei voi asettaa vastakkain")


def test_months_stand_with_the_newest_of_the_year_and_trails_keep_to_that_month():
    months = [f"{year}M{month:02d}" for year in (2018, 2019, 2020) for month in (1, 6, 12)]
    monthly = series([*months[:-1]])  # 2020 ends in June
    found = paired(series(["2018", "2019", "2020"]), monthly)
    assert (found.x_period, found.y_period) == ("2020", "2020M06")
    june = monthly[(monthly["area"] == "KU179") & (monthly["period"] == "2018M06")]
    first = found.trails["KU179"][0][0]
    assert (first.year, first.y) == (2018, june["value"].iloc[0])
    assert years(found) == [[2018, 2019, 2020]]
    language = Language.of("fi")
    assert axis_title("Työttömiä", found.y_period, language) == "Työttömiä, kesäkuu 2020"


def test_natures_are_never_mixed():
    outcomes = series(["2020", "2021"])
    budgets = series(["2020", "2021"], status="budget")
    assert paired(outcomes, budgets) is None
    assert paired(budgets, budgets).x_period == "2021"
    assert paired(outcomes, series(["2020", "2021"], status="plan")) is None
    projected = pd.concat([outcomes, series(["2040"], status="projection")])
    assert paired(projected, projected).x_period == "2021"


@pytest.mark.parametrize("spoil", ["suspect", "missing"])
def test_suspect_and_missing_figures_never_count(spoil):
    x = series(["2020"])
    is_kuopio = x["area"] == "KU297"
    if spoil == "suspect":
        x = x.assign(status=x["status"].mask(is_kuopio, "suspect"))
    else:
        x = x.assign(value=x["value"].mask(is_kuopio))
    found = paired(x, series(["2020"]))
    assert set(found.pairs) == set(TOWNS) - {"KU297"}
    assert "KU297" not in found.trails


def test_classes_of_a_total_are_not_figures_of_it():
    classes = series(["2020"], rule=lambda place, _year: 1000 + place, breakdown="young")
    found = paired(pd.concat([classes, series(["2020"])]), series(["2020"]))
    assert max(pair.x for pair in found.pairs.values()) < 100


def test_the_country_stands_apart():
    with_country = series(["2020"], areas=(*TOWNS, "SSS"))
    found = paired(with_country, with_country)
    assert "SSS" not in found.pairs
    assert found.country.x == pytest.approx(len(TOWNS) + 20.2)
    assert paired(with_country, series(["2020"])).country is None


def test_regions_are_joined_where_municipalities_are_not():
    regions = series(["2020"], areas=[f"MK{number:02d}" for number in (7, 11, 13, 1, 2, 4)])
    found = paired(regions, pd.concat([regions, series(["2020"])]))
    assert found.level is Level.REGION
    assert set(found.trails) == {"MK13", "MK11", "MK07"}


def test_trails_stop_at_gaps_and_at_the_breaks_of_either_series():
    periods = [str(year) for year in (2012, 2013, 2015, 2016, 2017, 2018, 2019)]
    obs = series(periods)
    one = Break(("KU179",), "2016", "definition", {})
    other = Break((), "2018", "reform", {})
    found = paired(obs, obs, [one], [other])
    assert years(found) == [[2012, 2013], [2015], [2016, 2017], [2018, 2019]]
    assert years(found, "KU297") == [[2012, 2013], [2015, 2016, 2017], [2018, 2019]]
    marked = obs.assign(status=obs["status"].mask(obs["period"] == "2019", "break"))
    assert years(paired(marked, obs), "KU297")[-1] == [2019]


def test_coefficients_are_those_of_pearson_and_spearman():
    points = [(float(x), float(x) ** 5) for x in range(1, 13)]
    found = correlation(points)
    assert found.n == 12
    assert found.spearman == pytest.approx(1.0)
    # By hand: covariance over the product of the standard deviations.
    xs, ys = zip(*points, strict=True)
    mean_x, mean_y = sum(xs) / 12, sum(ys) / 12
    shared = sum((x - mean_x) * (y - mean_y) for x, y in points)
    spread = sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys)
    assert found.pearson == pytest.approx(shared / spread**0.5)
    assert correlation([(x, -y) for x, y in points]).spearman == pytest.approx(-1.0)


def test_ties_share_a_rank():
    found = correlation([(float(x // 2), float(x)) for x in range(10)])
    assert 0.9 < found.spearman < 1


def test_few_or_equal_figures_have_no_coefficient():
    assert correlation([(float(x), float(x)) for x in range(9)]) is None
    assert correlation([(1.0, float(x)) for x in range(20)]) is None
    few = paired(*[series(["2020"], areas=TOWNS[:6])] * 2)
    assert few.correlation is None
    said = relation_sentence(few, Language.of("en"))
    assert said == "Too few differing figures to judge a relation."


# --- words ---


def pairing(order):
    """Pair 0, 1, 2 … with the figures of an order."""
    areas = [f"KU{number:03d}" for number in range(len(order))]
    x = rows({(area, "2020"): place for place, area in enumerate(areas)})
    y = rows({(area, "2020"): order[place] for place, area in enumerate(areas)})
    return paired(x, y)


STRAIGHT = list(range(20))
LOOSE = [3, 0, 9, 1, 12, 5, 14, 2, 8, 17, 4, 11, 19, 6, 15, 10, 7, 18, 13, 16]
FAINT = [1, 12, 0, 7, 5, 9, 2, 11, 8, 19, 10, 17, 15, 16, 14, 18, 6, 13, 4, 3]
NONE = [10, 3, 16, 7, 12, 1, 18, 5, 14, 9, 0, 17, 6, 11, 4, 15, 8, 19, 2, 13]


def said(order, code="fi"):
    return relation_sentence(pairing(order), Language.of(code)).replace("\u00a0", " ")


def test_strength_is_told_in_words_with_the_number_of_areas():
    assert said(STRAIGHT) == (
        "Missä vaaka-akselin luku on suurempi, pystyakselin luku on yleensä myös suurempi."
        " Yhteys on vahva (20 kuntaa, järjestyskorrelaatio noin 1,0)."
    )
    assert said(STRAIGHT[::-1]) == (
        "Missä vaaka-akselin luku on suurempi, pystyakselin luku on yleensä pienempi."
        " Yhteys on vahva (20 kuntaa, järjestyskorrelaatio noin −1,0)."
    )
    assert "Yhteys on kohtalainen" in said(LOOSE)


def test_the_limits_of_the_words():
    assert 0.4 <= round(pairing(LOOSE).correlation.spearman, 1) < 0.7
    assert 0.2 <= round(pairing(FAINT).correlation.spearman, 1) < 0.4
    assert abs(round(pairing(NONE).correlation.spearman, 1)) < 0.2
    assert "hieman useammin myös suurempi. Yhteys on heikko" in said(FAINT)
    assert "hieman useammin pienempi. Yhteys on heikko" in said([-it for it in FAINT])
    assert said(NONE).startswith("Lukujen välillä ei juuri ole yhteyttä (20 kuntaa")


def test_no_minus_stands_before_a_zero():
    order = next(
        shifted
        for step in range(20)
        if -0.05
        < pairing(
            shifted := [(it * 7 + step * it * it) % 23 for it in range(20)]
        ).correlation.spearman
        < 0
    )
    assert "noin 0,0)" in said(order)


def test_a_bent_relation_or_an_outlier_is_told():
    outlier = [*STRAIGHT[:-1], 9000.0]
    text = said(outlier)
    assert "lineaarinen korrelaatio on noin 0,4" in text
    assert "lineaarinen" not in said(STRAIGHT)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("order", [STRAIGHT, STRAIGHT[::-1], LOOSE, FAINT, NONE])
def test_words_in_every_language(order, code):
    text = said(order, code)
    assert "20" in text
    assert text.endswith(".")
    assert "{" not in text


def test_the_warning_is_plain():
    found = pairing(STRAIGHT)
    assert caution(found, Language.of("fi")) == (
        "Yhteys ei ole syy: kuvio ei kerro, vaikuttaako toinen luku toiseen, ja molempiin voi"
        " vaikuttaa jokin kolmas asia. Jokainen kunta painaa yhtä paljon koostaan riippumatta."
    )
    regions = series(["2020"], areas=[f"MK{number:02d}" for number in range(1, 7)])
    warned = caution(paired(regions, regions), Language.of("sv"))
    assert warned.endswith("Varje landskap väger lika mycket oberoende av storlek.")
