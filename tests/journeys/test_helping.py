"""A request is taken on: the private part, the conversation, an appointment, handing over, giving back, closing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.domain.requests import Outcome, RequestState
from bot.views.requests.taps import ShowBoard, ShowClaims, ShowOwnRequests, ShowWaiting
from db.models.requests import Appointment, HelpRequest
from db.session import Sessions
from tests.support.asking import PRIVATE, SENTENCE, ask, fill_in
from tests.support.conversation import Desk
from tests.support.reader import Reader, bare, check_language
from tests.support.requesting import settle

HELLO, ANSWER, DEBRIEF, PLACE = "Guten Tag, wann?", "Am Dienstag", "Es ging gut", "Café Clemenceau"


async def only(sessions: Sessions) -> HelpRequest:
    async with sessions() as session:
        return (await session.scalars(select(HelpRequest))).one()


async def take_on(helper: Reader, code: str) -> None:
    await helper.key(ShowBoard).picks_with(bare(code)).sees(SENTENCE).picks("🤝 I take it on")
    await helper.reads("🎉 <b>Thank you! {code} is yours now.</b>", code=code)


async def test_both_write_to_each_other(desk: Desk, amina: Reader, marc: Reader, sofie: Reader) -> None:
    code = await ask(amina)
    await take_on(marc, code)
    await settle(desk)
    await amina.hears("🤝 {code}: a volunteer will help.", code=code)
    await sofie.key(ShowBoard).reads("Nobody is waiting here. 🌿")
    await marc.picks("💬 Write to the person").reads("💬 <b>You are writing about {code}.</b>", code=code)
    await marc.writes(HELLO).reads("✓ Passed on. You can write more.")
    await settle(desk)
    answer = f"{amina.speech.plain('💬 Answer')} · {code}"
    await amina.taps(answer).writes(ANSWER).does(amina.person.sends_voice).reads("✓ Passed on. You can write more.")
    await amina.does(amina.person.sends_sticker).sees("")
    await settle(desk)
    assert ANSWER in [message.text for message in marc.chat.visible]
    await amina.picks("⏸ Enough for now").reads("⏸ What you write now stays between you and me.")
    await amina.picks("💬 Write again", "⏹ End the conversation")
    await amina.reads("⏹ The conversation about {code} has ended. Nobody can write in it any more.", code=code)
    await settle(desk)
    await marc.hears("⏹ {code}: the other person has ended the conversation.", code=code)
    check_language(amina, marc, sofie)
    for reader in (marc, sofie):
        reader.check_private(*PRIVATE)
    sofie.check_private(HELLO, ANSWER)


async def test_handed_over_and_closed(
    desk: Desk, sessions: Sessions, amina: Reader, marc: Reader, sofie: Reader, claire: Reader
) -> None:
    code = await ask(amina)
    await take_on(marc, code)
    await marc.picks("🔒 Name, phone, address").sees(PRIVATE[0], PRIVATE[2]).key(ShowClaims).picks_with(bare(code))
    await hand_over(desk, marc, sofie, "✖️ No")
    await marc.hears("{code}: the other volunteer cannot take it. It stays with you.", code=code)
    await marc.key(ShowClaims).picks_with(bare(code))
    await hand_over(desk, marc, sofie, "✅ Yes")
    await marc.hears("✅ {code}: the other volunteer goes on with it. Thank you!", code=code)
    await amina.hears("🤝 {code}: another volunteer goes on with it.", code=code)
    assert (await only(sessions)).holder_id == sofie.person.id
    await marc.key(ShowClaims).reads("You hold none at the moment.")
    await sofie.key(ShowClaims).picks_with(bare(code)).picks("✅ Close it", "⬅️ To the request", "✅ Close it")
    await sofie.picks("🌓 Partly done", "⬅️ Back", "✅ Done").writes(DEBRIEF)
    await sofie.reads("✅ <b>{code} is closed.</b>", code=code)
    await settle(desk)
    done = amina.speech.plain("✅ Done")
    await amina.hears("🏁 {code} is closed: {outcome}", code=code, outcome=done)
    request = await only(sessions)
    assert (request.state, request.outcome) == (RequestState.CLOSED, Outcome.DONE)
    check_language(amina, marc, sofie, claire)
    for reader in (sofie, claire):
        reader.check_private(*PRIVATE)
    for reader in (amina, marc, claire):
        reader.check_private(DEBRIEF)


async def hand_over(desk: Desk, giver: Reader, taker: Reader, answer: str) -> None:
    """Offered, and answered by the notice's own button."""
    await giver.picks("👋 Hand it over", f"🙂 {taker.person.name}")
    await settle(desk)
    await taker.picks(answer)
    await settle(desk)


