"""Numbers, units, dates, periods, places and messages in three languages."""

from __future__ import annotations

import datetime
import logging

import pytest

from components import messages
from components.language import Language
from data.declarations import load_units
from data.model import LANGUAGES, Direction

FI, SV, EN = (Language.of(code) for code in LANGUAGES)
UNITS = load_units()


def plain(text: str) -> str:
    """Make no-break spaces visible, so that an expected value can be read."""
    return text.replace("\u00a0", "~")


def test_languages_are_shared_and_only_three() -> None:
    assert Language.of("fi") is FI
    assert len({Language("fi"), FI, SV, EN}) == len(LANGUAGES)
    with pytest.raises(ValueError, match="de"):
        Language.of("de")


@pytest.mark.parametrize(
    ("language", "value", "decimals", "expected"),
    [
        (FI, 1234567.25, 1, "1~234~567,3"),
        (SV, 4414, 0, "4~414"),
        (EN, 1234.5, 1, "1,234.5"),
        (FI, -5.25, 1, "−5,3"),
        (EN, -1000, 0, "−1,000"),
        (FI, -0.04, 1, "0,0"),
        (FI, 0.285 * 100, 0, "29"),
        (SV, 0.5, 0, "1"),
    ],
)
def test_number(language: Language, value: float, decimals: int, expected: str) -> None:
    assert plain(language.number(value, decimals)) == expected


def test_signed_numbers_carry_a_plus_but_zero_does_not() -> None:
    assert FI.number(93, 0, signed=True) == "+93"
    assert FI.number(-0.35, 1, signed=True) == "−0,4"
    assert FI.number(0.01, 1, signed=True) == "0,0"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_missing_figure_is_never_written_as_a_number(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        FI.number(value, 1)
    with pytest.raises(ValueError, match="finite"):
        FI.quantity(value, UNITS["percent"], heading=True)


@pytest.mark.parametrize(
    ("language", "unit", "value", "expected"),
    [
        (FI, "percent", 17.2, "17,2~%"),
        (SV, "percent", 17.2, "17,2~%"),
        (EN, "percent", 17.2, "17.2%"),
        (FI, "euros_millions", 85_100_000, "85,1~milj.~€"),
        (SV, "euros_millions", 85_100_000, "85,1~mn~€"),
        (EN, "euros_millions", 85_100_000, "€85.1m"),
        (FI, "persons", 65845, "65~845"),
    ],
)
def test_quantity_scales_and_keeps_its_symbol_on_the_line(
    language: Language, unit: str, value: float, expected: str
) -> None:
    assert plain(language.quantity(value, UNITS[unit])) == expected


def test_signed_quantity() -> None:
    assert plain(FI.quantity(2_500_000, UNITS["euros_millions"], signed=True)) == "+2,5~milj.~€"
    assert plain(FI.quantity(-2_500_000, UNITS["euros_millions"])) == "−2,5~milj.~€"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (9999, "9~999"),
        (10_049, "noin 10~000"),
        (65_845, "noin 65~800"),
        (99_950, "noin 100~000"),
        (5_652_881, "noin 5~650~000"),
        (-12_345, "noin −12~300"),
    ],
)
def test_headings_round_large_counts_to_three_digits(value: float, expected: str) -> None:
    assert plain(FI.quantity(value, UNITS["persons"], heading=True)) == expected


def test_headings_keep_rates_and_money_in_full() -> None:
    assert plain(FI.quantity(10_364, UNITS["euros"], heading=True)) == "10~364~€"
    assert SV.quantity(65_845, UNITS["number"], heading=True) == "omkring 65\u00a0800"
    assert EN.quantity(65_845, UNITS["number"], heading=True) == "about 65,800"


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        (FI, 4.5, "4,5~prosenttiyksikköä"),
        (FI, 1.0, "1~prosenttiyksikkö"),
        (FI, 1.1, "1,1~prosenttiyksikköä"),
        (FI, 2.0, "2,0~prosenttiyksikköä"),
        (SV, 1.0, "1~procentenhet"),
        (SV, 4.5, "4,5~procentenheter"),
        (EN, 1.0, "1~percentage point"),
        (EN, 4.5, "4.5~percentage points"),
    ],
)
def test_difference_takes_the_singular_only_after_one(
    language: Language, value: float, expected: str
) -> None:
    assert plain(language.difference(value, UNITS["percent"])) == expected


