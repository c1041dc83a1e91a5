"""The address and the session: who wins, what a bad value does, what links carry."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

NOTE = "Osoitteen valintaa {0} ei ole olemassa. Sivu näytetään ilman sitä."


def script() -> None:
    import streamlit as st

    from components import selection
    from components.language import Language

    themes, indicators = ("tyollisyys", "nato"), ("starting_places", "unemployed_share")
    accepts = {"teema": themes.__contains__, "avaa": indicators.__contains__}
    chosen = selection.follow_address(accepts)
    st.text([chosen.language, chosen.theme, chosen.opened])
    for note in selection.notes(Language.of(chosen.language)):
        st.warning(note)
    st.button("open", on_click=selection.open_indicator, args=("starting_places",))
    st.button("close", on_click=selection.open_indicator, args=(None,))
    st.button("theme", on_click=selection.choose_theme, args=("nato",))
    st.text(selection.link("osaaminen", teema="tyollisyys", avaa=None))
    st.text(selection.link())
    st.text(selection.query(kieli="en"))


def opened(**query: str | list[str]) -> AppTest:
    page = AppTest.from_function(script)
    page.query_params.update(query)
    page.run()
    assert not page.exception
    return page


def click(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def chosen(page: AppTest) -> str:
    return page.text[0].value


def notes(page: AppTest) -> list[str]:
    return [note.value for note in page.warning]


def test_first_visit_gets_the_defaults_and_writes_the_language() -> None:
    page = opened()
    assert chosen(page) == "['fi', None, None]"
    assert page.query_params == {"kieli": "fi"}
    assert notes(page) == []


def test_address_is_taken_over() -> None:
    page = opened(kieli="sv", teema="nato", avaa="unemployed_share")
    assert chosen(page) == "['sv', 'nato', 'unemployed_share']"
    assert page.query_params == {"kieli": "sv", "teema": "nato", "avaa": "unemployed_share"}


@pytest.mark.parametrize(
    ("key", "value"),
    [("kieli", "de"), ("teema", "Nato"), ("teema", ""), ("avaa", "unemployed"), ("avaa", "fi")],
)
def test_bad_value_gives_a_note_and_the_default(key: str, value: str) -> None:
    page = opened(**{key: value})
    assert chosen(page) == "['fi', None, None]"
    assert page.query_params == {"kieli": "fi"}
    assert notes(page) == [NOTE.format(f"{key}={value or '…'}")]


def test_bad_value_leaves_the_good_ones() -> None:
    page = opened(kieli="en", teema="nowhere", avaa="starting_places")
    assert chosen(page) == "['en', None, 'starting_places']"
    assert page.query_params == {"kieli": "en", "avaa": "starting_places"}
    assert notes(page) == [
        "The address asks for teema=nowhere, which does not exist. "
        "The page is shown without that choice."
    ]


def test_unknown_parameter_gives_a_note() -> None:
    page = opened(teemat="nato")
    assert notes(page) == ["Osoitteessa on tuntematon valinta teemat. Se ei vaikuta sivuun."]
    assert page.query_params == {"kieli": "fi"}


def test_repeated_parameter_counts_once() -> None:
    assert chosen(opened(teema=["nato", "tyollisyys"])) == "['fi', 'tyollisyys', None]"


def test_note_shows_no_foreign_markup() -> None:
    page = opened(avaa="![x](https://example.org/y.png) " + "z" * 100)
    assert notes(page) == [NOTE.format("avaa=xhttpsexampleorgypng" + "z" * 20)]


def test_note_stays_until_the_next_valid_change() -> None:
    page = opened(teema="nowhere")
    assert notes(page.run())
    page.query_params.clear()  # a click in the navigation
    assert notes(page.run())
    assert notes(click(page, "open")) == []


def test_valid_address_ends_the_note() -> None:
    page = opened(teema="nowhere")
    page.query_params.update(teema="nato")
    assert notes(page.run()) == []


def test_choices_reach_the_address() -> None:
    page = click(click(opened(kieli="en"), "open"), "theme")
    assert chosen(page) == "['en', 'nato', 'starting_places']"
    assert page.query_params == {"kieli": "en", "teema": "nato", "avaa": "starting_places"}
    assert click(page, "close").query_params == {"kieli": "en", "teema": "nato"}


def test_order_of_parameters_does_not_matter() -> None:
    page = opened(teema="tyollisyys", kieli="fi")
    page = click(page, "theme")
    assert chosen(page) == "['fi', 'nato', None]"


def test_navigation_keeps_what_the_session_chose() -> None:
    page = click(opened(kieli="sv"), "open")
    page.query_params.clear()
    page.run()
    assert chosen(page) == "['sv', None, 'starting_places']"
    assert page.query_params == {"kieli": "sv", "avaa": "starting_places"}


def test_back_to_an_older_address_wins_over_the_session() -> None:
    page = click(opened(kieli="en"), "open")
    page.query_params.clear()
    page.query_params.update(kieli="en")
    assert chosen(page.run()) == "['en', None, None]"


def test_address_without_language_keeps_the_language() -> None:
    page = opened(kieli="sv")
    page.query_params.clear()
    page.query_params.update(teema="nato")
    assert chosen(page.run()) == "['sv', 'nato', None]"


def test_links_carry_the_selection() -> None:
    page = opened(kieli="sv", teema="nato", avaa="starting_places")
    links = [text.value for text in page.text[1:]]
    assert links == [
        "./osaaminen?kieli=sv&teema=tyollisyys",
        "./?kieli=sv&teema=nato&avaa=starting_places",
        "?kieli=en&teema=nato&avaa=starting_places",
    ]
