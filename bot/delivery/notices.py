"""The sender of notices: takes what is due from the database, paces it, sends it, and marks what became of it."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat, TelegramRetryAfter
from aiogram.methods import SetMyCommands
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.client import call, note
from bot.delivery.failures import AWAY, meaning
from bot.delivery.pacing import BRIEF, FREE, Pacer
from bot.delivery.removal import is_gone
from bot.delivery.rendering import OutgoingMessage, ReadBroadcast, Renderer
from bot.domain.clock import Clock
from bot.domain.notices import Failure, NoticeKind, NoticeState, after_failure, retry_delay
from bot.i18n import Speech
from bot.views.notices import View
from db.models.notices import Notice
from db.queries.notices import deliveries
from db.queries.notices.deliveries import Result, over
from db.session import Sessions

log = structlog.get_logger()

# Ours, all of them. Why they are so short or long: docs/decisions/0005 (AHEAD, FAILURES_IN_A_ROW), 0006 (LEASE, TURN).
AHEAD = 0.02  # seconds for which notices are taken: a crash leaves so many more that nobody knows about
IN_FLIGHT = 150  # at most: the other connections to Telegram are for answers
LONGEST_SEND = 15  # seconds until Telegram's silence counts as a failure
FRESH = timedelta(seconds=20)  # what was taken longer ago is not sent: the process was stopped, or the machine slept
LEASE = FRESH + 2 * timedelta(seconds=LONGEST_SEND)  # after that nobody can still be sending it
TURN = 5  # seconds after which another process takes over from one that is gone
LAST_WORK = 5  # seconds for what is on its way after the wish to stop
BEAT = 1.0  # seconds from one check for expired notices, and for what a dead process left, to the next
FAILURES_IN_A_ROW, LONGEST_HOLD = 5, 30.0  # from so many on, nobody is tried for a while


async def _no_broadcasts(_session: AsyncSession, _broadcast_id: int) -> None:
    """Where there are none to read."""


class Delivery:
    """Sends what is due. One for a process; of several processes one at a time sends, at the pace of the whole bot."""

    def __init__(
        self,
        bot: Bot,
        sessions: Sessions,
        clock: Clock,
        speeches: Mapping[str, Speech],
        pacer: Pacer,
        *,
        views: Mapping[NoticeKind, View],
        read_broadcast: ReadBroadcast = _no_broadcasts,
        dice: random.Random | None = None,
    ) -> None:
        self.due = asyncio.Event()
        """Set by whoever knows that something may be due."""
        self.process = str(uuid4())
        self._bot = bot
        self._sessions = sessions
        self._clock = clock
        self._pacer = pacer
        self._renderer = Renderer(speeches, views, read_broadcast, paid=pacer.rate > FREE)
        self._dice = dice or random.Random()
        self.stopping = False
        self._alone = sessions.kw["bind"].dialect.name == "sqlite"
        self.in_flight: set[asyncio.Task[None]] = set()
        self._results: list[Result] = []
        self._away = 0
        self._looked_at = pacer.now() - BEAT

    async def run_due(self) -> None:
        """One pass: returns when nothing is due, nothing on its way, and everything marked.

        Raises what the database raises; nothing is lost by that, and the next pass goes on.
        """
        while not self.stopping:
            held = self._pacer.held()
            room = 0 if held else IN_FLIGHT - len(self.in_flight)
            messages = await self._exchange(min(self._pacer.slots(AHEAD), room))
            if messages:
                await self._send_in_turn(messages)
            elif self.in_flight:
                await asyncio.wait(self.in_flight, timeout=BEAT / 10, return_when=asyncio.FIRST_COMPLETED)
            elif held:
                await self._pacer.sleep(min(held, BEAT))
            elif not self._results:
                return

    def stop(self) -> None:
        """The pass that runs ends soon: nothing more goes out."""
        self.stopping = True
        self.due.set()

    async def close(self) -> None:
        """After the last pass: wait a moment for what is on its way, mark it, and let another process send."""
        if self.in_flight:
            await asyncio.wait(self.in_flight, timeout=LAST_WORK)
        await self._exchange(0)
        async with self._sessions.begin() as session:
            await deliveries.end_turn(session, self.process)

    async def _exchange(self, limit: int) -> list[OutgoingMessage]:
        """In one transaction: mark what is over, take what comes next. It is pending again where it cannot go now."""
        now = self._clock.now()
        results, self._results = self._results, []
        try:
            async with self._sessions.begin() as session:
                await self._mark(session, results, now)
                if not await deliveries.have_turn(session, self.process, TURN):
                    return []
                await self._look_around(session, now)
                taken = await deliveries.take_due(session, now, limit, self.process) if limit > 0 else []
                messages, undone = await self._renderer.render(session, taken, now) if taken else ([], [])
        except BaseException:
            self._results = results + self._results
            raise
        self._results += undone
        return messages

    async def _mark(self, session: AsyncSession, results: list[Result], now: datetime) -> None:
        await deliveries.finish(session, results, self.process, now)
        blocked = {result.chat_id: result.taken_at or now for result in results if result.failure is Failure.BLOCKED}
        if blocked:
            await deliveries.unreachable(session, blocked, now)
        for result in results:
            if result.moved_from is not None:
                await deliveries.moved(session, result.moved_from, result.chat_id)

    async def _look_around(self, session: AsyncSession, now: datetime) -> None:
        if self._pacer.now() - self._looked_at < BEAT:
            return
        self._looked_at = self._pacer.now()
        expired = await deliveries.expire(session, now)
        left = await deliveries.take_over(session, self.process, now, None if self._alone else now - LEASE)
        if expired or left:
            log.info("notices expired, or left by another process", expired=expired, left=left)

    async def _send_in_turn(self, messages: list[OutgoingMessage]) -> None:
        """Start each at its slot. What cannot go now goes back: Telegram wants a pause, or it is time to stop."""
        waiting = deque(messages)
        try:
            while waiting and not self._pacer.held() and not self.stopping:
                notice = waiting[0].notice
                wait = self._pacer.wait_of(notice.chat_id) if waiting[0].counts else 0
                if wait > BRIEF:
                    waiting.popleft()
                    self._results.append(
                        over(notice, NoticeState.PENDING, due_at=self._clock.now() + timedelta(seconds=wait))
                    )
                    continue
                if wait:
                    await self._pacer.sleep(wait)
                await self._pacer.slot()
                if not self._is_fresh(notice):
                    break
                if not self._pacer.held():
                    self._start(waiting.popleft())
        finally:
            self._results += [over(message.notice, NoticeState.PENDING) for message in waiting]

    def _is_fresh(self, notice: Notice) -> bool:
        return notice.taken_at is not None and self._clock.now() - notice.taken_at <= FRESH

    def _start(self, message: OutgoingMessage) -> None:
        if message.counts:
            self._pacer.wrote(message.notice.chat_id)
        task = asyncio.create_task(self._send(message))
        self.in_flight.add(task)
        task.add_done_callback(self.in_flight.discard)

    async def _send(self, message: OutgoingMessage) -> None:
        notice = message.notice
        try:
            sent = await self._bot(message.method, request_timeout=LONGEST_SEND)
        except TelegramAPIError as error:
            result = self._failed(notice, error)
        except Exception as error:
            log.error("notice cannot be sent", kind=notice.kind, exc_info=error)
            result = over(notice, NoticeState.FAILED, failure=Failure.RENDERING)
        else:
            self._away = 0
            result = over(notice, NoticeState.SENT, message_id=getattr(sent, "message_id", notice.message_id))
        self._results.append(result)
        if message.commands and result.state == NoticeState.SENT:
            await self._change_commands(message.commands)

    async def _change_commands(self, commands: SetMyCommands) -> None:
        """A convenience: where it fails the next /start brings them."""
        failure = await call(self._bot, commands)
        if isinstance(failure, TelegramAPIError):
            note(failure)

    def _failed(self, notice: Notice, error: TelegramAPIError) -> Result:
        failure = meaning(error)
        if failure is Failure.REFUSED and "message is not modified" in error.message:
            return over(notice, NoticeState.SENT)
        if failure is Failure.REFUSED and notice.kind == NoticeKind.REQUEST_TAKEN_AWAY:
            return self._not_deleted(notice, error)
        changes: dict[str, Any] = {"failure": failure}
        wait = timedelta()
        if isinstance(error, TelegramRetryAfter):
            wait = timedelta(seconds=error.retry_after)
            self._pacer.flooded(notice.chat_id, error.retry_after)
        elif isinstance(error, TelegramMigrateToChat):
            changes |= {"moved_from": notice.chat_id, "chat_id": error.migrate_to_chat_id}
        elif failure in AWAY:
            changes["attempts"] = notice.attempts + 1
            wait = retry_delay(notice.attempts + 1, self._dice)
        self._count(failure)
        again_at = self._clock.now() + wait
        state = after_failure(failure, again_at, notice.expires_at)
        log.info("notice not sent", kind=notice.kind, failure=failure, state=state)
        return over(notice, state, due_at=again_at, **changes)

    def _not_deleted(self, notice: Notice, error: TelegramAPIError) -> Result:
        """Too old: the next try changes it instead."""
        if is_gone(error):
            return over(notice, NoticeState.SENT)
        refused_before = notice.failure == Failure.REFUSED
        state = NoticeState.FAILED if refused_before else NoticeState.PENDING
        log.info("message not taken away", state=state)
        return over(notice, state, failure=Failure.REFUSED)

    def _count(self, failure: Failure) -> None:
        """When everything fails it is not the notices' fault: try more and more rarely until one gets through."""
        self._away = self._away + 1 if failure in AWAY else 0
        if self._away >= FAILURES_IN_A_ROW:
            self._pacer.hold(min(2.0 ** (self._away - FAILURES_IN_A_ROW), LONGEST_HOLD))
