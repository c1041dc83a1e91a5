"""The accessibility statement that a public service owes its readers."""

from __future__ import annotations

import streamlit as st

from components import loading


def show() -> None:
    """Draw the statement."""
    language = loading.language()
    st.header(language.text("Accessibility statement"), anchor="saavutettavuus")
    for text in (
        language.text(
            "The dashboard aims at level AA of the Web Content Accessibility Guidelines 2.1, as "
            "the act on digital services requires."
        ),
        language.text(
            "Every chart has a sentence that says the same, and its figures as a table. Cities are "
            "told apart by colour, marker, dash and name. The pages work with the keyboard, at "
            "320 pixels' width and in a light and a dark theme."
        ),
        language.text(
            "Known shortcomings: single points of a chart cannot be reached with the keyboard; "
            "the table under the chart has the same figures. Maps have a table, too."
        ),
        language.text(
            "A few labels of the platform are in English only: “Skip to main content”, “App pages” "
            "and “Copy to clipboard”."
        ),
        language.text(
            "Tell the city that you got the address from about faults. If the answer is not "
            "enough, the supervising authority is the Finnish Transport and Communications "
            "Agency Traficom."
        ),
    ):
        st.markdown(text)
