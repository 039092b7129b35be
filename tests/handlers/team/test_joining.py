"""Into the team by a personal link: once, in time, by whom it was made for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.invitations import WRONG_TRIES
from db.models.directory import Organization
from db.models.people import Person
from db.models.team import RoleChange
from db.session import Sessions
from tests.support.conversation import Desk
from tests.support.team_at_work import coordinator, invitation_link, join, volunteer

ACCEPT = {
    "fr": ("✅ Français", "✅ Oui, je suis d’accord", "Bienvenue dans l’équipe", "Quelles langues parlez-vous"),
    "nl": ("✅ Nederlands", "✅ Ja, ik ga akkoord", "Welkom in het team", "Welke talen spreekt"),
    "ar": ("✅ العربية", "✅ نعم، أوافق", "أهلاً بكم في الفريق", "ما اللغات التي تتكلمونها"),
    "ro": ("✅ Română", "✅ Da, sunt de acord", "Bine ați venit în echipă", "Ce limbi vorbiți"),
    "en": ("✅ English", "✅ Yes, I agree", "Welcome to the team", "Which languages do you speak or sign"),
}


@pytest.mark.parametrize("language", ACCEPT)
async def test_a_stranger_joins_in_her_language(desk: Desk, language: str) -> None:
    own_name, agree, welcome, question = ACCEPT[language]
    link = await invitation_link(await coordinator(desk))
    ines = await desk.person("Inès", language).starts(link).sees("🌐")
    await ines.taps(own_name).sees("🤫", "💶", "💊", "112").sees_edit()
    await ines.taps(agree).sees(welcome, question)
    commands = {command["command"] for command in ines.chat.commands}
    assert "profile" in commands
    assert "team" not in commands


async def test_a_link_works_once(desk: Desk) -> None:
    link = await invitation_link(await coordinator(desk))
    await join(desk, link, "Marc", "en")
    await desk.person("Luc", "en").starts(link).sees("This invitation link does not work")


async def test_whoever_opened_it_first_keeps_it(desk: Desk) -> None:
    link = await invitation_link(await coordinator(desk))
    marc = await desk.person("Marc", "en").starts("en").starts(link).sees("You are invited")
    await desk.person("Luc", "en").starts(link).sees("This invitation link does not work")
    await marc.starts(link).sees("You are invited").taps("✅ Yes, I agree").sees("Welcome to the team")
    await marc.starts(link).sees("You are in the team already")


async def test_a_link_expires_also_while_the_charter_is_read(desk: Desk) -> None:
    claire = await coordinator(desk)
    first, second = await invitation_link(claire), await invitation_link(claire)
    marc = await desk.person("Marc", "en").starts("en").starts(first).sees("You are invited")
    desk.world.clock.move(timedelta(days=7, seconds=1))
    await marc.taps("✅ Yes, I agree").sees("This invitation link does not work")
    await marc.starts(second).sees("This invitation link does not work")
    await marc.says("/profile").sees("I do not know this command")


async def test_no_means_no(desk: Desk) -> None:
    link = await invitation_link(await coordinator(desk))
    marc = await desk.person("Marc", "en").starts("en").starts(link).taps("No, thank you").sees("All right")
    await marc.starts(link).sees("This invitation link does not work")


async def test_ten_wrong_links_shut_out_for_an_hour_and_the_coordinators_are_told(desk: Desk) -> None:
    claire = await coordinator(desk)
    link = await invitation_link(claire)
    eve = await desk.person("Eve", "en").starts("en")
    for number in range(WRONG_TRIES):
        desk.world.clock.move(timedelta(minutes=5))
        await eve.starts(f"i-wrong{number}").sees("This invitation link does not work")
    await eve.starts(link).sees("Too many wrong links")
    await desk.beat()
    assert claire.chat.last
    assert "ten wrong invitation links" in claire.chat.last.text
    desk.world.clock.move(timedelta(minutes=59))
    await eve.starts(link).sees("Too many wrong links")
    desk.world.clock.move(timedelta(minutes=1))
    await eve.starts(link).sees("You are invited")


async def test_nine_wrong_links_and_a_break_shut_nobody_out(desk: Desk) -> None:
    link = await invitation_link(await coordinator(desk))
    eve = await desk.person("Eve", "en").starts("en")
    for number in range(WRONG_TRIES - 1):
        await eve.starts(f"i-wrong{number}")
    desk.world.clock.move(timedelta(hours=1))
    await eve.starts("i-wrong").sees("This invitation link does not work").starts(link).sees("You are invited")


async def test_a_role_never_goes_down_by_a_link(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    sofie = await join(desk, await invitation_link(claire, "coordinator"), "Sofie", "en")
    link = await invitation_link(claire)
    await sofie.starts(link).sees("You are in the team already")
    await join(desk, link, "Marc", "en")  # it was not used up
    async with sessions() as session:
        assert await session.scalar(select(Person.role).where(Person.id == sofie.person.id)) == "coordinator"


async def test_who_invited_is_told_and_it_is_in_the_audit(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc", "en")
    await desk.beat()
    assert claire.chat.last
    assert "Your invitation was accepted" in claire.chat.last.text
    async with sessions() as session:
        change = (await session.scalars(select(RoleChange))).one()
    assert (change.by_id, change.person_id) == (claire.person.id, marc.person.id)
    assert (change.what, change.role) == ("joined", "volunteer")


async def test_a_new_charter_is_asked_for_before_the_next_volunteer_action(desk: Desk, sessions: Sessions) -> None:
    marc = await volunteer(desk, "Marc", "en")
    await set_charter(sessions, 2, "Also: we are never late.")
    await marc.says("/hours").sees_no("charter")
    await marc.says("/profile").sees("Please read our charter", "we are never late").sees_no("You are invited")
    await marc.says("/help").forges("s1:profile.pick:days.no.MO").sees("Please read our charter")
    await marc.says("/help").forges("s1:join.accept:1").sees("Please read our charter")
    await (
        marc.taps("✅ Yes, I agree").sees("You have accepted the charter").says("/profile").sees("What would you like")
    )


async def test_one_can_leave_instead_of_accepting_a_new_charter(desk: Desk, sessions: Sessions) -> None:
    marc = await volunteer(desk, "Marc", "en")
    await set_charter(sessions, 2, "Everything is different.")
    await marc.says("/profile").taps("🚪 Leave the team").taps("🚪 Yes, leave the team").sees("You have left the team")


async def test_an_administrator_of_the_settings_accepts_the_charter_too(desk: Desk) -> None:
    claire = await coordinator(desk)
    await claire.says("/profile").sees("Please read our charter").taps("✅ Yes, I agree").taps("🪪 My profile")
    await claire.sees("Claire", "administrator")


async def set_charter(sessions: Sessions, version: int, text: str) -> None:
    async with sessions.begin() as session:
        organization = (await session.scalars(select(Organization))).one()
        organization.charter = {"version": version, "text": {"en": text, "fr": text}}
        organization.revision += 1
