"""Which files of the simulator need each other: only a world, its chats and its people."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import simulator

Imports = dict[str, set[str]]  # by a module's name, the modules of the same package that it imports


def imports_in(folder: Path) -> Imports:
    """Of every module below the folder. Those inside functions and under TYPE_CHECKING count as well: they hide a
    cycle from the interpreter, but not from whoever reads or changes the files."""
    paths = {module_name(folder, path): path for path in folder.rglob("*.py")}
    found = {}
    for name, path in paths.items():
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {target for node in ast.walk(tree) for target in targets(node, package)}
        # `from .methods import media` names a module, `from .methods import METHODS` something in one
        found[name] = {target if target in paths else target.rpartition(".")[0] for target in named} & paths.keys()
    return found


def module_name(folder: Path, path: Path) -> str:
    return ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")


def targets(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        source = resolve_name("." * node.level + (node.module or ""), package)
        yield from (f"{source}.{alias.name}" for alias in node.names)


def cycles(imports: Imports) -> list[set[str]]:
    """Each group of modules of which every one leads to every other."""
    reached = {name: reachable(name, imports) for name in imports}
    groups = {frozenset(m for m in reached[name] if name in reached[m]) for name in imports if name in reached[name]}
    return [set(group) for group in groups]


def reachable(name: str, imports: Imports) -> set[str]:
    found: set[str] = set()
    ahead = set(imports[name])
    while ahead:
        found |= ahead
        ahead = {target for module in ahead for target in imports[module]} - found
    return found


def test_only_a_world_its_chats_and_its_people_import_each_other() -> None:
    imports = imports_in(Path(simulator.__file__).parent)
    assert cycles(imports) == [{"simulator.world", "simulator.chat", "simulator.person"}]
    assert "simulator.calls" in imports["simulator.api"]
    assert "simulator.methods.sending" in imports["simulator.methods"]


def test_hidden_imports_count(tmp_path: Path) -> None:
    files = {
        "__init__": "",
        "late": "def f():\n    from .typed import X\n",
        "typed": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import late\n",
        "inner/__init__": "from .one import a\n",
        "inner/one": "import made.inner.two\n",
        "inner/two": "from ..inner import one\n",
        "alone": "from .late import f\nimport ast\n",
    }
    (tmp_path / "made" / "inner").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / "made" / f"{name}.py").write_text(text)
    found = cycles(imports_in(tmp_path / "made"))
    assert sorted(map(sorted, found)) == [["made.inner.one", "made.inner.two"], ["made.late", "made.typed"]]
