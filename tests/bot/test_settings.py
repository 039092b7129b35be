"""Each setting, and each mistake in one line that names it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456789:AAE-a_token_of_the_form_that_BotFather_gives"
SECRET = "not-to-be-told"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting in the environment, and no .env but the test's own."""
    for name in [name for name in os.environ if name.startswith("RELAIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def mistakes(monkeypatch: pytest.MonkeyPatch, **environment: str) -> list[str]:
    for name, value in environment.items():
        monkeypatch.setenv(f"RELAIS_{name.upper()}", value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert caught.value.__cause__ is None, "the cause would repeat the value"
    return str(caught.value).splitlines()


def test_without_any_setting_it_is_sqlite_polling_and_no_token() -> None:
    settings = read_settings()
    assert settings.token is None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite+aiosqlite:///data/relais.sqlite3"
    assert settings.organisation == Path("organisations/les-pissenlits")
    assert settings.administrators == frozenset()
    assert settings.webhook_url == ""
    assert (settings.listen_host, settings.listen_port) == ("127.0.0.1", 8080)
    assert settings.rate == 28.5


def test_every_setting_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "TOKEN": TOKEN,
        "API_URL": "http://127.0.0.1:8081/",
        "DATABASE_URL": "postgresql://relais:pa%40ss@db/relais?ssl=require",
        "ORGANISATION": "/srv/pack",
        "ADMINISTRATORS": "5000000001, 5000000002",
        "WEBHOOK_URL": "https://relais.example.org/hook",
        "WEBHOOK_SECRET": SECRET,
        "LISTEN": "[::1]:9000",
        "RATE": "950",
    }.items():
        monkeypatch.setenv(f"RELAIS_{name}", value)
    settings = read_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.api_url == "http://127.0.0.1:8081"
    assert settings.database_url == "postgresql+asyncpg://relais:pa%40ss@db/relais?ssl=require"
    assert settings.organisation == Path("/srv/pack")
    assert settings.administrators == {5000000001, 5000000002}
    assert settings.webhook_url == "https://relais.example.org/hook"
    assert settings.webhook_secret.get_secret_value() == SECRET
    assert (settings.listen_host, settings.listen_port) == ("::1", 9000)
    assert settings.rate == 950


def test_the_environment_wins_over_the_file_and_what_is_given_wins_over_both(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("RELAIS_API_URL=https://file.example\nRELAIS_LISTEN=127.0.0.1:1\n", encoding="utf-8")
    monkeypatch.setenv("RELAIS_API_URL", "https://environment.example")
    assert read_settings().api_url == "https://environment.example"
    assert read_settings().listen == "127.0.0.1:1"
    assert read_settings(api_url="https://given.example").api_url == "https://given.example"


def test_what_other_programs_need_may_stand_in_the_same_file() -> None:
    Path(".env").write_text("COMPOSE_PROJECT_NAME=relais\nRELAIS_LISTEN=127.0.0.1:1\n", encoding="utf-8")
    assert read_settings().listen == "127.0.0.1:1"


@pytest.mark.parametrize(
    ("setting", "wrong", "expected"),
    [
        ("token", f"12:{SECRET}", "a token as @BotFather gives it"),
        ("api_url", "api.telegram.org", "an address that starts with https://"),
        ("api_url", "http://[::1", "an address that starts with https://"),
        ("database_url", f"mysql://u:{SECRET}@db/relais", "sqlite:///a/file or postgresql://"),
        ("database_url", f"postgresql://u:{SECRET}@db:port/relais", "sqlite:///a/file or postgresql://"),
        ("database_url", "relais.sqlite3", "sqlite:///a/file or postgresql://"),
        ("administrators", "5000000001, @amina", "Telegram ids"),
        ("webhook_url", "ftp://relais.example.org", "an address that starts with https://"),
        ("webhook_secret", f"{SECRET} with spaces", "1 to 256 letters, digits, _ or -"),
        ("listen", "9999", "a host and a port"),
        ("rate", "-5", "more than 0 and at most 1000"),
        ("rate", "1001", "more than 0 and at most 1000"),
        ("listen", "127.0.0.1:65536", "a host and a port"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_setting_and_never_its_value(
    monkeypatch: pytest.MonkeyPatch, setting: str, wrong: str, expected: str
) -> None:
    (line,) = mistakes(monkeypatch, **{setting: wrong})
    assert line.startswith(f"RELAIS_{setting.upper()}: expected ")
    assert expected in line
    assert SECRET not in line
    assert wrong not in line


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = mistakes(monkeypatch, webhook_url="https://relais.example.org/hook")
    assert line.startswith("RELAIS_WEBHOOK_URL needs RELAIS_WEBHOOK_SECRET")


def test_each_mistake_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = mistakes(monkeypatch, api_url="nowhere", listen="nowhere", tokne=TOKEN)
    assert sorted(line.partition(":")[0] for line in lines) == ["RELAIS_API_URL", "RELAIS_LISTEN", "RELAIS_TOKNE"]


def test_a_misspelt_setting_is_told_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    assert mistakes(monkeypatch, tokne=SECRET) == [
        "RELAIS_TOKNE: there is no such setting; .env.example lists them all"
    ]
    monkeypatch.delenv("RELAIS_TOKNE")
    Path(".env").write_text(f"RELAIS_ADMINS={SECRET}\n", encoding="utf-8")
    assert mistakes(monkeypatch) == ["RELAIS_ADMINS: there is no such setting; .env.example lists them all"]


def test_a_file_that_is_no_text_is_told() -> None:
    Path(".env").write_bytes(b"RELAIS_TOKEN=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"^\.env: expected a text file in UTF-8$"):
        read_settings()


def test_secrets_do_not_show_in_the_settings() -> None:
    settings = read_settings(token=TOKEN, webhook_secret=SECRET)
    assert TOKEN not in repr(settings)
    assert SECRET not in repr(settings)


def test_the_example_lists_every_setting_with_its_default_and_a_comment() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    listed = re.findall(r"^#[^\n]+\n(RELAIS_\w+)=(.*)$", example, re.MULTILINE)
    assert sorted(name for name, _ in listed) == sorted(f"RELAIS_{name.upper()}" for name in Settings.model_fields)
    assert example.count("\nRELAIS_") == len(listed), "each setting has a comment above it"
    Path(".env").write_text(example, encoding="utf-8")
    as_they_stand = read_settings()
    Path(".env").unlink()
    assert as_they_stand == read_settings()