async def test_how_it_is_going(desk: Desk, sessions: Sessions, amina: Reader, marc: Reader) -> None:
    """Asked after some days: answered from the chat, later not at all."""
    code = await ask(amina)
    await take_on(marc, code)
    await pass_days(desk, 6)
    await marc.hears("💬 How is it going with {code}?", code=code)
    await marc.picks("💪 I am going on").reads("👍 Good. {code} stays with you.", code=code)
    await pass_days(desk, 4)
    assert (await only(sessions)).state == RequestState.CLAIMED
    await pass_days(desk, 2)
    await marc.picks("↩️ Give it back", "⏳ No time")
    await marc.reads("↩️ {code} is on the board again. Thank you for saying so.", code=code)
    await settle(desk)
    await amina.hears("🔎 {code}: the volunteer cannot go on. We are looking for somebody else.", code=code)
    await take_on(marc, code)
    await pass_days(desk, 6)
    await pass_days(desk, 4)
    back = "↩️ {code} is back on the board, because I have not heard from you. Thank you anyway!"
    await marc.hears(back, code=code)
    assert (await only(sessions)).state == RequestState.OPEN
    check_language(amina, marc)


async def pass_days(desk: Desk, days: int) -> None:
    desk.world.clock.move(timedelta(days=days))
    await desk.beat()
    await settle(desk)


async def test_an_appointment_is_missed_and_another_takes_place(
    desk: Desk, sessions: Sessions, amina: Reader, marc: Reader
) -> None:
    code = await ask(amina)
    await take_on(marc, code)
    await marc.picks("📅 Appointment").writes("24/11 10:00").writes(PLACE).reads("✅ <b>Noted.</b>").sees(PLACE)
    await settle(desk)
    await amina.hears("🤝 {code}: an appointment for you.", code=code)
    await at(desk, 23, 10)
    for reader in (amina, marc):
        await reader.hears("⏰ {code}: do not forget your appointment.", code=code)
    await at(desk, 24, 14)
    await marc.hears("❓ {code}: did the appointment take place?", code=code)
    await marc.picks("✖️ No").reads("👌 I ask whether help is still needed.")
    await settle(desk)
    await amina.hears("❓ {code}: this appointment did not take place. Do you still need help?", code=code)
    await amina.picks("👁 Show it").reads("🤝 Somebody is helping")
    await marc.picks("⬅️ To the request", "📅 Appointment").writes("25/11 10:00").picks("⏭ Skip", "⬅️ To the request")
    await at(desk, 25, 14)
    await marc.picks("✅ Yes").reads("👍 Good to know. Thank you!")
    async with sessions() as session:
        found = [one.happened for one in await session.scalars(select(Appointment).order_by(Appointment.at))]
    assert found == [False, True]
    check_language(amina, marc)


async def at(desk: Desk, day: int, hour: int) -> None:
    """Of November 2026, in Brussels, a little later."""
    desk.world.clock.set(datetime(2026, 11, day, hour - 1, 5, tzinfo=UTC))
    await desk.beat()
    await settle(desk)


async def test_a_coordinator_reads_before_volunteers_do(
    desk: Desk, sessions: Sessions, amina: Reader, marc: Reader, claire: Reader
) -> None:
    """RELAIS_APPROVE_REQUESTS."""
    desk.policy.approve_requests = True
    code = await ask(amina)
    await amina.reads("👀 The team is reading it")
    await settle(desk)
    await marc.key(ShowBoard).reads("Nobody is waiting here. 🌿")
    await claire.hears("👀 A new request waits for you: {code}", code=code)
    await claire.picks("👁 Show it").sees(SENTENCE).picks("🧭 Who looks after it", "🙂 Claire", "✅ To the board")
    await claire.reads("🔎 We are looking for somebody")
    await settle(desk)
    await amina.hears("🔎 {code}: volunteers can see it now. I write to you as soon as somebody helps.", code=code)
    await take_on(marc, code)
    await claire.key(ShowWaiting).picks("🤝 Somebody is helping").picks_with(bare(code)).picks("👁 Who did and saw what")
    await claire.reads("logged, to be read by the team").reads("put on the board").reads("taken on")
    await claire.picks("⬅️ To the request", "✖️ Cancel it", "✅ Yes, cancel it")
    await settle(desk)
    assert (await only(sessions)).state == RequestState.CANCELLED
    check_language(amina, marc, claire)
    for reader in (marc, claire):
        reader.check_private(*PRIVATE)


async def test_what_a_neighbour_needs_is_closed_without_a_word(
    desk: Desk, sessions: Sessions, marc: Reader, sofie: Reader
) -> None:
    """Nobody to write to: the resident has no Telegram."""
    await marc.key(ShowOwnRequests).picks("➕ Ask for something", "🧑‍🤝‍🧑 For a neighbour")
    await fill_in(marc, reach="✍️ Only in writing")
    await marc.picks("✅ Send")
    code = marc.code()
    await take_on(sofie, code)
    await sofie.reads("✍️ <b>Only in writing.</b> Please never use the phone to speak.")
    assert not [m for m in sofie.answer if m.button(sofie.speech.plain("💬 Write to the person"))]
    await sofie.picks("✅ Close it", "📵 Nobody reached", "✅ Close it without")
    for _ in range(2):  # before it, what was private in the form goes from the chat
        await settle(desk)
    await marc.hears("🏁 {code} is closed: {outcome}", code=code, outcome=marc.speech.plain("📵 Nobody reached"))
    assert (await only(sessions)).outcome == Outcome.NOT_REACHABLE
    check_language(marc, sofie)
