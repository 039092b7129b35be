"""The way imports point, and how long things may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "scheduler", "db", "simulator", "benchmarks", "tests", "tools")
GENERATED = ROOT / "db" / "migrations" / "versions"
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_HANDLER = 300, 40, 15  # lines
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*packages: str) -> list[Path]:
    found = [path for package in packages for path in sorted((ROOT / package).rglob("*.py"))]
    assert found
    return found


def functions(path: Path) -> Iterator[tuple[str, Function]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    assert function.end_lineno is not None
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) and first.end_lineno:
        lines -= first.end_lineno - first.lineno + 1
    return lines


def is_handler(function: Function) -> bool:
    """Whether a router calls it."""
    return any(ast.unparse(decorator).startswith("router.") for decorator in function.decorator_list)


def too_long(found: Iterable[tuple[str, Function]], most: int) -> list[str]:
    return [f"{name}: {length(function)} lines" for name, function in found if length(function) > most]


def test_imports_point_down() -> None:
    """In a process of its own: import-linter sets up logging, and would silence loggers for other tests."""
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_files_stay_short() -> None:
    lines = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(*PACKAGES)}
    assert {path: count for path, count in lines.items() if count > LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    written = [path for path in sources(*PACKAGES) if path.parent != GENERATED]
    assert too_long((found for path in written for found in functions(path)), LONGEST_FUNCTION) == []


def test_handlers_stay_short() -> None:
    handlers = [found for path in sources("handlers") for found in functions(path) if is_handler(found[1])]
    assert len(handlers) > 5
    assert too_long(handlers, LONGEST_HANDLER) == []


def test_no_package_is_forgotten() -> None:
    with_code = {path.parent.name for path in ROOT.glob("*/*.py")}
    assert with_code <= set(PACKAGES)


def test_the_measure_measures(tmp_path: Path) -> None:
    (function,) = ast.parse('def f(\n    a,\n):\n    """Words\n    words."""\n    return a\n').body
    assert isinstance(function, ast.FunctionDef)
    assert length(function) == 4


def test_one_class_name_is_one_class() -> None:
    """A reader who searches for a name finds one thing."""
    classes = [
        node.name
        for path in sources("bot", "handlers", "scheduler", "db")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert [name for name, times in Counter(classes).items() if times > 1] == []
