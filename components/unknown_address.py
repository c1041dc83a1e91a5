"""The answer to an address that is neither a page nor served by Streamlit.

Streamlit would answer with its shell and an English message over an empty page.
"""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Match, Route
from starlette.types import Scope

from components.addresses import LANGUAGE, PAGES, language_of
from components.language import Language

# First parts of the paths, and single files, that Streamlit serves itself.
SERVED = frozenset({"_stcore", "component", "media", "static"})
SERVED_FILES = frozenset({"/favicon.png", "/manifest.json"})
PAGE_PATHS = frozenset(f"/{page.address}" for page in PAGES)

_NOT_FOUND = """<!DOCTYPE html>
<html lang="{code}"><head><meta charset="utf-8"><title>{title} – {name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="{root}/app/static/icon.svg"><style>
@font-face {{ font-family: Inter; src: url("{root}/app/static/fonts/inter-400.woff2"); }}
:root {{ color-scheme: light dark; }}
body {{ font: 1.125rem/1.5 Inter, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }}
a {{ color: light-dark(#0B5CAD, #6CB2F7); line-height: 2; }}</style></head>
<body><main><h1>{title}</h1><p>{text}</p><ul>{links}</ul></main></body></html>"""


class UnknownAddress(Route):
    """Matches whatever is neither a page nor served by Streamlit."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Decline known paths, so that Streamlit's routes get them."""
        if scope["type"] != "http" or is_known(scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)


def is_known(path: str) -> bool:
    """Tell whether a path is a page (with or without final slash) or belongs to the server.

    Streamlit's browser code probes ``_stcore`` below the address of a page, too.
    """
    parts = path.strip("/").split("/")
    is_page = f"/{parts[0]}" in PAGE_PATHS and len(parts) == 1
    is_served = parts[0] in SERVED or path in SERVED_FILES or path.startswith("/app/static/")
    return is_page or is_served or "_stcore" in parts


def not_found(request: Request) -> HTMLResponse:
    """Answer an unknown address in the reader's language, with links to the pages that exist."""
    language = Language.of(language_of(request.url.query))
    root = request.scope.get("root_path", "")
    links = "".join(
        f'<li><a href="{root}/{page.address}?{LANGUAGE}={language.code}">'
        f"{escape(language.text(page.title))}</a></li>"
        for page in PAGES
    )
    title = language.text("There is no page at this address")
    page = _NOT_FOUND.format(
        code=language.code,
        root=root,
        name=language.text("Growth Gauge"),
        title=title,
        text=language.text("Check the address, or choose one of the pages."),
        links=links,
    )
    return HTMLResponse(page, status_code=404)
