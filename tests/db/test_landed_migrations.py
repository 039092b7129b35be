"""A migration that has landed has run on somebody's database, and runs there no second time: it stays as it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from db.schema import MIGRATIONS

LANDED = MIGRATIONS / "landed.sha256"
"""A hash and a file on each line, as sha256sum writes them."""
EDITED = "has landed and must not change: databases made by it would never hear of it. Take the change back, and write \
a new migration for it."
NEW = "is not in db/migrations/landed.sha256: when it is as it will land, add this line there, for ever:"


def complaints(migrations: Path, landed: str) -> list[str]:
    known = {name: digest for digest, name in map(str.split, landed.splitlines())}
    found = {file.name: _digest(file) for file in sorted(migrations.glob("*.py"))}
    edited = [f"{name} {EDITED}" for name in known if found.get(name) != known[name]]
    return edited + [f"{name} {NEW}\n{digest}  {name}" for name, digest in found.items() if name not in known]


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def test_what_has_landed_stays_as_it_is() -> None:
    told = complaints(MIGRATIONS / "versions", LANDED.read_text(encoding="utf-8"))
    assert told == [], "\n".join(told)


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    (tmp_path / "0001_first.py").write_bytes(b"one\ntwo\n")
    return tmp_path


def landed(migrations: Path) -> str:
    return "".join(f"{_digest(file)}  {file.name}\n" for file in migrations.glob("*.py"))


def test_another_systems_line_ends_are_no_change(migrations: Path) -> None:
    before = landed(migrations)
    (migrations / "0001_first.py").write_bytes(b"one\r\ntwo\r\n")
    assert complaints(migrations, before) == []


def test_who_edits_or_removes_one_is_told_to_write_another(migrations: Path) -> None:
    before = landed(migrations)
    (migrations / "0001_first.py").write_bytes(b"one\nthree\n")
    assert complaints(migrations, before) == [f"0001_first.py {EDITED}"]
    (migrations / "0001_first.py").unlink()
    assert complaints(migrations, before) == [f"0001_first.py {EDITED}"]


def test_who_adds_one_is_given_the_line_that_it_needs(migrations: Path) -> None:
    before = landed(migrations)
    (migrations / "0002_second.py").write_bytes(b"")
    (told,) = complaints(migrations, before)
    assert told.startswith("0002_second.py is not in")
    assert complaints(migrations, before + told.splitlines()[-1]) == []
