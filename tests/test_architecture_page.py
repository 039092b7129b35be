"""docs/architecture.md shows the code as it is: its two pictures, and every name that it links to."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import aiogram.methods

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PICTURES = dict(re.findall(r"^```mermaid\n(\w+).*?\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
LINKED = re.compile(r"\[`(\w+)`\]\(\.\./([\w/]+\.py)\)")
NO_CODE = {"Telegram", "handler"}
"""Who takes part in the way of an update, and is not ours, or is one of many."""


def defined(*files: Path) -> Iterator[str]:
    """Classes and functions, and those in classes."""
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name


def test_the_layers_are_those_of_the_contract() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = (each for each in linter["contracts"] if each["name"] == "Imports point down")
    shown = re.findall(r'^ *(\w+)\["(.+?)<br>.+"\]$', PICTURES["flowchart"], re.MULTILINE)
    assert [names for _, names in shown] == contract["layers"]
    assert arrows(PICTURES["flowchart"]) == [key for key, _ in shown]


def arrows(picture: str) -> list[str]:
    """The keys from the top down: each line goes on where the one before ended."""
    lines = [line.strip().split(" --> ") for line in picture.splitlines() if "-->" in line]
    assert [line[0] for line in lines[1:]] == [line[-1] for line in lines[:-1]]
    return [lines[0][0], *(key for line in lines for key in line[1:])]


def test_names_in_the_way_of_an_update_are_those_of_the_code() -> None:
    picture = PICTURES["sequenceDiagram"]
    ours = set(defined(*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")))
    takes_part = set(re.findall(r"participant (\w+)", picture))
    assert takes_part - ours == NO_CODE
    steps = re.findall(r"^ *(\w+)--?>>(\w+): (.+)$", picture, re.MULTILINE)
    assert {name for one, other, _ in steps for name in (one, other)} == takes_part
    said = {name for _, _, what in steps for name in re.findall(r"\b[A-Z]\w+|\w+(?=\(\))", what)}
    assert {"GetRawUpdates", "take", "Actor", "Screen"} <= said
    assert {name for name in said - ours if not hasattr(aiogram.methods, name)} == set()


def test_middlewares_stand_in_the_picture_in_their_order() -> None:
    made = (ROOT / "handlers" / "dispatcher.py").read_text(encoding="utf-8")
    order = [name for name in re.findall(r"participant (\w+)", PICTURES["sequenceDiagram"]) if f"{name}(" in made]
    assert order == ["UnitOfWork", "WhoWrites", "DecodesTap", "FormInProgress"]
    assert sorted(order, key=lambda name: made.index(f"{name}(")) == order


def test_each_name_is_defined_in_the_file_that_it_links_to() -> None:
    found = LINKED.findall(PAGE)
    assert len(found) > 15
    assert [(name, file) for name, file in found if name not in set(defined(ROOT / file))] == []
