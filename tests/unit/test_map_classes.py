"""Classes of a map: readable bounds, no shared numbers, every area in one class."""

import pandas as pd
import pytest

from components.figures.classes import class_bounds, legend, map_values
from components.language import Language
from data.declarations import load_units

PERCENT, EUROS, MILLIONS = (load_units()[key] for key in ("percent", "euros", "euros_millions"))
FINNISH = Language.of("fi")


def values(figures: list[float | None], unit=PERCENT, language=FINNISH):
    codes = [f"KU{i:03d}" for i in range(len(figures))]
    obs = pd.DataFrame({"area": codes, "value": pd.Series(figures, dtype=float)})
    return map_values(obs, codes, unit, language, {code: code.lower() for code in codes})


def test_bounds_are_fifths_rounded_to_a_readable_step() -> None:
    spread = [5 + i * 0.13 for i in range(101)]
    bounds = class_bounds(spread, 1)
    assert len(bounds) == 4
    assert all(bound * 2 == int(bound * 2) for bound in bounds)
    sizes = [
        sum(low <= v < high for v in spread)
        for low, high in zip([0, *bounds], [*bounds, 99], strict=True)
    ]
    assert min(sizes) > 10


def test_many_equal_values_give_classes_of_equal_width() -> None:
    assert class_bounds([0.0] * 60 + [float(v) for v in range(101)], 1) == [20, 40, 60, 80]


@pytest.mark.parametrize("figures", [[], [7.0, 7.0]])
def test_values_without_any_spread_make_one_class(figures: list[float]) -> None:
    assert class_bounds(figures, 1) == []
    entries = legend(values(list(figures)), PERCENT, FINNISH)
    assert entries[0].text == "kaikki alueet samassa luokassa"


def test_bounds_have_no_more_decimals_than_the_figures() -> None:
    bounds = class_bounds([20100, 22340, 23999, 25120, 27010, 29990, 31415], 0)
    assert all(bound == int(bound) for bound in bounds)


def test_a_value_is_classed_as_it_is_shown() -> None:
    seen = values([19.96, 19.94, *([0.0] * 8), 25.0, 50.0, 75.0, 100.0])
    assert seen.bounds == (20, 40, 60, 80)
    assert seen.places["KU000"] == 1  # shown as 20,0
    assert seen.places["KU001"] == 0  # shown as 19,9


def test_classes_share_no_number_and_hold_every_area() -> None:
    seen = values([0.0, 25.0, 50.0, 75.0, 100.0, None])
    entries = legend(seen, PERCENT, FINNISH)
    assert [it.text for it in entries] == [
        "alle 20\u00a0%",
        "20–39,9\u00a0%",
        "40–59,9\u00a0%",
        "60–79,9\u00a0%",
        "80\u00a0% tai enemmän",
        "Lukua ei ole",
    ]
    assert [it.areas for it in entries] == [(f"KU00{i}",) for i in range(6)]
    assert entries[-1].place is None


def test_bounds_with_decimals_keep_them() -> None:
    figures = [5 + i * 0.11 for i in range(60)]
    texts = [it.text for it in legend(values(list(figures)), PERCENT, Language.of("en"))]
    assert texts[0] == "under 6.5%"
    assert texts[-1].endswith("% or more")


def test_a_scaled_unit_is_scaled_once() -> None:
    seen = values([1e6, 2e6, 3e6, 4e6, 5e6, 6e6, 7e6, 8e6, 9e6, 10e6], MILLIONS)
    assert max(seen.bounds) < 10
    assert legend(seen, MILLIONS, FINNISH)[0].text.endswith("milj.\u00a0€")


def test_an_area_without_a_row_has_no_figure() -> None:
    obs = pd.DataFrame({"area": ["KU001"], "value": [3.0]})
    seen = map_values(obs, ["KU001", "KU002"], EUROS, FINNISH, {"KU001": "A", "KU002": "B"})
    assert seen.places["KU002"] is None
    assert seen.texts == {"KU001": "3\u00a0€", "KU002": "Lukua ei ole"}
