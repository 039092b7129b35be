"""Into the team: the invitation, the charter, the profile; and out of it, by oneself or by a coordinator."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.roles import VOLUNTEER
from bot.views.requests.taps import ShowBoard
from bot.views.team.names import role_name
from bot.views.team.profile_taps import ShowProfile
from bot.views.team.taps import ShowTeam
from db.models.people import Person
from db.models.team import Volunteer
from db.session import Sessions
from tests.support.conversation import Desk
from tests.support.reader import Reader, check_language
from tests.support.requesting import settle

SATURDAY = date(2026, 11, 21)


async def link_of(claire: Reader) -> str:
    """The start parameter of a fresh invitation."""
    await claire.key(ShowTeam).picks("✉️ " + claire.speech.plain("Invite somebody"), "volunteer")
    found = re.search(r"\?start=([\w-]+)", claire.answer[-1].text)
    assert found
    return found[1]


async def test_invited_charter_profile(desk: Desk, sessions: Sessions, claire: Reader, amina: Reader) -> None:
    speech, monday = amina.speech, amina.speech.locale.days["stand-alone"]["wide"][0]
    role = role_name(speech, VOLUNTEER)
    await (
        amina.starts(await link_of(claire))
        .sees("112")
        .picks("No, thank you")
        .reads("All right. Thank you for reading it.")
    )
    await amina.starts(await link_of(claire)).picks("✅ Yes, I agree")
    await amina.reads("🎉 Welcome to the team! You are now: <b>{role}</b>.", role=role)
    await amina.picks_with(".ar").picks("Next ▶️").picks_with(".cureghem").picks("Next ▶️", "⬅️ Back", "Next ▶️")
    await amina.picks_with(".administrative").picks("Next ▶️", monday, "✔️ Done")
    await amina.reads("🎉 <b>That is all. Thank you!</b>").sees(speech.language("ar"), monday, "Amina")
    await settle(desk)
    await claire.hears("🎉 Your invitation was accepted: the team has a new {role}.", role=role)
    await amina.key(ShowProfile).picks("📅 Days", f"✅ {monday}", "✔️ Done").reads("not said yet")
    async with sessions() as session:
        row = await session.get_one(Volunteer, amina.person.id)
    assert (row.languages, row.areas, row.topics, row.days) == (["ar"], ["cureghem"], ["administrative"], [])
    await amina.picks("🚪 Leave the team", "↩️ No, I stay", "🚪 Leave the team", "🚪 Yes, leave the team")
    await amina.reads("👋 You have left the team. Thank you for all that you have done!")
    check_language(amina, claire)


async def test_a_coordinator_switches_somebody_off_and_on(
    desk: Desk, sessions: Sessions, claire: Reader, marc: Reader
) -> None:
    await claire.key(ShowTeam).picks_with("Marc").picks("⏸ Switch off", "↩️ No, go back", "⏸ Switch off")
    await claire.picks("⏸ Yes, switch off").reads(
        "⏸ Switched off since {date}", date=claire.speech.short_date(SATURDAY)
    )
    await settle(desk)
    await marc.hears("⏸ The team has switched off your access for now. Thank you for all that you have done.")
    await marc.key(ShowBoard).reads("This button is old and does not work any more.")
    await claire.picks("▶️ Switch on again").reads("switched on again")
    await settle(desk)
    role = role_name(marc.speech, VOLUNTEER)
    await marc.hears("▶️ Welcome back! You are in the team again: {role}.", role=role)
    await marc.key(ShowBoard).reads("📋 <b>Who needs help</b>")
    async with sessions() as session:
        assert (await session.get_one(Person, marc.person.id)).deactivated_at is None
    check_language(marc, claire)
