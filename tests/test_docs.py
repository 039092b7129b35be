"""Every link from one page of ours to another, or to a heading, leads there; every path that is named exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
CODE = re.compile(r"^(```|~~~).*?^\1|(?<!`)`[^`\n]+`(?!`)", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"`([a-z]+/[\w./-]*(?:\.\w+|/))`")
HEADING = re.compile(r"^#+ +(.+?) *#*$", re.MULTILINE)


def pages(root: Path) -> list[Path]:
    """Ours: what stands in a hidden folder is not."""
    inside = (folder for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith("."))
    return [*root.glob("*.md"), *(page for folder in inside for page in folder.rglob("*.md"))]


def targets(text: str) -> list[str]:
    """Where the links of a page lead, those to other sites not counted. What stands in code is no link."""
    found = (one or other for one, other in LINK.findall(CODE.sub("code", text)))
    return [target for target in found if not re.match(r"[a-z+]+:", target)]


def anchors(page: Path) -> set[str]:
    """The headings, as the hosts of repositories make addresses of them."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(page.read_text(encoding="utf-8")))
    return {heading.replace(" ", "-") for heading in plain}


def dead_links(root: Path) -> Iterator[str]:
    for page in pages(root):
        for target in targets(page.read_text(encoding="utf-8")):
            path, _, anchor = target.partition("#")
            file = page.parent / unquote(path) if path else page
            if not file.exists() or (anchor and anchor not in anchors(file)):
                yield f"{page.relative_to(root)}: {target}"


def lost_paths(root: Path) -> Iterator[str]:
    """Of those that begin in a folder of ours."""
    for page in pages(root):
        for path in PATH.findall(page.read_text(encoding="utf-8")):
            if (root / path.split("/")[0]).is_dir() and not (root / path).exists():
                yield f"{page.relative_to(root)}: {path}"


def test_every_link_leads_somewhere() -> None:
    found = pages(ROOT)
    assert {ROOT / "README.md", ROOT / "docs" / "operations.md", ROOT / "simulator" / "README.md"} <= set(found)
    assert sum(len(targets(page.read_text(encoding="utf-8"))) for page in found) > 30
    assert list(dead_links(ROOT)) == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "there.md").write_text(
        "# Go live, in 5 steps!\n[up](../README.md) [here](#go-live-in-5-steps)\n"
    )
    (tmp_path / "README.md").write_text(
        "[1](docs/there.md#go-live-in-5-steps) [`x()`](docs/) ![2](gone.png) [3](docs/there.md#gone) [4](https://a.example/x)\n"
        "`[5](in-code.md)`\n```\n[6](in-code.md)\n```\n[7]: gone.md\n"
    )
    assert list(dead_links(tmp_path)) == ["README.md: gone.png", "README.md: docs/there.md#gone", "README.md: gone.md"]


def test_every_path_that_is_named_exists() -> None:
    assert sum(len(PATH.findall(page.read_text(encoding="utf-8"))) for page in pages(ROOT)) > 20
    assert list(lost_paths(ROOT)) == []


def test_a_lost_path_is_found(tmp_path: Path) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "there.py").touch()
    (tmp_path / "README.md").write_text(
        "`bot/there.py` `bot/gone.py` `bot/` `bot/gone/` `image/png` `x/y.py` `bot/<id>.py`"
    )
    assert list(lost_paths(tmp_path)) == ["README.md: bot/gone.py", "README.md: bot/gone/"]
