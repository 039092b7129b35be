"""A table and a language, as CONTRIBUTING.md says, in a copy of the project."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot import i18n
from bot.i18n import load_speeches, read_catalogue
from tests.bot import test_i18n as of_catalogues
from tests.support.guide import blocks, part_of_the_project

AFTERWARDS = """
import asyncio
from db.queries.privacy import personal_columns
from db.schema import upgrade
from db.session import make_engine
from tests.support.schemas import difference_from_models

async def main():
    engine = make_engine("sqlite+aiosqlite:///new.sqlite3")
    await upgrade(engine)
    print(await difference_from_models(engine), "loan" in {table.name for table, _ in personal_columns()})
    await engine.dispose()

asyncio.run(main())
"""


def test_the_table_gets_its_migration_and_is_known_to_export_and_erasure(tmp_path: Path) -> None:
    schemas = ("tests/__init__.py", "tests/support/__init__.py", "tests/support/schemas.py")
    folder = part_of_the_project(tmp_path, "bot", "db", "tools/new_migration.py", *schemas)
    code = blocks("A table")
    (folder / "db/models/loans.py").write_text(code["db/models/loans.py"], encoding="utf-8")
    env = folder / "db/migrations/env.py"
    env.write_text(env.read_text().replace("import broadcasts, ", "import broadcasts, loans, "), encoding="utf-8")
    (what,) = re.findall(r'^make migration WHAT="(.+)"$', code[""], re.MULTILINE)
    told = python(folder, "tools/new_migration.py", what)
    assert "what_the_desk_lends.py is a first draft" in told
    assert python(folder, "-c", AFTERWARDS) == "[] True\n"


def python(folder: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def test_the_language_has_its_dates_and_a_catalogue_that_waits_for_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = blocks("A language")
    folder = part_of_the_project(tmp_path, "bot", "handlers", "locales", "tools/messages.sh", "pyproject.toml")
    (folder / ".venv").symlink_to(sys.prefix)
    script = folder / "tools/messages.sh"
    line, before = code["tools/messages.sh"].strip(), script.read_text(encoding="utf-8")
    script.write_text(before.replace(line.replace(" es;", ";"), line), encoding="utf-8")
    subprocess.run(["sh", "tools/messages.sh"], cwd=folder, check=True, timeout=120)
    for language, region in ast.literal_eval(f"{{{code['bot/i18n.py, in REGIONS']}}}").items():
        monkeypatch.setitem(i18n.REGIONS, language, region)
    speech = load_speeches(folder / "locales")["es"]
    assert (speech.own_name, speech.date(date(2026, 11, 23))) == ("Español", "lunes, 23 de noviembre de 2026")
    assert speech.plain("Opening hours") == "Opening hours"
    catalogue = read_catalogue(folder / "locales", "es")
    with pytest.raises(AssertionError, match="more items"):
        of_catalogues.test_every_sentence_is_translated_and_none_is_a_guess(catalogue)
