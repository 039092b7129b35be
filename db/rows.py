"""How many rows a statement changed."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncSession


async def changed(session: AsyncSession, statement: Executable) -> int:
    return cast("CursorResult[Any]", await session.execute(statement)).rowcount
