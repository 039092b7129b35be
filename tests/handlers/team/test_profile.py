"""What a volunteer says about themselves, just after joining and later."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from db.models.team import Volunteer
from db.session import Sessions
from tests.support.conversation import Desk
from tests.support.team_at_work import coordinator, invitation_link, join, volunteer


async def test_the_questions_follow_one_another_and_can_be_changed_later(desk: Desk, sessions: Sessions) -> None:
    marc = await volunteer(desk, "Marc", "en")
    await marc.taps("French").sees_buttons("✅ French").sees_edit().taps("French Belgian Sign Language").taps("Next ▶️")
    await marc.sees("Where can you help").taps("Cureghem").taps("⬅️ Back").sees_buttons("✅ French").taps("Next ▶️")
    await marc.sees_buttons("✅ Cureghem").taps("Next ▶️").sees("What can you help with").taps("Next ▶️")
    await marc.sees("On which days").taps("Monday").taps("Friday").taps("✔️ Done")
    await marc.sees("That is all", "French and French Belgian Sign Language", "Cureghem", "Monday and Friday")
    await marc.says("/profile").sees("Marc", "not said yet").taps("📅 Days").taps("✅ Monday").taps("✔️ Done")
    await marc.sees("📅 Days: Friday").sees_no("Monday")
    async with sessions() as session:
        row = (await session.scalars(select(Volunteer).where(Volunteer.person_id == marc.person.id))).one()
    assert (row.languages, row.areas, row.topics, row.days) == (["fr", "sfb"], ["cureghem"], [], ["FR"])


async def test_a_choice_that_is_not_offered_cannot_be_forged(desk: Desk) -> None:
    marc = await volunteer(desk, "Marc", "en")
    for data in ("languages.no.xx", "days.yes.XX", "areas.no..x", "topics.yes.no.fr", "shoes", "days.n.MO", ""):
        await marc.says("/help").forges(f"s1:profile.pick:{data}").sees("This button is old")


@pytest.mark.parametrize("name", ["\u202eevil\n\nname", "<b>Bold</b>", "x" * 200])
async def test_any_name_is_shown_as_it_is_and_breaks_nothing(desk: Desk, name: str) -> None:
    link = await invitation_link(await coordinator(desk))
    marc = await join(desk, link, name, "en")
    await marc.says("/profile").sees(re.sub(r"\s+", " ", name.replace("\u202e", " ")).strip()[:64])
