"""The script that every session runs: page settings, address, navigation, the page itself."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from components import loading, selection
from components.accepted import accepted
from components.addresses import PAGES, PageAddress, language_of
from components.blocks import page_head, page_list, search_box, unavailable
from components.language import Language
from data.errors import UnavailableSeries
from data.model import ROOT, STATIC


def show() -> None:
    """Draw the frame and the page inside it."""
    st.set_page_config(layout="wide", page_icon=STATIC / "icon.svg")
    st.html(ROOT / "components" / "style.css")
    try:
        rules = accepted(loading.catalogue())
    except UnavailableSeries as error:  # without the set or its areas no address can be judged
        unavailable.show_all(Language.of(language_of(urlencode(st.query_params))), error)
        st.stop()
    selection.follow_address(rules)
    language = loading.language()
    pages = [_page(page, language.text(page.title)) for page in PAGES]
    current = st.navigation(pages, position="top")
    st.set_page_config(page_title=f"{current.title} – {language.text('Growth Gauge')}")
    page_head.show(pages, current, language)
    search_box.show()
    current.run()
    with st.container(key="frame-pages", horizontal=True):
        page_list.show(pages)


def _page(page: PageAddress, title: str) -> st.Page:
    script = ROOT / "pages" / page.script
    return st.Page(script, title=title, url_path=page.address or None, default=not page.address)


show()
