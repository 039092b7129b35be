"""CONTRIBUTING.md as tests read it: its blocks of code, and places to write them to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\w+\n(?:# ([^\n]+)\n)?(.*?)^```", re.MULTILINE | re.DOTALL)
Names = dict[str, Any]


def blocks(heading: str) -> dict[str, str]:
    """Of one example: where the code goes, in the words of the guide → the code."""
    section = GUIDE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return dict(BLOCK.findall(section))


def written_into(module: ModuleType, code: str, **more: object) -> Names:
    """What that module would have then."""
    names = dict(vars(module)) | more
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)
    return names


def part_of_the_project(folder: Path, *parts: str) -> Path:
    """A copy, where nothing that is written does harm."""
    for part in parts:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.npz"))
        else:
            shutil.copy(ROOT / part, folder / part)
    return folder
