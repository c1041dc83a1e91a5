"""Rules about the code itself: sizes, who imports what, what must not stand in the repository."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("components", "data", "pages")
MODULES = [
    ROOT / "app.py",
    *(path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))),
]
DISTRIBUTIONS = {"yaml": "pyyaml"}
TEXT = {
    ".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".lock", ".css", ".csv", ".po", ".cfg", ".sh",
    ".svg", "",
}  # fmt: skip
CACHES = {".git", ".venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis",
          ".import_linter_cache"}  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                last = node.end_lineno or node.lineno
                yield f"{name(path)}:{node.name}", last - node.lineno + 1


def imports(path: Path) -> set[str]:
    """Return the modules that a file imports, as they are written."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: relative import"
            assert node.module is not None
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    modules = {name(path): length(path) for path in MODULES if path.name != "__init__.py"}
    lengths = dict(functions())
    figures = {
        "module median": (median(modules.values()), 100),
        "module p90": (quantiles(modules.values(), n=10)[-1], 200),
        "longest module": (max(modules.values()), 300),
        "function median": (median(lengths.values()), 12),
        "function p90": (quantiles(lengths.values(), n=10)[-1], 33),
        "longest function": (max(lengths.values()), 60),
        "app.py": (modules["app.py"], 40),
        "frame.py": (modules["components/frame.py"], 60),
        "longest page": (max(n for file, n in modules.items() if file.startswith("pages/")), 60),
        "longest declaration": (
            max(length(path) for path in (ROOT / "data" / "indicators").rglob("*.yaml")),
            60,
        ),
    }
    report = "\n".join(
        f"{key}: {is_:g} (at most {at_most})" for key, (is_, at_most) in figures.items()
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{report}\n")
    longest = sorted({**modules, **lengths}.items(), key=lambda item: -item[1])[:12]
    too_big = [key for key, (is_, at_most) in figures.items() if is_ > at_most]
    assert not too_big, f"{too_big}\n{report}\nlongest: {longest}"


def test_nobody_imports_app_pages_or_tests() -> None:
    forbidden = ("app", "pages", "tests", "conftest")
    for path in [*MODULES, *(ROOT / "tests").rglob("*.py")]:
        wrong = {module for module in imports(path) if module.split(".")[0] in forbidden}
        assert not wrong, f"{name(path)} imports {wrong}"


def test_app_imports_only_streamlit_and_the_shell() -> None:
    assert imports(ROOT / "app.py") == {
        "pathlib", "pathlib.Path", "streamlit", "components", "components.shell",
    }  # fmt: skip


def test_every_package_says_what_it_is() -> None:
    folders = {path.parent for path in MODULES if path.parent != ROOT}
    for folder in folders:
        start = folder / "__init__.py"
        assert start.is_file(), f"{name(folder)} has no __init__.py"
        assert ast.get_docstring(tree(start)), f"{name(start)} has no docstring"


def test_tests_have_no_packages_and_no_names_of_packages() -> None:
    folders = [path for path in (ROOT / "tests").rglob("*") if path.is_dir()]
    assert not list((ROOT / "tests").rglob("__init__.py"))
    assert not [name(folder) for folder in folders if folder.name in PACKAGES]


@pytest.mark.parametrize("module", ["app", *PACKAGES])
def test_names_belong_to_this_repository(module: str) -> None:
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    assert Path(spec.origin).is_relative_to(ROOT), f"{module} comes from a dependency"


def test_frame_starts_where_no_pages_folder_lies_beside_it() -> None:
    assert not (ROOT / "components" / "pages").exists()


def test_nothing_binds_widgets_to_the_address_or_loads_a_base_map() -> None:
    forbidden = {"bind", "map_style", "use_container_width"}
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.keyword):
                assert node.arg not in forbidden, f"{name(path)}:{node.lineno} has {node.arg}="


def test_only_loading_caches() -> None:
    for path in MODULES:
        if name(path) != "components/loading.py":
            assert "st.cache" not in path.read_text(encoding="utf-8"), name(path)


def test_requirements_are_what_is_imported() -> None:
    own = {*PACKAGES, "app", *sys.stdlib_module_names}
    used = {module.split(".")[0] for path in MODULES for module in imports(path)} - own
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split("==")[0].lower() for line in lines if line and not line.startswith("#")}
    assert {DISTRIBUTIONS.get(module, module) for module in used} == pinned


@pytest.mark.parametrize("stem", ["requirements", "requirements-dev"])
def test_locks_have_the_pins_and_a_hash_for_each(stem: str) -> None:
    wanted = re.findall(
        r"^[\w.-]+==\S+", (ROOT / f"{stem}.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    lock = (ROOT / f"{stem}.lock").read_text(encoding="utf-8")
    locked = re.findall(r"^([\w.-]+==\S+) \\\n    --hash=sha256:", lock, re.MULTILINE)
    assert wanted
    assert {pin.lower() for pin in wanted} <= set(locked)
    assert len(locked) == lock.count("==")
    assert "://" not in lock


def text_files() -> Iterator[Path]:
    for path in ROOT.rglob("*"):
        is_own = not CACHES & set(path.relative_to(ROOT).parts)
        if is_own and path.is_file() and path.suffix in TEXT and path != Path(__file__):
            yield path


def test_no_file_names_a_machine_or_a_registry() -> None:
    folders = "home|root|work|tmp|Users|opt|mnt|var"
    pattern = re.compile(
        rf"(?<![\w./-])/(?:{folders})/\w|pypi\.org|pythonhosted|registry\.npmjs|192\.168\.|10\.0\.0\."
    )
    files = list(text_files())
    assert len(files) > len(MODULES)
    found = []
    for path in files:
        if path.name.startswith(".coverage"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{name(path)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


def architecture() -> str:
    return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_every_path_in_the_architecture_exists() -> None:
    roots = "components|data|pages|static|tests|docs"
    named = set(re.findall(rf"(?<![\w./])(?:{roots})/[\w./{{}},*<>-]*[\w/]", architecture()))
    exact = {path for path in named if not set("{}*<>") & set(path)} - {"data/snapshots/"}
    assert exact
    missing = sorted(path for path in exact if not (ROOT / path).exists())
    assert not missing, f"ARCHITECTURE.md names what is not there: {missing}"


def test_every_module_of_the_first_level_is_in_the_architecture() -> None:
    document = architecture()
    modules = {path.name for path in MODULES if len(path.relative_to(ROOT).parts) <= 2}
    modules -= {"__init__.py"}
    folders = {
        f"{path.name}/"
        for package in PACKAGES
        for path in (ROOT / package).iterdir()
        if path.is_dir() and path.name not in CACHES
    }
    missing = sorted(item for item in modules | folders if item not in document)
    assert not missing, f"ARCHITECTURE.md does not name: {missing}"
