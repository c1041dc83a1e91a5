"""A cluster page: jump links, then its themes in their fixed order, or the chosen one alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from components import loading, selection
from components.addresses import PAGES
from components.blocks import comparison, event_switch, freshness_strip, theme_grid
from components.blocks import theme as theme_block
from data.model import Theme

_ALL = ""
_TITLES = {page.address: page.title for page in PAGES}


def show(cluster: str, maps: Mapping[str, Callable[[], None]]) -> None:
    """Draw a whole cluster page.

    Args:
        cluster: Key of the cluster, which is also the page's address.
        maps: What draws the map of a theme, by the theme's key.
    """
    themes = loading.catalogue().themes(cluster)
    chosen = [theme for theme in themes if theme.key == selection.read().theme]
    with st.container(key="page-head"):
        st.title(loading.language().text(_TITLES[cluster]), anchor=False)
        with st.container(key="page-choices", horizontal=True, vertical_alignment="center"):
            _jump_links(cluster, themes, chosen)
            event_switch.show(chosen or themes)
            theme_grid.switch()
    comparison.show()
    for theme in chosen or themes:
        if selection.read().is_grid:
            theme_grid.show(theme, is_alone=bool(chosen))
        else:
            theme_block.show(theme, maps.get(theme.key))
    shown = [it for theme in chosen or themes for it in loading.catalogue().indicators(theme.key)]
    freshness_strip.show(shown)
    if chosen:
        _neighbours(chosen[0])


def _jump_links(cluster: str, themes: Sequence[Theme], chosen: Sequence[Theme]) -> None:
    """Draw one choice for each theme and one for all; the address follows."""
    language, key = loading.language(), f"themes-{cluster}"
    names = {theme.key: language.pick(theme.short) for theme in themes}
    names = {_ALL: language.text("All themes"), **names}
    st.session_state[key] = chosen[0].key if chosen else _ALL
    st.pills(
        language.text("Theme"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_jump,
        width="content",
        args=(key,),
    )


def _jump(key: str) -> None:
    selection.choose_theme(st.session_state[key] or None)


def _neighbours(chosen: Theme) -> None:
    """Offer the theme before and after the chosen one, so that a presenter goes on without a scroll."""
    themes = loading.catalogue().themes()
    place = [theme.key for theme in themes].index(chosen.key)
    with st.container(
        key="neighbours",
        horizontal=True,
        horizontal_alignment="distribute" if place else "right",
    ):
        if place:
            _neighbour(themes[place - 1], chosen, is_next=False)
        if place + 1 < len(themes):
            _neighbour(themes[place + 1], chosen, is_next=True)


def _neighbour(other: Theme, chosen: Theme, *, is_next: bool) -> None:
    """Draw a button inside the cluster; to another cluster, which is another page, a link."""
    name = loading.language().pick(other.short)
    if other.cluster != chosen.cluster:
        address = escape(selection.link(other.cluster, teema=other.key, avaa=None))
        text = f"{escape(name)} →" if is_next else f"← {escape(name)}"
        st.html(f'<a class="neighbour" href="{address}" target="_self">{text}</a>', width="content")
        return
    st.button(
        name,
        key=f"neighbour-{other.key}",
        icon=":material/arrow_forward:" if is_next else ":material/arrow_back:",
        icon_position="right" if is_next else "left",
        on_click=selection.choose_theme,
        args=(other.key,),
    )
