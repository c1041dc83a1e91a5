"""Pure makers of figures: data in, plotly figures or SVG out, no Streamlit."""
