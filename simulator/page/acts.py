"""What the page does: people, what they say and tap, the clock and the network."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from ..chat import Message
from ..person import Person
from ..world import World
from .guard import Mistake
from .inputs import ClockChange, NetworkChange, NewPerson, Opening, Said, Tap, read
from .shown import ZONE, person_of

EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class Acts:
    """The POST routes under /page/."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        """The routes of this class."""
        chat = "/page/chats/{person}"
        return [
            web.post("/page/people", self.add_person),
            web.post(f"{chat}/messages", self.says),
            web.post(f"{chat}/taps", self.taps),
            web.post(f"{chat}/start", self.opens),
            web.post(f"{chat}/block", self.blocks),
            web.post(f"{chat}/unblock", self.unblocks),
            web.post("/page/clock", self.move_clock),
            web.post("/page/network", self.change_network),
        ]

    async def add_person(self, request: web.Request) -> web.Response:
        """Somebody new; answers with their id."""
        new = await read(request, NewPerson)
        return web.json_response({"id": self.world.person(new.name, new.language_code, new.role).id})

    async def says(self, request: web.Request) -> web.Response:
        """A text as JSON, or a file as multipart/form-data with `kind` and `file`."""
        person = self._writer(request)
        if request.content_type == "multipart/form-data":
            return _sent(await _sends_file(request, person))
        said = await read(request, Said)
        chat = person.chat
        keys = [key["text"] for row in (chat.reply_keyboard or {}).get("keyboard", []) for key in row]
        if said.text in keys:
            person.taps(None, said.text)
            return _sent(chat.last)
        return _sent(person.says(said.text))

    async def taps(self, request: web.Request) -> web.Response:
        """A tap on an inline button; the answer to it comes with the chat's `answers`."""
        person = self._writer(request)
        tap = await read(request, Tap)
        message = person.chat.message(tap.message_id)
        if message is None or message.button(tap.data) is None:
            raise Mistake(404, "This button is no longer there.")
        return web.json_response({"query_id": person.forges_tap(message, tap.data)})

    async def opens(self, request: web.Request) -> web.Response:
        """Start, by the button or by a link with a parameter; takes a block back."""
        person = self._person(request)
        return _sent(person.opens((await read(request, Opening)).parameter))

    async def blocks(self, request: web.Request) -> web.Response:
        """The person blocks the bot."""
        self._person(request).blocks()
        return web.json_response({})

    async def unblocks(self, request: web.Request) -> web.Response:
        """The person takes the block back."""
        self._person(request).unblocks()
        return web.json_response({})

    async def move_clock(self, request: web.Request) -> web.Response:
        """See ClockChange."""
        change = await read(request, ClockChange)
        clock = self.world.clock
        if len(change.model_dump(exclude_none=True)) != 1:
            raise Mistake(400, "Give one of by_seconds, to, reset.")
        if change.reset:
            clock.reset()
        else:
            to = clock.now() + timedelta(seconds=change.by_seconds or 0) if change.to is None else change.to
            to = to if to.tzinfo else to.replace(tzinfo=ZoneInfo(ZONE))
            if not EARLIEST <= to < LATEST:
                raise Mistake(400, "The clock goes from the year 2000 to 2099.")
            clock.set(to)
        self.world.events.tell("clock")
        return web.json_response({"now": clock.now().timestamp()})

    async def change_network(self, request: web.Request) -> web.Response:
        """What is not given stays as it is."""
        change = await read(request, NetworkChange)
        if change.dropped is not None:
            self.world.faults.dropped = change.dropped
        if change.latency_ms is not None:
            self.world.faults.latency = change.latency_ms / 1000
        self.world.events.tell("network")
        return web.json_response({})

    def _person(self, request: web.Request) -> Person:
        person = person_of(self.world, request)
        if not self.world.bots:
            raise Mistake(409, "No bot is connected yet.")
        return person

    def _writer(self, request: web.Request) -> Person:
        person = self._person(request)
        if person.chat.blocked:
            raise Mistake(409, f"{person.name} blocked the bot.")
        return person


async def _sends_file(request: web.Request, person: Person) -> Message:
    form = await request.post()
    kind, file = form.get("kind"), form.get("file")
    if kind not in ("photo", "voice", "document", "sticker") or not isinstance(file, web.FileField):
        raise Mistake(400, "Give a file, and kind as one of photo, voice, document, sticker.")
    with file.file as content:
        return person.sends_file(kind, content.read(), file.filename or kind, file.content_type)


def _sent(message: Message | None) -> web.Response:
    body: dict[str, Any] = {"message_id": message.id} if message else {}
    return web.json_response(body)
