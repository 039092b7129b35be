"""Teaching the bot: one message at a time, and what it may be about as buttons."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.domain.learning import OFF_TOPIC
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.learning.inbox import Shown
from bot.views.answers.reply import about, topic_questions
from bot.views.labels import button
from bot.views.menu import back
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.members import in_one_piece
from db.models.learning import Lesson, OpenQuestion

ON_A_PAGE = 8


def inbox(
    speech: Speech, desk: Desk, shown: Shown, guesses: Sequence[str], done: Markup | None = None, undo: int = 0
) -> Screen:
    """The next message. `done`: what was just done with the one before, which `undo` takes back (0: nothing can)."""
    back_again = ((Button(speech.plain("↩️ Undo"), "inbox.undo", str(undo)),),) if undo else ()
    title = speech.say("🎓 <b>Teach the bot</b>")
    question = shown.question
    if question is None:
        text = paragraphs(
            done, title, speech.say("👏 Nothing waits here."), _what_comes_here(speech), _filed(speech, shown)
        )
        return Screen(text, rows(speech, *back_again, *_lessons(speech, shown), back(speech)))
    count = speech.say_count("{number} message waits.", "{number} messages wait.", shown.waiting)
    asked = speech.say("What is it about? One tap files it.")
    item = str(question.id)
    choices = [(Button(topic_name(speech, desk, topic), "inbox.file", f"{item}.{topic}"),) for topic in guesses]
    other = Button(speech.plain("📚 Another topic"), "inbox.topics", item)
    nothing = Button(off_topic(speech), "inbox.file", f"{item}.{OFF_TOPIC}")
    throw = Button(speech.plain("🗑 Throw away"), "inbox.drop", item)
    later = Button(speech.plain("⏭ Later"), "inbox", item)
    text = paragraphs(done, title, count, _message(speech, desk, question), asked, _filed(speech, shown))
    more = ((other,), (nothing,), (throw, later), *_lessons(speech, shown), back(speech))
    return Screen(text, rows(speech, *back_again, *choices, *more))


def topics(speech: Speech, desk: Desk, question: OpenQuestion, page: int) -> Screen:
    """All of them, page by page."""
    item = str(question.id)
    names = all_topics(speech, desk)
    first = page * ON_A_PAGE
    choices = [
        (Button(topic_name(speech, desk, topic), "inbox.file", f"{item}.{topic}"),)
        for topic in names[first : first + ON_A_PAGE]
    ]
    earlier = (Button(speech.plain("◀️ Back"), "inbox.topics", f"{item}.{page - 1}"),) if page else ()
    later = (
        (Button(speech.plain("More ▶️"), "inbox.topics", f"{item}.{page + 1}"),)
        if first + ON_A_PAGE < len(names)
        else ()
    )
    to_message = Button(speech.plain("⬅️ To the message"), "inbox", str(question.id - 1))
    text = paragraphs(speech.say("📚 <b>Which topic?</b>"), _message(speech, desk, question))
    return Screen(text, rows(speech, *choices, earlier + later, (to_message,)))


def all_topics(speech: Speech, desk: Desk) -> list[str]:
    """Under which a message can be filed, off-topic beside."""
    return [*topic_questions(speech), *(f"service.{service.id}" for service in desk.directory.services)]


def filed(speech: Speech, desk: Desk, topic: str) -> Markup:
    return speech.say("✅ Filed: {topic}", topic=topic_name(speech, desk, topic))


def thrown_away(speech: Speech) -> Markup:
    return speech.say("🗑 Thrown away.")


def set_aside(speech: Speech, lesson: int, count: int) -> Screen:
    """After "undo" of a lesson."""
    text = paragraphs(
        speech.say("↩️ I answer as I did before this lesson."),
        speech.say_count("{number} message is set aside.", "{number} messages are set aside.", count),
    )
    return Screen(text, rows(speech, (look_again(speech, lesson),), (button(speech, "inbox"),), back(speech)))


def look_again(speech: Speech, lesson: int) -> Button:
    return Button(speech.plain("🔍 Look at them again"), "inbox.again", str(lesson))


def undo_lesson(speech: Speech, lesson: int) -> Button:
    return Button(speech.plain("↩️ Undo the last lesson"), "inbox.unlearn", str(lesson))


def topic_name(speech: Speech, desk: Desk, topic: str) -> str:
    return off_topic(speech) if topic == OFF_TOPIC else about(speech, desk, topic).text


def off_topic(speech: Speech) -> str:
    return speech.plain("🚫 Not about us")


def _message(speech: Speech, desk: Desk, question: OpenQuestion) -> Markup:
    """What was written, in which language, and what came of it."""
    known = {*all_topics(speech, desk)}
    lines = [
        Markup("💬 <b>{}</b>").format(in_one_piece(speech, question.text)),
        Markup("🌐 {}").format(speech.language(question.language)),
    ]
    if question.answered in known:
        topic = topic_name(speech, desk, question.answered)
        lines.append(speech.say("I answered “{topic}”, and that was not meant.", topic=topic))
    else:
        lines.append(speech.say("I had no answer to this."))
    if question.wanted in known:
        lines.append(speech.say("They then chose “{topic}”.", topic=topic_name(speech, desk, question.wanted)))
    return Markup("\n").join(lines)


def _what_comes_here(speech: Speech) -> Markup:
    return speech.say(
        "When I do not understand somebody who has agreed to it, the message comes here, without names and numbers."
    )


def _filed(speech: Speech, shown: Shown) -> Markup | None:
    if shown.running:
        return speech.say("⏳ I am learning. It takes some minutes. I tell you how it went.")
    if not shown.filed:
        return None
    count = speech.say_count("{number} message is filed.", "{number} messages are filed.", shown.filed)
    return count + " " + speech.say("I learn by myself at night.")


def _lessons(speech: Speech, shown: Shown) -> tuple[tuple[Button, ...], ...]:
    now = (Button(speech.plain("🎓 Learn now"), "inbox.learn"),) if shown.filed and not shown.running else ()
    last: Lesson | None = shown.adopted
    return now, (undo_lesson(speech, last.id),) if last and not shown.running else ()
