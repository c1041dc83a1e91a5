"""The comparison group behind the lines: band, median, named lines; cut where lines are."""

from __future__ import annotations

from figure_sample import NAMES, UNITS, as_checked, content, final, look, observations, plain

from components.figures.band import Others, spreads
from components.figures.bar import bar_figure
from components.figures.line import line_figure
from data.model import Break

PERCENT = UNITS["percent"]
CODES = ("KU001", "KU002", "KU003", "KU004")
GROUP = Others(CODES, "ryhmä, mediaani")
HOME = {"KU179": {"2019": 5.0, "2020": 6.0, "2021": 7.0}}
ALL = {code: {"2019": n, "2020": n + 1.0, "2021": n + 2.0} for n, code in enumerate(CODES, 1)}
NAMED = NAMES | {code: code for code in CODES}


def figure(values, others=GROUP, breaks=(), **kwargs):
    obs = final(HOME | values)
    return line_figure(obs, ("KU179",), PERCENT, breaks, look(**kwargs), NAMED, others=others)


def bands(drawn):
    return [trace for trace in content(drawn)["data"] if trace.get("fill") == "toself"]


def test_the_spread_is_that_of_the_group_alone() -> None:
    found = spreads(final(HOME | ALL), GROUP, PERCENT, ["2020"])
    assert [(one.low, one.middle, one.high) for one in found] == [(2.0, 3.5, 5.0)]


def test_three_areas_are_no_band() -> None:
    few = {code: ALL[code] for code in CODES[:3]}
    assert spreads(final(few), GROUP, PERCENT, ["2020"]) == ()
    assert bands(figure(few)) == []


def test_suspect_figures_are_not_in_the_spread() -> None:
    rows = [(code, "2020", float(n), "final") for n, code in enumerate(CODES)]
    rows[3] = (CODES[3], "2020", 99.0, "suspect")
    assert spreads(observations(rows), GROUP, PERCENT, ["2020"]) == ()


def test_band_and_median_are_drawn_and_the_median_is_named() -> None:
    drawn = figure(ALL)
    as_checked(drawn)
    band = bands(drawn)[0]
    assert band["y"] == [4.0, 5.0, 6.0, 3.0, 2.0, 1.0]
    notes = [note["text"] for note in content(drawn)["layout"]["annotations"]]
    assert any("ryhmä, mediaani" in note for note in notes)


def test_the_band_is_cut_at_a_break_of_all_areas() -> None:
    assert len(bands(figure(ALL, breaks=[Break((), "2020", "definition", {})]))) == 2
    assert len(bands(figure(ALL, breaks=[Break(("KU179",), "2020", "area", {})]))) == 1


def test_named_members_have_lines_and_the_axis_has_room_for_them() -> None:
    drawn = figure(ALL | {"KU004": {"2020": 90.0}}, Others(CODES, "ryhmä", is_named=True))
    found = content(drawn)
    lines = {trace.get("name") for trace in found["data"] if trace["mode"] == "lines"}
    assert set(CODES) <= lines
    assert found["layout"]["yaxis"]["range"][1] >= 90


def test_ranks_run_from_one_at_the_top() -> None:
    from data.declarations import load_units
    from data.model import REFERENCE

    rank = load_units(REFERENCE / "presented_units.yaml")["rank"]
    obs = final({"KU179": {"2019": 1, "2020": 9}, "KU297": {"2019": 3, "2020": 2}})
    drawn = content(line_figure(obs, ("KU179", "KU297"), rank, (), look(), NAMES))
    low, high = drawn["layout"]["yaxis"]["range"]
    assert low > 9
    assert 0 < high < 1
    assert drawn["layout"]["yaxis"]["ticktext"][0] == "1"
    labels = [one for one in drawn["layout"]["annotations"] if one.get("xanchor") == "left"]
    ends = {
        one["text"]: one["y"] for one in labels if "Kuopio" in one["text"] or "Jyv" in one["text"]
    }
    assert sorted(ends.values()) == [2, 9]


