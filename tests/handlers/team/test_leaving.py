"""Out of the team: by one button and a yes, but never the last administrator."""

from __future__ import annotations

from sqlalchemy import select

from db.models.people import Person
from db.models.team import Volunteer
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.team_at_work import coordinator, invitation_link, join, shows


async def test_one_leaves_with_one_button_and_a_yes(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc")
    await marc.says("/profile").taps("🚪 Leave the team").sees("go back to the board").taps("↩️ No, I stay").sees("Marc")
    await marc.taps("🚪 Leave the team").taps("🚪 Yes, leave the team").sees("You have left the team")
    assert "profile" not in {command["command"] for command in marc.chat.commands}
    await marc.says("/profile").sees("I do not know this command")
    async with sessions() as session:
        assert await session.get(Volunteer, marc.person.id) is None
        assert (await session.get_one(Person, marc.person.id)).role == "resident"
    await join_again(desk, claire, marc)


async def join_again(desk: Desk, claire: Talk, marc: Talk) -> None:
    await marc.starts(await invitation_link(claire)).taps("✅ Yes, I agree").sees("Welcome to the team")


async def test_an_administrator_of_the_settings_cannot_leave(desk: Desk) -> None:
    claire = await coordinator(desk)
    await claire.forges("s1:profile.left:").sees("The settings of the bot name this administrator")


async def test_the_last_administrator_stays(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc")
    anna = await join(desk, await invitation_link(claire), "Anna")
    for name in ("Marc", "Anna"):
        await (await shows(claire, name)).taps("🪪 New role: administrator").taps("✅ Yes")
    desk.forget_administrators()
    await marc.forges("s1:profile.left:").sees("You have left the team")
    await anna.forges("s1:profile.left:").sees("You are the only administrator")
    await anna.says("/privacy").taps("🗑 Delete my data").taps("🗑 Yes, delete everything").sees("the only administrator")
    async with sessions() as session:
        assert list(await session.scalars(select(Person.id).where(Person.role == "administrator"))) == [anna.person.id]
