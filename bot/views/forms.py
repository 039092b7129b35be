"""A form that somebody is in the middle of."""

from __future__ import annotations

from bot.i18n import Speech
from bot.views.requests.taps import WriteToOther
from bot.views.screen import Button, Screen, rows
from bot.views.taps import Tap


def kept(speech: Speech, question: Tap) -> Screen:
    """They went elsewhere; `question` asks once more."""
    back = Button(speech.plain("▶️ Continue"), question)
    text = (
        speech.say("💬 To go on writing about your request, tap the button.")
        if isinstance(question, WriteToOther)
        else speech.say("✏️ What you began to write is kept.")
    )
    return Screen(text, rows(speech, (back,)), anew=True)
