"""What the bot will say by itself. Nothing is sent here: delivery does that, once the transaction is committed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import NoticeKind
from db.queries.notices import notices


class Notices:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self.now = now
        self.written = False
        """Whether delivery may be woken after the commit. Set by whoever makes one due without writing it here."""

    async def tell(
        self,
        chat_id: int,
        kind: NoticeKind,
        params: dict[str, Any],
        due_at: datetime | None = None,
        expires_at: datetime | None = None,
        dedupe_key: str | None = None,
    ) -> None:
        """Due now unless it says when. The second notice with the same key changes nothing."""
        row = self._row(kind, params, due_at, expires_at)
        await self._add([row | {"chat_id": chat_id, "dedupe_key": dedupe_key}])

    async def tell_all(self, chat_ids: Iterable[int], kind: NoticeKind, params: dict[str, Any]) -> None:
        """The same to each of them, now."""
        row = self._row(kind, params)
        await self._add([row | {"chat_id": chat_id} for chat_id in chat_ids])

    async def tell_once(
        self,
        due_at: Mapping[int, datetime],
        kind: NoticeKind,
        params: dict[str, Any],
        key: str,
        expires_at: datetime | None = None,
    ) -> None:
        """The same to each of these chats at its own time; whoever has been told with that key is not told again."""
        await self._add(
            [
                self._row(kind, params, due, expires_at) | {"chat_id": chat_id, "dedupe_key": f"{key}.{chat_id}"}
                for chat_id, due in due_at.items()
            ]
        )

    def _row(
        self,
        kind: NoticeKind,
        params: dict[str, Any],
        due_at: datetime | None = None,
        expires_at: datetime | None = None,
    ) -> dict[str, Any]:
        due = due_at or self.now
        row = {"kind": kind, "bulk": kind.bulk, "params": params}
        return row | {"due_at": due, "expires_at": expires_at or due + kind.lifetime}

    async def copies(self, recipients: Select[int], broadcast_id: int) -> None:
        """A copy of a broadcast to everybody whose id the query gives, once however often it is called."""
        self.written = True
        await notices.add_copies(self._session, recipients, broadcast_id, self.now)

    async def edits(self, received: Select[int, int], broadcast_id: int) -> None:
        """As `copies`, for a query that gives chat id and message id: that message is changed."""
        self.written = True
        await notices.add_edits(self._session, received, broadcast_id, self.now)

    async def _add(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.written = True
            await notices.add(self._session, rows)

    async def cancel(self, dedupe_key: str) -> bool:
        """True if it was still waiting; what is already on its way arrives."""
        return await notices.cancel(self._session, self.now, dedupe_key=dedupe_key) == 1
