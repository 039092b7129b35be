"""Every button and every command, as every kind of person: nothing is given away, and no right is skipped.

Generated from the routers: a new handler is walked over without anybody thinking of it, and one that is open to
everybody fails until it is added to the list here, on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.telegram import TelegramEventObserver

from bot.domain.roles import COORDINATOR, RESIDENT, ROLES, VOLUNTEER, at_least
from bot.views.menu import ALL_COMMANDS
from handlers.roles import HasRole
from handlers.routing import On
from tests.support.conversation import Desk, Talk
from tests.support.team_at_work import coordinator, invitation_link, join

OPEN_TO_ALL = {
    *("menu", "help", "language", "hours", "location", "map", "services", "service", "meetings", "contact"),
    *("emergency", "announcements", "stop", "about", "meant", "teach"),
    *("privacy", "privacy.export", "privacy.erase", "privacy.erased"),
    *("join.language", "join.accept", "join.decline"),
    *("ask", "ask.new", "ask.one", "ask.pick", "ask.skip", "ask.at", "ask.sum", "ask.fine", "ask.send", "ask.drop"),
    *("ask.cancel", "talk", "talk.pause", "talk.end"),
    *(
        "meeting",
        "meeting.answer",
        "meeting.calendar",
        "meeting.interpreter",
        "meeting.no_interpreter",
        "meeting.link",
        "meeting.people",
    ),
}
"""Topics that anybody may tap or say: their use cases look themselves at whose thing it is."""
WITHOUT_TOPIC = {"opened", "replied", "written", "not_understood", "old_button"}
"""Handlers that no topic leads to: an invitation link, a reply to what was passed on, and what nobody else took."""
ENDS_A_ROLE = {"privacy.erased", "profile.left"}
"""Tapped by who may, they change what the next tap may: other tests have them."""
ITEMS, ITEMS_OF_OTHERS = ("", "1", "1.x", "volunteer"), ("", "1")
SECRETS = ("Zazie Queneau", "t.me/")
"""What only the team may read. It has no link in it but in a fresh invitation."""


class Found(NamedTuple):
    kind: str
    topic: str
    needed: str
    """The role that a filter on the way asks for."""
    name: str


def needed_by(observer: TelegramEventObserver) -> str:
    filters = (filter_.callback for filter_ in observer._handler.filters or ())
    return max((one._needed for one in filters if isinstance(one, HasRole)), key=ROLES.index, default=RESIDENT)


def handlers_of(router: Router, above: dict[str, str]) -> Iterator[Found]:
    """Each handler with its topic, and the highest role that a router above it asks for."""
    needed = {}
    for kind, observer in (("message", router.message), ("callback_query", router.callback_query)):
        needed[kind] = max(above[kind], needed_by(observer), key=ROLES.index)
        for handler in observer.handlers:
            topics = [one.callback.kind.name for one in handler.filters or () if isinstance(one.callback, On)]
            for topic in topics or [""]:
                yield Found(kind, topic, needed[kind], handler.callback.__name__)
    for child in router.sub_routers:
        yield from handlers_of(child, needed)


@pytest.fixture
def found(dispatcher: Dispatcher) -> list[Found]:
    return list(handlers_of(dispatcher, {"message": RESIDENT, "callback_query": RESIDENT}))


def test_whatever_is_open_to_all_is_so_on_purpose(found: list[Found]) -> None:
    assert {one.topic for one in found if one.topic and one.needed == RESIDENT} - OPEN_TO_ALL == set()
    assert {one.name for one in found if not one.topic} - WITHOUT_TOPIC == set()


def test_the_walk_knows_what_each_role_has(found: list[Found]) -> None:
    needed = {one.topic: one.needed for one in found}
    assert needed["profile.pick"] == needed["profile.left"] == VOLUNTEER
    assert needed["team.deactivate"] == needed["invite"] == needed["broadcast.go"] == COORDINATOR
    assert {way.name for way in ALL_COMMANDS.values()} <= set(needed)


async def everybody(desk: Desk) -> list[tuple[Talk, str]]:
    """One of each kind, with the role that counts for them."""
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Zazie Queneau")
    gone = await join(desk, await invitation_link(claire), "Zazie Queneau II")
    sofie = await join(desk, await invitation_link(claire, "coordinator"), "Sofie")
    await claire.forges(f"s1:team.deactivate:{gone.person.id}").sees("Switched off since")
    stranger = desk.person("Stranger", "en")
    resident = await desk.person("Amina", "en").starts("en")
    return [
        (stranger, RESIDENT),
        (resident, RESIDENT),
        (gone, RESIDENT),
        (marc, VOLUNTEER),
        (sofie, COORDINATOR),
    ]


def seen(talk: Talk) -> list[tuple[str, list[str]]]:
    return [(one.text, [b["text"] for row in one.buttons for b in row]) for one in talk.answer]


async def test_every_button_as_everybody(desk: Desk, found: list[Found]) -> None:
    buttons = {(one.topic, one.needed) for one in found if one.kind == "callback_query" and one.topic}
    for talk, role in await everybody(desk):
        await talk.says("/help").forges("s1:there.is.no.such.topic:")
        nothing = seen(talk)
        # First what they may not: a form that they begin would answer too, when they leave it.
        for may, topic in sorted((at_least(role, needed), topic) for topic, needed in buttons):
            if may and topic in ENDS_A_ROLE:
                continue
            for item in ITEMS if may else ITEMS_OF_OTHERS:
                await talk.forges(f"s1:{topic}:{item}")
                check(talk, f"{topic}:{item}", None if may else nothing, role)


async def test_every_command_as_everybody(desk: Desk, found: list[Found]) -> None:
    needed = {one.topic: one.needed for one in found if one.kind == "message"}
    for talk, role in await everybody(desk):
        await talk.says("/nosuchcommand")
        nothing = seen(talk)
        for command, way in ALL_COMMANDS.items():
            await talk.says(f"/{command} i-1")
            check(talk, f"/{command}", nothing if not at_least(role, needed[way.name]) else None, role)


def check(talk: Talk, what: str, nothing: list[tuple[str, list[str]]] | None, role: str) -> None:
    """`nothing`: exactly what an unknown button or command gives, where this person has not the right."""
    shown = seen(talk)
    if nothing is not None:  # no change at all: it stands there already
        assert shown in ([], nothing), f"{what} gives {talk.person.name} something"
    words = str(shown)
    assert "something went wrong" not in words, f"{what} fails for {talk.person.name}"
    if role == RESIDENT:
        assert [secret for secret in SECRETS if secret in words] == [], f"{what} gives {talk.person.name} a secret"
