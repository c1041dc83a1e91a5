"""The mean of a year: only over an unbroken, gapless year of figures of one nature."""

from __future__ import annotations

from math import isclose

import pandas as pd
import pytest
from figure_sample import final, observations

from components.figures.season import running_mean
from data.model import Break

WORDS = {"fi": "katko", "sv": "avbrott", "en": "break"}
CITY = "KU179"


def months(first: int, last: int) -> list[str]:
    return [f"{year}M{month:02d}" for year in range(first, last + 1) for month in range(1, 13)]


def rising(periods: list[str]) -> dict[str, dict[str, float]]:
    return {CITY: {period: float(place) for place, period in enumerate(periods)}}


def means(obs: pd.DataFrame, breaks: tuple[Break, ...] = ()) -> dict[str, float]:
    found = running_mean(obs, (CITY,), breaks)
    assert found is not None
    return dict(zip(found["period"], found["value"], strict=True))


def test_each_month_becomes_the_mean_of_the_twelve_that_end_with_it() -> None:
    found = means(final(rising(months(2020, 2022))))
    assert list(found)[0] == "2020M12"
    assert isclose(found["2020M12"], sum(range(12)) / 12)
    assert isclose(found["2022M12"], sum(range(24, 36)) / 12)
    assert len(found) == 36 - 11


def test_a_year_of_quarters_is_four() -> None:
    quarters = [f"{year}Q{quarter}" for year in (2020, 2021) for quarter in (1, 2, 3, 4)]
    found = means(final(rising(quarters)))
    assert isclose(found["2021Q1"], (1 + 2 + 3 + 4) / 4)
    assert list(found) == quarters[3:]


def test_a_hole_leaves_the_eleven_months_after_it_without_a_mean() -> None:
    periods = months(2020, 2022)
    obs = final(rising(periods))
    found = means(obs[obs["period"] != "2021M06"])
    absent = set(periods[11:]) - set(found)
    assert absent == {f"2021M{month:02d}" for month in range(6, 13)} | {
        f"2022M{month:02d}" for month in range(1, 6)
    }


def test_a_missing_value_is_a_hole_as_well() -> None:
    obs = final(rising(months(2020, 2022)))
    obs.loc[obs["period"] == "2021M06", "value"] = float("nan")
    assert "2022M05" not in means(obs)
    assert "2022M06" in means(obs)


@pytest.mark.parametrize("areas", [(), (CITY,)])
def test_no_mean_crosses_a_break(areas: tuple[str, ...]) -> None:
    found = means(final(rising(months(2020, 2022))), (Break(areas, "2021M03", "level", WORDS),))
    assert "2021M02" in found
    assert not {"2021M03", "2022M01"} & set(found)
    assert "2022M02" in found, "this year begins with the month of the break"


def test_a_break_of_another_area_does_not_matter() -> None:
    breaks = (Break(("KU297",), "2021M03", "level", WORDS),)
    assert len(means(final(rising(months(2020, 2022))), breaks)) == 25


def test_a_status_can_tell_a_break() -> None:
    obs = final(rising(months(2020, 2022)))
    obs.loc[obs["period"] == "2021M03", "status"] = "break"
    assert not {"2021M03", "2022M01"} & set(means(obs))


def test_natures_are_not_mixed_and_an_open_status_stays_visible() -> None:
    statuses = ["final"] * 24 + ["provisional"] * 6 + ["projection"] * 6
    rows = [
        (CITY, period, 1.0, status)
        for period, status in zip(months(2020, 2022), statuses, strict=True)
    ]
    found = running_mean(observations(rows), (CITY,), ())
    assert found is not None
    status = dict(zip(found["period"], found["status"], strict=True))
    assert (status["2021M12"], status["2022M06"]) == ("derived", "provisional")
    assert "2022M07" not in status


@pytest.mark.parametrize("periods", [["2020", "2021"], months(2020, 2020), []])
def test_a_yearly_or_short_series_has_no_mean(periods: list[str]) -> None:
    assert running_mean(final(rising(periods)), (CITY,), ()) is None