def test_difference_is_not_scaled_again() -> None:
    assert plain(FI.difference(11.7, UNITS["euros_millions"])) == "11,7~miljoonaa euroa"
    assert plain(FI.difference(28_000, UNITS["persons"], about=True)) == "noin 28~000~henkilöä"


def test_short_difference() -> None:
    assert plain(FI.difference_short(0.4, UNITS["percent"])) == "+0,4~%-yks."
    assert plain(SV.difference_short(-0.4, UNITS["percent"])) == "−0,4~%-enh."
    assert plain(EN.difference_short(2, UNITS["percent"])) == "+2.0~pp"
    assert plain(FI.difference_short(93, UNITS["persons"])) == "+93"
    assert plain(FI.difference_short(0.4, UNITS["percent"], signed=False)) == "0,4~%-yks."


@pytest.mark.parametrize(
    ("period", "finnish", "swedish", "english"),
    [
        ("2025", "2025", "2025", "2025"),
        ("2026M06", "kesäkuu 2026", "juni 2026", "June 2026"),
        ("2025Q2", "2. neljännes 2025", "kvartal 2/2025", "Q2 2025"),
    ],
)
def test_period(period: str, finnish: str, swedish: str, english: str) -> None:
    assert (FI.period(period), SV.period(period), EN.period(period)) == (finnish, swedish, english)


@pytest.mark.parametrize(
    ("period", "finnish", "swedish", "english"),
    [
        ("2025", "vuonna 2025", "år 2025", "in 2025"),
        ("2026M06", "kesäkuussa 2026", "i juni 2026", "in June 2026"),
        ("2025M01", "tammikuussa 2025", "i januari 2025", "in January 2025"),
        (
            "2025Q4",
            "vuoden 2025 neljännellä neljänneksellä",
            "under fjärde kvartalet 2025",
            "in the fourth quarter of 2025",
        ),
    ],
)
def test_period_in(period: str, finnish: str, swedish: str, english: str) -> None:
    said = (FI.period_in(period), SV.period_in(period), EN.period_in(period))
    assert said == (finnish, swedish, english)


@pytest.mark.parametrize(
    ("period", "finnish", "swedish", "english"),
    [
        ("2023", "vuodesta 2023", "från år 2023", "from 2023"),
        ("2023M06", "kesäkuusta 2023", "från juni 2023", "from June 2023"),
        (
            "2023Q1",
            "vuoden 2023 ensimmäisestä neljänneksestä",
            "från första kvartalet 2023",
            "from the first quarter of 2023",
        ),
    ],
)
def test_period_from(period: str, finnish: str, swedish: str, english: str) -> None:
    said = (FI.period_from(period), SV.period_from(period), EN.period_from(period))
    assert said == (finnish, swedish, english)


def test_period_short() -> None:
    assert FI.period_short("2026M06") == SV.period_short("2026M06") == "6/2026"
    assert EN.period_short("2026M06") == "Jun 2026"
    assert FI.period_short("2025Q2") == "Q2/2025"
    assert FI.period_short("2025") == "2025"


def test_a_period_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-06"):
        FI.period("2025-06")


def test_date() -> None:
    day = datetime.date(2026, 7, 24)
    assert FI.date(day) == SV.date(day) == "24.7.2026"
    assert EN.date(day) == "24 July 2026"


@pytest.mark.parametrize(
    ("area", "forms"),
    [
        ("KU179", ("Jyväskylä", "Jyväskylässä", "Jyväskylän", "Jyväskylään")),
        ("KU297", ("Kuopio", "Kuopiossa", "Kuopion", "Kuopioon")),
        ("KU398", ("Lahti", "Lahdessa", "Lahden", "Lahteen")),
        ("MK13", ("Keski-Suomi", "Keski-Suomessa", "Keski-Suomen", "Keski-Suomeen")),
        ("MK11", ("Pohjois-Savo", "Pohjois-Savossa", "Pohjois-Savon", "Pohjois-Savoon")),
        ("MK07", ("Päijät-Häme", "Päijät-Hämeessä", "Päijät-Hämeen", "Päijät-Hämeeseen")),
        ("SSS", ("koko maa", "koko maassa", "koko maan", "koko maahan")),
    ],
)
def test_place_is_inflected(area: str, forms: tuple[str, str, str, str]) -> None:
    said = (
        FI.place(area),
        FI.place(area, "in"),
        FI.place(area, "of"),
        FI.place(area, "into"),
    )
    assert said == forms


