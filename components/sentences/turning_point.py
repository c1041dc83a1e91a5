"""Since when figures have moved one way."""

from __future__ import annotations

from collections.abc import Sequence

from components.language import Language
from components.sentences.grammar import Placed, capitalised, joined, moved, phrased, subject
from data.findings.kinds import Run
from data.model import Sentence, Unit


def run_sentence(runs: Sequence[Run], parts: Sentence, unit: Unit, language: Language) -> str:
    """Say which way and since when each figure has moved, year after year.

    "Vuoteen 2025 saakka luku on noussut joka vuosi Jyväskylässä vuodesta 2021 (12,1 % → 17,2 %) ja
    laskenut joka vuosi Lahdessa vuodesta 2022 (18,9 % → 17,8 %)."
    """
    said = [Placed(_way(run, language), run.area, _since(run, unit, language)) for run in runs]
    text = language.text(
        "up {until} {subject} has {runs}.",
        subject=subject(unit, parts, language),
        until=language.period_to(runs[0].end.period),
        runs=phrased(said, language),
    )
    return capitalised(text)


def _way(run: Run, language: Language) -> str:
    return language.text("risen every year") if run.is_rise else language.text("fallen every year")


def _since(run: Run, unit: Unit, language: Language) -> str:
    assert run.start.value is not None  # a run lies between two figures
    assert run.end.value is not None
    arrow = moved(run.start.value, run.end.value, unit, language)
    since = language.period_since(run.start.period)
    if run.is_open:
        since = language.text("at least {since}", since=since)
    return joined(since, f"({arrow})")
