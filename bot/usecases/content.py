"""What an operator can do with the organization's content."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content.importing import Change, import_pack
from bot.content.pack import Pack
from db.queries import directory


class Content:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def bring_up_to_date(self, pack: Pack) -> list[Change]:
        """Import the pack unless it is the one that was imported last."""
        if await directory.content_hash(self._session) == pack.content_hash:
            return []
        return await import_pack(self._session, pack)
