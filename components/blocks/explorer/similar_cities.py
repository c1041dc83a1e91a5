"""Which municipalities are most like a city, with the weights in the reader's hands."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from components import selection
from components.blocks import markup, unavailable
from components.blocks.explorer.asked import Asked
from components.similarity_words import (
    compared_sentence,
    feature_lines,
    similarity_sentence,
    weights_sentence,
)
from data.catalogue import Catalogue
from data.choice import Group
from data.errors import UnavailableSeries
from data.model import CITIES
from data.similarity import Features, Neighbour, features, similar
from data.similarity_method import Method, load_method

_CITY = "similar-city"
_MOST = 8
_STEP = 5


def show(asked: Asked) -> None:
    """Draw the similar cities of one of the three in an expander; they are found once it is open."""
    language = asked.look.language
    expander = st.expander(language.text("Similar cities"), key="similar-open", on_change="rerun")
    if not expander.open:
        return
    with expander:
        try:
            found = _features(asked.catalogue)
        except UnavailableSeries as error:
            unavailable.show(asked.indicator, error)
            return
        _opened(asked, found)


def _opened(asked: Asked, found: Features) -> None:
    method, language = load_method(), asked.look.language
    city = st.segmented_control(
        language.text("City"),
        [code for code in CITIES if code in found.frame.index],
        format_func=asked.names.__getitem__,
        key=_CITY,
        default=CITIES[0],
        required=True,
        wrap=True,
    )
    weights = _weights(method, asked)
    if not any(weights.values()):
        st.info(language.text("Give at least one group a weight above zero."))
        return
    near = similar(found.frame, city, method, weights, _MOST)
    st.html(_table(near, city, method, asked))
    st.html(
        f"<p>{escape(weights_sentence(method, language, weights))}</p>"
        f"<p>{escape(compared_sentence(found, method, language))}</p>{_features_list(found, asked)}"
    )
    st.button(
        language.text("Compare with these cities on every page"),
        key="similar-compare",
        icon=":material/compare_arrows:",
        on_click=_compare,
        args=(selection.joined([one.area for one in near if one.area not in CITIES]),),
    )


def _weights(method: Method, asked: Asked) -> dict[str, float]:
    language = asked.look.language
    with st.container(horizontal=True, gap="medium"):
        return {
            group.key: st.slider(
                language.text("Weight: {group}", group=language.pick(group.name).lower()),
                0,
                100,
                round(100 * group.weight),
                _STEP,
                key=f"similar-weight-{group.key}",
                width=230,
            )
            / 100
            for group in method.groups
        }


def _table(near: tuple[Neighbour, ...], city: str, method: Method, asked: Asked) -> str:
    language = asked.look.language
    rows: markup.Rows = [
        (
            escape(asked.names[one.area]),
            [
                escape(language.number(one.distance, 2)),
                escape(similarity_sentence(one, asked.names[one.area], method, language)),
            ],
        )
        for one in near
    ]
    caption = language.text("Most like {city}, the nearest first", city=asked.names[city])
    heads = [escape(language.text("Distance")), escape(language.text("Why similar"))]
    return markup.plain_table(caption, language.text("Area"), heads, rows)


def _features_list(found: Features, asked: Asked) -> str:
    method, language = load_method(), asked.look.language
    series = {name: asked.catalogue.indicator(name) for name in method.features}
    items = "".join(
        f"<li>{escape(f'{group}: {title}, {period}')}</li>"
        for group, title, period in feature_lines(found, method, series, language)
    )
    return f'<ul class="more-sentences">{items}</ul>'


def _compare(areas: str) -> None:
    selection.choose(**{selection.GROUP: Group.OWN.value, selection.AREAS: areas})


@lru_cache(maxsize=2)
def _features(catalogue: Catalogue) -> Features:
    return features(catalogue, load_method())
