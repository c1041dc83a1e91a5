"""Prints how long things take and how much goes to the browser; asserts nothing.

Run by ``make bench``. ``--snapshots DIR`` also times a build of everything; ``--save`` keeps the
pages' costs in baseline.json, which later runs print beside their own.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.error import URLError

from streamlit.testing.v1 import AppTest

from components.addresses import OVERVIEW, PAGES, PageAddress
from data.catalogue import Catalogue
from data.choice import Group, Presentation
from data.model import ROOT, Kind, Place

RUNS = 20
READS = 50
ROUNDS = 6
# The usual one comes last: after it the first one is a switch, too.
SWITCHED = [*list(Presentation)[1:], Presentation.FIGURE]
BASELINE = Path(__file__).with_name("baseline.json")


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


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a page costs: milliseconds on the server, bytes and charts to the browser."""

    p50: float
    p95: float
    size: int
    charts: int
    maps: int
    failed: bool

    def line(self, name: str, before: dict[str, float] | None) -> str:
        state = "  with an exception" if self.failed else ""
        then = (
            f"   before p50 {before['p50']:.0f} ms, {before['bytes'] / 1024:.0f} kB"
            if before
            else "   no baseline"
        )
        return (
            f"{name:<62} p50 {self.p50:5.0f} ms  p95 {self.p95:5.0f} ms  "
            f"{self.size / 1024:6.0f} kB  {self.charts} charts  {self.maps} maps{then}{state}"
        )

    def baseline(self) -> dict[str, float]:
        return {"p50": round(self.p50), "p95": round(self.p95), "bytes": self.size}


def open_page(page: PageAddress) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "frame.py"), default_timeout=60)
    if page != OVERVIEW:
        app.run()  # registers the pages, which switch_page needs
        app.switch_page(f"../pages/{page.script}")
    return app


def run_page(page: PageAddress, opened: str | None = None) -> Cost:
    app = open_page(page)
    if opened:
        app.query_params["avaa"] = opened
    app.run()
    cuts = quantiles([milliseconds(app.run) for _ in range(RUNS)], n=20)
    size = sum(len(node.proto.SerializeToString()) for node in nodes(app))
    are_maps = ['"choropleth"' in node.proto.spec for node in app.get("plotly_chart")]
    charts, maps = are_maps.count(False), are_maps.count(True)
    return Cost(cuts[9], cuts[18], size, charts, maps, bool(app.exception))


def nodes(page: AppTest) -> list:
    drawn = [node for block in (page.main, page.sidebar) for node in block]
    return [node for node in drawn if getattr(node, "proto", None) is not None]


def openings() -> Iterator[tuple[str, PageAddress, str | None]]:
    """Name every page, and every page of themes again with its first listed indicator open."""
    catalogue = Catalogue()
    for page in PAGES:
        yield f"/{page.address}", page, None
        themes = [theme for theme in catalogue.themes() if theme.cluster == page.address]
        series = [it for theme in themes for it in catalogue.indicators(theme.key, Kind.SERIES)]
        listed = [it.id for it in series if it.place is Place.LISTED]
        if listed:
            yield f"/{page.address}?avaa={listed[0]}", page, listed[0]


def show_pages(*, save: bool) -> None:
    """Print every page beside the committed baseline, which ``save`` writes anew."""
    before = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    print(f"run of a page on the server ({RUNS} runs) and the elements it sends")
    costs = {}
    for name, page, opened in openings():
        costs[name] = run_page(page, opened)
        print(costs[name].line(name, before.get(name)))
    if save:
        now = {name: cost.baseline() for name, cost in costs.items() if not cost.failed}
        BASELINE.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        print(f"saved {BASELINE.relative_to(ROOT)}")


def show_switches() -> None:
    """Switch the presentation of pages with charts, compared with the ten largest cities.

    The first round computes each presentation for the first time in the process.
    """
    print(
        "switch of the presentation with the ten largest cities, each redraws all charts of the page"
    )
    for page in PAGES:
        app = open_page(page)
        app.query_params["vertailu"] = str(Group.TEN_LARGEST)
        app.run()
        rounds = [[switch(app, one) for one in SWITCHED] for _ in range(ROUNDS)]
        later = [took for one in rounds[1:] for took in one]
        print(
            f"/{page.address:<30} first round at most {max(rounds[0]):5.0f} ms   later {spread(later)}"
        )


def switch(app: AppTest, presentation: Presentation) -> float:
    app.query_params["esitys"] = str(presentation)
    return milliseconds(app.run)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshots", type=Path)
    parser.add_argument("--pages-only", action="store_true", help="neither build, start nor reads")
    parser.add_argument("--save", action="store_true", help="write the baseline to compare with")
    arguments = parser.parse_args()
    if not arguments.pages_only:
        if arguments.snapshots:
            show_build(str(arguments.snapshots))
        show_start()
        show_reads()
    show_pages(save=arguments.save)
    show_switches()


if __name__ == "__main__":
    main()
