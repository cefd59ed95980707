"""Imports point one way, as the design says; read from the source itself, so that no lazy import is missed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import probreader

PACKAGE = Path(probreader.__file__).parent

# What each part may import of ours, beside itself.
ARROWS: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "errors": frozenset(),
    "paths": frozenset({"errors"}),
    "config": frozenset({"errors"}),
    "sources": frozenset({"domain", "errors"}),
    "library": frozenset({"domain", "errors"}),
    "export": frozenset({"domain", "errors"}),
    "tui": frozenset({"library", "export", "domain", "config", "errors", ""}),
    "cli": frozenset({"tui", "library", "export", "sources", "domain", "config", "errors", "paths", ""}),
    "__main__": frozenset({"cli"}),
    "": frozenset(),
}

# Who alone may import what is not ours.
ONLY: dict[str, frozenset[str]] = {
    "sqlite3": frozenset({"library"}),
    "textual": frozenset({"tui"}),
    "rich": frozenset({"tui"}),
    "platformdirs": frozenset({"paths"}),
}

# Bytes in, values out: no clock, network, disk, process, or randomness.
PURE = ("domain", "sources")
IMPURE = frozenset(
    {
        "asyncio",
        "http",
        "locale",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
        "select",
        "shutil",
        "signal",
        "socket",
        "ssl",
        "subprocess",
        "tempfile",
        "time",
        "urllib.request",
        "uuid",
    }
)
IMPURE_CALLS = frozenset({"now", "utcnow", "today", "fromtimestamp", "localtime"})


def part_of(module: str) -> str:
    """``probreader.tui.app`` is of ``tui``; the package itself is ``""``."""
    names = module.split(".")
    return names[1] if len(names) > 1 else ""


def imported(tree: ast.AST, module: str, is_package: bool) -> Iterator[str]:
    """Dotted names that ``module`` imports, at any depth of its code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                own = module.split(".") if is_package else module.split(".")[:-1]
                kept = own[: len(own) - (node.level - 1)]
                base = ".".join([*kept, base] if base else kept)
            # "from probreader import cli" imports a module as well as "import probreader.cli" does.
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "probreader" else [base]
            yield from (f"{base}.{alias.name}" for alias in node.names) if base in ("urllib", "os") else names


def faults(source: str, module: str, is_package: bool = False) -> list[str]:
    """What in ``source``, the text of ``module``, breaks an arrow."""
    tree = ast.parse(source)
    part = part_of(module)
    found = [fault for name in imported(tree, module, is_package) if (fault := _import_fault(part, name))]
    if part in PURE:
        found.extend(_impure_calls(tree))
    return found


def _import_fault(part: str, name: str) -> str | None:
    if name.split(".")[0] == "probreader":
        target = part_of(name)
        target = target if target in ARROWS else ""
        return None if target == part or target in ARROWS[part] else f"{part} imports {name}"
    for outside, allowed in ONLY.items():
        if _is_under(name, outside) and part not in allowed:
            return f"{part} imports {name}"
    if part in PURE and any(_is_under(name, impure) for impure in IMPURE):
        return f"{part} imports {name}"
    return None


def _is_under(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def _impure_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id="open" | "input" | "print" as name):
                    yield f"calls {name}"
                case ast.Attribute(attr=name) if name in IMPURE_CALLS:
                    yield f"calls {name}"


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    parts = ["probreader", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", modules(), ids=_name)
def test_every_arrow_is_kept(path: Path) -> None:
    assert faults(path.read_text("utf-8"), _name(path), path.name == "__init__.py") == []


def test_every_part_of_the_house_is_looked_at() -> None:
    assert {part_of(_name(path)) for path in modules()} == set(ARROWS)


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("probreader.sources.rss", "from probreader.library import Library", "sources imports probreader.library"),
        ("probreader.library.posts", "import probreader.sources.rss", "library imports probreader.sources.rss"),
        ("probreader.tui.app", "def f():\n    from probreader.sources import read", "tui imports probreader.sources"),
        ("probreader.tui.app", "from probreader import sources", "tui imports probreader.sources"),
        ("probreader.tui.widgets.pane", "from ...library import x, y", None),
        ("probreader.tui.widgets.pane", "from ...sources import x", "tui imports probreader.sources"),
        ("probreader.tui.app", "import sqlite3", "tui imports sqlite3"),
        ("probreader.cli.showing", "import sqlite3.dbapi2", "cli imports sqlite3.dbapi2"),
        ("probreader.cli.showing", "from textual.app import App", "cli imports textual.app"),
        ("probreader.library.posts", "import rich", "library imports rich"),
        ("probreader.export.text", "from probreader.library import Hit", "export imports probreader.library"),
        ("probreader.domain.post", "from probreader.errors import NotFoundError", "domain imports probreader.errors"),
        ("probreader.domain.post", "from probreader import __version__", "domain imports probreader.__version__"),
        ("probreader.cli", "from probreader import __version__", None),
        ("probreader.sources.dates", "import datetime", None),
        ("probreader.sources.dates", "import time", "sources imports time"),
        ("probreader.sources.dates", "from os import path", "sources imports os.path"),
        ("probreader.sources.rss", "from urllib.parse import urljoin", None),
        ("probreader.sources.rss", "from urllib import request", "sources imports urllib.request"),
        ("probreader.sources.dates", "import datetime\ndatetime.date.today()", "calls today"),
        ("probreader.sources.rss", "open('x')", "calls open"),
        ("probreader.library.posts", "import textualize", None),
        ("probreader.errors", "import probreader.domain.post", "errors imports probreader.domain.post"),
    ],
)
def test_a_broken_arrow_is_found(module: str, source: str, fault: str | None) -> None:
    assert faults(source, module) == ([] if fault is None else [fault])


def test_a_relative_import_is_told_apart_in_a_package() -> None:
    source = "from .sources import read"
    assert faults(source, "probreader.cli.reading") == []
    assert faults("from ..sources import read", "probreader.tui", is_package=True) == ["tui imports probreader.sources"]
