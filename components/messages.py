"""The translated messages of the dashboard, read once per process from ``locale/*.po``."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LOCALE_FOLDER = Path(__file__).resolve().parent / "locale"
STRICT = "KASVUMITTARI_STRICT_MESSAGES"  # set in tests: a missing message is an error there

_log = logging.getLogger(__name__)


def message(msgid: str) -> str:
    """Mark a constant as a message that is translated later, where it stands in a table."""
    return msgid


@cache
def read_messages(code: str) -> Mapping[str, tuple[str, ...]]:
    """Read the catalogue of a language: English text to its forms (one, or singular and plural).

    Fuzzy and empty messages count as missing.
    """
    with (LOCALE_FOLDER / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code, abort_invalid=True)
    found: dict[str, tuple[str, ...]] = {}
    for entry in catalogue:
        msgid = entry.id if isinstance(entry.id, str) else entry.id[0]
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        if msgid and forms and all(forms) and not entry.fuzzy:
            found[msgid] = forms
    return found


def translated(code: str, *msgids: str, many: bool = False) -> str:
    """Return a message in a language.

    Args:
        code: the language.
        msgids: the English text; of a counted message the singular and the plural.
        many: take the plural form.

    Returns:
        The translation; the English text, with a warning in the log, where there is none.

    Raises:
        KeyError: there is none, and the environment asks for strict messages.
    """
    forms = read_messages(code).get(msgids[0])
    if forms is None:
        if os.environ.get(STRICT):
            raise KeyError(f"no message in {code}.po: {msgids[0]!r}")
        _log.warning("no message in %s.po: %r", code, msgids[0])
        forms = msgids
    return forms[-1] if many else forms[0]
