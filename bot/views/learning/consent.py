"""May the team read what the bot did not understand? Asked once; changed under "My data"."""

from __future__ import annotations

from bot.i18n import Speech
from bot.views.labels import button, label
from bot.views.learning.taps import LearnFromMe
from bot.views.menu import back
from bot.views.privacy.taps import ShowPrivacy
from bot.views.screen import Button, Screen, paragraphs, rows


def ask(speech: Speech, key: str) -> Screen:
    """`key`: of the message that was not understood."""
    text = paragraphs(
        speech.say("🙏 I did not understand you well, and I want to learn."),
        speech.say("May the team read messages like this one? They see no name, no number, and not who wrote it."),
        speech.say("You can change your mind at any time: “{privacy}”.", privacy=label(speech, ShowPrivacy)),
    )
    return Screen(text, rows(speech, *_answers(speech, key)), anew=True)


def thanks(speech: Speech, agrees: bool) -> Screen:
    text = (
        speech.say("🙏 Thank you! Now the team can teach me.")
        if agrees
        else speech.say("👍 All right. Nobody reads your messages. What waited for the team is deleted.")
    )
    return Screen(text, rows(speech, (button(speech, ShowPrivacy()),), back(speech)))


def switch(speech: Speech, agrees: bool) -> Screen:
    """What they said, and the other answer."""
    said = speech.say("✅ You said <b>yes</b>.") if agrees else speech.say("✖️ You have <b>not</b> said yes.")
    text = paragraphs(
        speech.say("🎓 <b>Learning from my messages</b>"),
        speech.say("When I do not understand a message, the team may read it and teach me."),
        speech.say("They see no name, no number, and not who wrote it."),
        said,
    )
    yes, no = _answers(speech, "")
    return Screen(text, rows(speech, no if agrees else yes, back(speech, ShowPrivacy())))


def to_switch(speech: Speech) -> Button:
    return Button(speech.plain("🎓 Learning from my messages"), LearnFromMe())


def _answers(speech: Speech, key: str) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
    yes = Button(speech.plain("✅ Yes, they may"), LearnFromMe(True, key))
    no = Button(speech.plain("✖️ No, thank you"), LearnFromMe(False, key))
    return (yes,), (no,)
