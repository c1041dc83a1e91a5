"""The comparison group as charts draw it: its areas, its name, the cities that a dot row rings."""

from __future__ import annotations

from components.figures.band import LEAST, NOBODY, Others
from components.figures.template import Look
from components.language import Language
from components.messages import message
from data.benchmarks import TEN_LARGEST, Benchmark
from data.catalogue import Catalogue
from data.choice import Choice, Group, Presentation
from data.comparison import Shape, series_shape
from data.model import CITIES, COUNTRY, LANGUAGES, TOTAL
from data.presenting.groups import BENCHMARKS
from data.presenting.view import View

# Few areas, each with its own name in the reader's mind: a line says more of them than a band.
_NAMED = (Group.REGIONS, Group.OWN)
_CHOSEN = message("chosen areas")
_OWN = "own"
_FIELD = message(
    "Grey field: the other areas of the group from the lowest to the highest figure; "
    "dotted line: their median."
)


def others(shown: View, catalogue: Catalogue, language: Language) -> Others:
    """Give the areas of the group beside the compared ones, as far as the series has them."""
    choice = shown.choice
    if not shown.members.present:
        return NOBODY
    is_named = choice.is_named or choice.group in _NAMED
    if shown.presentation is Presentation.RANK and not is_named:
        return NOBODY  # the ranks of a whole group fill every place from first to last
    group = _short(choice, catalogue, language)
    return Others(
        shown.members.present,
        language.text("{group}, median", group=group),
        is_named,
        key=language.text("{group}, line = median", group=group),
    )


def key(shown: View, catalogue: Catalogue, look: Look) -> str:
    """Explain in words what the chart draws of the group; empty where it draws nothing of it.

    On a phone there is no room for names at the ends of lines: they are named here.
    """
    own = shown.indicator.own_areas or (COUNTRY,)
    group = others(shown, catalogue, look.language)
    if series_shape(shown.obs[shown.obs["breakdown"] == TOTAL], own) is Shape.SINGLE:
        return ""
    said = []
    if len(group.areas) >= LEAST:
        said.append(look.language.text(_FIELD))
    if look.compact and group.lines:
        names = catalogue.area_names(look.language.code)
        listed = look.language.listing([names[code] for code in group.lines])
        said.append(look.language.text("Grey dashed lines: {areas}.", areas=listed))
    return " ".join(said)


def benchmark(catalogue: Catalogue, choice: Choice) -> Benchmark:
    """Give the cities that a dot row rings: those of the chosen group, else the ten largest."""
    if choice.group is Group.OWN and choice.areas:
        short = {code: Language.of(code).text(_CHOSEN) for code in LANGUAGES}
        name = {code: text[:1].upper() + text[1:] for code, text in short.items()}
        areas = tuple(dict.fromkeys([*CITIES, *choice.areas]))
        return Benchmark(_OWN, name=name, short=short, among=short, basis=short, areas=areas)
    return catalogue.benchmark(BENCHMARKS.get(choice.group, TEN_LARGEST))


def _short(choice: Choice, catalogue: Catalogue, language: Language) -> str:
    if choice.group in BENCHMARKS:
        return language.pick(catalogue.benchmark(BENCHMARKS[choice.group]).short)
    return language.text(_CHOSEN)
