"""The shell around Streamlit's server: language, headers, unknown addresses."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from components import shell
from components.addresses import PAGES, language_of

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


def streamlit_shell(request: Request) -> HTMLResponse:
    """Answer like Streamlit's server: compressed or "not modified" where the browser allows it."""
    is_asked_plainly = not {"accept-encoding", "if-none-match"} & set(request.headers)
    return HTMLResponse(INDEX if is_asked_plainly else "unreadable", headers={"ETag": "x"})


def ask(path: str, query: str = "", method: str = "GET") -> Answer:
    app = Starlette(
        routes=[*shell.routes(), Route("/{path:path}", streamlit_shell)],
        middleware=shell.middleware(),
    )
    # A thread of its own: in the one of the tests a browser's event loop may already be running.
    with ThreadPoolExecutor(max_workers=1) as pool:
        sent = pool.submit(lambda: asyncio.run(exchange(app, path, query, method))).result()
    headers = {key.decode().lower(): value.decode() for key, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], headers, body.decode())


async def exchange(app: Starlette, path: str, query: str, method: str) -> list[dict]:
    sent: list[dict] = []
    waiting = iter([{"type": "http.request", "body": b"", "more_body": False}])
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"accept-encoding", b"gzip"), (b"if-none-match", b"x")],
        "root_path": "",
        "scheme": "http",
        "server": ("testserver", 80),
    }

    async def receive() -> dict:
        """Hand over the request; then wait, as for a browser that does not hang up."""
        return next(waiting, None) or await asyncio.Event().wait()

    async def send(message: dict) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent


@pytest.mark.parametrize(
    ("query", "language"),
    [("kieli=fi", "fi"), ("kieli=sv&teema=nato", "sv"), ("kieli=en", "en"), ("kieli=xx", "fi")],
)
def test_page_language_follows_the_address(query: str, language: str) -> None:
    answer = ask("/osaaminen", query)
    assert answer.status == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language
    assert int(answer.headers["content-length"]) == len(answer.text.encode())


def test_shell_names_the_dashboard_and_loads_its_font() -> None:
    html = ask("/", "kieli=sv").text
    assert "<title>Tillväxtmätaren</title>" in html
    assert "<noscript><p>Webbplatsen kräver JavaScript." in html
    assert 'href="./app/static/fonts/inter-400.woff2"' in html
    assert "SourceSans" not in html
    assert "favicon.png" not in html


@pytest.mark.parametrize(("query", "target"), [("", ""), ("teema=nato", "&teema=nato")])
def test_address_without_language_gets_one(query: str, target: str) -> None:
    answer = ask("/aineistot", query)
    assert answer.status == 307
    assert answer.headers["location"] == f"?kieli=fi{target}"


def test_shell_is_never_remembered_under_the_tag_of_the_untranslated_one() -> None:
    assert "etag" not in ask("/", "kieli=fi").headers


def test_policy_allows_only_this_host_and_the_scripts_of_the_shell() -> None:
    answer = ask("/", "kieli=fi")
    policy = answer.headers["content-security-policy"]
    script = answer.text.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert "'unsafe-eval'" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert "http" not in policy


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/nowhere", "/app/static/icon.svg"])
def test_every_answer_has_the_safe_headers(path: str) -> None:
    headers = ask(path, "kieli=fi").headers
    for name, value in shell.HEADERS.items():
        assert headers[name.lower()] == value
    assert "default-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Tässä osoitteessa ei ole sivua"),
        ("kieli=sv", "Det finns ingen sida på den här adressen"),
        ("kieli=en", "There is no page at this address"),
        ("kieli=xx", "Tässä osoitteessa ei ole sivua"),
    ],
)
def test_unknown_address_is_answered_in_the_language_of_the_reader(query: str, title: str) -> None:
    answer = ask("/yleiskuva", query)
    assert answer.status == 404
    assert f"<h1>{title}</h1>" in answer.text
    for page in PAGES:
        assert f'href="/{page.address}?kieli={language_of(query)}"' in answer.text


@pytest.mark.parametrize("path", ["/a/b", "/osaaminen/x", "/robots.txt", "/app", "/Osaaminen"])
def test_other_unknown_addresses(path: str) -> None:
    assert ask(path).status == 404


@pytest.mark.parametrize(
    "path",
    ["/osaaminen/", "/_stcore/stream", "/osaaminen/_stcore/health", "/static/x.js", "/media/x"],
)
def test_paths_of_the_server_pass(path: str) -> None:
    assert ask(path).status == 200


def test_missing_static_file_is_not_a_page() -> None:
    assert ask("/app/static/none.geojson").status == 404
