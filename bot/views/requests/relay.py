"""The conversation between a resident and who helps them, through the bot."""

from __future__ import annotations

from bot.i18n import Speech
from bot.views.directory.taps import ShowContact
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.taps import EndTalk, PauseTalk, ShowOwnRequests, WriteToOther
from bot.views.screen import Button, Copied, Rows, Screen, paragraphs, rows
from db.models.notices import Notice
from db.models.requests import HelpRequest


def talk(speech: Speech, request: HelpRequest, sent: bool = False) -> Screen:
    """What they write from now on goes to the other."""
    how = paragraphs(
        speech.say("💬 <b>You are writing about {code}.</b>", code=words.code(speech, request)),
        speech.say("What you send now goes to the other person: words, voice 🎤, photo 📷, document 📄 or place 📍."),
        speech.say("They see neither your name nor your number, unless you write it."),
        words.never_call(speech, request),
    )
    text = speech.say("✓ Passed on. You can write more.") if sent else how
    return Screen(text, _talking(speech, request), asks=WriteToOther(request.id), anew=True)


def talk_only(speech: Speech, request: HelpRequest) -> Screen:
    """Something that is not passed on."""
    text = speech.say("I can pass on words, voice messages, photos, documents and places. Please send one of these.")
    return Screen(text, _talking(speech, request), asks=WriteToOther(request.id))


def paused(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("⏸ What you write now stays between you and me.")
    again = Button(speech.plain("💬 Write again"), WriteToOther(request.id))
    return Screen(text, rows(speech, (again,), back(speech)))


def talk_ended(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say(
        "⏹ The conversation about {code} has ended. Nobody can write in it any more.", code=words.code(speech, request)
    )
    return Screen(text, rows(speech, back(speech)))


def over(speech: Speech) -> Screen:
    text = speech.say("⏹ This conversation has ended. What you write is not passed on any more.")
    return Screen(text, rows(speech, back(speech, ShowOwnRequests(), ShowContact())))


def passed_on(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    """What the other wrote, as they wrote it, with the way to answer."""
    speech, where = reader.speech, notice.params
    answer = Button(speech.plain("💬 Answer") + f" · {speech.ltr(where['code'])}", WriteToOther(where["request"]))
    return Screen(rows=rows(speech, (answer,)), copied=Copied(where["from_chat"], where["message_id"]))


def _talking(speech: Speech, request: HelpRequest) -> Rows:
    pause = Button(speech.plain("⏸ Enough for now"), PauseTalk(request.id))
    end = Button(speech.plain("⏹ End the conversation"), EndTalk(request.id))
    return rows(speech, (pause,), (end,))
