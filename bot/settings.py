"""Everything an operator can set: environment variables named RELAIS_…, or the same in a file `.env`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.policy import Policy

TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram accepts in the secret header
LISTEN = re.compile(r"(\[[0-9a-fA-F:]+\]|[^:\s]+):(\d{1,5})")
FASTEST = 1000  # messages a second that Telegram takes from one bot, paid
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


NO_SUCH_SETTING = "{}: there is no such setting; .env.example lists them all"
MISSING = "RELAIS_TOKEN: missing; ask @BotFather for a token, or try `make demo`, which needs none"


class SettingsError(Exception):
    """One line that says which setting is wrong and what was expected."""


class Settings(BaseSettings, Policy):
    model_config = SettingsConfigDict(
        env_prefix="RELAIS_",
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        dotenv_filtering="match_prefix",  # the file may hold what other programs need
        extra="forbid",
    )

    token: SecretStr | None = None
    api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///data/relais.sqlite3"
    organisation: Path = Path("organisations/les-pissenlits")
    administrators: Annotated[frozenset[int], NoDecode] = frozenset()
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    listen: str = "127.0.0.1:8080"
    rate: float = 28.5
    keys: SecretStr = SecretStr("")
    models: Path = Path("data/models")

    def given_token(self) -> str:
        """SettingsError without one."""
        if self.token is None:
            raise SettingsError(MISSING)
        return self.token.get_secret_value()

    @field_validator("token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("expected a token as @BotFather gives it, like 123456789:AAE…")
        return value

    @field_validator("api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str) -> str:
        expected = ValueError("expected an address that starts with https:// (or http://)")
        try:
            parts = urlsplit(value)
        except ValueError:
            raise expected from None
        if value and not (parts.scheme in {"http", "https"} and parts.hostname):
            raise expected
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _async_driver(cls, value: str) -> str:
        scheme, _, rest = value.partition("://")
        url = f"{DRIVERS.get(scheme, scheme)}://{rest}"
        try:
            driver = make_url(url).drivername
        except (ArgumentError, ValueError):
            driver = ""
        if driver not in DRIVERS.values():
            raise ValueError("expected sqlite:///a/file or postgresql://user@host/name")
        return url

    @field_validator("administrators", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = [part for part in re.split(r"[\s,]+", value) if part]
        if not all(part.isdecimal() for part in ids):
            raise ValueError("expected Telegram ids (whole numbers) with commas between them")
        return ids

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("expected 1 to 256 letters, digits, _ or -")
        return value

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        found = LISTEN.fullmatch(value)
        if not found or int(found[2]) > 65535:
            raise ValueError("expected a host and a port, like 127.0.0.1:8080")
        return value

    @field_validator("rate")
    @classmethod
    def _messages_a_second(cls, value: float) -> float:
        if not 0 < value <= FASTEST:
            raise ValueError(f"expected messages a second: more than 0 and at most {FASTEST}")
        return value

    @model_validator(mode="after")
    def _webhook_needs_a_secret(self) -> Settings:
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError(
                "RELAIS_WEBHOOK_URL needs RELAIS_WEBHOOK_SECRET beside it: without it anybody could forge updates"
            )
        return self

    @property
    def listen_host(self) -> str:
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def listen_port(self) -> int:
        return int(self.listen.rpartition(":")[2])


def read_settings(**given: object) -> Settings:
    """The settings; what is given here wins over the environment. Raises SettingsError with one line a mistake."""
    mistakes = [NO_SUCH_SETTING.format(name) for name in _misspelt()]
    try:
        settings = Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        mistakes += [_one_line(mistake) for mistake in error.errors(include_input=False)]
    except UnicodeDecodeError:
        mistakes.append(".env: expected a text file in UTF-8")
    if mistakes:
        raise SettingsError("\n".join(mistakes))
    return settings


def _misspelt() -> list[str]:
    """Names in the environment that look like ours; pydantic notices them only in the file."""
    ours = {f"RELAIS_{name.upper()}" for name in Settings.model_fields}
    return sorted(name for name in os.environ if name.startswith("RELAIS_") and name not in ours)


def _one_line(mistake: object) -> str:
    """What pydantic found, in a line that names the key and never repeats its value (it may be a secret)."""
    assert isinstance(mistake, dict)
    key = ".".join(str(part) for part in mistake["loc"]).lower().removeprefix("relais_")
    said = str(mistake["msg"]).removeprefix("Value error, ")
    if mistake["type"] == "extra_forbidden":
        return NO_SUCH_SETTING.format(f"RELAIS_{key.upper()}")
    return f"RELAIS_{key.upper()}: {said}" if key else said
