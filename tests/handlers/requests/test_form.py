"""Asking for help, step by step: in every language, back, corrected, warned, interrupted."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.requests import RequestState
from bot.i18n import Speech
from db.models.people import Person
from db.models.requests import HelpRequest
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ADDRESS, NAME, PHONE, SENTENCE, ask, button_with, volunteer

LANGUAGES = ("fr", "nl", "ar", "ro", "en")


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


async def only(sessions: Sessions) -> HelpRequest:
    async with sessions() as session:
        return (await session.scalars(select(HelpRequest))).one()


async def begun(amina: Talk) -> Talk:
    """Up to the sentence."""
    await amina.says("/ask").taps("➕ Ask for something").taps("📄 Papers and letters").taps("Cureghem")
    return await amina.taps("Arabic").taps("➡️ Continue").sees("What is needed?", "4/10")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_resident_asks_in_their_language(
    desk: Desk, sessions: Sessions, speeches: dict[str, Speech], language: str
) -> None:
    say = speeches[language].plain
    amina = await desk.person("Amina", language).starts(language)
    await amina.says(f"🙋 {say('Ask for help')}").taps(say("➕ Ask for something"))
    for step in ("topic", "area", "languages"):
        first = amina.answer[-1].buttons[0][0 if language != "ar" or step == "topic" else -1]["text"]
        await amina.taps(first)
    await amina.taps(say("➡️ Continue")).says("…").taps(say("🟢 It can wait")).taps(say("➡️ Continue"))
    await amina.taps(say("✍️ Only in writing")).taps(say("⏭ Skip")).taps(say("⏭ Skip")).taps(say("✅ Yes"))
    await amina.sees(say("🟢 It can wait"), say("✍️ Only in writing")).taps(say("✅ Send"))
    request = await only(sessions)
    assert request.code in amina.answer[-1].text
    assert (request.state, request.languages, request.reach) == (RequestState.OPEN, [language], "writing")
    assert (request.for_person_id, request.consent) == (amina.person.id, True)
    await amina.taps(say("👁 Show it")).sees(say("🔎 We are looking for somebody"))
    await amina.taps(say("✖️ I do not need it any more")).taps(say("✅ Yes, cancel it")).sees(request.code)
    assert (await only(sessions)).state == RequestState.CANCELLED


async def test_each_step_goes_back(amina: Talk) -> None:
    await begun(amina)
    await amina.taps("⬅️ Back").sees("Which languages").sees_buttons("✅ Arabic").taps("⬅️ Back").sees("neighbourhood")
    await amina.taps("⬅️ Back").sees("What is it about?").taps("🗑 Throw it away").sees("Nothing of it is kept")
    await amina.says("/ask").taps("➕ Ask for something").sees("What is it about?")


async def test_each_line_of_the_summary_can_be_corrected(amina: Talk) -> None:
    await begun(amina)
    await amina.says(SENTENCE).taps("🔴 Today").taps("➡️ Continue").taps("💬 Here in Telegram").says(NAME).taps("⏭ Skip")
    await amina.taps("✖️ No").sees("Is everything right?", f"Name: {NAME}", "Agreement: –").taps("✅ Send")
    await amina.sees("Still missing: Agreement").taps("✏️ Agreement").taps("✅ Yes").sees("Agreement: ✅")
    await amina.taps("✏️ Topic").taps("🏠 Housing").sees("🏠 Housing", "Is everything right?")
    await amina.taps("✏️ Sentence").says("Another sentence").sees("Another sentence", "Is everything right?")
    await amina.taps("✏️ When").says("after four").sees("When: after four").taps("✏️ In touch").taps("📞 By phone")
    await amina.taps("✅ Send").sees("Still missing: Phone").taps("✏️ Phone").says(PHONE).sees(PHONE)
    await amina.taps("✏️ Name").taps("⬅️ Back").sees(f"Name: {NAME}").taps("✅ Send").sees("It is sent")


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Please call me: 0470 98 76 54", "a phone number"),
        ("Come to Rue du Chimiste 34", "an address"),
        ("Write to amina@example.org", "an e-mail address"),
    ],
)
async def test_a_sentence_with_something_private_is_warned_of(
    amina: Talk, sessions: Sessions, sentence: str, what: str
) -> None:
    await begun(amina)
    await amina.says(sentence).sees("All volunteers will read this sentence", what)
    assert (await only(sessions)).sentence is None, "it waits in the encrypted part"
    await amina.taps("✏️ Change it")
    await amina.sees("What is needed?").says(sentence).sees(what).taps("👌 It’s fine").sees("How urgent is it?")
    assert (await only(sessions)).sentence == sentence


async def test_what_is_half_filled_waits(desk: Desk, amina: Talk, sessions: Sessions) -> None:
    """It stands in the database, also what the next message answers."""
    await begun(amina)
    async with sessions() as session:
        assert await session.scalar(select(Person.expects).where(Person.id == amina.person.id)) == "ask.at:1.n.sentence"
    await amina.says("/hours").sees("What you began to write is kept").taps("▶️ Continue").sees("What is needed?")
    await amina.says("/ask").taps("➕ Ask for something").sees("You have begun to ask for help").taps("▶️ Continue")
    await amina.says(SENTENCE).sees("How urgent is it?")
    await amina.says("/ask").taps("➕ Ask for something").sees(SENTENCE).taps("🗑 Throw it away")
    async with sessions() as session:
        assert (await session.scalars(select(HelpRequest))).all() == []


async def test_a_voice_note_or_a_photo_instead_of_a_sentence(amina: Talk, sessions: Sessions) -> None:
    await begun(amina)
    await amina.does(amina.person.sends_voice).sees("How urgent is it?").taps("⬅️ Back")
    await amina.does(amina.person.sends_photo).sees("How urgent is it?").taps("🟠 This week").taps("➡️ Continue")
    await amina.taps("💬 Here in Telegram").taps("⏭ Skip").taps("⏭ Skip").taps("✅ Yes").sees("Sentence: 🎤 📷")
    await amina.taps("✅ Send").sees("It is sent")
    assert (await only(sessions)).sentence is None


async def test_what_is_no_answer_asks_again(amina: Talk) -> None:
    await begun(amina)
    await amina.does(amina.person.sends_sticker).sees("What is needed?").says("x" * 301).sees("too long")
    await amina.says(SENTENCE).says("quickly please").sees("How urgent is it?")


async def test_a_volunteer_logs_for_a_neighbour(desk: Desk, sessions: Sessions) -> None:
    marc = await volunteer(desk, sessions, "Marc")
    await marc.says("/ask").taps("➕ Ask for something").sees("For whom?").taps("🧑‍🤝‍🧑 For a neighbour")
    await marc.taps("📄 Papers and letters").taps("Cureghem").taps("Arabic").taps("➡️ Continue").says(SENTENCE)
    await marc.taps("🟠 This week").taps("➡️ Continue").taps("🧏 Only in sign language").says(NAME)
    await marc.sees("A number for written messages", "Nobody will use it to speak").says(PHONE).says(ADDRESS)
    await marc.sees("Does your neighbour agree?").taps("✅ Yes").sees(NAME, PHONE, ADDRESS).taps("✅ Send")
    request = await only(sessions)
    assert (request.for_person_id, request.logged_by, request.consent) == (None, marc.person.id, True)
    await marc.says("/mine")
    await marc.taps(button_with(marc, "📝 🟠📄")).sees("We are looking for somebody")


async def test_a_resident_asks_for_themselves_only(amina: Talk) -> None:
    await amina.says("/help").forges("s1:ask.new:other").sees("Only the team can do this")


async def test_at_most_five_at_once(amina: Talk) -> None:
    for _ in range(5):
        await ask(amina)
    await begun(amina)
    await amina.says(SENTENCE).taps("🟠 This week").taps("➡️ Continue").taps("💬 Here in Telegram").taps("⏭ Skip")
    await amina.taps("⏭ Skip").taps("✅ Yes").taps("✅ Send").sees("You have 5 requests running")


@pytest.mark.parametrize(
    "item", ["1.n.topic.nosuch", "1.n.urgency.never", "1.x.topic.housing", "1.n.name.x", "x", "9.n.topic.other"]
)
async def test_a_forged_answer_changes_nothing(amina: Talk, sessions: Sessions, item: str) -> None:
    await amina.says("/ask").taps("➕ Ask for something").forges(f"s1:ask.pick:{item}").sees("button is old")
    assert (await only(sessions)).topic is None


async def test_nobody_reads_or_fills_somebody_elses_draft(desk: Desk, amina: Talk, sessions: Sessions) -> None:
    await begun(amina)
    other = await desk.person("Luc", "en").starts("en")
    for data in ("ask.sum:1", "ask.at:1.n.name", "ask.pick:1.f.topic.other", "ask.send:1", "ask.drop:1", "ask.one:1"):
        await other.says("/help").forges(f"s1:{data}").sees("button is old")
    assert (await only(sessions)).topic == "administrative"
