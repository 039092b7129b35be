"""Keys: made, missing, broken, wrong, kept."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.settings import SettingsError, read_settings
from bot.vault import BROKEN, MISSING, Vault, WrongKey, kept_key, open_vault

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))


@pytest.mark.parametrize(
    ("value", "line"),
    [("", MISSING), ("short", BROKEN), (f"{OLD},x", BROKEN), (OLD[:-3], BROKEN)],
    ids=["none", "short", "one of two", "cut off"],
)
def test_what_is_no_key_is_told_in_a_line_without_it(value: str, line: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_vault(read_settings(keys=value))
    assert str(caught.value) == line


def test_the_first_key_encrypts_and_every_key_decrypts() -> None:
    secret = open_vault(read_settings(keys=f"{NEW}, {OLD}")).encrypt({"name": "Zaïnab"})
    assert open_vault(read_settings(keys=NEW)).decrypt(secret) == {"name": "Zaïnab"}
    with pytest.raises(WrongKey) as caught:
        open_vault(read_settings(keys=OLD)).decrypt(secret)
    assert str(caught.value) == ""
    with pytest.raises(WrongKey):
        open_vault(read_settings(keys=OLD)).renew(secret)


def test_the_same_words_never_look_the_same() -> None:
    vault = Vault([OLD])
    assert len({vault.encrypt({"name": "Zaïnab"}) for _ in range(20)}) == 20


def test_a_kept_key_stays_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "demo-key"
    key = kept_key(file)
    assert kept_key(file) == key
    Vault([key])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["demo-key"]
