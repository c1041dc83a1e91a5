"""How Finnish, Swedish and English write messages, numbers, units, dates, periods and places."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale

from components import number_format, period_names
from components.messages import message, translated
from data.comparison import shown
from data.model import LANGUAGES, REFERENCE, Direction, Text, Unit
from data.strict_yaml import read_yaml

PlaceForm = Literal["name", "in", "of", "into"]
PLACE_FORMS: tuple[PlaceForm, ...] = ("name", "in", "of", "into")

_LOCALES = {"fi": Locale("fi"), "sv": Locale("sv", "FI"), "en": Locale("en", "GB")}
_GOOD, _BAD, _UP, _DOWN = (
    message("improved"),
    message("worsened"),
    message("rose"),
    message("fell"),
)
_DIRECTION_WORDS = {  # of a fall, of a rise
    Direction.HIGHER: (_BAD, _GOOD),
    Direction.LOWER: (_GOOD, _BAD),
    Direction.NEUTRAL: (_DOWN, _UP),
}


# Nouns of amounts that English writes with the sign of the currency.
_EUROS = ("euro", "euros", "million euros", "billion euros")
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Language:
    """One of the languages of the dashboard; equal languages are equal and hash alike."""

    code: str

    @staticmethod
    def of(code: str) -> Language:
        """Return the language of a code.

        Raises:
            ValueError: the dashboard has no such language.
        """
        return _language(code)

    def text(self, msgid: str, **values: object) -> str:
        """Translate an English message and fill in its fields.

        Raises:
            KeyError: the message is unknown and messages are strict (in tests), or a field is
                not given.
        """
        return translated(self.code, msgid).format(**values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Translate a counted message; ``{n}`` is the count as the language writes it."""
        worded = translated(self.code, one, many, many=n != 1)
        return worded.format(n=self.number(n, 0), **values)

    def pick(self, text: Text) -> str:
        """Choose this language of a text that has all of them."""
        return text[self.code]

    def listing(self, items: Sequence[str]) -> str:
        """Join items: "Jyväskylä, Kuopio ja Lahti"."""
        *others, last = items
        if not others:
            return last
        return self.text("{items} and {last}", items=", ".join(others), last=last)

    def number(self, value: float, decimals: int, signed: bool = False) -> str:
        """Write a number: "1 234,5", in English "1,234.5"; ``signed`` adds a plus.

        Raises:
            ValueError: if ``value`` is not finite; a missing figure is told in words.
        """
        return number_format.format_number(value, decimals, _LOCALES[self.code], signed=signed)

    def quantity(
        self, value: float, unit: Unit, signed: bool = False, heading: bool = False
    ) -> str:
        """Write a stored value with its unit: "17,2 %", "85,1 milj. €".

        Args:
            value: in the stored unit; it is scaled here.
            unit: gives scale, decimals and symbol.
            signed: write a plus before a positive figure.
            heading: write counts over 9 999 as "noin 65 800", with three digits.

        Raises:
            ValueError: if ``value`` is not finite.
        """
        step = 0.0
        figure = shown(value, unit)
        if heading:
            figure, step = number_format.heading_figure(value, unit)
        digits = self.number(figure, 0 if step else unit.decimals, signed or unit.is_signed)
        number = self._with_symbol(digits, self.pick(unit.symbol))
        return self.text("about {number}", number=number) if step else number

    def percent(self, value: float, decimals: int) -> str:
        """Write a percentage that is no indicator's own value: "37 %", in English "37%"."""
        return self._with_symbol(self.number(value, decimals), "%")

    def difference(self, value: float, unit: Unit, about: bool = False) -> str:
        """Say a difference in words: "4,5 prosenttiyksikköä", "1 aloituspaikka".

        Args:
            value: in the shown unit (as ``data.comparison.difference`` gives it). Exactly 1 stands
                without decimals and takes the singular.
            unit: gives the decimals and the nouns.
            about: say that it is approximate.
        """
        is_one = abs(value) == 1
        number = self.number(value, 0 if is_one else unit.decimals)
        noun = self.pick(unit.difference_one if is_one else unit.difference_many)
        symbol = self.pick(unit.difference_symbol)
        if self.code == "en" and symbol.startswith("€") and noun in _EUROS:
            worded = number_format.with_currency(number, symbol)
        else:
            worded = f"{number}{number_format.NO_BREAK_SPACE}{noun}"
        return self.text("about {number}", number=worded) if about else worded

    def counted(self, count: float, one: str, many: str, about: bool = False) -> str:
        """Say a whole number of things: "noin 2 600 työtöntä"; ``one`` and ``many`` name them."""
        if count >= _MILLION:
            millions = count / _MILLION
            is_whole = millions == round(millions)
            worded = translated(
                self.code, "{n} million {things}", "{n} millions of {things}", many=millions != 1
            ).format(n=self.number(millions, 0 if is_whole else 1), things=many)
        else:
            noun = one if count == 1 else many
            worded = f"{self.number(count, 0)}{number_format.NO_BREAK_SPACE}{noun}"
        return self.text("about {number}", number=worded) if about else worded

    def difference_short(self, value: float, unit: Unit, signed: bool = True) -> str:
        """Write a difference, given in the shown unit, with its symbol: "+0,4 %-yks."."""
        number = self.number(value, unit.decimals, signed)
        return self._with_symbol(number, self.pick(unit.difference_symbol))

    def _with_symbol(self, number: str, symbol: str) -> str:
        """Join as the language does: "17,2 %", "340 €"; in English "17.2%", "€340"."""
        if self.code == "en" and symbol.startswith("€"):
            return number_format.with_currency(number, symbol)
        return number_format.with_symbol(
            number, symbol, is_attached=self.code == "en" and symbol == "%"
        )

    def period(self, period: str) -> str:
        """Name a period: "kesäkuu 2026", "2. neljännes 2025", "2025"."""
        return period_names.period_name(period, self.code, _LOCALES[self.code])

    def period_in(self, period: str) -> str:
        """Say when: "kesäkuussa 2026", "vuonna 2025"."""
        return period_names.in_period(period, self.code, _LOCALES[self.code])

    def period_from(self, period: str) -> str:
        """Say since when: "kesäkuusta 2023", "vuodesta 2023"."""
        return period_names.from_period(period, self.code, _LOCALES[self.code])

    def period_to(self, period: str) -> str:
        """Say until when: "kesäkuuhun 2023", "vuoteen 2023"."""
        return period_names.to_period(period, self.code, _LOCALES[self.code])

    def period_since(self, period: str) -> str:
        """Say since when things have been so: "vuodesta 2023", "sedan 2023", "since 2023"."""
        return period_names.since_period(period, self.code, _LOCALES[self.code])

    def period_short(self, period: str) -> str:
        """Name a period in little room: "6/2026", "Q2/2025", "2025"."""
        return period_names.short_period_name(period, self.code, _LOCALES[self.code])

    def date(self, day: datetime.date) -> str:
        """Write a date: "24.6.2026", in English "24 June 2026"."""
        if self.code == "en":
            return f"{day.day} {_LOCALES['en'].months['format']['wide'][day.month]} {day.year}"
        return f"{day.day}.{day.month}.{day.year}"

    def place(self, area_code: str, form: PlaceForm = "name", name: str = "") -> str:
        """Name an area in a form: "Lahti", "Lahdessa", "Lahden", "Lahteen".

        Args:
            area_code: the three cities, their regions and the country have forms of their own.
            form: what the sentence needs.
            name: of any other area; it stands in the nominative, for no code guesses a case.

        Raises:
            KeyError: the area has no forms and no ``name`` was given.
        """
        forms = place_names().get(area_code)
        if forms is not None:
            return forms[self.code][form]
        if not name:
            raise KeyError(f"area {area_code} has no forms in place_names.yaml: give its name")
        return name

    def direction_word(self, direction: Direction, difference: float) -> str:
        """Judge a change (in the shown unit) by the indicator's own direction: "parani"."""
        if difference == 0:
            return self.text("unchanged")
        return self.text(_DIRECTION_WORDS[direction][difference > 0])


@cache
def place_names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Read the forms of the compared areas' names: area code, language, form.

    Raises:
        DeclarationError: a language or form is missing, or there is one too many.
    """
    file = read_yaml(REFERENCE / "place_names.yaml")
    names: dict[str, dict[str, dict[str, str]]] = {}
    for area_code in file.keys:
        languages = file.mapping(area_code)
        names[area_code] = {}
        for code in LANGUAGES:
            forms = languages.mapping(code)
            names[area_code][code] = {form: forms.string(form) for form in PLACE_FORMS}
            forms.done()
        languages.done()
    return names


@cache
def _language(code: str) -> Language:
    if code not in LANGUAGES:
        raise ValueError(f"no language {code!r}; there are {', '.join(LANGUAGES)}")
    return Language(code)