def test_places_have_official_swedish_and_english_names() -> None:
    assert [SV.place(area) for area in ("KU398", "MK13", "MK11", "MK07")] == [
        "Lahtis",
        "Mellersta Finland",
        "Norra Savolax",
        "Päijänne-Tavastland",
    ]
    assert SV.place("KU398", "in") == "i Lahtis"
    assert [EN.place(area) for area in ("KU398", "MK13", "MK11", "MK07")] == [
        "Lahti",
        "Central Finland",
        "North Savo",
        "Päijät-Häme",
    ]


def test_any_other_place_stands_in_the_nominative() -> None:
    assert FI.place("KU211", "in", name="Kangasala") == "Kangasala"
    with pytest.raises(KeyError, match="KU211"):
        FI.place("KU211", "in")


@pytest.mark.parametrize(
    ("direction", "difference", "expected"),
    [
        (Direction.LOWER, -0.4, "parani"),
        (Direction.LOWER, 0.4, "heikkeni"),
        (Direction.HIGHER, 12, "parani"),
        (Direction.HIGHER, -12, "heikkeni"),
        (Direction.NEUTRAL, 12, "nousi"),
        (Direction.NEUTRAL, -12, "laski"),
        (Direction.HIGHER, 0, "ennallaan"),
    ],
)
def test_direction_word(direction: Direction, difference: float, expected: str) -> None:
    assert FI.direction_word(direction, difference) == expected


def test_direction_words_of_the_other_languages() -> None:
    assert SV.direction_word(Direction.LOWER, -1) == "förbättrades"
    assert EN.direction_word(Direction.LOWER, -1) == "improved"


def test_listing() -> None:
    assert FI.listing(["a"]) == "a"
    assert SV.listing(["a", "b"]) == "a och b"
    assert EN.listing(["a", "b", "c"]) == "a, b and c"


def test_plural_counts_as_the_language_writes() -> None:
    one, many = "No figure exists for {places}.", "No figures exist for {places}."
    assert FI.plural(one, many, 1, places="Lahden") == "Lahden lukua ei ole."
    assert FI.plural(one, many, 2, places="Kuopion ja Lahden") == "Kuopion ja Lahden lukuja ei ole."


def test_pick_takes_the_text_of_the_language() -> None:
    assert SV.pick({"fi": "kyllä", "sv": "ja", "en": "yes"}) == "ja"


def test_an_unknown_message_is_an_error_where_messages_are_strict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(messages.STRICT, "1")
    with pytest.raises(KeyError, match="Not a message"):
        FI.text("Not a message")


def test_an_unknown_message_falls_back_to_english_with_a_warning(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(messages.STRICT, raising=False)
    with caplog.at_level(logging.WARNING):
        assert FI.text("Not a {thing}", thing="message") == "Not a message"
        assert FI.plural("{n} stone", "{n} stones", 2000) == "2\u00a0000 stones"
        assert FI.plural("{n} stone", "{n} stones", 1) == "1 stone"
    assert "fi.po" in caplog.text


@pytest.mark.parametrize(
    ("code", "count", "said"),
    [
        ("fi", 220_000_000, "noin 220 miljoonaa euroa"),
        ("fi", 1_000_000, "noin 1 miljoona euroa"),
        ("fi", 1_200_000, "noin 1,2 miljoonaa euroa"),
        ("sv", 54_000_000, "omkring 54 miljoner euro"),
        ("sv", 1_000_000, "omkring 1 miljon euro"),
        ("en", 2_500_000, "about 2.5 million euros"),
    ],
)
def test_large_counts_are_said_in_millions(code: str, count: float, said: str) -> None:
    noun = {"fi": "euroa", "sv": "euro", "en": "euros"}[code]
    text = Language.of(code).counted(count, "euro", noun, about=True)
    assert text.replace("\u00a0", " ") == said
