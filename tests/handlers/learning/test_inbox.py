"""What the bot did not understand reaches the team, if its writer agreed; the team teaches it with one tap."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models.learning import OpenQuestion
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.team_at_work import coordinator, volunteer

YES, NO = "✅ Oui, d’accord", "✖️ Non, merci"
QUESTION = {
    "fr": ("quelle est la capitale de l'australie", "L’équipe peut-elle lire les messages", YES, "Merci"),
    "nl": ("wat is de hoofdstad van australie", "Mag het team berichten zoals dit lezen?", "✅ Ja, dat mag", "Dank u"),
    "ar": ("ما هي عاصمة أستراليا", "هل يمكن للفريق أن يقرأ رسائل مثل هذه؟", "✅ نعم، أوافق", "شكراً"),
    "ro": ("care e capitala australiei", "Are voie echipa să citească mesaje ca acesta?", "✅ Da, sunt de acord",
           "mulțumesc"),
}  # fmt: skip


async def waiting(sessions: Sessions) -> list[str]:
    async with sessions() as session:
        return list(await session.scalars(select(OpenQuestion.text).order_by(OpenQuestion.id)))


async def agreed(desk: Desk, name: str = "Amina") -> Talk:
    talk = await desk.person(name, "fr").starts("fr").says("/privacy").taps("🎓 Apprendre avec mes messages")
    return await talk.sees("pas</b> dit oui".replace("</b>", "")).taps(YES).sees("Merci")


@pytest.mark.parametrize("language", QUESTION)
async def test_whoever_is_not_understood_is_asked_once(desk: Desk, sessions: Sessions, language: str) -> None:
    words, question, yes, thanks = QUESTION[language]
    amina = await desk.person("Amina", language).starts(language).says(words).sees(question)
    assert await waiting(sessions) == []
    await amina.taps(yes).sees_edit().sees(thanks)
    assert await waiting(sessions) == [words]
    await amina.says(words).sees_no(question)
    assert len(await waiting(sessions)) == 2


async def test_who_does_not_answer_is_not_asked_again_and_nothing_is_kept(desk: Desk, sessions: Sessions) -> None:
    amina = await desk.person("Amina", "fr").starts("fr").says(QUESTION["fr"][0]).sees("apprendre")
    await amina.says(QUESTION["fr"][0]).sees_no("apprendre")
    assert await waiting(sessions) == []


async def test_no_is_no_and_takes_back_what_waits(desk: Desk, sessions: Sessions) -> None:
    amina = await (await agreed(desk)).says(QUESTION["fr"][0])
    assert len(await waiting(sessions)) == 1
    await amina.says("/privacy").taps("🎓 Apprendre avec mes messages").sees("Vous avez dit oui")
    await amina.taps(NO).sees("effacé")
    assert await waiting(sessions) == []
    await amina.says(QUESTION["fr"][0])
    assert await waiting(sessions) == []


async def test_names_and_numbers_stay_out(desk: Desk, sessions: Sessions) -> None:
    amina = await agreed(desk)
    await amina.says("quelle est la capitale de l'australie svp Karim 0470123456 amina")
    assert await waiting(sessions) == ["quelle est la capitale de l'australie svp"]


async def test_not_what_i_meant_reaches_the_team_with_what_they_chose(desk: Desk, sessions: Sessions) -> None:
    amina = await (await agreed(desk)).says("vous êtes ouverts aujourd'hui ?").taps("↪️ Ce n’est pas ma question")
    chosen = amina.answer[0].buttons[0][0]["text"]
    await amina.taps(chosen)
    claire = await (await coordinator(desk, "Claire")).says("/inbox")
    await claire.sees(
        "1 message waits", "vous êtes ouverts aujourd'hui", "I answered “🕒 Opening hours”", "They then chose"
    )


async def test_who_is_asked_after_not_what_i_meant_brings_that_message(desk: Desk, sessions: Sessions) -> None:
    amina = await desk.person("Amina", "fr").starts("fr").says("vous êtes ouverts aujourd'hui ?")
    await amina.taps("↪️ Ce n’est pas ma question").sees("Je ne comprends pas bien", "apprendre").taps(YES)
    assert await waiting(sessions) == ["vous êtes ouverts aujourd'hui"]


async def test_an_hour_later_the_message_is_forgotten(desk: Desk, sessions: Sessions) -> None:
    amina = await desk.person("Amina", "fr").starts("fr").says(QUESTION["fr"][0])
    desk.world.clock.move(timedelta(hours=2))
    await amina.taps(YES).sees("Merci")
    assert await waiting(sessions) == []


async def test_danger_asks_nothing_and_keeps_nothing(desk: Desk, sessions: Sessions) -> None:
    amina = await (await agreed(desk)).says("au secours mon mari me frappe")
    assert await waiting(sessions) == []
    await amina.sees("112").sees_no("apprendre")


async def test_erasure_takes_what_waits_and_the_export_shows_it(desk: Desk, sessions: Sessions) -> None:
    amina = await (await agreed(desk)).says(QUESTION["fr"][0])
    await amina.says("/privacy").taps("📄 Voir toutes mes données")
    file = desk.world.files.by_id[amina.answer[-1].body["document"]["file_id"]].content
    assert QUESTION["fr"][0] in file.decode()
    assert '"teaches": "yes"' in file.decode()
    await amina.says("/privacy").taps("🗑 Effacer mes données").taps("🗑 Oui, tout effacer")
    assert await waiting(sessions) == []


async def test_one_tap_files_a_message_and_undo_brings_it_back(desk: Desk, sessions: Sessions) -> None:
    await (await agreed(desk)).says(QUESTION["fr"][0]).says("qui a gagne le match de foot hier soir")
    claire = await (await coordinator(desk, "Claire")).says("/inbox").sees("2 messages wait", "australie", "French")
    await (
        claire.taps("🚫 Not about us").sees_edit().sees("✅ Filed: 🚫 Not about us", "match de foot", "1 message waits")
    )
    await claire.sees("1 message is filed").taps("↩️ Undo").sees("2 messages wait", QUESTION["fr"][0]).sees_no("filed.")
    guess = claire.answer[0].buttons[0][0]["text"]
    await claire.taps(guess).sees(f"✅ Filed: {guess}").taps("🗑 Throw away").sees("Thrown away", "Nothing waits here")
    await claire.taps("↩️ Undo").sees("match de foot")


async def test_another_topic_is_found_page_by_page(desk: Desk, sessions: Sessions) -> None:
    await (await agreed(desk)).says(QUESTION["fr"][0])
    claire = await (await coordinator(desk, "Claire")).says("/inbox").taps("📚 Another topic").sees(QUESTION["fr"][0])
    await claire.sees_buttons("🕒 Opening hours", "▶️").taps("▶️").taps("▶️").taps("▶️")
    await claire.sees_buttons("◀️").taps("⬅️ To the message").sees("1 message waits").taps("📚 Another topic")
    await claire.taps("📍 Where we are").sees("✅ Filed: 📍 Where we are", "Nothing waits here")
    async with sessions() as session:
        assert list(await session.scalars(select(OpenQuestion.topic))) == ["location"]


async def test_later_shows_the_next_and_then_the_first_again(desk: Desk) -> None:
    await (await agreed(desk)).says(QUESTION["fr"][0]).says("qui a gagne le match de foot hier soir")
    claire = await (await coordinator(desk, "Claire")).says("/inbox").taps("⏭ Later").sees("match de foot")
    await claire.taps("⏭ Later").sees("capitale")


async def test_an_empty_inbox_says_what_comes_there(desk: Desk) -> None:
    claire = (
        await (await coordinator(desk, "Claire")).taps("🎓 Teach the bot").sees("Nothing waits here", "agreed to it")
    )
    await claire.forges("s1:inbox.learn:").sees("button is old")
    await claire.says("/help").forges("s1:inbox.file:1.hours").sees("button is old")


async def test_two_coordinators_file_one_message_once(desk: Desk, sessions: Sessions) -> None:
    await (await agreed(desk)).says(QUESTION["fr"][0])
    claire, ilse = await coordinator(desk, "Claire"), await coordinator(desk, "Ilse")
    await claire.says("/inbox")
    await ilse.says("/inbox").taps("🚫 Not about us").sees("Filed")
    await claire.taps("🗑 Throw away").sees("button is old")
    async with sessions() as session:
        assert list(await session.scalars(select(OpenQuestion.state))) == ["filed"]


async def test_volunteers_have_no_inbox(desk: Desk) -> None:
    marc = await volunteer(desk, "Marc", "en")
    await marc.says("/inbox").sees("I do not know this command")
    await marc.forges("s1:inbox:").sees("button is old")
