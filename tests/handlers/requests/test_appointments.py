"""Dated appointments on a request: made, cancelled, and who reads where it is."""

from __future__ import annotations

from datetime import timedelta

from tests.support.conversation import Desk, Talk
from tests.support.requesting import NAME, button_with, claimed, settle


async def test_appointment(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await claimed(amina, marc)
    await marc.taps("📅 Appointment").says("23/11 9:30").sees("Where do you meet?").says("Metro Clemenceau")
    await marc.sees("Noted", "23 November", "09:30", "Metro Clemenceau").taps("⬅️ To the request")
    await marc.sees("23 November 2026, 09:30", "Where you meet: tap 🔒").sees_no("Metro Clemenceau")
    await marc.taps("🔒 Name, phone, address").sees("23 November 2026, 09:30", "Metro Clemenceau")
    await marc.says("/mine").sees(f"{code} · 📅", "23 November 2026, 09:30").sees_no("Metro Clemenceau")
    await marc.taps(button_with(marc, code)).taps("📅 Appointment")
    await amina.says("/ask")
    await amina.taps(button_with(amina, code)).sees("23 November", "09:30", "Metro Clemenceau")
    await marc.taps("24").taps("14:00").taps("⏭ Skip").sees("14:00")


async def test_the_calendar_ends_where_an_appointment_is_too_far_away(amina: Talk, marc: Talk) -> None:
    await claimed(amina, marc)
    await marc.taps("📅 Appointment").forges("s1:claim.meet:1.2028-05-01").sees_buttons("◀️ October 2027", "22")
    assert not marc.answer[-1].button("23")
    await marc.taps("22").taps("14:00").sees("Where do you meet?")


async def test_whether_an_appointment_took_place(desk: Desk, amina: Talk, marc: Talk) -> None:
    await claimed(amina, marc)
    await marc.taps("📅 Appointment").says("yesterday").sees("I do not understand this date")
    await marc.says("20/11 9:30").taps("⏭ Skip").sees("already over")
    await marc.says("/mine").taps("🙌 My requests")
    await marc.forges("s1:claim.meet:1").says("21/11 18:00").taps("⏭ Skip").taps("⬅️ To the request")
    await marc.taps("📅 Appointment").sees("18:00").forges("s1:claim.went:1.yes").sees("changed meanwhile")
    await marc.forges("s1:claim.unmeet:1").sees("This appointment is cancelled")


async def test_the_place_is_read_by_who_holds_it_and_goes_with_the_private_part(
    desk: Desk, amina: Talk, marc: Talk, sofie: Talk
) -> None:
    """An appointment stays when the request is handed over; where it is stands in nobody else's chat."""
    code = await claimed(amina, marc)
    await marc.taps("📅 Appointment").says("23/11 9:30").says("Metro Clemenceau").taps("⬅️ To the request")
    await marc.taps("🔒 Name, phone, address").sees("Metro Clemenceau")
    looked = marc.answer[0]
    await marc.says("/mine").forges(f"s1:claim.hand:1.{sofie.person.id}").sees("until they say yes")
    await sofie.says("/board").forges("s1:claim.accept:1").sees("23 November 2026, 09:30").sees_no("Metro Clemenceau")
    await settle(desk)
    assert looked.deleted
    await sofie.taps("🔒 Name, phone, address").sees("Metro Clemenceau", NAME)
    desk.world.clock.move(timedelta(days=1))
    await desk.requests.look_after()
    await settle(desk)
    await sofie.taps("👁 Show it").sees(f"helping with {code}", "23 November 2026, 09:30")
    await amina.taps("👁 Show it").sees("Metro Clemenceau")
    desk.world.clock.move(timedelta(days=2))
    await sofie.says("/mine").sees_no("23 November")
