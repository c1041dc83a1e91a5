"""Drawers: each module draws one part of a page with Streamlit through one show(...)."""
