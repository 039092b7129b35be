"""A meeting from the first word to the last, in each language: dates in its words, and not a sentence of another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from markupsafe import Markup

from bot.domain.meetings.rules import DAY
from bot.i18n import Speech
from bot.views.meetings.draft import before_start
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import STARTS, TITLE, add, at, opened, told

TUESDAY, THURSDAY, CHRISTMAS = date(2026, 12, 15), date(2026, 12, 17), date(2026, 12, 25)


@dataclass(frozen=True)
class Typed:
    """What a coordinator writes."""

    day: str
    hours: str
    other_day: str
    holiday: str
    past: str
    no_day: str


TYPED = {
    "fr": Typed("mardi 15 décembre", "de 13h30 à 15h30", "jeudi 17 déc", "à Noël", "le 3 novembre 2026", "bientôt"),
    "nl": Typed("dinsdag 15 december", "van 13u30 tot 15u30", "do 17 dec", "met Kerstmis", "3 november 2026", "gauw"),
    "ar": Typed("الثلاثاء 15 دجنبر", "من 13:30 إلى 15:30", "الخميس ١٧ ديسمبر", "25 دجنبر", "3 نونبر 2026", "قريباً"),
    "ro": Typed(
        "marți, 15 decembrie", "de la 13:30 la 15:30", "joi 17 dec", "de Crăciun", "3 noiembrie 2026", "curând"
    ),
    "en": Typed("Tuesday 15 December", "13:30 to 15:30", "Thu 17 Dec", "at Christmas", "3 November 2026", "soon"),
}


@dataclass(frozen=True)
class Reader:
    """Somebody with the words of their language: `sees` and `taps` take the English ones."""

    talk: Talk
    speech: Speech

    def words(self, msgid: str, **values: object) -> str:
        said = self.speech.say(msgid, **values)
        assert self.speech.code == "en" or said != Markup(msgid).format(**values), f"not translated: {msgid}"
        return plain(said)

    async def taps(self, *msgids: str) -> None:
        for msgid in msgids:
            await self.talk.taps(self.speech.plain(msgid))

    async def sees(self, msgid: str, **values: object) -> None:
        await self.talk.sees(self.words(msgid, **values))

    async def sees_day(self, day: date) -> None:
        await self.talk.sees(plain(self.speech.date(day)))

    async def opens_the_meeting(self, day: date) -> None:
        title = self.speech.text(TITLE).striptags()
        await self.talk.says("/meetings").taps(f"☕ {self.speech.short_date(day)} · {title}")

    def told(self, msgid: str, **values: object) -> int:
        return told(self.talk, self.words(msgid, **values))


def plain(words: str) -> str:
    """As a test sees it: no tags, and no spaces that do not break."""
    return Markup(words).striptags()


@pytest.fixture(params=TYPED)
async def readers(desk: Desk, speeches: dict[str, Speech], request: pytest.FixtureRequest) -> tuple[Reader, Reader]:
    """A coordinator and a resident who read that language."""
    code = request.param
    claire = await desk.administrator("Claire", code).starts(code)
    amina = await desk.person("Amina", code).starts(code)
    return Reader(claire, speeches[code]), Reader(amina, speeches[code])


async def write(claire: Reader, day: str) -> None:
    code = claire.speech.code
    await claire.talk.says("/meetings")
    await claire.taps("➕ New meeting")
    await claire.talk.says(TITLE[code]).says(day)


async def test_a_meeting_is_written_answered_moved_reminded_of_and_called_off(
    desk: Desk, sessions: Sessions, readers: tuple[Reader, Reader]
) -> None:
    claire, amina = readers
    typed = TYPED[claire.speech.code]
    await write(claire, typed.day)
    await claire.talk.says(typed.hours)
    await claire.sees_day(TUESDAY)
    starts, ends = claire.speech.time(time(13, 30)), claire.speech.time(time(15, 30))
    await claire.sees("From {starts} to {ends}", starts=starts, ends=ends)
    await claire.taps("💾 Save")
    await claire.sees("💾 <b>Saved.</b>")
    await answers(amina)
    await claire.opens_the_meeting(TUESDAY)
    await claire.taps("👥 Who comes")
    await claire.talk.sees("Amina (3)", claire.speech.language("ar"))
    await claire.taps("⬅️ Back to the meeting", "✏️ Change", "📅 Day")
    await claire.talk.says(typed.other_day)
    await claire.taps("💾 Save")
    await desk.beat()
    await is_told_of_the_move(amina)
    await at(desk, STARTS + timedelta(days=1, minutes=1))
    assert amina.told("⏰ <b>Are you still coming?</b>") == 1
    await claire.opens_the_meeting(THURSDAY)
    await claire.taps("🗑 Call off")
    await claire.sees("Everybody who answered is told.")
    await claire.taps("🗑 Yes, call it off")
    await desk.beat()
    assert amina.told("❌ <b>This meeting is called off.</b>") == 1
    assert amina.told("Please do not come. We are sorry.") == 1
    assert (opened(desk, amina.talk)["status"], opened(desk, amina.talk)["sequence"]) == ("CANCELLED", 2)


async def answers(amina: Reader) -> None:
    await amina.opens_the_meeting(TUESDAY)
    await amina.sees_day(TUESDAY)
    await amina.taps("✅ I come")
    await amina.sees("✅ <b>You come.</b> We are glad.")
    await amina.taps("👥 How many people?")
    await amina.talk.taps("3").sees("3")
    await amina.taps("🗣 I need an interpreter")
    await amina.talk.taps(amina.speech.language("ar").capitalize())
    await amina.sees("🗣 Interpreter: {language}", language=amina.speech.language("ar"))


async def is_told_of_the_move(amina: Reader) -> None:
    message = amina.talk.chat.visible[-1]
    before, _, now = message.text.replace("\u00a0", " ").partition(amina.words("<b>Now:</b>"))
    assert amina.words("✏️ <b>This meeting has changed.</b>") in before
    assert plain(amina.speech.date(TUESDAY)) in before
    assert plain(amina.speech.date(THURSDAY)) in now
    assert amina.words("Can you come then? Please answer once more.") in now


async def test_what_cannot_be_is_said_in_each_language(
    desk: Desk, sessions: Sessions, readers: tuple[Reader, Reader]
) -> None:
    claire, _ = readers
    typed = TYPED[claire.speech.code]
    await write(claire, typed.past)
    await claire.sees("This time is already over. Please choose a later one.")
    await claire.talk.says(typed.no_day)
    day = claire.speech.ltr("15/12")
    await claire.sees("I do not understand this day. Please write it like this: {day}", day=day)
    await claire.talk.says(typed.holiday).says("15:30-13:30")
    await claire.sees("These times are in the wrong order: first the welcome, then the start, then the end.")
    await claire.talk.says("13:30-15:30")
    await claire.sees_day(CHRISTMAS)
    await claire.sees("⚠️ That day is a public holiday.")
    await claire.taps("💾 Save")
    await claire.sees("⚠️ <b>A small question before I save it.</b>")
    await claire.taps("⬅️ Back", "⏰ Reminders")
    await claire.talk.taps("✅ " + before_start(claire.speech, 7 * DAY))
    await claire.taps("⬅️ Back", "💾 Save", "💾 Save all the same")
    await claire.sees("💾 <b>Saved.</b>")


async def test_full_waiting_moved_up_and_too_late_in_each_language(
    desk: Desk, sessions: Sessions, readers: tuple[Reader, Reader]
) -> None:
    claire, amina = readers
    await add(sessions, capacity=1, answer_until=STARTS - timedelta(days=2))
    await claire.opens_the_meeting(TUESDAY)
    await claire.taps("✅ I come")
    await amina.opens_the_meeting(TUESDAY)
    await amina.sees("It is full. Tap “I come” to be on the waiting list.")
    await amina.taps("✅ I come")
    await amina.sees("⏳ <b>It is full. You are on the waiting list.</b> We tell you when a place is free.")
    await claire.taps("❌ I do not come")
    await claire.sees("❌ <b>You do not come.</b> Thank you for telling us.")
    await desk.beat()
    assert amina.told("🎉 <b>A place is free for you.</b> You are on the list now.") == 1
    desk.world.clock.set(datetime(2026, 12, 14, 12, 0, tzinfo=UTC))
    await claire.talk.says("/help").forges("s1:meeting.answer:coffee.going")
    await claire.sees("Please call us. Perhaps there is still a place.")