COUNT = UNITS["number"]
LARGER = {code: {"2020": n * 1000.0, "2021": n * 1000.0} for n, code in enumerate(CODES, 1)}
SMALL = {"KU179": {"2020": 900.0, "2021": 1000.0}}


def counts(values, **kwargs):
    obs = final(values | LARGER)
    return line_figure(obs, ("KU179",), COUNT, (), look(**kwargs), NAMED, others=GROUP)


def written(drawn) -> list[str]:
    return [plain(note["text"]) for note in content(drawn)["layout"]["annotations"]]


def test_an_axis_holds_the_median_of_much_larger_areas_and_says_how_far_the_band_goes() -> None:
    drawn = counts(SMALL)
    as_checked(drawn)
    low, high = content(drawn)["layout"]["yaxis"]["range"]
    assert low == 0
    assert 2500 <= high < 4000  # the median is 2 500, the highest 4 000
    assert bands(drawn)[0]["y"] == [high, high, 1000.0, 1000.0]
    assert "↑ harmaa alue ulottuu lukuun 4~000 (2021)" in written(drawn)
    assert any("ryhmä, mediaani" in one for one in written(drawn))
    assert "↑ harmaa: enintään 4~000" in written(counts(SMALL, compact=True))


def test_a_median_far_outside_has_no_label() -> None:
    drawn = counts({"KU179": {"2020": 90.0, "2021": 100.0}})
    as_checked(drawn)
    assert bands(drawn) == []
    assert "↑ harmaa alue ulottuu lukuun 4~000 (2021)" in written(drawn)
    assert not any("mediaani" in one for one in written(drawn))


def test_rates_of_larger_areas_are_never_cut_off() -> None:
    high = {code: {"2020": n * 20.0} for n, code in enumerate(CODES, 1)}
    assert content(figure(high))["layout"]["yaxis"]["range"][1] >= 80.0


def budgets(status: str, **kwargs):
    rows = [("KU179", "2026", 85e6, "budget")]
    rows += [(code, "2026", n * 50e6, status) for n, code in enumerate(CODES, 1)]
    group = Others(CODES, "ryhmä, mediaani", key="ryhmä, viiva = mediaani")
    obs, millions = observations(rows), UNITS["euros_millions"]
    return bar_figure(obs, ("KU179",), millions, look(**kwargs), NAMED, group)


def test_budget_columns_stand_before_field_and_median() -> None:
    for compact in (False, True):
        drawn = budgets("budget", compact=compact)
        as_checked(drawn)
        along = "x" if compact else "y"
        field, median = content(drawn)["layout"]["shapes"]
        assert [field[f"{along}{end}"] for end in (0, 1)] == [50.0, 200.0]
        assert {median[f"{along}{end}"] for end in (0, 1)} == {125.0}
        assert "ryhmä, viiva = mediaani" in [one["name"] for one in content(drawn)["data"]]


def test_a_budget_is_not_compared_with_amended_ones() -> None:
    drawn = content(budgets("amended_budget"))
    assert not drawn["layout"].get("shapes")
    assert "ryhmä, viiva = mediaani" not in [one["name"] for one in drawn["data"]]


def test_much_larger_budgets_are_cut_off_and_told() -> None:
    rows = [("KU179", "2026", 20e6, "budget")]
    rows += [(code, "2026", n * 100e6, "budget") for n, code in enumerate(CODES, 1)]
    obs, millions = observations(rows), UNITS["euros_millions"]
    for compact, said in ((False, "↑ harmaa alue ulottuu lukuun"), (True, "→ harmaa: enintään")):
        drawn = bar_figure(obs, ("KU179",), millions, look(compact=compact), NAMED, GROUP)
        as_checked(drawn)
        assert any(one.startswith(said) for one in written(drawn))
