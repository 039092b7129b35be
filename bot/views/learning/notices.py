"""How a lesson ended, as coordinators are told."""

from __future__ import annotations

from typing import Any

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.labels import button
from bot.views.learning.inbox import look_again, undo_lesson
from bot.views.screen import Screen, paragraphs, rows
from db.models.notices import Notice


def adopted(speech: Speech, desk: Desk, notice: Notice, _broadcast: Any) -> Screen:
    lesson, fresh = notice.params["lesson"], notice.params["fresh"]
    text = paragraphs(
        speech.say_count("🎓 I have learnt {number} new message.", "🎓 I have learnt {number} new messages.", fresh),
        speech.say("If I now answer worse, take it back with one tap."),
    )
    return Screen(text, rows(speech, (undo_lesson(speech, lesson),), (button(speech, "inbox"),)))


def refused(speech: Speech, desk: Desk, notice: Notice, _broadcast: Any) -> Screen:
    lesson, fresh = notice.params["lesson"], notice.params["fresh"] or notice.params["phrases"]
    text = paragraphs(
        speech.say_count(
            "✋ I did not adopt {number} new message: other answers would become worse.",
            "✋ I did not adopt {number} new messages: other answers would become worse.",
            fresh,
        ),
        speech.say("I answer as before. Perhaps a message is filed under a wrong topic?"),
    )
    return Screen(text, rows(speech, (look_again(speech, lesson),), (button(speech, "inbox"),)))


def failed(speech: Speech, desk: Desk, notice: Notice, _broadcast: Any) -> Screen:
    text = paragraphs(
        speech.say("⚠️ I could not learn this time. I answer as before."),
        speech.say("Nothing is lost: I try again at night. If it happens again, please tell your operator."),
    )
    return Screen(text, rows(speech, (button(speech, "inbox"),)))


RENDERERS = {"lesson.adopted": adopted, "lesson.refused": refused, "lesson.failed": failed}
