"""Personal invitations: who makes them, and what becomes of their links."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.invitations import hashed
from db.models.team import Invitation
from db.session import Sessions
from tests.support.conversation import Desk
from tests.support.team_at_work import coordinator, invitation_link, join


async def test_a_link_is_made_invalid(desk: Desk) -> None:
    claire = await coordinator(desk)
    link = await invitation_link(claire)
    button = f"🗑 {hashed(link[2:])[:4].upper()} · volunteer"
    await claire.taps("🎟 Open invitations").taps(button).taps("🗑 Yes, make it invalid").sees("not valid any more")
    await desk.person("Marc", "en").starts(link).sees("This invitation link does not work")
    await claire.taps("🎟 Open invitations").sees("There is none")


async def test_the_link_stands_nowhere_but_in_the_message(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    token = (await invitation_link(claire))[2:]
    assert len(token) * 6 >= 128
    async with sessions() as session:
        row = (await session.scalars(select(Invitation))).one()
    assert row.token_hash == hashed(token)
    assert token not in str(vars(row))
    await claire.taps("🎟 Open invitations").sees_no(token)


async def test_coordinators_invite_volunteers_and_administrators_coordinators(desk: Desk) -> None:
    administrator = await coordinator(desk)
    link = await invitation_link(administrator, "coordinator")
    sofie = await join(desk, link, "Sofie", "en")
    await sofie.sees("You are now: coordinator")
    assert "team" in {command["command"] for command in sofie.chat.commands}
    await sofie.says("/invite").sees_buttons("volunteer")
    assert not [m for m in sofie.answer if m.button("coordinator")]
    await sofie.forges("s1:invite:coordinator").sees("Only the team can do this")
    await sofie.says("/help").forges("s1:invite:administrator").sees("Only the team can do this")
    await administrator.forges("s1:invite:resident").sees("Only the team can do this")
    await join(desk, await invitation_link(sofie), "Marc", "en")
