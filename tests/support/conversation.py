"""How a test chats: `await resident.says("/hours").sees("closed").taps("Menu").sees("What would you like")`.

People act in the simulated Telegram; each update goes through the real dispatcher, and what the bot answers comes back
over HTTP. Everything is answered before the next step, so nothing waits and nothing sleeps.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Self

from aiogram import Dispatcher
from pydantic import SecretStr

from bot.app import make_receiver, open_bot
from bot.delivery.notices import Delivery
from bot.delivery.pacing import Pacer
from bot.i18n import load_speeches
from bot.policy import Policy
from bot.settings import read_settings
from bot.updates.receiving import Receiver
from bot.usecases.learning.model_in_use import Learned
from bot.vault import Vault, new_key
from bot.views.notices import views
from db.queries.broadcasts import broadcasts
from db.session import Sessions
from scheduler.broadcasting import Broadcasting
from scheduler.by_itself import ByItself
from scheduler.requests import RequestJobs
from simulator.account import BotAccount
from simulator.chat import Chat, Message
from simulator.server import serving
from simulator.world import World

TOKEN = "1000000001:the-token-of-the-tests-and-nothing-else"


speeches = cache(load_speeches)


class Talk:
    """One person's side of a conversation. Steps are noted as they are written, and taken when it is awaited."""

    def __init__(self, desk: Desk, name: str, phone_language: str) -> None:
        self._desk = desk
        self.person = desk.world.person(name, phone_language)
        self._steps: list[Callable[[], Awaitable[None]]] = []
        self._answer: list[Message] = []

    def __await__(self) -> Generator[Any, None, Self]:
        return self._take_steps().__await__()

    @property
    def chat(self) -> Chat:
        return self.person.chat

    @property
    def answer(self) -> list[Message]:
        """What is new or changed in the chat since this person's last act."""
        return self._answer

    def does(self, act: Callable[[], object]) -> Self:
        """Any act of the simulator's person."""

        async def step() -> None:
            before = {message.id: message.edited_count for message in self.chat.messages}
            act()
            await self._desk.pump()
            self._answer = [m for m in self.chat.visible if m.by_bot and before.get(m.id) != m.edited_count]

        self._steps.append(step)
        return self

    def says(self, text: str) -> Self:
        return self.does(lambda: self.person.says(text))

    def starts(self, parameter: str = "") -> Self:
        return self.does(lambda: self.person.opens(parameter))

    def taps(self, button: str) -> Self:
        """An inline button of the newest message that has one of that name, or a key of the keyboard that stays."""
        return self.does(lambda: self.person.taps(self._message_with(button), button))

    def forges(self, data: str) -> Self:
        """Callback data that no button holds, under the newest message."""
        return self.does(lambda: self.person.forges_tap(self._newest(), data))

    def sees(self, *words: str) -> Self:
        """Each of these stands in the answer."""
        return self._checks(lambda seen: [word for word in words if word not in seen], "does not see")

    def sees_no(self, *words: str) -> Self:
        return self._checks(lambda seen: [word for word in words if word in seen], "should not see")

    def sees_exactly(self, text: str) -> Self:
        return self._checks(lambda seen: [] if seen == text else [text], "does not see exactly")

    def sees_buttons(self, *labels: str) -> Self:
        def missing(_seen: str) -> list[str]:
            shown = [button["text"] for message in self._answer for row in message.buttons for button in row]
            return [f"{label} among {shown}" for label in labels if label not in shown]

        return self._checks(missing, "does not see the button")

    def sees_edit(self) -> Self:
        """The answer changed a message in place, and added none."""

        def wrong(_seen: str) -> list[str]:
            return [f"a new message {message.id}" for message in self._answer if not message.edited_count]

        return self._checks(wrong, "sees")

    def _checks(self, wrong: Callable[[str], list[str]], complaint: str) -> Self:
        async def step() -> None:
            seen = "\n---\n".join(message.text or str(message.body) for message in self._answer)
            seen = seen.replace("\u00a0", " ")  # tests are typed by people
            assert self._answer, f"{self.person.name} gets no answer"
            assert not wrong(seen), f"{self.person.name} {complaint}: {wrong(seen)}\nin:\n{seen}"

        self._steps.append(step)
        return self

    def _message_with(self, button: str) -> Message | None:
        return next((message for message in reversed(self.chat.visible) if message.button(button)), None)

    def _newest(self) -> Message:
        return next(message for message in reversed(self.chat.visible) if message.by_bot)

    async def _take_steps(self) -> Self:
        steps, self._steps = self._steps, []
        for step in steps:
            await step()
        return self


