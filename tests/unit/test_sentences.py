"""Reviewed example sentences in Finnish, Swedish and English; "~" stands for a no-break space."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from components.language import Language
from components.sentences import statement_sentence
from data.claims import Claim, Observation
from data.declarations import load_units
from data.model import CITIES, COUNTRY, LANGUAGES, REGIONS, Indicator, Kind, Place, Sentence
from data.statements import widest_gap

UNITS = load_units()
NAMED = {"fi": "x", "sv": "x", "en": "x"}

UNEMPLOYED = {
    "fi": Sentence("in_period", "työttömiä", "oli", "työvoimasta"),
    "sv": Sentence("in_period", "andelen arbetslösa av arbetskraften", "var"),
    "en": Sentence("in_period", "the unemployed share of the labour force", "was"),
}
PLACES = {
    "fi": Sentence(
        "vuoden {year} yhteishauissa",
        "aloituspaikkoja",
        "oli",
        gap_one="aloituspaikka",
        gap_many="aloituspaikkaa",
    ),
    "sv": Sentence(
        "i de gemensamma ansökningarna år {year}",
        "det",
        "fanns",
        "nybörjarplatser",
        gap_one="nybörjarplats",
        gap_many="nybörjarplatser",
    ),
    "en": Sentence(
        "in_period",
        "there",
        "were",
        "starting places",
        gap_one="starting place",
        gap_many="starting places",
    ),
}
ACCIDENTS = {
    "fi": Sentence(
        "in_period",
        "henkilövahinko-onnettomuuksia",
        "oli",
        tail="sataatuhatta asukasta kohti",
        gap_one="onnettomuus sataatuhatta asukasta kohti",
        gap_many="onnettomuutta sataatuhatta asukasta kohti",
    ),
    "sv": Sentence(
        "in_period",
        "antalet olyckor med personskador",
        "var",
        tail="per hundratusen invånare",
        gap_one="olycka per hundratusen invånare",
        gap_many="olyckor per hundratusen invånare",
    ),
    "en": Sentence(
        "in_period",
        "the number of injury accidents per hundred thousand inhabitants",
        "was",
        gap_one="accident",
        gap_many="accidents",
    ),
}
BUDGET = {
    "fi": Sentence("vuoden {year} talousarviossa", "investointeihin", "varattiin"),
    "sv": Sentence("i budgeten för år {year}", "bruttoinvesteringarna", "var"),
    "en": Sentence("in the budget for {year}", "gross investment", "was"),
}
MARGIN = {
    "fi": Sentence("in_period", "vuosikate", "oli"),
    "sv": Sentence("in_period", "årsbidraget", "var"),
    "en": Sentence("in_period", "the annual margin", "was"),
}
POPULATION = {
    "fi": Sentence(
        "vuoden {year} lopussa", "asukkaita", "oli", gap_one="asukas", gap_many="asukasta"
    ),
    "sv": Sentence(
        "i slutet av år {year}", "det", "fanns", "invånare", gap_one="invånare", gap_many="invånare"
    ),
    "en": Sentence("at the end of {year}", "there", "were", "inhabitants"),
}


@dataclass(frozen=True)
class Case:
    """One claim and the sentence parts it is told with."""

    parts: dict[str, Sentence]
    unit: str
    period: str
    values: tuple[float | None, ...]
    country: float | None = None
    areas: tuple[str, ...] = CITIES


SHARE = Case(UNEMPLOYED, "percent", "2026M06", (17.2, 13.3, 17.8), 12.8)
COUNT = Case(PLACES, "number", "2025", (4414, 3368, 1786), 65845)
CASES = {
    "share": SHARE,
    "count": COUNT,
    "rate": Case(ACCIDENTS, "per_100000", "2023", (52.79, 36.28, 60.48), 51.77),
    "budget in millions": Case(BUDGET, "euros_millions", "2026", (85.1e6, 78.06e6, 70.69e6)),
    "negative": Case(MARGIN, "euros_millions", "2000", (12.3e6, 8.1e6, -5.25e6)),
    "large counts": Case(POPULATION, "persons", "2025", (149895, 126572, 121832), 5652881),
    "regions": replace(SHARE, areas=REGIONS, values=(14.1, 11.0, 13.9)),
    "quarter": replace(SHARE, period="2025Q2", country=None),
    "all equal": replace(SHARE, values=(17.2, 17.2, 17.2)),
    "equal when shown": replace(SHARE, values=(17.21, 17.24, 17.16), country=None),
    "two highest": replace(SHARE, values=(17.8, 13.3, 17.8), country=None),
    "two lowest": replace(COUNT, values=(20, 21, 20), country=None),
    "about equal": replace(
        Case(POPULATION, "persons", "2025", (14354, 14372, 14401)), country=5652881
    ),
    "two about equal": Case(POPULATION, "persons", "2025", (14354, 10243, 14374)),
    "one missing": replace(SHARE, values=(17.2, None, 17.8)),
    "one city": replace(SHARE, values=(None, None, 17.8)),
    "two cities equal": replace(COUNT, values=(7, None, 7), country=None),
    "gap of one point": replace(SHARE, values=(17.2, 16.8, 17.8), country=None),
}

FINNISH = {
    "share": "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2~% työvoimasta, Kuopiossa 13,3~% ja "
    "Lahdessa 17,8~%; koko maassa 12,8~%. Lahden ero Kuopioon on 4,5~prosenttiyksikköä.",
    "count": "Vuoden 2025 yhteishauissa aloituspaikkoja oli Jyväskylässä 4~414, Kuopiossa 3~368 ja "
    "Lahdessa 1~786; koko maassa noin 65~800. Jyväskylän ero Lahteen on 2~628~aloituspaikkaa.",
    "rate": "Vuonna 2023 henkilövahinko-onnettomuuksia oli Jyväskylässä 53, Kuopiossa 36 ja "
    "Lahdessa 60 sataatuhatta asukasta kohti; koko maassa 52. Lahden ero Kuopioon on "
    "24~onnettomuutta sataatuhatta asukasta kohti.",
    "budget in millions": "Vuoden 2026 talousarviossa investointeihin varattiin Jyväskylässä "
    "85,1~milj.~€, Kuopiossa 78,1~milj.~€ ja Lahdessa 70,7~milj.~€. Jyväskylän ero Lahteen on "
    "14,4~miljoonaa euroa.",
    "negative": "Vuonna 2000 vuosikate oli Jyväskylässä 12,3~milj.~€, Kuopiossa 8,1~milj.~€ ja "
    "Lahdessa −5,3~milj.~€. Jyväskylän ero Lahteen on 17,6~miljoonaa euroa.",
    "large counts": "Vuoden 2025 lopussa asukkaita oli Jyväskylässä noin 150~000, Kuopiossa noin "
    "127~000 ja Lahdessa noin 122~000; koko maassa noin 5~650~000. Jyväskylän ero Lahteen on noin "
    "28~000~asukasta.",
    "regions": "Kesäkuussa 2026 työttömiä oli Keski-Suomessa 14,1~% työvoimasta, Pohjois-Savossa "
    "11,0~% ja Päijät-Hämeessä 13,9~%; koko maassa 12,8~%. Keski-Suomen ero Pohjois-Savoon on "
    "3,1~prosenttiyksikköä.",
    "quarter": "Vuoden 2025 toisella neljänneksellä työttömiä oli Jyväskylässä 17,2~% "
    "työvoimasta, Kuopiossa 13,3~% ja Lahdessa 17,8~%. Lahden ero Kuopioon on "
    "4,5~prosenttiyksikköä.",
    "all equal": "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2~% työvoimasta, Kuopiossa "
    "17,2~% ja Lahdessa 17,2~%; koko maassa 12,8~%. Luku on kaikissa kolmessa sama.",
    "equal when shown": "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2~% työvoimasta, "
    "Kuopiossa 17,2~% ja Lahdessa 17,2~%. Luku on kaikissa kolmessa sama.",
    "two highest": "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,8~% työvoimasta, Kuopiossa "
    "13,3~% ja Lahdessa 17,8~%. Jyväskylän ja Lahden luku on sama; ero Kuopioon on "
    "4,5~prosenttiyksikköä.",
    "two lowest": "Vuoden 2025 yhteishauissa aloituspaikkoja oli Jyväskylässä 20, Kuopiossa 21 ja "
    "Lahdessa 20. Jyväskylän ja Lahden luku on sama; ero Kuopioon on 1~aloituspaikka.",
    "about equal": "Vuoden 2025 lopussa asukkaita oli Jyväskylässä noin 14~400, Kuopiossa noin "
    "14~400 ja Lahdessa noin 14~400; koko maassa noin 5~650~000. Luku on kaikissa kolmessa "
    "likimain sama.",
    "two about equal": "Vuoden 2025 lopussa asukkaita oli Jyväskylässä noin 14~400, Kuopiossa "
    "noin 10~200 ja Lahdessa noin 14~400. Jyväskylän ja Lahden luku on likimain sama; ero "
    "Kuopioon on noin 4~200~asukasta.",
    "one missing": "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2~% työvoimasta ja Lahdessa "
    "17,8~%; koko maassa 12,8~%. Lahden ero Jyväskylään on 0,6~prosenttiyksikköä. Kuopion lukua "
    "ei ole.",
    "one city": "Kesäkuussa 2026 työttömiä oli Lahdessa 17,8~% työvoimasta; koko maassa 12,8~%. "
    "Jyväskylän ja Kuopion lukuja ei ole.",
    "two cities equal": "Vuoden 2025 yhteishauissa aloituspaikkoja oli Jyväskylässä 7 ja Lahdessa "
    "7. Luku on molemmissa sama. Kuopion lukua ei ole.",
    "gap of one point": "Kesäkuussa 2026 työttömiä oli Jyväskylässä 17,2~% työvoimasta, "
    "Kuopiossa 16,8~% ja Lahdessa 17,8~%. Lahden ero Kuopioon on 1~prosenttiyksikkö.",
}
SWEDISH = {
    "share": "I juni 2026 var andelen arbetslösa av arbetskraften 17,2~% i Jyväskylä, 13,3~% i "
    "Kuopio och 17,8~% i Lahtis; i hela landet 12,8~%. Skillnaden mellan Lahtis och Kuopio är "
    "4,5~procentenheter.",
    "count": "I de gemensamma ansökningarna år 2025 fanns det 4~414 nybörjarplatser i Jyväskylä, "
    "3~368 i Kuopio och 1~786 i Lahtis; i hela landet omkring 65~800. Skillnaden mellan "
    "Jyväskylä och Lahtis är 2~628~nybörjarplatser.",
    "rate": "År 2023 var antalet olyckor med personskador 53 i Jyväskylä, 36 i Kuopio och 60 i "
    "Lahtis per hundratusen invånare; i hela landet 52. Skillnaden mellan Lahtis och Kuopio är "
    "24~olyckor per hundratusen invånare.",
    "budget in millions": "I budgeten för år 2026 var bruttoinvesteringarna 85,1~mn~€ i "
    "Jyväskylä, 78,1~mn~€ i Kuopio och 70,7~mn~€ i Lahtis. Skillnaden mellan Jyväskylä och "
    "Lahtis är 14,4~miljoner euro.",
    "negative": "År 2000 var årsbidraget 12,3~mn~€ i Jyväskylä, 8,1~mn~€ i Kuopio och −5,3~mn~€ "
    "i Lahtis. Skillnaden mellan Jyväskylä och Lahtis är 17,6~miljoner euro.",
    "large counts": "I slutet av år 2025 fanns det omkring 150~000 invånare i Jyväskylä, omkring "
    "127~000 i Kuopio och omkring 122~000 i Lahtis; i hela landet omkring 5~650~000. Skillnaden "
    "mellan Jyväskylä och Lahtis är omkring 28~000~invånare.",
    "regions": "I juni 2026 var andelen arbetslösa av arbetskraften 14,1~% i Mellersta Finland, "
    "11,0~% i Norra Savolax och 13,9~% i Päijänne-Tavastland; i hela landet 12,8~%. Skillnaden "
    "mellan Mellersta Finland och Norra Savolax är 3,1~procentenheter.",
    "quarter": "Under andra kvartalet 2025 var andelen arbetslösa av arbetskraften 17,2~% i "
    "Jyväskylä, 13,3~% i Kuopio och 17,8~% i Lahtis. Skillnaden mellan Lahtis och Kuopio är "
    "4,5~procentenheter.",
    "all equal": "I juni 2026 var andelen arbetslösa av arbetskraften 17,2~% i Jyväskylä, 17,2~% "
    "i Kuopio och 17,2~% i Lahtis; i hela landet 12,8~%. Siffran är densamma i alla tre.",
    "two highest": "I juni 2026 var andelen arbetslösa av arbetskraften 17,8~% i Jyväskylä, "
    "13,3~% i Kuopio och 17,8~% i Lahtis. Jyväskylä och Lahtis ligger på samma nivå; skillnaden mot "
    "Kuopio är 4,5~procentenheter.",
    "two lowest": "I de gemensamma ansökningarna år 2025 fanns det 20 nybörjarplatser i "
    "Jyväskylä, 21 i Kuopio och 20 i Lahtis. Jyväskylä och Lahtis ligger på samma nivå; skillnaden mot "
    "Kuopio är 1~nybörjarplats.",
    "about equal": "I slutet av år 2025 fanns det omkring 14~400 invånare i Jyväskylä, omkring "
    "14~400 i Kuopio och omkring 14~400 i Lahtis; i hela landet omkring 5~650~000. Siffran är "
    "ungefär densamma i alla tre.",
    "one missing": "I juni 2026 var andelen arbetslösa av arbetskraften 17,2~% i Jyväskylä och "
    "17,8~% i Lahtis; i hela landet 12,8~%. Skillnaden mellan Lahtis och Jyväskylä är "
    "0,6~procentenheter. Uppgift om Kuopio saknas.",
    "one city": "I juni 2026 var andelen arbetslösa av arbetskraften 17,8~% i Lahtis; i hela "
    "landet 12,8~%. Uppgifter om Jyväskylä och Kuopio saknas.",
    "two cities equal": "I de gemensamma ansökningarna år 2025 fanns det 7 nybörjarplatser i "
    "Jyväskylä och 7 i Lahtis. Siffran är densamma i båda. Uppgift om Kuopio saknas.",
    "gap of one point": "I juni 2026 var andelen arbetslösa av arbetskraften 17,2~% i Jyväskylä, "
    "16,8~% i Kuopio och 17,8~% i Lahtis. Skillnaden mellan Lahtis och Kuopio är "
    "1~procentenhet.",
}
ENGLISH = {
    "share": "In June 2026 the unemployed share of the labour force was 17.2% in Jyväskylä, 13.3% "
    "in Kuopio and 17.8% in Lahti; 12.8% in the whole country. The gap between Lahti and Kuopio "
    "is 4.5~percentage points.",
    "count": "In 2025 there were 4,414 starting places in Jyväskylä, 3,368 in Kuopio and 1,786 in "
    "Lahti; about 65,800 in the whole country. The gap between Jyväskylä and Lahti is "
    "2,628~starting places.",
    "rate": "In 2023 the number of injury accidents per hundred thousand inhabitants was 53 in "
    "Jyväskylä, 36 in Kuopio and 60 in Lahti; 52 in the whole country. The gap between Lahti and "
    "Kuopio is 24~accidents.",
    "budget in millions": "In the budget for 2026 gross investment was €85.1m in Jyväskylä, "
    "€78.1m in Kuopio and €70.7m in Lahti. The gap between Jyväskylä and Lahti is "
    "€14.4m.",
    "negative": "In 2000 the annual margin was €12.3m in Jyväskylä, €8.1m in Kuopio and "
    "−€5.3m in Lahti. The gap between Jyväskylä and Lahti is €17.6m.",
    "large counts": "At the end of 2025 there were about 150,000 inhabitants in Jyväskylä, about "
    "127,000 in Kuopio and about 122,000 in Lahti; about 5,650,000 in the whole country. The gap "
    "between Jyväskylä and Lahti is about 28,000~people.",
    "regions": "In June 2026 the unemployed share of the labour force was 14.1% in Central "
    "Finland, 11.0% in North Savo and 13.9% in Päijät-Häme; 12.8% in the whole country. The gap "
    "between Central Finland and North Savo is 3.1~percentage points.",
    "quarter": "In the second quarter of 2025 the unemployed share of the labour force was 17.2% "
    "in Jyväskylä, 13.3% in Kuopio and 17.8% in Lahti. The gap between Lahti and Kuopio is "
    "4.5~percentage points.",
    "all equal": "In June 2026 the unemployed share of the labour force was 17.2% in Jyväskylä, "
    "17.2% in Kuopio and 17.2% in Lahti; 12.8% in the whole country. The figure is the same in "
    "all three.",
    "two highest": "In June 2026 the unemployed share of the labour force was 17.8% in "
    "Jyväskylä, 13.3% in Kuopio and 17.8% in Lahti. Jyväskylä and Lahti are level; the gap to "
    "Kuopio is 4.5~percentage points.",
    "two lowest": "In 2025 there were 20 starting places in Jyväskylä, 21 in Kuopio and 20 in "
    "Lahti. Jyväskylä and Lahti are level; the gap to Kuopio is 1~starting place.",
    "two about equal": "At the end of 2025 there were about 14,400 inhabitants in Jyväskylä, "
    "about 10,200 in Kuopio and about 14,400 in Lahti. Jyväskylä and Lahti are about level; the "
    "gap to Kuopio is about 4,200~people.",
    "one missing": "In June 2026 the unemployed share of the labour force was 17.2% in Jyväskylä "
    "and 17.8% in Lahti; 12.8% in the whole country. The gap between Lahti and Jyväskylä is "
    "0.6~percentage points. No figure exists for Kuopio.",
    "one city": "In June 2026 the unemployed share of the labour force was 17.8% in Lahti; 12.8% "
    "in the whole country. No figures exist for Jyväskylä and Kuopio.",
    "two cities equal": "In 2025 there were 7 starting places in Jyväskylä and 7 in Lahti. The "
    "figure is the same in both. No figure exists for Kuopio.",
    "gap of one point": "In June 2026 the unemployed share of the labour force was 17.2% in "
    "Jyväskylä, 16.8% in Kuopio and 17.8% in Lahti. The gap between Lahti and Kuopio is "
    "1~percentage point.",
}


def told(case: Case, code: str) -> str:
    """Tell a case, with no-break spaces made visible."""
    unit = UNITS[case.unit]
    levels = tuple(
        Observation(area, case.period, value, "final" if value is not None else "missing:dots")
        for area, value in zip(case.areas, case.values, strict=True)
    )
    country = None
    if case.country is not None:
        country = Observation(COUNTRY, case.period, case.country, "final")
    claim = Claim("example", case.period, levels, country, widest_gap(levels, unit))
    indicator = Indicator(
        id="example",
        kind=Kind.SERIES,
        theme="tyollisyys",
        place=Place.HEADLINE,
        order=1,
        title=NAMED,
        describes=NAMED,
        sentence=case.parts,
        unit=case.unit,
    )
    sentence = statement_sentence(claim, indicator, unit, Language.of(code))
    return sentence.replace("\u00a0", "~")


@pytest.mark.parametrize("name", FINNISH)
def test_finnish(name: str) -> None:
    assert told(CASES[name], "fi") == FINNISH[name]


@pytest.mark.parametrize("name", SWEDISH)
def test_swedish(name: str) -> None:
    assert told(CASES[name], "sv") == SWEDISH[name]


@pytest.mark.parametrize("name", ENGLISH)
def test_english(name: str) -> None:
    assert told(CASES[name], "en") == ENGLISH[name]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_sentence_names_its_year_and_is_whole(name: str, code: str) -> None:
    sentence = told(CASES[name], code)
    assert CASES[name].period[:4] in sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert "nan" not in sentence.lower().replace("mellan", "")


def test_the_country_is_left_out_without_a_figure() -> None:
    assert "koko maassa" not in told(replace(SHARE, country=None), "fi")


def test_a_difference_smaller_than_the_rounding_is_no_gap() -> None:
    case = Case(POPULATION, "persons", "2025", (9_999, 10_020, 10_030))
    assert told(case, "fi").endswith("Luku on kaikissa kolmessa likimain sama.")


def test_two_areas_about_level() -> None:
    case = Case(POPULATION, "persons", "2025", (14_354, None, 14_374))
    assert "Siffran är ungefär densamma i båda." in told(case, "sv")


def test_a_claim_without_any_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="no figure"):
        told(replace(SHARE, values=(None, None, None)), "fi")
