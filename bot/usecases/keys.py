"""A change of the keys that encrypt what few may read."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import SettingsError
from bot.vault import Vault, WrongKey
from db.queries import secrets
from db.session import Sessions

BATCH = 500
WRONG = "RELAIS_KEYS: none of these keys opens what is stored; put the key of before beside the new one"


async def check_keys(session: AsyncSession, vault: Vault) -> None:
    """SettingsError if what is stored was encrypted with other keys."""
    secret = await secrets.some(session)
    try:
        if secret:
            vault.decrypt(secret)
    except WrongKey:
        raise SettingsError(WRONG) from None


async def rotate(sessions: Sessions, vault: Vault) -> int:
    """Encrypt everything with the first key, while the bot runs or not; returns how many. Batch by batch: cut off, it
    can begin again. SettingsError."""
    count = 0
    for place in secrets.PLACES:
        after = -1
        while True:
            async with sessions.begin() as session:
                rows = await secrets.batch(session, place, after, BATCH)
                for at, secret in rows:
                    await _renew(session, place, at, bytes(secret or b""), vault)
            if not rows:
                break
            count, after = count + len(rows), rows[-1][0]
    return count


async def _renew(session: AsyncSession, place: secrets.Place, at: int, secret: bytes, vault: Vault) -> None:
    try:
        await secrets.replace(session, place, at, secret, vault.renew(secret))
    except WrongKey:
        raise SettingsError(WRONG) from None
