"""How many rows a statement changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncSession


async def changed(session: AsyncSession, statement: Executable, values: Mapping[str, object] | None = None) -> int:
    return cast("CursorResult[Any]", await session.execute(statement, values)).rowcount
