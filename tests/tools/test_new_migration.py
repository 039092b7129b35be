"""`make migration`: the next number, what the models have and the migrations lack, and what is still to be done."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.schema import MIGRATIONS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """All of ours, where nothing that is written does harm."""
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__")))


def written(migrations: Path, what: str) -> tuple[str, str]:
    """The text of the new migration, and what was said about it."""
    before = set((migrations / "versions").iterdir())
    command = [sys.executable, "tools/new_migration.py", what, str(migrations)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout
    (new,) = {path for path in set((migrations / "versions").iterdir()) - before if path.suffix == ".py"}
    assert f"{new} is a first draft" in told
    return new.read_text(encoding="utf-8"), told


def revisions(text: str) -> tuple[str, str]:
    """Its own, and the one before."""
    own, before = re.findall(r"^(?:down_)?revision = ['\"](\d{4})['\"]$", text, re.MULTILINE)
    return own, before


def test_it_has_the_next_number_and_says_what_is_still_to_be_done(migrations: Path) -> None:
    landed = len(list((migrations / "versions").glob("*.py")))
    text, told = written(migrations, "opening hours by season")
    assert text.startswith('"""opening hours by season"""\n')
    assert revisions(text) == (f"{landed + 1:04}", f"{landed:04}")
    for path in ("landed.sha256", "env.py"):
        assert f"{migrations / path}" in told
    for path in ("tests/db/test_schema.py", "tests/db/test_landed_migrations.py"):
        assert path in told
        assert (ROOT / path).is_file()


def test_it_makes_what_the_models_have_and_the_migrations_lack(migrations: Path) -> None:
    for later in (migrations / "versions").glob("*.py"):
        if not later.name.startswith("0001"):
            later.unlink()
    text, _ = written(migrations, "notices")
    assert revisions(text) == ("0002", "0001")
    assert re.search(r'op.create_table\(\s*[\'"]notice', text)
