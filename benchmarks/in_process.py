"""The real dispatcher on a database of its own, in this process, with a Telegram that agrees to everything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, Message

from benchmarks.bot_process import ROOT, TOKEN
from bot.app import make_receiver
from bot.content.pack import read_pack
from bot.database import open_database
from bot.delivery.pacing import FREE, Pacer
from bot.domain.clock import SystemClock
from bot.policy import Policy
from bot.updates.receiving import Receiver
from bot.usecases.content import PackImport
from bot.usecases.learning.model_in_use import Learned
from bot.vault import Vault, new_key
from scheduler.by_itself import ByItself


class Agreeing(BaseSession):
    """Answers each call at once, without a network."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109
        self.calls += 1
        if method.__returning__ is Message:
            return Message(message_id=self.calls, date=datetime.now(UTC), chat=Chat(id=self.calls, type="private"))
        return True

    async def stream_content(self, *args: object, **kwargs: object) -> AsyncGenerator[bytes, None]:
        raise NotImplementedError
        yield b""

    async def close(self) -> None:
        """Nothing was opened."""


@asynccontextmanager
async def receiving(
    dispatcher: Dispatcher, folder: Path, pacer: Pacer | None = None
) -> AsyncIterator[tuple[Receiver, Agreeing]]:
    session = Agreeing()
    async with open_database(f"sqlite+aiosqlite:///{folder}/relais.sqlite3") as sessions:
        async with sessions.begin() as filling:
            pack = read_pack(ROOT / "organisations" / "les-pissenlits")
            await PackImport(filling, SystemClock().now()).bring_up_to_date(pack)
        by_itself = ByItself(sessions, SystemClock(), Vault([new_key()]), Policy(), (), asyncio.Event())
        learned = Learned(folder / "models")
        yield make_receiver(Bot(TOKEN, session=session), dispatcher, by_itself, pacer or Pacer(FREE), learned), session
