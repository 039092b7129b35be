"""What somebody is told about the team by itself."""

from __future__ import annotations

from bot.views.labels import button
from bot.views.menu import with_keyboard
from bot.views.reader import Reader
from bot.views.screen import Screen, paragraphs, rows
from bot.views.team.invitations import open_invitations
from bot.views.team.names import rights, role_name
from bot.views.team.taps import ShowTeam
from db.models.notices import Notice


def role(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    """To the person themselves, with the keyboard and the commands that they have from then on."""
    speech, what, new_role = reader.speech, notice.params["what"], notice.params["role"]
    if what == "deactivated":
        text = speech.say("⏸ The team has switched off your access for now. Thank you for all that you have done.")
        text = paragraphs(text, speech.say("Do you have a question? Tap “Contact”. You can still ask me anything."))
    elif what == "reactivated":
        text = speech.say("▶️ Welcome back! You are in the team again: {role}.", role=role_name(speech, new_role))
    else:
        text = paragraphs(
            speech.say("🪪 You have a new role in the team: {role}.", role=role_name(speech, new_role)),
            rights(speech, new_role),
        )
    return with_keyboard(speech, new_role, text)


def joined(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    """To whoever has invited them."""
    speech, joined_as = reader.speech, role_name(reader.speech, notice.params["role"])
    text = speech.say("🎉 Your invitation was accepted: the team has a new {role}.", role=joined_as)
    return Screen(text, rows(speech, (button(speech, ShowTeam()),)))


def wrong_tries(reader: Reader, _notice: Notice, _broadcast: object) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say(
            "🔒 Somebody has tried ten wrong invitation links within an hour. I let them try no more for an hour."
        ),
        speech.say("Nobody came in. If you have just invited somebody, help them with the link."),
    )
    return Screen(text, rows(speech, (open_invitations(speech),)))
