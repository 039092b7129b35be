"""The command line as an operator meets it: one clear line for each mistake, and no traceback."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.vault import MISSING, new_key
from db.session import make_engine
from tests.support.conversation import TOKEN
from tests.support.small_pack import SMALL, edited, write

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LES_PISSENLITS = ROOT / "organisations" / "les-pissenlits"


@pytest.fixture(autouse=True)
def fresh_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder and no settings; the logs of this process stay as they are."""
    for name in [name for name in os.environ if name.startswith("RELAIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("RELAIS_ORGANISATION", str(LES_PISSENLITS))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.__main__.set_up_logs", lambda: None)
    monkeypatch.setattr("bot.commands.demo.set_up_logs", lambda level: None)


@pytest.fixture
def says(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """What a command answers: exit code, standard output, standard error."""

    def says(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return says


Says = Callable[..., tuple[int, str, str]]


def test_run_without_a_token_is_one_line_in_a_real_process(tmp_path: Path) -> None:
    result = subprocess.run([sys.executable, "-m", "bot", "run"], capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("RELAIS_TOKEN: missing; ask @BotFather")


def test_the_version_is_the_projects_and_needs_no_settings() -> None:
    watched = [sys.executable, "-X", "importtime", "-m", "bot", "--version"]
    result = subprocess.run(watched, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stdout) == (0, f"Relais {PROJECT['version']}\n")
    assert " bot.commands.version\n" in result.stderr
    assert " aiogram" not in result.stderr


@pytest.mark.parametrize("command", ["import", "check"])
def test_what_needs_no_telegram_does_not_import_its_client(command: str) -> None:
    code = "import sys; from bot.__main__ import main; main(sys.argv[1:]); print('loaded:', *sys.modules)"
    arguments = ["import", str(LES_PISSENLITS)] if command == "import" else ["check"]
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60)
    loaded = result.stdout.splitlines()[-1].removeprefix("loaded: ").split()
    assert "sqlalchemy" in loaded
    assert {"aiogram", "aiohttp", "apscheduler", "simulator"}.isdisjoint(loaded)


def test_a_malformed_token_is_not_repeated(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAIS_TOKEN", "12:secret")
    code, _, err = says("run")
    assert code == 1
    assert err == "RELAIS_TOKEN: expected a token as @BotFather gives it, like 123456789:AAE…\n"


def test_run_without_a_key_says_how_to_make_one(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAIS_TOKEN", TOKEN)
    code, _, err = says("run")
    assert (code, err) == (1, f"{MISSING}\n")


def test_keys_are_rotated_and_counted(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    assert says("keys", "rotate")[2] == f"{MISSING}\n"
    monkeypatch.setenv("RELAIS_KEYS", new_key())
    assert says("keys", "rotate")[1] == "Everything is encrypted with the first key (0). The other keys may go.\n"


def test_a_pack_that_is_not_there(says: Says, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RELAIS_TOKEN", TOKEN)
    monkeypatch.setenv("RELAIS_ORGANISATION", str(tmp_path / "nowhere"))
    for arguments in (["run"], ["check"], ["import", str(tmp_path / "nowhere")]):
        code, _, err = says(*arguments)
        assert code == 1, arguments
        assert len(err.splitlines()) == 1
        assert "nowhere" in err


def test_an_import_says_what_it_did_and_the_second_does_nothing(
    says: Says, monkeypatch: pytest.MonkeyPatch, database_url: str, tmp_path: Path
) -> None:
    monkeypatch.setenv("RELAIS_DATABASE_URL", database_url)
    assert says("import", str(LES_PISSENLITS)) == (0, "Nothing has changed.\n", "")
    small = write(tmp_path / "small")
    code, out, err = says("import", str(small))
    assert (code, err) == (0, "")
    assert "letters" in out
    assert says("import", str(small)) == (0, "Nothing has changed.\n", "")
    write(small, edited("country: BE", "country: Belgium"))
    code, out, err = says("import", str(small))
    assert (code, out) == (1, "")
    assert "organisation.yaml" in err
    assert "country" in err
    write(small, SMALL)
    assert says("import", str(small)) == (0, "Nothing has changed.\n", "")


def test_check_lists_what_lacks_a_translation(says: Says, tmp_path: Path) -> None:
    code, out, err = says("check", "--organisation", str(write(tmp_path / "small")))
    assert (code, err) == (1, "")
    (line,) = out.splitlines()
    assert "organisation.yaml" in line
    assert "nl" in line
    whole = edited("    note: {fr: Accueil}", "    note: {fr: Accueil, nl: Onthaal}")
    answer = says("check", "--organisation", str(write(tmp_path / "whole", whole)))
    assert answer == (0, "Everything is there, in every language.\n", "")


def test_a_newer_database_is_left_alone(says: Says, monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    async def make_newer() -> None:
        engine = make_engine(database_url)
        async with engine.begin() as connection:
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        await engine.dispose()

    asyncio.run(make_newer())
    monkeypatch.setenv("RELAIS_TOKEN", TOKEN)
    monkeypatch.setenv("RELAIS_DATABASE_URL", database_url)
    for arguments in (["run"], ["import", str(LES_PISSENLITS)]):
        code, out, err = says(*arguments)
        assert (code, out) == (1, "")
        assert err == "The database is newer than this Relais: install the newer Relais again.\n"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////dev/null/relais.sqlite3",
        "sqlite:///.",
        "postgresql://relais:pass-word@127.0.0.1:1/relais",
    ],
)
def test_a_database_that_cannot_be_opened(says: Says, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("RELAIS_DATABASE_URL", url)
    code, out, err = says("import", str(LES_PISSENLITS))
    assert (code, out) == (1, "")
    (line,) = err.splitlines()
    assert line.startswith("RELAIS_DATABASE_URL: the database cannot be opened (")
    assert "pass-word" not in line


def test_a_file_that_is_no_database(says: Says, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear neighbour, " * 100)
    monkeypatch.setenv("RELAIS_DATABASE_URL", "sqlite:///letter.txt")
    code, _, err = says("import", str(LES_PISSENLITS))
    assert code == 1
    assert len(err.splitlines()) == 1


def test_a_demo_on_a_port_that_is_taken_says_how_to_choose_another(says: Says, taken_port: int) -> None:
    code, _, err = says("demo", "--port", str(taken_port))
    assert code == 1
    assert err == f"Port {taken_port} is taken. Choose another one: make demo PORT={taken_port + 1}\n"
