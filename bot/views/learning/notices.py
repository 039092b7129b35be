"""How a lesson ended, as coordinators are told."""

from __future__ import annotations

from bot.views.labels import button
from bot.views.learning.inbox import look_again, undo_lesson
from bot.views.learning.taps import ShowInbox
from bot.views.reader import Reader
from bot.views.screen import Screen, paragraphs, rows
from db.models.notices import Notice


def adopted(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    speech = reader.speech
    lesson, fresh = notice.params["lesson"], notice.params["fresh"]
    text = paragraphs(
        speech.say_count("🎓 I have learnt {number} new message.", "🎓 I have learnt {number} new messages.", fresh),
        speech.say("If I now answer worse, take it back with one tap."),
    )
    return Screen(text, rows(speech, (undo_lesson(speech, lesson),), (button(speech, ShowInbox()),)))


def refused(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    speech = reader.speech
    lesson, fresh = notice.params["lesson"], notice.params["fresh"] or notice.params["phrases"]
    text = paragraphs(
        speech.say_count(
            "✋ I did not adopt {number} new message: other answers would become worse.",
            "✋ I did not adopt {number} new messages: other answers would become worse.",
            fresh,
        ),
        speech.say("I answer as before. Perhaps a message is filed under a wrong topic?"),
    )
    return Screen(text, rows(speech, (look_again(speech, lesson),), (button(speech, ShowInbox()),)))


def failed(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("⚠️ I could not learn this time. I answer as before."),
        speech.say("Nothing is lost: I try again at night. If it happens again, please tell your operator."),
    )
    return Screen(text, rows(speech, (button(speech, ShowInbox()),)))
