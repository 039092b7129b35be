"""Around every update: whom the bot talks to, and who has left it."""

from __future__ import annotations

from sqlalchemy import select

from db.models.people import Person
from db.session import Sessions
from tests.support.conversation import Desk


async def test_who_blocked_the_bot_is_left_alone_until_they_write_again(desk: Desk, sessions: Sessions) -> None:
    async def unreachable() -> bool:
        async with sessions() as session:
            return await session.scalar(select(Person.unreachable_at)) is not None

    marc = await desk.person("Marc", "fr").starts("fr")
    marc.person.says("/hours")
    marc.person.blocks()
    await desk.pump()
    assert await unreachable()
    await marc.does(marc.person.unblocks)
    assert await unreachable()
    await marc.says("/contact").sees("+32 470 32 22 24")
    assert not await unreachable()


async def test_a_group_is_not_the_place_to_talk(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr")
    group = desk.world.group("Voisins", [marc.person])
    marc.person.says("/hours", group)
    await desk.pump()
    assert not [message for message in group.messages if message.by_bot]
