"""A real server on the loopback address and a real browser."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from components.addresses import PAGES

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 60
# Streamlit's browser code looks for its server below the address of the page first.
OWN_PROBES = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")
IS_QUIET = (
    "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
    " && document.querySelector('h1')"
    " && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_served(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    last = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < last and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    process.kill()
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


@contextmanager
def running_server(log: Path) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--server.address", "127.0.0.1"],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_served(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of one server that many tests share."""
    with running_server(tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[str]:
    """Return the address of a server that nobody has asked for a page yet."""
    with running_server(tmp_path / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser tests need chromium: run make test, or install it"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass
class Visit:
    """One opened page, with what the browser asked for and complained about meanwhile."""

    page: Page
    server: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> Visit:
        self.page.goto(f"{self.server}/{address}")
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until the script has run, and the charts and maps have drawn."""
        self.page.wait_for_function(IS_QUIET, timeout=60_000)
        charts = self.page.get_by_test_id("stPlotlyChart")
        self.page.wait_for_function(
            "n => document.querySelectorAll('.js-plotly-plot .main-svg').length >= n",
            arg=charts.count(),
            timeout=60_000,
        )

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return self.page.evaluate(
            "() => Math.max(0, ...[document.documentElement, document.body,"
            " document.querySelector('[data-testid=stMain]')]"
            ".map(box => box.scrollWidth - box.clientWidth))"
        )

    def note_request(self, request: Request) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.outside.append(request.url)


@contextmanager
def windows(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens an address in a window of its own; all are closed at the end."""
    contexts = []

    def start(
        server: str, address: str, width: int = 1366, height: int = 900, dark: bool = False
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        opened = Visit(context.new_page(), server)
        listen(opened)
        return opened.open(address)

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens an address for one test."""
    with windows(browser) as start:
        yield start


@pytest.fixture(scope="module", params=[page.address for page in PAGES])
def opened(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Return each page of the dashboard, opened once for all tests of a module."""
    with windows(browser) as start:
        yield start(server, request.param)


def listen(opened: Visit) -> None:
    opened.page.on("request", opened.note_request)
    opened.page.on("websocket", lambda socket: opened.outside.extend(foreign(socket.url, opened)))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.on(
        "console",
        lambda message: (
            opened.complaints.append(f"{message.text} ({message.location.get('url')})")
            if message.type in {"error", "warning"}
            and not OWN_PROBES.search(message.location.get("url", ""))
            else None
        ),
    )


def foreign(socket_address: str, opened: Visit) -> list[str]:
    own = opened.server.replace("http", "ws", 1)
    return [] if socket_address.startswith(own) else [socket_address]
