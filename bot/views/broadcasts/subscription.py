"""What the team announces, as people get it, and their switch for it."""

from __future__ import annotations

from markupsafe import Markup

from bot.domain.broadcasts import SKIP, BroadcastState
from bot.i18n import Speech
from bot.views.broadcasts.taps import SwitchAnnouncements
from bot.views.labels import button
from bot.views.meetings.meeting import answers as rsvp
from bot.views.menu import back
from bot.views.screen import Button, Media, Screen, paragraphs, rows
from db.models.broadcasts import Broadcast


def announcement(speech: Speech, broadcast: Broadcast) -> Screen | None:
    """A copy in the reader's language; None where its readers get nothing, and once it was stopped."""
    if broadcast.state == BroadcastState.STOPPED:
        return None
    missing = broadcast.missing if broadcast.missing != SKIP else None
    text = broadcast.texts.get(speech.code) or broadcast.texts.get(missing or "")
    if not text:
        return None
    media = Media(**broadcast.media) if broadcast.media else None
    answers = rsvp(speech, broadcast.meeting_id, copy=True) if broadcast.meeting_id else ()
    # What was written is Telegram's own HTML: escaped where it is text, kept where the writer made it bold.
    switch = button(speech, SwitchAnnouncements("copy"))
    return Screen(Markup(text), rows(speech, *answers, (switch,)), media=media, anew=True)


def switch(speech: Speech, wanted: bool, anew: bool = False) -> Screen:
    """On or off, and the button for the other."""
    state = speech.say("🔔 They are switched <b>on</b>.") if wanted else speech.say("🔕 They are switched <b>off</b>.")
    text = paragraphs(
        speech.say("🔔 <b>Announcements</b>"),
        speech.say("Sometimes the team writes to everybody: a meeting, a day when we are closed."),
        state,
    )
    other = (
        Button(speech.plain("🔕 Switch off"), SwitchAnnouncements("off"))
        if wanted
        else Button(speech.plain("🔔 Switch on"), SwitchAnnouncements("on"))
    )
    return Screen(text, rows(speech, (other,), back(speech)), anew=anew)


def stopped(speech: Speech) -> Screen:
    """After /stop: no questions asked, and the way back."""
    text = paragraphs(
        speech.say("🔕 All right. You get no more announcements."),
        speech.say("You can still ask me anything, at any time."),
    )
    undo = Button(speech.plain("🔔 Switch on again"), SwitchAnnouncements("on"))
    return Screen(text, rows(speech, (undo,), back(speech)))
