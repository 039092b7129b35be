"""What stands around the code says what is so: the hooks before a commit, the hosted checks, the changelog."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hooks_fetch_nothing_and_say_what_make_check_says() -> None:
    (repository,) = read(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    for hook in repository["hooks"]:
        assert hook["language"] == "system"
        assert plain(hook["entry"].replace(".venv/bin/", "$(BIN)/", 1)) in checks()


def checks() -> set[str]:
    """The commands of `make check`."""
    rule = (ROOT / "Makefile").read_text(encoding="utf-8").split("\ncheck:")[1].split("\n\n")[0]
    return {plain(line) for line in rule.splitlines()[1:]}


def plain(command: str) -> str:
    """Without what differs where a hook names the files."""
    return " ".join(word for word in command.strip("\t@").split() if word not in (".", "--force-exclude", "--no-logo"))


def test_the_hosted_checks_are_those_at_home() -> None:
    (job,) = read(".github/workflows/ci.yml")["jobs"].values()
    assert job["container"]["image"].startswith(f"python:{PROJECT['requires-python'].removeprefix('>=')}-")
    checkout, checks = job["steps"]
    assert re.fullmatch(r"actions/checkout@[0-9a-f]{40}", checkout["uses"])
    assert checks == {"run": "bash .ci/run"}


def test_the_changelog_is_kept() -> None:
    """As https://keepachangelog.com has it: the newest version is the project's, and changes are of six kinds."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert first == "Unreleased"
    assert re.fullmatch(re.escape(PROJECT["version"]) + r" - \d{4}-\d\d-\d\d", versions[0])
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= kinds
