"""Teaching the bot: one message at a time, and what it may be about as buttons."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.domain.learning import OFF_TOPIC
from bot.i18n import Speech
from bot.usecases.learning.inbox import InboxOverview
from bot.views.answers.by_topic import SERVICE
from bot.views.answers.reply import about, topic_questions
from bot.views.labels import button
from bot.views.learning.taps import (
    ChooseTopic,
    FileQuestion,
    LearnNow,
    LookAgain,
    ShowInbox,
    ThrowAway,
    UndoFiling,
    UndoLesson,
)
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.names import isolated
from bot.views.widgets import page_turns, pick_one
from db.models.learning import Lesson, OpenQuestion

ON_A_PAGE = 8


def inbox(
    reader: Reader, overview: InboxOverview, guesses: Sequence[str], done: Markup | None = None, undo: int = 0
) -> Screen:
    """The next message. `done`: what was just done with the one before, which `undo` takes back (0: nothing can)."""
    speech, question = reader.speech, overview.question
    back_again = (Button(speech.plain("↩️ Undo"), UndoFiling(undo)),) if undo else ()
    title = speech.say("🎓 <b>Teach the bot</b>")
    if question is None:
        text = paragraphs(
            done, title, speech.say("👏 Nothing waits here."), _what_comes_here(speech), _filed(speech, overview)
        )
        return Screen(text, rows(speech, back_again, *_lessons(speech, overview), back(speech)))
    count = speech.say_count("{number} message waits.", "{number} messages wait.", overview.waiting)
    asked = speech.say("What is it about? One tap files it.")
    text = paragraphs(done, title, count, _message(reader, question), asked, _filed(speech, overview))
    choices = pick_one(
        {topic: topic_name(reader, topic) for topic in guesses}, lambda topic: FileQuestion(question.id, topic)
    )
    other = (Button(speech.plain("📚 Another topic"), ChooseTopic(question.id)),)
    nothing = (Button(off_topic(speech), FileQuestion(question.id, OFF_TOPIC)),)
    throw = Button(speech.plain("🗑 Throw away"), ThrowAway(question.id))
    later = Button(speech.plain("⏭ Later"), ShowInbox(question.id))
    more = (other, nothing, (throw, later), *_lessons(speech, overview), back(speech))
    return Screen(text, rows(speech, back_again, *choices, *more))


def topics(reader: Reader, question: OpenQuestion, page: int) -> Screen:
    """All of them, page by page."""
    speech, names = reader.speech, all_topics(reader)
    pages = -(-len(names) // ON_A_PAGE)
    page = min(page, pages - 1)
    shown = {topic: topic_name(reader, topic) for topic in names[page * ON_A_PAGE :][:ON_A_PAGE]}
    choices = pick_one(shown, lambda topic: FileQuestion(question.id, topic))
    turns = page_turns(speech, page, pages, lambda turned: ChooseTopic(question.id, turned))
    to_message = Button(speech.plain("⬅️ To the message"), ShowInbox(question.id - 1))
    text = paragraphs(speech.say("📚 <b>Which topic?</b>"), _message(reader, question))
    return Screen(text, rows(speech, *choices, turns, (to_message,)))


def all_topics(reader: Reader) -> list[str]:
    """Under which a message can be filed, off-topic beside."""
    services = (f"{SERVICE}{service.id}" for service in reader.desk.directory.services)
    return [*topic_questions(reader.speech), *services]


def filed(reader: Reader, topic: str) -> Markup:
    return reader.speech.say("✅ Filed: {topic}", topic=topic_name(reader, topic))


def thrown_away(speech: Speech) -> Markup:
    return speech.say("🗑 Thrown away.")


def set_aside(speech: Speech, lesson: int, count: int) -> Screen:
    """After "undo" of a lesson."""
    text = paragraphs(
        speech.say("↩️ I answer as I did before this lesson."),
        speech.say_count("{number} message is set aside.", "{number} messages are set aside.", count),
    )
    return Screen(text, rows(speech, (look_again(speech, lesson),), (button(speech, ShowInbox()),), back(speech)))


def look_again(speech: Speech, lesson: int) -> Button:
    return Button(speech.plain("🔍 Look at them again"), LookAgain(lesson))


def undo_lesson(speech: Speech, lesson: int) -> Button:
    return Button(speech.plain("↩️ Undo the last lesson"), UndoLesson(lesson))


def topic_name(reader: Reader, topic: str) -> str:
    return off_topic(reader.speech) if topic == OFF_TOPIC else about(reader, topic).text


def off_topic(speech: Speech) -> str:
    return speech.plain("🚫 Not about us")


def _message(reader: Reader, question: OpenQuestion) -> Markup:
    """What was written, in which language, and what came of it."""
    speech, known = reader.speech, {*all_topics(reader)}
    lines = [
        Markup("💬 <b>{}</b>").format(isolated(speech, question.text)),
        Markup("🌐 {}").format(speech.language(question.language)),
    ]
    if question.answered in known:
        topic = topic_name(reader, question.answered)
        lines.append(speech.say("I answered “{topic}”, and that was not meant.", topic=topic))
    else:
        lines.append(speech.say("I had no answer to this."))
    if question.wanted in known:
        lines.append(speech.say("They then chose “{topic}”.", topic=topic_name(reader, question.wanted)))
    return Markup("\n").join(lines)


def _what_comes_here(speech: Speech) -> Markup:
    return speech.say(
        "When I do not understand somebody who has agreed to it, the message comes here, without names and numbers."
    )


def _filed(speech: Speech, overview: InboxOverview) -> Markup | None:
    if overview.running:
        return speech.say("⏳ I am learning. It takes some minutes. I tell you how it went.")
    if not overview.filed:
        return None
    count = speech.say_count("{number} message is filed.", "{number} messages are filed.", overview.filed)
    return count + " " + speech.say("I learn by myself at night.")


def _lessons(speech: Speech, overview: InboxOverview) -> tuple[tuple[Button, ...], ...]:
    now = (Button(speech.plain("🎓 Learn now"), LearnNow()),) if overview.filed and not overview.running else ()
    last: Lesson | None = overview.adopted
    return now, (undo_lesson(speech, last.id),) if last and not overview.running else ()
