"""Entry point: the Streamlit frame behind the project's own shell.

``streamlit run app.py`` finds ``app``. The frame lives in ``components`` so that no ``pages``
folder lies beside the script that Streamlit starts: page discovery would answer deep links.
"""

from pathlib import Path

import streamlit as st

from components import shell

app = st.App(
    Path(__file__).resolve().parent / "components" / "frame.py",
    middleware=shell.middleware(),
    routes=shell.routes(),
)
