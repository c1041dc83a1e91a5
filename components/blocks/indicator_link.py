"""A link to an indicator on its cluster's page, opened where it stands in a list."""

from __future__ import annotations

from html import escape

from components import selection
from components.language import Language
from data.model import Indicator, Place


def link(indicator: Indicator, language: Language) -> str:
    """Write a link within the open page; it carries the reader's selection, so it is never cached."""
    opened = None if indicator.place is Place.HEADLINE else indicator.id
    address = selection.query(teema=indicator.theme, avaa=opened)
    return f'<a href="{escape(address)}">{escape(language.pick(indicator.title))}</a>'
