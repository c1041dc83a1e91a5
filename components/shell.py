"""What surrounds Streamlit's own server: page language, safe headers, an answer to lost visitors.

Streamlit's HTML shell says ``<html lang="en">`` on every page, answers any address with that
shell and sends no security headers. All three are mended here, before the first script runs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.addresses import LANGUAGE, language_of
from components.language import Language
from components.unknown_address import PAGE_PATHS, UnknownAddress, not_found
from data.model import LANGUAGES, STATIC

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def middleware() -> list[Middleware]:
    """Return what wraps every request."""
    return [Middleware(Shell)]


def routes() -> list[BaseRoute]:
    """Return the routes that come before Streamlit's own."""
    return [
        Mount("/app/static", app=StaticFiles(directory=STATIC)),
        UnknownAddress("/{address:path}", not_found),
    ]


def translated(html: str, language: Language) -> str:
    """Return Streamlit's shell with language, name, icon and font of the dashboard."""
    needs_script = language.text("This dashboard needs JavaScript. Turn it on in the browser.")
    html = re.sub(r'<html lang="[^"]*"', f'<html lang="{language.code}"', html, count=1)
    html = re.sub(r"<title>.*?</title>", f"<title>{language.text('Growth Gauge')}</title>", html)
    html = re.sub(
        r"<noscript>.*?</noscript>",
        f"<noscript><p>{needs_script}</p></noscript>",
        html,
        flags=re.DOTALL,
    )
    html = html.replace("./favicon.png", "./app/static/icon.svg")
    return re.sub(
        r"\./static/media/SourceSans[^\"]*\.woff2", "./app/static/fonts/inter-400.woff2", html
    )


def content_security_policy(html: str = "") -> str:
    """Return a policy that allows this host only, and the inline scripts that ``html`` has."""
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval'{hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "font-src 'self' data:",
            "connect-src 'self' blob: data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


class Shell:
    """ASGI middleware: headers on every answer, a translated shell on every page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] in PAGE_PATHS and scope["method"] == "GET":
            await self._page(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send))

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the shell in the language of the address; an address without one gets one.

        With the language there from the start, the script need not rewrite the address, which
        would cost the reader one more press of "back".
        """
        query = scope["query_string"].decode("latin-1")
        if LANGUAGE not in parse_qs(query, keep_blank_values=True):
            target = f"?{LANGUAGE}={LANGUAGES[0]}" + (f"&{query}" if query else "")
            await _redirect(target, _with_headers(send))
            return
        kept: list[Message] = []

        async def keep(message: Message) -> None:
            kept.append(message)

        await self.app(_whole_and_plain(scope), receive, keep)
        start, chunks = kept[0], kept[1:]
        html = b"".join(chunk.get("body", b"") for chunk in chunks).decode()
        html = translated(html, Language.of(language_of(query)))
        headers = MutableHeaders(raw=list(start["headers"]))
        for stale in ("etag", "last-modified", "accept-ranges"):
            del headers[stale]
        headers["Content-Length"] = str(len(html.encode()))
        headers["Content-Language"] = language_of(query)
        headers["Content-Security-Policy"] = content_security_policy(html)
        send = _with_headers(send)
        await send({**start, "headers": headers.raw})
        await send({"type": "http.response.body", "body": html.encode()})


async def _redirect(target: str, send: Send) -> None:
    headers = [(b"location", target.encode("latin-1")), (b"cache-control", b"no-cache")]
    await send({"type": "http.response.start", "status": 307, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _whole_and_plain(scope: Scope) -> Scope:
    """Ask for the shell uncompressed and unconditionally: a part or a 304 cannot be translated."""
    unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    headers = [(key, value) for key, value in scope["headers"] if key not in unwanted]
    return {**scope, "headers": headers}


def _with_headers(send: Send) -> Send:
    """Return a ``send`` that adds the security headers where the answer has none of its own."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message.get("headers", [])))
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", content_security_policy())
            message = {**message, "headers": headers.raw}
        await send(message)

    return send_with_headers
