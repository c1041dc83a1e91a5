"""The first line of every page: name, languages, on a phone the list of pages, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import selection
from components.blocks import page_list
from components.language import Language
from data.model import LANGUAGES

OWN_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def show(pages: Sequence[st.Page], current: st.Page, language: Language) -> None:
    """Draw the head of the page.

    Streamlit folds its navigation behind an unnamed English button at phone width; the style
    sheet hides that one there and shows this menu instead.
    """
    st.html(_name_and_languages(language))
    label = f"{language.text('Pages')}: {current.title}"
    with (
        st.container(key="frame-menu"),
        st.popover(label, width="stretch", key=f"pages-{current.url_path}"),
    ):
        page_list.show(pages)
    for note in selection.notes(language):
        st.warning(note)


def _name_and_languages(language: Language) -> str:
    """Return links: plain ones, because the page language belongs to the HTML shell."""
    links = "".join(
        f'<a href="{escape(selection.query(kieli=code))}" target="_self" lang="{code}"'
        f"{' aria-current=true' if code == language.code else ''}>{OWN_NAMES[code]}</a>"
        for code in LANGUAGES
    )
    home = escape(selection.link())
    return (
        f'<div class="frame-top"><a class="frame-name" href="{home}" target="_self">'
        f"{language.text('Growth Gauge')}</a>"
        f'<nav aria-label="{language.text("Language")}">{links}</nav></div>'
    )
