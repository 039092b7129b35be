"""What only few may read, encrypted at rest. The first key encrypts, every key decrypts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.settings import Settings, SettingsError

MISSING = "RELAIS_KEYS: missing; make a key with `python -m bot keys new`, and keep a copy where the data are not"
BROKEN = "RELAIS_KEYS: expected keys as `python -m bot keys new` makes them, with commas between them"


class WrongKey(Exception):
    """None of the keys opens this; it says nothing of what is in it."""


class Vault:
    def __init__(self, keys: Sequence[str]) -> None:
        """ValueError for something that is no key, and for none at all."""
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def encrypt(self, fields: Mapping[str, str]) -> bytes:
        return self._fernet.encrypt(json.dumps(dict(fields), ensure_ascii=False).encode())

    def decrypt(self, token: bytes) -> dict[str, str]:
        """Raises WrongKey."""
        try:
            fields: dict[str, str] = json.loads(self._fernet.decrypt(token))
        except InvalidToken:
            raise WrongKey from None
        return fields

    def renew(self, token: bytes) -> bytes:
        """The same, encrypted with the first key. Raises WrongKey."""
        try:
            return self._fernet.rotate(token)
        except InvalidToken:
            raise WrongKey from None


def new_key() -> str:
    return Fernet.generate_key().decode()


def open_vault(settings: Settings) -> Vault:
    """SettingsError with one line if the keys are missing or broken."""
    keys = settings.keys.get_secret_value().replace(",", " ").split()
    if not keys:
        raise SettingsError(MISSING)
    try:
        return Vault(keys)
    except ValueError:
        raise SettingsError(BROKEN) from None


def kept_key(file: Path) -> str:
    """The key in the file, which is made at the first call and which only its owner may read."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".new")
        unfinished.touch(mode=0o600)
        unfinished.write_text(new_key())
        unfinished.replace(file)
    return file.read_text().strip()
