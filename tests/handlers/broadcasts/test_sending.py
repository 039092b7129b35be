"""Announcements on their way: confirmed, stopped, tried again, corrected."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from db.models.broadcasts import Broadcast
from db.models.notices import Notice
from db.session import Sessions
from tests.support.announcing import begun, received, sent
from tests.support.conversation import Desk, Talk

TWO_PLACES = Path(__file__).parents[2] / "packs" / "two_places"
PICTURE = b"\xff\xd8"


@pytest.fixture
def pack() -> Path:
    return TWO_PLACES


async def only(sessions: Sessions, model: Any = Broadcast) -> Any:
    async with sessions() as session:
        return (await session.scalars(select(model))).one()


async def test_progress_is_shown_and_stopping_stops(
    desk: Desk, claire: Talk, residents: dict[str, Talk], sessions: Sessions
) -> None:
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.broadcasting.start()
    await desk.broadcasting.show_progress()
    progress = claire.chat.visible[-1]
    assert all(words in progress.text for words in ("Being sent", "░░░ 0%", "⏳ Waiting: 5"))
    edits = progress.edited_count
    desk.world.clock.move(timedelta(seconds=2))
    await desk.broadcasting.show_progress()
    assert progress.edited_count == edits  # at most every three seconds
    await claire.taps("⏹ Stop").sees("Stopped.", "not sent").sees_edit()
    await desk.delivery.run_due()
    assert all(received(person) == [] for person in residents.values())
    await desk.broadcasting.show_progress()
    assert "⏹ Not sent: 5" in claire.chat.visible[-1].text
    assert (await only(sessions)).state == "stopped"
    await claire.says("/help").forges("s1:broadcast.stop:1").sees("Stopped: this is what was sent")


async def test_a_correction_changes_the_very_messages_of_those_who_got_it(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await residents["ar"].says("/stop")
    await sent(desk, claire, "On Saterday")
    late = await desk.person("Luc", "fr").starts("fr")
    await residents["nl"].says("/stop")  # what they have is corrected all the same
    await claire.says("/broadcasts").taps("✅ On Saterday").taps("✍️ Correct it").taps("✍️ Change the message they have")
    await claire.sees("it changes the message that people have", "exactly those who got the message", "4 people")
    await claire.taps("✅ English").says("On Saturday").taps("➡️ Send").sees("Goes to 4 people").taps("✅ Yes, send")
    await desk.beat()
    assert {code: received(person) for code, person in residents.items()} == {
        "fr": ["On Saturday"],
        "nl": ["On Saturday"],
        "ar": [],
        "ro": ["On Saturday"],
    }
    assert received(late) == []
    # Corrected once more, it is still the same message.
    await claire.says("/broadcasts").taps("✅ On Saturday").taps("✍️ Correct it").taps("✍️ Change the message they have")
    await claire.taps("✅ English").says("On Sunday").taps("➡️ Send").taps("✅ Yes, send")
    await desk.beat()
    assert received(residents["fr"]) == ["On Sunday"]


async def test_a_correction_of_words_under_a_photo(desk: Desk, claire: Talk, residents: dict[str, Talk]) -> None:
    await claire.says("/broadcast").taps("English")
    await claire.does(lambda: claire.person.sends_photo(PICTURE, caption="On Saterday"))
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.beat()
    await claire.says("/broadcasts").taps("✅ On Saterday").taps("✍️ Correct it").taps("✍️ Change the message they have")
    await claire.taps("✅ English").says("On Saturday").taps("➡️ Send").taps("✅ Yes, send")
    await desk.beat()
    assert received(residents["fr"]) == ["On Saturday"]
    await claire.says("/broadcasts").taps("✅ On Saturday").sees("✅ Sent: 5")


async def test_a_correction_as_a_new_message(desk: Desk, claire: Talk, residents: dict[str, Talk]) -> None:
    await residents["ar"].says("/stop")
    await sent(desk, claire, "On Saterday")
    await residents["ar"].says("/announcements").taps("🔔 تشغيل الإعلانات")
    await claire.says("/broadcasts").taps("✅ On Saterday").taps("✍️ Correct it").taps("✉️ Send a new message")
    await claire.taps("✅ English").says("Sorry: on Saturday").taps("➡️ Send").taps("✅ Yes, send")
    await desk.beat()
    assert received(residents["fr"]) == ["On Saterday", "Sorry: on Saturday"]
    assert received(residents["ar"]) == []


async def test_what_nobody_knows_about_is_offered_once_more(
    desk: Desk, claire: Talk, residents: dict[str, Talk], sessions: Sessions
) -> None:
    await sent(desk, claire)
    async with sessions.begin() as session:  # as after a crash between sending and marking
        amina = Notice.chat_id == residents["ar"].person.id
        await session.execute(update(Notice).where(amina).values(state="unknown", message_id=None))
    await claire.says("/broadcasts").taps("✅ Open day on Saturday").sees("❔ Not known: 1", "cut off")
    await claire.taps("🔁 Send these once more").sees("Being sent", "⏳ Waiting: 1")
    await desk.beat()
    assert len(received(residents["ar"])) == 2
    assert len(received(residents["fr"])) == 1


async def test_a_progress_message_that_was_deleted_comes_anew(desk: Desk, claire: Talk) -> None:
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    claire.answer[0].deleted = True
    await desk.beat()
    desk.world.clock.move(timedelta(seconds=3))
    await desk.broadcasting.show_progress()
    assert any("Everything is sent" in message.text for message in claire.chat.visible)


async def test_a_missing_language_blocks_until_somebody_decides(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await begun(claire)
    await claire.taps("➡️ Send").sees("There is no text yet in: French, Dutch, Arabic and Romanian")
    await claire.forges("s1:broadcast.go:1").sees("A text is missing")
    await claire.says("/broadcasts").taps("✏️ Open day on Saturday").taps("➡️ Send").taps("🚫 Nothing")
    await claire.sees("Who reads French, Dutch, Arabic and Romanian gets nothing", "Goes to 1 person (English 1)").taps(
        "🌐 Missing languages"
    )
    await claire.taps("✏️ Dutch").says("Open deur").taps("➡️ Send").sees("Goes to 2 people").taps("✅ Yes, send")
    await desk.beat()
    assert received(residents["nl"]) == ["Open deur"]
    assert received(residents["fr"]) == []


async def test_who_reads_a_missing_language_may_get_another_text(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await sent(desk, claire)
    assert received(residents["ar"]) == ["Open day on Saturday"]


async def test_each_person_gets_it_once_however_often_it_is_confirmed(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English")
    message = claire.answer[0]
    await claire.does(lambda: claire.person.forges_tap(message, "s1:broadcast.go:1")).sees("It starts in a moment")
    await claire.does(lambda: claire.person.forges_tap(message, "s1:broadcast.go:1")).sees("planned or sent")
    for _ in range(2):
        await desk.beat()
    assert all(received(person) == ["Open day on Saturday"] for person in (claire, *residents.values()))


async def test_stopping_very_many_takes_as_long_as_stopping_a_few(
    desk: Desk, claire: Talk, residents: dict[str, Talk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.usecases.broadcasts.running.AT_ONCE", 2)  # of the five
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.broadcasting.start()
    await claire.does(lambda: claire.person.forges_tap(claire.answer[0], "s1:broadcast.stop:1")).sees("Stopped.")
    desk.world.clock.move(timedelta(seconds=2))
    await desk.delivery.run_due()  # the rest still waits, and does not go out
    assert all(received(person) == [] for person in (claire, *residents.values()))
    await desk.broadcasting.show_progress()
    assert "⏹ Not sent: 5" in claire.chat.visible[-1].text


async def test_what_is_not_out_when_the_quiet_hours_begin_goes_out_in_the_morning(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    clock = desk.world.clock
    clock.set(datetime(2026, 11, 23, 19, 59, tzinfo=UTC))  # a minute to nine in Brussels
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.broadcasting.start()
    clock.move(timedelta(minutes=2))
    await desk.beat()
    assert all(received(person) == [] for person in residents.values())
    assert "It is late. The rest goes out on Tuesday, 24 November 2026, 08:00." in claire.chat.visible[-1].text
    clock.set(datetime(2026, 11, 24, 7, 0, 1, tzinfo=UTC))
    await desk.beat()
    assert all(received(person) for person in residents.values())
    assert any("Everything is sent" in message.text for message in claire.chat.visible)


async def test_a_bot_that_was_away_when_it_was_due_does_not_wake_anybody(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    desk.world.clock.set(datetime(2026, 11, 23, 19, 30, tzinfo=UTC))
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    desk.world.clock.move(timedelta(hours=2))
    await desk.beat()
    assert all(received(person) == [] for person in residents.values())


async def test_the_rest_of_what_was_stopped_is_marked_step_by_step(
    desk: Desk, claire: Talk, residents: dict[str, Talk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.usecases.broadcasts.running.AT_ONCE", 2)
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.broadcasting.start()
    await claire.does(lambda: claire.person.forges_tap(claire.answer[0], "s1:broadcast.stop:1")).sees("Stopped.")
    await desk.broadcasting.show_progress()
    assert "⏹ Not sent: 5" in claire.chat.visible[-1].text
