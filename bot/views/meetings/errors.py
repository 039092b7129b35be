"""What cannot be done about a meeting, said kindly."""

from __future__ import annotations

from bot.domain.errors import (
    AnswersClosed,
    DomainError,
    EndsTooEarly,
    MeetingFull,
    MeetingOver,
    NoSuchDay,
    NotAnAddress,
)
from bot.i18n import Speech
from bot.views.directory.taps import ShowContact
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu import back
from bot.views.screen import Screen, paragraphs, rows


def in_words(error: DomainError, speech: Speech) -> Screen | None:
    """None for what is not about meetings."""
    match error:
        case AnswersClosed():
            closed = paragraphs(
                speech.say("The time to answer is over."),
                speech.say("Please call us. Perhaps there is still a place."),
            )
            return Screen(closed, rows(speech, back(speech, ShowContact(), ShowMeetings())))
        case MeetingOver():
            text = speech.say("This meeting is over, or it was called off.")
        case MeetingFull():
            text = speech.say_count(
                "Only {number} place is free for you.", "Only {number} places are free for you.", error.free
            )
        case EndsTooEarly():
            text = speech.say("These times are in the wrong order: first the welcome, then the start, then the end.")
        case NotAnAddress():
            text = speech.say("💻 Please send the link. It begins with {start}", start=speech.ltr("https://"))
        case NoSuchDay():
            text = speech.say("I do not understand this day. Please write it like this: {day}", day=speech.ltr("15/12"))
        case _:
            return None
    return Screen(text, rows(speech, back(speech, ShowMeetings())))
