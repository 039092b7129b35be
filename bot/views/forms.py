"""A form that somebody is in the middle of."""

from __future__ import annotations

from bot.i18n import Speech
from bot.views.screen import Button, Screen, rows


def kept(speech: Speech, expects: str) -> Screen:
    """They went elsewhere; `expects` is the button (topic:item) that asks the question again."""
    topic, _, item = expects.partition(":")
    back = Button(speech.plain("▶️ Continue"), topic, item)
    text = (
        speech.say("💬 To go on writing about your request, tap the button.")
        if topic == "talk"
        else speech.say("✏️ What you began to write is kept.")
    )
    return Screen(text, rows(speech, (back,)), anew=True)
