"""`make help` is true: what it lists can be made, and whatever may be made, or is named anywhere, is listed."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
RULES = dict(re.findall(r"^(\S[^:=\n]*?):(?!=)(.*)$", MAKEFILE, re.MULTILINE))
TEXTS = (
    ".ci/run",
    ".env.example",
    ".pre-commit-config.yaml",
    ".github/**/*.yml",
    "*.md",
    "docs/**/*.md",
    "*/README.md",
)
CODE = ("bot/**/*.py", "simulator/**/*.py", "benchmarks/*.py", "tools/*.py", "tools/*.sh")
NAMED = re.compile(r"`make ([a-z-]+)|^\s*make ([a-z-]+)\b|\bmake ([a-z-]+)(?= [A-Z]+=)", re.MULTILINE)


def make(*arguments: str) -> str:
    """What make answers without a word of complaint; also when another make runs the tests."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make", *arguments], cwd=ROOT, env=alone, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr) == (0, ""), arguments
    return done.stdout


def listed() -> dict[str, str]:
    """What `make help` tells: target → what it is for."""
    return dict(re.findall(r"^make (\S+)\t(.+)$", make("help"), re.MULTILINE))


def named(text: str) -> set[str]:
    return {name for found in NAMED.findall(text) for name in found if name}


def test_help_lists_what_can_be_made_and_nothing_else() -> None:
    (phony,) = (rest.split() for name, rest in RULES.items() if name == ".PHONY")
    public = {name for name, rest in RULES.items() if "##" in rest}
    assert set(listed()) == public == set(phony)
    assert len(phony) == len(set(phony))


def test_each_target_knows_how() -> None:
    for target in listed():
        assert make("-n", target), target


def test_what_is_named_anywhere_exists() -> None:
    files = {path for pattern in (*TEXTS, *CODE) for path in ROOT.glob(pattern)}
    found = {path.relative_to(ROOT).as_posix(): named(path.read_text(encoding="utf-8")) for path in files}
    assert found["README.md"] >= {"demo", "test", "run", "check"}
    assert found["tools/new_migration.py"] == {"migration"}
    assert {path: unknown for path, names in found.items() if (unknown := names - listed().keys())} == {}


def test_names_are_found_in_prose_in_blocks_and_in_messages() -> None:
    assert named("We make tea.\nThen `make demo PORT=1` or\n    make check # all\nSay: make migration WHAT=x") == {
        "demo",
        "check",
        "migration",
    }
    assert named("Choose another one: make demo PORT={port}") == {"demo"}
