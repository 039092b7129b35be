"""What the page reads: the world, one chat, one file."""

import re
from typing import Any

from aiohttp import web

from ..account import BotAccount
from ..chat import Chat
from ..person import Person
from ..world import World
from .guard import Mistake

ZONE = "Europe/Brussels"  # in which the page shows and takes wall times
NEWEST = 200  # messages shown of a chat
ANSWERS = 20  # callback answers told: the page remembers which it has shown
SHOWN_INLINE = re.compile(r"image/(png|jpeg|webp|gif)|(audio|video)/[\w.+-]+")


def person_of(world: World, request: web.Request) -> Person:
    """The person whose id is in the path; Mistake 404 if there is none."""
    number = request.match_info["person"]
    person = world.people.get(int(number)) if number.isdecimal() else None
    if person is None:
        raise Mistake(404, f"There is nobody with the id {number}.")
    return person


class Shown:
    """GET /page/state, /page/chats/<person>, /page/files/<file_id>."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        """The routes of this class."""
        return [
            web.get("/page/state", self.state),
            web.get("/page/chats/{person}", self.chat),
            web.get("/page/files/{file_id}", self.file),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Everything but the chats. `now` is in Unix seconds, `zone` names the wall time that the page shows."""
        world = self.world
        clock = {
            "now": world.clock.now().timestamp(),
            "offset_seconds": world.clock.offset.total_seconds(),
            "zone": ZONE,
        }
        network = {"dropped": world.faults.dropped, "latency_ms": round(world.faults.latency * 1000)}
        bots = [{"id": bot.id, "name": bot.name, "username": bot.username} for bot in world.bots.values()]
        people = [self._person(person) for person in world.people.values()]
        return web.json_response({"clock": clock, "network": network, "bots": bots, "people": people})

    async def chat(self, request: web.Request) -> web.Response:
        """One person's chat with the first bot; an empty one while there is no bot."""
        person = person_of(self.world, request)
        empty: dict[str, Any] = {
            "messages": [], "reply_keyboard": None, "commands": [], "pinned": None, "answers": [], "action": None,
            "blocked": False, "keyboard_folded": False,
        }  # fmt: skip
        return web.json_response(_chat(person.chat) if self.world.bots else empty)

    async def file(self, request: web.Request) -> web.Response:
        """A file's bytes; what a browser might run is only for downloading."""
        file = self.world.files.by_id.get(request.match_info["file_id"])
        if file is None:
            raise Mistake(404, "This file is no longer kept.")
        shown = SHOWN_INLINE.fullmatch(file.mime_type)
        headers = {
            "Content-Type": file.mime_type if shown else "application/octet-stream",
            "Content-Disposition": "inline" if shown else "attachment",
            "Content-Security-Policy": "default-src 'none'; media-src 'self'; sandbox",
        }
        return web.Response(body=file.content, headers=headers)

    def _person(self, person: Person) -> dict[str, Any]:
        bot: BotAccount | None = next(iter(self.world.bots.values()), None)
        return {
            "id": person.id,
            "name": person.name,
            "language_code": person.language_code,
            "role": person.role,
            "blocked": bool(bot and self.world.chat(person, bot).blocked),
        }


def _chat(chat: Chat) -> dict[str, Any]:
    """Messages are the Bot API's, oldest first, with `edited_count`; deleted ones are gone."""
    newest = chat.visible[-NEWEST:]
    return {
        "messages": [message.body | {"edited_count": message.edited_count} for message in newest],
        "reply_keyboard": chat.reply_keyboard,
        "keyboard_folded": chat.reply_keyboard_hidden,
        "commands": chat.commands,
        "pinned": chat.pinned[-1] if chat.pinned else None,
        "answers": [{"query_id": a.query_id, "text": a.text, "alert": a.alert} for a in chat.answers[-ANSWERS:]],
        "action": chat.action,
        "blocked": chat.blocked,
    }
