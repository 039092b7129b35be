"""The two clients that talk to the simulator, so that it shares no mistake with one of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiogram.exceptions as a
import telegram.error as t
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile
from telegram import Bot as PtbBot
from telegram import InputFile
from telegram.request import HTTPXRequest

from simulator.clock import Clock

TOKEN = "42:secret"
Kinds = dict[str, type[Exception]]

AIOGRAM: Kinds = {
    "bad": a.TelegramBadRequest,
    "forbidden": a.TelegramForbiddenError,
    "conflict": a.TelegramConflictError,
    "unauthorized": a.TelegramUnauthorizedError,
    "flood": a.TelegramRetryAfter,
    "migrated": a.TelegramMigrateToChat,
    "server": a.TelegramServerError,
    "gateway": a.ClientDecodeError,
    "network": a.TelegramNetworkError,
}
PTB: Kinds = {
    "bad": t.BadRequest,
    "forbidden": t.Forbidden,
    "conflict": t.Conflict,
    "unauthorized": t.InvalidToken,
    "flood": t.RetryAfter,
    "migrated": t.ChatMigrated,
    "server": t.NetworkError,
    "gateway": t.NetworkError,
    "network": t.NetworkError,
}


class QuickSession(AiohttpSession):
    """Without the quarter of a second that closing waits for TLS, which there is none of here."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@dataclass(slots=True)
class Client:
    """bot: either library's Bot; both name methods and arguments alike."""

    name: str
    bot: Any
    kinds: Kinds

    def file(self, content: bytes, name: str) -> Any:
        """An upload."""
        return BufferedInputFile(content, name) if self.name == "aiogram" else InputFile(content, name, True)

    async def refusal(self, method: str, kind: str, **arguments: Any) -> str:
        """Call, and give the words of the refusal, of the class that the library has for its kind."""
        try:
            await getattr(self.bot, method)(**arguments)
        except self.kinds[kind] as error:
            return plain(str(getattr(error, "message", error)))
        raise AssertionError(f"{method} was not refused")


def plain(words: str) -> str:
    """Lower case and without what a library adds or takes away."""
    words = words.lower()
    for prefix in ("telegram server says - ", "bad request: ", "forbidden: ", "conflict: "):
        words = words.removeprefix(prefix)
    return words


async def asleep(clock: Clock, seconds: float) -> None:
    """Go on once somebody sleeps for so many of the world's seconds, so that the test can move the clock."""
    async with asyncio.timeout(5):
        while seconds not in clock.sleepers:  # noqa: ASYNC110 (turns of the loop, no time)
            await asyncio.sleep(0)


@asynccontextmanager
async def client(name: str, address: str, token: str = TOKEN) -> AsyncIterator[Client]:
    """A client of that library ("aiogram" or "ptb")."""
    if name == "aiogram":
        session = QuickSession(api=TelegramAPIServer.from_base(address))
        async with AiogramBot(token, session=session) as bot:
            yield Client(name, bot, AIOGRAM)
    else:
        plain_http = {"trust_env": False, "verify": False}  # reading certificates takes longer than a whole test
        request = HTTPXRequest(httpx_kwargs=plain_http, connection_pool_size=16, read_timeout=60)
        poll = HTTPXRequest(httpx_kwargs=plain_http, connection_pool_size=16, read_timeout=60)
        ptb = PtbBot(token, f"{address}/bot", f"{address}/file/bot", request=request, get_updates_request=poll)
        await request.initialize()
        await poll.initialize()
        try:
            yield Client(name, ptb, PTB)
        finally:
            await request.shutdown()
            await poll.shutdown()
