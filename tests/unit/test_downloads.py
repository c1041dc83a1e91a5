"""Files for others: a CSV that a Finnish Excel opens right, Parquet as prepared."""

from __future__ import annotations

from io import BytesIO

import pandas as pd
import pytest

from components.blocks.downloads import csv_bytes, parquet_bytes
from components.language import Language
from data.model import OBSERVATION_COLUMNS, Unit

MILLIONS = Unit(
    "euros_millions",
    {"fi": "milj. €", "sv": "mn €", "en": "€m"},
    1,
    1e-6,
    False,
    {},
    {},
    {"fi": "milj. €", "sv": "mn €", "en": "€m"},
)
NAMES = {"KU179": "Jyväskylä", "KU020": "Akaa; Toijala"}


@pytest.fixture
def obs():
    rows = [
        ("KU179", "2025", "total", 96_870_123.0, "amended_budget", None, None),
        ("KU020", "2025", "total", float("nan"), "missing:not_published", None, None),
    ]
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


def test_csv_has_byte_order_mark_semicolons_and_decimal_commas(obs):
    written = csv_bytes(obs, MILLIONS, NAMES, Language.of("fi"))
    assert written.startswith(b"\xef\xbb\xbf")
    lines = written.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Aluekoodi;Alue;Ajankohta;Luokka;Arvo;Yksikkö;Tila"
    assert lines[1] == "KU179;Jyväskylä;2025;total;96,870123;milj. €;amended_budget"


def test_csv_leaves_a_missing_value_empty_and_quotes_the_separator(obs):
    lines = csv_bytes(obs, MILLIONS, NAMES, Language.of("fi")).decode("utf-8-sig").split("\r\n")
    assert lines[2] == 'KU020;"Akaa; Toijala";2025;total;;milj. €;missing:not_published'


def test_csv_drops_the_noise_of_binary_fractions():
    row = [("KU179", "2025", "total", 0.1 + 0.2, "final", None, None)]
    obs = pd.DataFrame(row, columns=list(OBSERVATION_COLUMNS))
    unit = Unit("percent", {"fi": "%", "sv": "%", "en": "%"}, 1, 1.0, False, {}, {}, {})
    assert b";0,3;%;" in csv_bytes(obs, unit, NAMES, Language.of("sv"))


def test_csv_speaks_the_language_of_the_reader(obs):
    head = csv_bytes(obs, MILLIONS, NAMES, Language.of("en")).decode("utf-8-sig").split("\r\n")[0]
    assert head == "Area code;Area;Period;Class;Value;Unit;Status"


def test_parquet_gives_the_prepared_frame_back(obs):
    again = pd.read_parquet(BytesIO(parquet_bytes(obs)))
    pd.testing.assert_frame_equal(again, obs, check_dtype=False)


def test_csv_names_the_classes_of_a_total():
    rows = [
        ("KU179", "2025", key, 5.0, "final", None, None) for key in ("total", "uas", "university")
    ]
    obs = pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))
    classes = {"uas": {"fi": "Ammattikorkeakoulut", "sv": "Yrkeshögskolor", "en": "Universities"}}
    lines = csv_bytes(obs, MILLIONS, NAMES, Language.of("sv"), classes).decode("utf-8-sig")
    found = [line.split(";")[3] for line in lines.split("\r\n")[1:4]]
    assert found == ["total", "Yrkeshögskolor", "university"]
