"""Each word of a piece, on a few rows whose right answer is plain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from sample_store import areas, write_table

from data.errors import SnapshotError
from data.model import Indicator, Kind, Level, Piece, Place, Ratio, Sum
from data.pipeline.area_reference import load_area_reference
from data.pipeline.observe import Observed, Sources, observe
from data.pipeline.snapshot_store import SnapshotStore
from data.pipeline.statuses import load_statuses

ALL = (Level.MUNICIPALITY, Level.REGION, Level.COUNTRY)
FOUR = ("KU179", "KU077", "KU398", "KU507")
SEAMS = {"level": {"fi": "taso", "sv": "nivå", "en": "level"}}
Observe = Callable[..., Observed]


@pytest.fixture
def see(tmp_path: Path) -> Observe:
    """Observe pieces against the sample store in tmp_path."""

    def run(*pieces: Piece, levels: tuple[Level, ...] = ALL) -> Observed:
        reference = load_area_reference(areas())
        sources = Sources(SnapshotStore(tmp_path), reference, load_statuses(), SEAMS)
        indicator = Indicator(
            "sample", Kind.SERIES, "t", Place.LISTED, 1, {}, {}, observe=pieces, levels=levels
        )
        return observe(indicator, sources)

    return run


def values(observed: Observed | pd.DataFrame) -> dict[tuple[str, str], float]:
    frame = observed.frame if isinstance(observed, Observed) else observed
    valued = frame[frame["value"].notna()]
    return {
        (area, period): value
        for area, period, value in valued[["area", "period", "value"]].itertuples(index=False)
    }


def statuses(observed: Observed) -> dict[tuple[str, str], str]:
    columns = observed.frame[["area", "period", "status"]]
    return {(area, period): status for area, period, status in columns.itertuples(index=False)}


def test_where_selects_and_other_rows_are_left(tmp_path: Path, see: Observe) -> None:
    rows = [("KU179", "2024", "a", 1, ""), ("KU179", "2024", "b", 2, "")]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    assert values(see(Piece("p/t", {"measure": "b"}))) == {("KU179", "2024"): 2}


def test_from_and_until_are_inclusive(tmp_path: Path, see: Observe) -> None:
    rows = [("KU179", str(year), "a", year, "") for year in range(2019, 2024)]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    found = values(see(Piece("p/t", {"measure": "a"}, first="2020", until="2022")))
    assert [period for _, period in found] == ["2020", "2021", "2022"]


def test_the_newest_vintage_decides_for_all_municipalities_of_a_period(
    tmp_path: Path, see: Observe
) -> None:
    """The abolished KU588 of the older division must not stand beside its successor."""
    old = [
        ("KU588", "2024", "a", 1, ""),
        ("KU507", "2024", "a", 10, ""),
        ("SSS", "2024", "a", 99, ""),
    ]
    new = [("KU507", "2024", "a", 11, "")]
    write_table(tmp_path, "p/t", {"2024-01-01": old, "2025-01-01": new})
    observed = see(Piece("p/t", {"measure": "a"}, sum_areas=(Level.REGION,)))
    assert values(observed) == {("KU507", "2024"): 11, ("MK07", "2024"): 11, ("SSS", "2024"): 99}


def test_a_missing_value_of_a_newer_vintage_replaces_no_figure(
    tmp_path: Path, see: Observe
) -> None:
    old, new = [("SSS", "2024", "a", 5, "")], [("SSS", "2024", "a", None, "missing:..")]
    write_table(tmp_path, "p/t", {"2024-01-01": old, "2025-01-01": new})
    assert values(see(Piece("p/t", {"measure": "a"}))) == {("SSS", "2024"): 5}


def test_a_renamed_measure_is_one_measure(tmp_path: Path, see: Observe) -> None:
    write_table(
        tmp_path,
        "p/t",
        {"2025-01-01": [("KU179", "2024", "new-a", 3, "")]},
        measures={"new-a": {"same_as": "a"}},
    )
    assert values(see(Piece("p/t", {"measure": "a"}))) == {("KU179", "2024"): 3}


def test_an_older_differing_value_of_the_same_division_is_a_revision(
    tmp_path: Path, see: Observe
) -> None:
    old, new = [("KU179", "2024", "a", 5, "")], [("KU179", "2024", "a", 6, "")]
    write_table(tmp_path, "p/t", {"2024-01-01": old, "2025-01-01": new})
    revisions = see(Piece("p/t", {"measure": "a"})).revisions
    assert revisions[["area", "old", "new", "old_vintage"]].to_numpy().tolist() == [
        ["KU179", 5.0, 6.0, "2024-01-01"]
    ]


def test_a_differing_value_of_another_division_is_no_revision(tmp_path: Path, see: Observe) -> None:
    old = [("KU507", "2024", "a", 5, ""), ("KU588", "2024", "a", 1, "")]
    write_table(tmp_path, "p/t", {"2024-01-01": old, "2025-01-01": [("KU507", "2024", "a", 6, "")]})
    assert see(Piece("p/t", {"measure": "a"})).revisions.empty


def test_newest_takes_the_highest_class_that_has_a_value(tmp_path: Path, see: Observe) -> None:
    rows = [
        ("KU179", "2026", "a", "2024", 1, ""),
        ("KU179", "2026", "a", "2025", 2, ""),
        ("KU179", "2026", "a", "2026", None, "missing:.."),
    ]
    write_table(tmp_path, "p/t", {"2026-01-01": rows}, ("document",))
    observed = see(Piece("p/t", {"measure": "a"}, newest="document", status="plan"))
    assert values(observed) == {("KU179", "2026"): 2}
    assert statuses(observed) == {("KU179", "2026"): "plan"}


def test_sum_needs_every_class(tmp_path: Path, see: Observe) -> None:
    rows = [
        ("KU179", "2023", "a", "x", 1, ""),
        ("KU179", "2023", "a", "y", 2, "provisional"),
        ("KU179", "2024", "a", "x", 1, ""),
    ]
    write_table(tmp_path, "p/t", {"2025-01-01": rows}, ("kind",))
    observed = see(Piece("p/t", {"measure": "a"}, sum=Sum("kind", ("x", "y"))))
    assert values(observed) == {("KU179", "2023"): 3}
    assert statuses(observed) == {
        ("KU179", "2023"): "provisional",
        ("KU179", "2024"): "missing:incomplete",
    }


def test_sum_areas_needs_every_municipality_and_replaces_no_published_row(
    tmp_path: Path, see: Observe
) -> None:
    whole = [(code, "2023", "a", 10, "") for code in FOUR]
    partial = [(code, "2024", "a", 10, "") for code in FOUR[:3]]
    rows = [*whole, *partial, ("MK13", "2023", "a", 21, "")]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    piece = Piece("p/t", {"measure": "a"}, sum_areas=(Level.REGION, Level.COUNTRY))
    found = values(see(piece, levels=(Level.REGION, Level.COUNTRY)))
    assert found == {
        ("MK13", "2023"): 21,
        ("MK07", "2023"): 20,
        ("SSS", "2023"): 40,
        ("MK13", "2024"): 20,
    }


def test_a_former_municipality_counts_in_its_successors_region(
    tmp_path: Path, see: Observe
) -> None:
    rows = [(code, "2023", "a", 10, "") for code in (*FOUR, "KU588")]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    found = values(
        see(Piece("p/t", {"measure": "a"}, sum_areas=(Level.REGION,)), levels=(Level.REGION,))
    )
    assert found[("MK07", "2023")] == 30


def test_sub_areas_sum_skips_only_the_named_reason(tmp_path: Path, see: Observe) -> None:
    rows = [
        ("PNO40100", "2023", "a", 7, ""),
        ("PNO40200", "2023", "a", None, "missing:suppressed"),
        ("PNO40100", "2024", "a", 7, ""),
        ("PNO40200", "2024", "a", None, "missing:.."),
        ("PNO40100", "2025", "a", 7, ""),
    ]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    piece = Piece(
        "p/t",
        {"measure": "a"},
        sum_sub_areas=(Level.MUNICIPALITY,),
        skip_missing=("suppressed",),
    )
    assert values(see(piece)) == {("KU179", "2023"): 7}


def test_a_region_given_by_both_codes_counts_once(tmp_path: Path, see: Observe) -> None:
    rows = [("MK13", "2025", "a", 3, ""), ("FI193", "2025", "a", 3, "")]
    write_table(tmp_path, "p/t", {"2026-01-01": rows})
    assert values(see(Piece("p/t", {"measure": "a"}))) == {("MK13", "2025"): 3}
    write_table(tmp_path, "p/nuts", {"2026-01-01": rows[1:]})
    assert values(see(Piece("p/nuts", {"measure": "a"}))) == {("MK13", "2025"): 3}


def test_a_ratio_keeps_its_parts_and_never_divides_by_nothing(tmp_path: Path, see: Observe) -> None:
    rows = [
        ("KU179", "2023", "part", 1, ""),
        ("KU179", "2023", "whole", 8, ""),
        ("KU179", "2024", "part", 1, ""),
        ("KU179", "2024", "whole", 0, ""),
        ("KU179", "2025", "part", 1, ""),
    ]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    observed = see(Piece("p/t", ratio=Ratio({"measure": "part"}, {"measure": "whole"}, 100)))
    assert values(observed) == {("KU179", "2023"): 12.5}
    first = observed.frame.iloc[0]
    assert (first["numerator"], first["denominator"]) == (1, 8)
    assert statuses(observed)[("KU179", "2024")] == "missing:not_applicable"
    assert statuses(observed)[("KU179", "2025")] == "missing:not_published"


def test_a_ratio_of_sums_not_a_sum_of_ratios(tmp_path: Path, see: Observe) -> None:
    rows = []
    for code, part, whole in (("KU179", 1, 10), ("KU077", 9, 10), ("KU398", 0, 5), ("KU507", 5, 5)):
        rows += [(code, "2023", "a", "11", part, ""), (code, "2023", "a", "SSS", whole, "")]
    write_table(tmp_path, "p/t", {"2025-01-01": rows}, ("activity",))
    piece = Piece(
        "p/t",
        {"measure": "a"},
        sum_areas=(Level.COUNTRY,),
        ratio=Ratio({"activity": "11"}, {"activity": "SSS"}, 100),
    )
    assert values(see(piece, levels=(Level.COUNTRY,))) == {("SSS", "2023"): 50}


def test_scale_multiplies(tmp_path: Path, see: Observe) -> None:
    write_table(tmp_path, "p/t", {"2025-01-01": [("KU179", "2024", "a", 3, "")]})
    assert values(see(Piece("p/t", {"measure": "a"}, scale=1000))) == {("KU179", "2024"): 3000}


def test_the_later_piece_wins_and_a_seam_is_told(tmp_path: Path, see: Observe) -> None:
    write_table(
        tmp_path,
        "p/old",
        {"2025-01-01": [("KU179", "2022", "a", 1, ""), ("KU179", "2023", "a", 2, "")]},
    )
    new = [("KU179", "2023", "a", 20, ""), ("KU179", "2024", "a", None, "missing:..")]
    write_table(tmp_path, "p/new", {"2025-01-01": new})
    observed = see(Piece("p/old", {"measure": "a"}), Piece("p/new", {"measure": "a"}, seam="level"))
    assert values(observed) == {("KU179", "2022"): 1, ("KU179", "2023"): 20}
    assert [(seam.areas, seam.period) for seam in observed.seams] == [(("KU179",), "2023")]


def test_a_suspect_value_is_never_a_figure(tmp_path: Path, see: Observe) -> None:
    write_table(tmp_path, "p/t", {"2025-01-01": [("KU179", "2024", "a", 3, "suspect")]})
    observed = see(Piece("p/t", {"measure": "a"}))
    assert values(observed) == {}
    assert statuses(observed) == {("KU179", "2024"): "missing:suspect"}


@pytest.mark.parametrize(
    ("rows", "classes", "rule"),
    [
        ([("KU999", "2024", "a", 1, "")], (), "area code 'KU999'"),
        ([("KU179", "2024", "a", 1, "odd")], (), "status"),
        ([("KU179", "2024", "a", 1, "missing:..")], (), "has a missing status"),
        (
            [("KU179", "2024", "a", "x", 1, ""), ("KU179", "2024", "a", "y", 1, "")],
            ("kind",),
            "kind",
        ),
        ([("KU179", "2024", "a", 1, ""), ("KU179", "2024", "a", 2, "")], (), "stands twice"),
    ],
)
def test_what_is_not_as_declared_stops(
    tmp_path: Path,
    see: Observe,
    rows: list[tuple[object, ...]],
    classes: tuple[str, ...],
    rule: str,
) -> None:
    write_table(tmp_path, "p/t", {"2025-01-01": rows}, classes)
    with pytest.raises(SnapshotError, match=rule):
        see(Piece("p/t", {"measure": "a"}))


def test_no_rows_and_no_card_stop(tmp_path: Path, see: Observe) -> None:
    write_table(tmp_path, "p/t", {"2025-01-01": [("KU179", "2024", "a", 1, "")]})
    with pytest.raises(SnapshotError, match="no rows"):
        see(Piece("p/t", {"measure": "z"}))
    with pytest.raises(SnapshotError, match=r"snapshots\.yaml"):
        see(Piece("p/none", {"measure": "a"}))


def test_a_truncated_snapshot_names_its_file(tmp_path: Path, see: Observe) -> None:
    write_table(tmp_path, "p/t", {"2025-01-01": [("KU179", "2024", "a", 1, "")]})
    path = tmp_path / "p/t/2025-01-01.parquet"
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(SnapshotError, match=r"2025-01-01\.parquet: not a readable snapshot"):
        see(Piece("p/t", {"measure": "a"}))


def test_a_published_rate_keeps_its_figure_and_takes_counts_that_agree(
    tmp_path: Path, see: Observe
) -> None:
    rows = [
        (area, "2024", measure, value, "")
        for area, figures in {"KU398": (17.8, 10218, 57254), "KU179": (13.3, 9000, 60000)}.items()
        for measure, value in zip(("rate", "part", "whole"), figures, strict=True)
    ]
    write_table(tmp_path, "p/t", {"2025-01-01": rows})
    ratio = Piece("p/t", ratio=Ratio({"measure": "part"}, {"measure": "whole"}, 100))
    frame = see(ratio, Piece("p/t", {"measure": "rate"})).frame.set_index("area")
    assert frame["value"].to_dict() == {"KU398": 17.8, "KU179": 13.3}
    assert frame["status"].to_dict() == {"KU398": "final", "KU179": "final"}
    assert frame.loc["KU398", ["numerator", "denominator"]].tolist() == [10218, 57254]
    assert frame.loc["KU179", ["numerator", "denominator"]].isna().all()
