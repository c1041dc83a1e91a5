"""Prints how long things take and how much goes to the browser; asserts nothing.

Run by ``make bench``. ``--snapshots DIR`` also times a build of everything.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from urllib.error import URLError

from streamlit.testing.v1 import AppTest

from components.addresses import PAGES
from data.catalogue import Catalogue
from data.model import ROOT, Kind

RUNS = 20
READS = 50


def milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def spread(values: list[float]) -> str:
    cuts = quantiles(values, n=20)
    return f"p50 {cuts[9]:6.0f} ms   p95 {cuts[18]:6.0f} ms"


def show_build(snapshots: str) -> None:
    """Build everything into a folder of its own, in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "data.pipeline", "build", "--snapshots", snapshots]
        command += ["--prepared", f"{folder}/prepared"]
        took = milliseconds(
            lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        )
    print(f"build of everything          {took / 1000:6.1f} s")


def show_start() -> None:
    """Start a server and wait for its health, then run the front page for the first time."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            up = milliseconds(lambda: wait_for(f"http://127.0.0.1:{port}/_stcore/health"))
        finally:
            server.terminate()
            server.wait(timeout=20)
    # A new process, so that imports and the first read of the catalogue are counted.
    code = (
        "from streamlit.testing.v1 import AppTest; "
        f"AppTest.from_file({str(ROOT / 'components' / 'frame.py')!r}, default_timeout=60).run()"
    )
    command = [sys.executable, "-c", code]
    first = milliseconds(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True))
    print(f"server up                    {up / 1000:6.1f} s")
    print(f"first page in a new process  {first / 1000:6.1f} s")


def wait_for(address: str) -> None:
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)


def show_reads() -> None:
    catalogue = Catalogue()
    series = [item.id for item in catalogue.indicators() if item.kind is Kind.SERIES]
    took = {key: milliseconds(lambda key=key: catalogue.observations(key)) for key in series}
    slowest = max(took, key=lambda key: took[key])
    many = [milliseconds(lambda: Catalogue().observations(slowest)) for _ in range(3)]
    again = [milliseconds(lambda: catalogue.observations(slowest)) for _ in range(READS)]
    print(f"read of one series, {len(series)} series: {spread(list(took.values()))}")
    print(f"slowest is {slowest}: {spread(again)}; with a new catalogue {min(many):.0f} ms")


def run_page(script: str, address: str) -> None:
    page = AppTest.from_file(str(ROOT / "components" / "frame.py"), default_timeout=60).run()
    if address:
        page.switch_page(f"../pages/{script}").run()
    took = [milliseconds(page.run) for _ in range(RUNS)]
    size = sum(len(node.proto.SerializeToString()) for node in nodes(page))
    state = "  with an exception" if page.exception else ""
    print(f"/{address:<28}{spread(took)}   {size / 1024:7.0f} kB{state}")


def nodes(page: AppTest) -> list:
    drawn = [node for block in (page.main, page.sidebar) for node in block]
    return [node for node in drawn if getattr(node, "proto", None) is not None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshots", type=Path)
    arguments = parser.parse_args()
    if arguments.snapshots:
        show_build(str(arguments.snapshots))
    show_start()
    show_reads()
    print(f"run of a page on the server ({RUNS} runs) and the elements it sends")
    for page in PAGES:
        run_page(page.script, page.address)


if __name__ == "__main__":
    main()
