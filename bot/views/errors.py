"""What cannot be done, said kindly."""

from __future__ import annotations

from markupsafe import Markup

from bot.domain.errors import (
    DomainError,
    NoSuchTime,
    NotADraft,
    NotAllowed,
    NothingToAnswer,
    TextMissing,
    TimePassed,
    TooLong,
)
from bot.i18n import Speech
from bot.views import fallback
from bot.views.directory.taps import ShowContact
from bot.views.meetings import errors as meeting_mistakes
from bot.views.menu import back
from bot.views.requests import errors as request_mistakes
from bot.views.screen import Screen, paragraphs, rows
from bot.views.team import errors as team_mistakes
from bot.views.widgets import example


def in_words(error: DomainError, speech: Speech) -> Screen:
    match error:
        case NotAllowed():
            return Screen(speech.say("🔒 Only the team can do this."), rows(speech, back(speech, ShowContact())))
        case TooLong():
            return _said(speech, _too_long(speech, error), _nothing_is_lost(speech))
        case NoSuchTime():
            return _said(speech, speech.say("I do not understand this date and time."), example(speech))
        case TimePassed():
            return _said(speech, speech.say("This time is already over. Please choose a later one."))
        case NotADraft():
            return _said(speech, speech.say("This announcement is planned or sent. It cannot be changed here."))
        case NothingToAnswer(why=why):
            return in_words(why, speech)
        case TextMissing():
            return _said(speech, speech.say("A text is missing. Please write it first."))
        case _:
            topics = (team_mistakes, request_mistakes, meeting_mistakes)
            found = (topic.in_words(error, speech) for topic in topics)
            return next(filter(None, found), None) or fallback.old_button(speech)


def _too_long(speech: Speech, error: TooLong) -> Markup:
    return speech.say(
        "📏 The text is too long: {length} signs. At most {limit} fit here. Under a photo or a file, 1024 fit.",
        length=error.length,
        limit=error.limit,
    )


def _nothing_is_lost(speech: Speech) -> Markup:
    return speech.say("Nothing is lost. Please send a shorter text.")


def _said(speech: Speech, *texts: Markup) -> Screen:
    return Screen(paragraphs(*texts), rows(speech, back(speech)))
