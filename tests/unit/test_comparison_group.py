"""What charts draw and say of the comparison group."""

from __future__ import annotations

import pytest
from figure_sample import look

from components.blocks import comparison_group
from data.catalogue import Catalogue
from data.choice import Choice, Group, Presentation
from data.model import CITIES
from data.presenting.view import view

CATALOGUE = Catalogue()
FIELD = "Harmaa alue:"


def key(series: str, choice: Choice, *, compact: bool = False) -> str:
    return comparison_group.key(view(CATALOGUE, series, choice), CATALOGUE, look(compact=compact))


@pytest.mark.parametrize(
    ("series", "choice", "is_drawn"),
    [
        ("unemployed_share", Choice(group=Group.TEN_LARGEST), True),
        ("unemployed_share", Choice(), False),
        ("unemployed_share", Choice(group=Group.OWN, areas=("KU837", "KU091")), False),
        ("unemployed_share", Choice(Presentation.RANK, Group.TEN_LARGEST), False),
        ("tertiary_share_history", Choice(group=Group.TEN_LARGEST), True),
        ("long_term_unemployed_share", Choice(group=Group.TEN_LARGEST), False),  # a dot row
    ],
)
def test_the_grey_field_is_explained_where_it_is_drawn(series, choice, is_drawn) -> None:
    assert key(series, choice).startswith(FIELD) == is_drawn


def test_a_phone_names_the_lines_that_it_has_no_room_to_label() -> None:
    choice = Choice(group=Group.OWN, areas=("KU837", "KU091"))
    assert (
        key("unemployed_share", choice, compact=True) == "Harmaat katkoviivat: Tampere ja Helsinki."
    )
    assert key("unemployed_share", choice) == ""


def test_a_dot_row_rings_the_readers_own_areas() -> None:
    """Circles and ranks were those of the ten largest cities, whatever was chosen."""
    own = comparison_group.benchmark(CATALOGUE, Choice(group=Group.OWN, areas=("KU837", "KU179")))
    assert own.areas == (*CITIES, "KU837")
    assert own.name["fi"] == "Valitut alueet"
    ten = comparison_group.benchmark(CATALOGUE, Choice())
    assert ten.key == "ten_largest"
