"""What every test may use: the root of the repository, pages run without a browser.

Network sockets are blocked by the options in pyproject.toml: a page that called another host
would fail here.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
FRAME = ROOT / "components" / "frame.py"
FRONT_PAGE = "overview.py"


def pytest_configure() -> None:
    """Make a message without translation an error, here and in the servers that tests start."""
    os.environ["KASVUMITTARI_STRICT_MESSAGES"] = "1"


class RunPage:
    """Runs pages inside the frame, as a session of the server does."""

    def __call__(self, script: str, **query: str) -> AppTest:
        """Return the run of ``pages/<script>``, opened with query parameters."""
        page = AppTest.from_file(str(FRAME), default_timeout=60)
        if script == FRONT_PAGE:
            page.query_params.update(query)
            return page.run()
        page.run()  # registers the pages, which switch_page needs
        page.query_params.clear()
        page.query_params.update(query)
        return page.switch_page(f"../pages/{script}").run()


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def run_page() -> RunPage:
    return RunPage()
