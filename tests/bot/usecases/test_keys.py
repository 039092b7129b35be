"""Keys: made, missing, broken, wrong, changed."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet

from bot.__main__ import main
from bot.domain.requests import Outcome
from bot.settings import SettingsError
from bot.usecases import keys
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import PrivateParts
from bot.vault import Vault
from db.queries import secrets
from tests.support.network import AMINA, CLAIRE, MARC, PRIVATE, Network

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))


def test_a_new_key_is_a_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "new"]) == 0
    key = capsys.readouterr().out.strip()
    assert Vault([key]).decrypt(Vault([key]).encrypt({"name": "Zaïnab"})) == {"name": "Zaïnab"}


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
