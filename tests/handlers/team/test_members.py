"""The team list, switching somebody off and on, roles, leaving."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.models.people import Person
from db.models.team import Invitation, RoleChange
from db.session import Sessions
from tests.support.conversation import Desk
from tests.support.team_at_work import button_of, coordinator, invitation_link, join, shows

TEAM = {
    "fr": ("👥 L’équipe", "2 personnes", "⏸ Couper l’accès", "⏸ Oui, couper l’accès", "Accès coupé depuis"),
    "nl": ("👥 Het team", "2 personen", "⏸ Toegang uitzetten", "⏸ Ja, uitzetten", "Toegang uitgezet sinds"),
    "ar": ("👥 الفريق", "شخصان", "⏸ إيقاف الدخول", "⏸ نعم، إيقاف", "الدخول متوقف منذ"),
    "ro": ("👥 Echipa", "2 persoane", "⏸ Opresc accesul", "⏸ Da, opresc", "Acces oprit din"),
    "en": ("👥 The team", "2 people", "⏸ Switch off", "⏸ Yes, switch off", "Switched off since"),
}


@pytest.mark.parametrize("language", TEAM)
async def test_two_taps_switch_somebody_off_and_it_counts_at_their_next_tap(desk: Desk, language: str) -> None:
    heading, two, off, yes, since = TEAM[language]
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc")
    await claire.starts(language).taps(heading).sees(two)
    await claire.taps(button_of(claire, "Marc")).taps(off).sees("Marc").taps(yes).sees(since).sees_edit()
    await marc.forges("s1:profile.pick:days.no.MO").sees("This button is old").says("/profile").sees("I do not know")
    await desk.beat()
    assert marc.chat.last
    assert "The team has switched off your access" in marc.chat.last.text
    assert "profile" not in {command["command"] for command in marc.chat.commands}


async def test_switched_on_again_they_have_what_they_had(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc")
    await (await shows(claire, "Marc")).taps("⏸ Switch off").taps("⏸ Yes, switch off")
    await desk.beat()
    await (await shows(claire, "Marc")).taps("▶️ Switch on again").sees_buttons("⏸ Switch off")
    await desk.beat()
    assert marc.chat.last
    assert "Welcome back" in marc.chat.last.text
    assert "profile" in {command["command"] for command in marc.chat.commands}
    await marc.says("/profile").sees("Marc")
    async with sessions() as session:
        changes = list(await session.scalars(select(RoleChange.what).order_by(RoleChange.id)))
    assert changes == ["joined", "deactivated", "reactivated"]
    await (await shows(claire, "Marc")).sees("switched off", "switched on again", "came into the team")


async def test_a_change_of_mind_changes_nothing(desk: Desk) -> None:
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc")
    await (await shows(claire, "Marc")).taps("⏸ Switch off").taps("↩️ No, go back").sees_buttons("⏸ Switch off")
    await marc.says("/profile").sees("Marc")


async def test_links_of_who_is_switched_off_do_not_work_nor_does_a_new_one_for_them(desk: Desk) -> None:
    claire = await coordinator(desk)
    sofie = await join(desk, await invitation_link(claire, "coordinator"), "Sofie")
    link = await invitation_link(sofie)
    await (await shows(claire, "Sofie")).taps("⏸ Switch off").taps("⏸ Yes, switch off")
    await desk.person("Luc", "en").starts("en").starts(link).sees("This invitation link does not work")
    await sofie.starts(await invitation_link(claire)).sees("This invitation link does not work")
    await sofie.says("/help").forges("s1:join.accept:1").sees("This invitation link does not work")


async def test_a_form_of_who_is_switched_off_takes_no_more_words(desk: Desk) -> None:
    claire = await coordinator(desk)
    sofie = await join(desk, await invitation_link(claire, "coordinator"), "Sofie")
    await sofie.says("/broadcast").taps("English")
    await (await shows(claire, "Sofie")).taps("⏸ Switch off").taps("⏸ Yes, switch off")
    await sofie.says("Dear neighbours").sees_no("Dear neighbours")


async def test_coordinators_switch_off_volunteers_only_and_nobody_themselves(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    sofie = await join(desk, await invitation_link(claire, "coordinator"), "Sofie")
    anna = await join(desk, await invitation_link(claire, "coordinator"), "Anna")
    await (await shows(sofie, "Anna")).sees("Anna")
    assert not [message for message in sofie.answer if message.button("⏸ Switch off")]
    await sofie.forges(f"s1:team.deactivate:{anna.person.id}").sees("Only the team can do this")
    await sofie.says("/help").forges(f"s1:team.make:{anna.person.id}.volunteer").sees("Only the team can do this")
    await sofie.forges(f"s1:team.deactivate:{sofie.person.id}").sees("This is you")
    await sofie.forges(f"s1:team.deactivate:{claire.person.id}").sees("The settings of the bot name")
    await sofie.forges("s1:team.deactivate:1").sees("This button is old")
    async with sessions() as session:
        assert list(await session.scalars(select(Person.id).where(Person.deactivated_at.is_not(None)))) == []


async def test_administrators_give_roles_and_take_them_back(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    marc = await join(desk, await invitation_link(claire), "Marc")
    await (await shows(claire, "Marc")).taps("🪪 New role: coordinator").sees("Coordinators see the team")
    await claire.taps("✅ Yes").sees("coordinator")
    await marc.says("/team").sees("2 people")
    link = await invitation_link(marc)
    await (await shows(claire, "Marc")).taps("🪪 New role: volunteer").taps("✅ Yes")
    await marc.says("/team").sees("I do not know this command").starts("en")
    assert "team" not in {command["command"] for command in marc.chat.commands}
    await desk.person("Luc", "en").starts("en").starts(link).sees("This invitation link does not work")
    await claire.says("/help").forges(f"s1:team.make:{marc.person.id}.resident").sees("This button is old")
    await claire.says("/help").forges(f"s1:team.make:{marc.person.id}.king").sees("This button is old")
    async with sessions() as session:
        changes = list(await session.scalars(select(RoleChange.what).order_by(RoleChange.id)))
    assert changes == ["joined", "promoted", "demoted"]


async def test_a_long_team_has_pages(desk: Desk, sessions: Sessions) -> None:
    claire = await coordinator(desk)
    now = desk.world.clock.now()
    async with sessions.begin() as session:
        for number in range(20):
            session.add(Person(id=10_000 + number, role="volunteer", first_seen_at=now, last_seen_at=now))
            session.add(Invitation(token_hash=f"{number:032}", role="volunteer", created_at=now, expires_at=now))
    await claire.says("/team").sees("21 people").sees_buttons("1/3").taps("▶️").sees_buttons("◀️", "2/3")
    await claire.taps("▶️").sees_edit().sees_buttons("3/3")
    assert not [message for message in claire.answer if message.button("▶️")]
    await claire.taps("◀️").taps("◀️").sees_buttons("▶️")
    for forged in ("99", "-1", "x", "٣", "9" * 30):
        await claire.says("/help").forges(f"s1:team:{forged}").sees("This button is old")
    await claire.forges("s1:invitations:").sees("There is none")  # all of them have expired
