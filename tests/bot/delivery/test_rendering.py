"""Notices that were taken become calls to Telegram, for each reader as they are at this moment."""

from __future__ import annotations

from typing import Any

from aiogram.methods import EditMessageText, SendMessage
from markupsafe import Markup

from bot.delivery.rendering import OutgoingMessage, Renderer
from bot.domain.notices import NoticeKind
from bot.domain.roles import RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.notices import Notice
from db.models.people import Person
from db.queries import people
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network

pytestmark = ON_SQLITE
GROUP = -100
KIND = NoticeKind.TEAM_JOINED


def view(reader: Reader, notice: Notice, broadcast: object) -> Screen | None:
    if notice.params.get("fails"):
        raise LookupError("Zaïnab")
    text = Markup("{} {} {}").format(reader.speech.code, reader.role, broadcast)
    return None if notice.params.get("skip") else Screen(text)


async def rendered(
    network: Network, speeches: dict[str, Speech], *notices: Notice, paid: bool = False
) -> tuple[list[OutgoingMessage], list[str]]:
    async def broadcast(_session: object, number: int) -> str:
        return f"broadcast {number}"

    renderer = Renderer(speeches, dict.fromkeys(NoticeKind, view), broadcast, paid)
    async with network.sessions.begin() as session:
        messages, results = await renderer.render(session, notices, NOW)
    return messages, [result.state for result in results]


def notice(chat_id: int, **values: Any) -> Notice:
    usual = {"id": 1, "kind": KIND, "bulk": False, "params": {}, "due_at": NOW, "attempts": 0}
    return Notice(chat_id=chat_id, **usual | values)


async def test_in_the_readers_language_and_role_and_in_a_group_as_for_a_resident(
    network: Network, speeches: dict[str, Speech]
) -> None:
    async with network.sessions.begin() as session:
        await people.choose_language(session, MARC, "ar")
        (await session.get_one(Person, SOFIE)).deactivated_at = NOW
    notices = [notice(MARC, broadcast_id=7), notice(SOFIE), notice(GROUP)]
    messages, _ = await rendered(network, speeches, *notices)
    assert [message.method.text for message in messages if isinstance(message.method, SendMessage)] == [
        f"ar {VOLUNTEER} broadcast 7",
        f"fr {RESIDENT} None",
        f"fr {RESIDENT} None",
    ]


async def test_one_that_cannot_be_written_or_is_meant_for_nobody_holds_up_no_other(
    network: Network, speeches: dict[str, Speech]
) -> None:
    async with network.sessions.begin() as session:
        await people.leave(session, SOFIE, NOW)
    notices = [notice(AMINA, params={"fails": 1}), notice(AMINA, params={"skip": 1}), notice(SOFIE), notice(AMINA)]
    messages, states = await rendered(network, speeches, *notices)
    assert (len(messages), states) == (1, ["failed", "cancelled", "unreachable"])


async def test_what_has_a_message_changes_it_and_only_bulk_is_paid_for(
    network: Network, speeches: dict[str, Speech]
) -> None:
    one, many, edit = notice(AMINA), notice(AMINA, bulk=True), notice(AMINA, message_id=9)
    messages, _ = await rendered(network, speeches, one, many, edit, paid=True)
    assert [getattr(message.method, "allow_paid_broadcast", None) for message in messages[:2]] == [None, True]
    assert isinstance(messages[2].method, EditMessageText)
