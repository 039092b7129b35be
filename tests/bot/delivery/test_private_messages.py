"""Which messages show a private part is remembered once Telegram has said their numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from markupsafe import Markup
from sqlalchemy import select

from bot.delivery.private_messages import RemembersPrivateMessages
from bot.usecases.requests.private_parts import SHOWN_FOR
from bot.views.screen import Media, Screen, Shows
from db.models.notices import Notice
from tests.support.databases import ON_SQLITE
from tests.support.network import MARC, NOW, Network

pytestmark = ON_SQLITE


async def test_it_goes_in_two_days_or_at_once_where_the_request_has_moved_on(network: Network) -> None:
    request_id = await network.log()
    request = await network.claim(MARC, request_id)
    await network.told()
    remembers = RemembersPrivateMessages(network.sessions, network.clock)
    before = request.changed_at - timedelta(hours=1)
    for message_id, as_of, media in ((7, request.changed_at, None), (8, before, Media("voice", "file"))):
        shows = Shows(request_id, request.code, as_of)
        await remembers(MARC, message_id, Screen(Markup("Zaïnab"), media=media, shows=shows))
    async with network.sessions() as session:
        rows = (await session.scalars(select(Notice).order_by(Notice.id))).all()
    assert [(row.message_id, row.due_at - NOW, row.params["media"]) for row in rows] == [
        (7, SHOWN_FOR, None),
        (8, timedelta(), "voice"),
    ]


async def test_a_database_that_is_away_is_logged_and_nobody_waits_for_it(network: Network, logged: list[Any]) -> None:
    remembers = RemembersPrivateMessages(None, network.clock)  # type: ignore[arg-type]
    await remembers(MARC, 7, Screen(Markup("Zaïnab"), shows=Shows(1, "R-4F7K", NOW)))
    (entry,) = logged
    assert entry["log_level"] == "error"
    assert "Zaïnab" not in entry["event"]
