"""Pictures of charts as PNG and SVG files, drawn on the server without a browser; pure, no Streamlit."""
