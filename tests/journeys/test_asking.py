"""A request is written: for oneself, for a neighbour, corrected, interrupted, sent, cancelled."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.requests import RequestState
from bot.views.directory.taps import ShowHours
from bot.views.requests.taps import ShowBoard, ShowOwnRequests
from db.models.requests import HelpRequest
from db.session import Sessions
from tests.support.asking import ADDRESS, NAME, PHONE, PRIVATE, SENTENCE, ask, fill_in
from tests.support.conversation import Desk
from tests.support.reader import Reader, bare, check_language
from tests.support.requesting import settle


async def only(sessions: Sessions) -> HelpRequest:
    async with sessions() as session:
        return (await session.scalars(select(HelpRequest))).one()


def line(reader: Reader, label: str, value: str) -> str:
    """Of the summary."""
    say = reader.speech.plain
    return say("{label}: {value}").format(label=say(label), value=value).replace("\u00a0", " ")


async def test_a_volunteer_asks_for_a_neighbour_and_corrects_it(
    sessions: Sessions, desk: Desk, marc: Reader, sofie: Reader, claire: Reader
) -> None:
    await marc.key(ShowOwnRequests).picks("➕ Ask for something", "🧑‍🤝‍🧑 For a neighbour")
    await fill_in(marc)
    await marc.sees(line(marc, "Name", NAME), line(marc, "Address", ADDRESS), SENTENCE, PHONE)
    await marc.picks("✏️ " + marc.speech.plain("Urgency")).picks("🔴 Today").sees(marc.speech.plain("🔴 Today"))
    await marc.picks("✏️ " + marc.speech.plain("Name"), "⬅️ Back", "✏️ " + marc.speech.plain("Name"))
    await marc.writes("Zohra B.").sees(line(marc, "Name", "Zohra B."))
    await marc.picks("✏️ " + marc.speech.plain("Agreement"), "✖️ No", "✅ Send")
    await marc.reads("❗ Still missing: {what}", what=marc.speech.plain("Agreement"))
    await marc.picks("✏️ " + marc.speech.plain("Agreement"), "✅ Yes", "✅ Send")
    await marc.reads("✅ <b>It is sent.</b> Its number is {code}.", code=marc.code())
    request = await only(sessions)
    assert (request.state, request.for_person_id, request.urgency) == (RequestState.OPEN, None, "today")
    await settle(desk)
    await sofie.hears("📬 A new request that fits you: {code}", code=sofie.speech.ltr(request.code))
    check_language(marc, sofie, claire)
    for reader in (sofie, claire):
        reader.check_private(*PRIVATE, "Zohra")


async def test_a_form_half_filled_is_still_there(sessions: Sessions, marc: Reader) -> None:
    """Everything stands in the database; a restart changes nothing but what is in memory, which is nothing."""
    await marc.key(ShowOwnRequests).picks("➕ Ask for something", "🙂 For me").picks_with(".topic.housing")
    await marc.key(ShowHours).reads("✏️ What you began to write is kept.")
    await marc.key(ShowOwnRequests).picks("➕ Ask for something").reads("📝 <b>You have begun to ask for help.</b>")
    await marc.picks("▶️ Continue").reads("📍 <b>In which neighbourhood?</b>").picks("⬅️ Back")
    await marc.picks("🗑 Throw it away").reads("🗑 It is thrown away. Nothing of it is kept.")
    async with sessions() as session:
        assert (await session.scalars(select(HelpRequest))).all() == []
    check_language(marc)


async def test_a_sentence_that_says_too_much_is_asked_about(sessions: Sessions, amina: Reader) -> None:
    await (
        amina.key(ShowOwnRequests)
        .picks("➕ Ask for something")
        .picks_with(".topic.administrative")
        .picks_with(".area.cureghem")
    )
    await amina.picks_with(".languages.ar").picks("➡️ Continue").writes(f"{SENTENCE} {PHONE}")
    await amina.reads("⚠️ <b>All volunteers will read this sentence:</b>").reads("📞 a phone number")
    await amina.picks("✏️ Change it").writes(f"{SENTENCE} {PHONE}").picks("👌 It’s fine")
    await amina.reads("⏱ <b>How urgent is it?</b>")
    check_language(amina)


async def test_a_resident_asks_and_cancels(sessions: Sessions, desk: Desk, amina: Reader, marc: Reader) -> None:
    code = await ask(amina)
    await amina.picks("👁 Show it").reads("🔎 We are looking for somebody")
    await marc.key(ShowBoard).picks_with(bare(code)).picks("🤝 I take it on")
    await amina.picks("✖️ I do not need it any more").reads("✖️ {code}: is it not needed any more?", code=code)
    await amina.picks("⬅️ Back", "✖️ I do not need it any more", "✅ Yes, cancel it")
    await amina.reads("✖️ {code} is cancelled. You can always ask again.", code=code)
    await settle(desk)
    await marc.hears("✖️ {code} is cancelled. Nothing more to do.", code=code)
    assert (await only(sessions)).state == RequestState.CANCELLED
    check_language(amina, marc)
    marc.check_private(*PRIVATE)
