"""Keys: made, missing, broken, wrong, changed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.__main__ import main
from bot.domain.requests import Outcome
from bot.settings import SettingsError, read_settings
from bot.usecases import keys
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import PrivateParts
from bot.vault import BROKEN, MISSING, Vault, WrongKey, kept_key, open_vault
from db.queries import secrets
from tests.support.network import AMINA, CLAIRE, MARC, PRIVATE, Network

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))


def test_a_new_key_is_a_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "new"]) == 0
    key = capsys.readouterr().out.strip()
    assert Vault([key]).decrypt(Vault([key]).encrypt({"name": "Zaïnab"})) == {"name": "Zaïnab"}


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


async def test_everything_is_encrypted_anew_and_the_old_key_may_go(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "BATCH", 2)
    network.vault = Vault([OLD])
    requests = [await network.log() for _ in range(5)]
    await network.claim(MARC, requests[0])
    async with network.acts_as(MARC) as actor:
        await Claims(actor).close(requests[0], Outcome.DONE, "Zaïnab est contente")
    async with network.sessions.begin() as session:
        await keys.check_keys(session, Vault([OLD]))
        with pytest.raises(SettingsError, match="none of these keys"):
            await keys.check_keys(session, Vault([NEW]))
    with pytest.raises(SettingsError, match="none of these keys"):
        await keys.rotate(network.sessions, Vault([NEW]))
    for _ in range(2):  # cut off, it can begin again
        assert await keys.rotate(network.sessions, Vault([NEW, OLD])) == 6
    network.vault = Vault([NEW])
    async with network.acts_as(CLAIRE) as actor:
        seen = await PrivateParts(actor).view(requests[0])
    assert (seen.fields, seen.debrief) == (PRIVATE, "Zaïnab est contente")


async def test_rotating_leaves_alone_what_changes_meanwhile(network: Network) -> None:
    request_id = await network.draft(AMINA)
    async with network.sessions.begin() as session:
        await secrets.replace(session, secrets.PLACES[0], request_id, b"what stood there before", b"something else")
    async with network.sessions.begin() as session:
        (row,) = await secrets.batch(session, secrets.PLACES[0], -1, 10)
    assert network.vault.decrypt(row[1] or b"") == PRIVATE