class Desk:
    """The bot at work in a simulated world."""

    def __init__(
        self,
        world: World,
        account: BotAccount,
        receiver: Receiver,
        delivery: Delivery,
        broadcasting: Broadcasting,
        requests: RequestJobs,
        administrators: set[int],
        policy: Policy,
        learned: Learned,
        by_itself: ByItself,
    ) -> None:
        self.world = world
        self.account = account
        self.receiver = receiver
        self.delivery = delivery
        self.broadcasting = broadcasting
        self.requests = requests
        self.policy = policy
        """A test may change them."""
        self.learned = learned
        self.by_itself = by_itself
        self._administrators = administrators

    def person(self, name: str = "Amina", phone_language: str = "fr") -> Talk:
        return Talk(self, name, phone_language)

    def administrator(self, name: str = "Claire", phone_language: str = "fr") -> Talk:
        """Somebody whose Telegram id stands in the settings."""
        talk = Talk(self, name, phone_language)
        self._administrators.add(talk.person.id)
        return talk

    def forget_administrators(self) -> None:
        """As if the settings named nobody any more."""
        self._administrators.clear()

    async def pump(self) -> None:
        """Hand over what waits, and return when all of it is answered."""
        while batch := await self.account.inbox.poll(0, 100, 0):
            await asyncio.gather(*(self.receiver.take(update) for update in batch))
            for update in batch:
                self.account.inbox.confirm(update["update_id"])

    async def beat(self) -> None:
        """What happens by itself in the next seconds: broadcasts start, what is due is sent, progress is shown."""
        await self.broadcasting.start()
        await self.requests.look_after()
        self.world.clock.move(timedelta(seconds=2))  # a chat gets one a second, and may just have had an answer
        await self.delivery.run_due()
        await self.broadcasting.show_progress()


@asynccontextmanager
async def open_desk(world: World, sessions: Sessions, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    account = world.bot(TOKEN)
    learned = Learned(Path(tempfile.gettempdir()) / "nothing-learnt-here")
    async with serving(world) as address:
        settings = read_settings(token=SecretStr(TOKEN), api_url=address)
        async with open_bot(settings) as bot:
            administrators: set[int] = set()
            pacer = world_pacer(world)
            delivery = Delivery(
                bot, sessions, world.clock, speeches(), pacer, views=views(), read_broadcast=broadcasts.find
            )
            policy = Policy()
            by_itself = ByItself(sessions, world.clock, Vault([new_key()]), policy, administrators, delivery.due)
            broadcasting = Broadcasting(bot, by_itself, speeches(), pacer)
            receiver = make_receiver(bot, dispatcher, by_itself, pacer, learned)
            requests = RequestJobs(by_itself)
            yield Desk(
                world, account, receiver, delivery, broadcasting, requests, administrators, policy, learned, by_itself
            )


async def at_once() -> None:
    """Nothing need settle before the clock moves."""


def world_pacer(world: World, rate: float = 28.5, settle: Callable[[], Awaitable[None]] = at_once) -> Pacer:
    """Paces in the world's time: whoever would wait moves its clock instead, once what is under way has settled."""

    async def skip(seconds: float) -> None:
        await settle()
        world.clock.move(timedelta(seconds=seconds))
        await asyncio.sleep(0)

    # Only what the clock is moved by passes, however slow the machine is.
    return Pacer(rate, lambda: world.clock.elapsed() - time.monotonic(), skip)
