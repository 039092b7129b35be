"""The way into the team: the language, the charter, the welcome. And the way out."""

from __future__ import annotations

from bot.i18n import Speech
from bot.views.directory.taps import ShowContact
from bot.views.labels import button
from bot.views.menu import back, choose_language, with_keyboard
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.names import role_name
from bot.views.team.profile_taps import AskLeave, LeaveTeam, ShowProfile
from bot.views.team.taps import AcceptCharter, DeclineCharter, JoinInLanguage


def ask_language(reader: Reader, speeches: dict[str, Speech]) -> Screen:
    """As everybody is asked; what follows is the charter."""
    return choose_language(reader, speeches, JoinInLanguage)


def charter(reader: Reader, role: str, again: bool) -> Screen:
    """Before anything else. `role`: what they are invited as. `again`: they are in the team, and the charter is new."""
    speech, organization = reader.speech, reader.organization
    text = organization.charter
    first = speech.say(
        "👋 You are invited to the team of <b>{organization}</b>, as {role}.",
        organization=speech.text(organization.name),
        role=role_name(speech, role),
    )
    whole = paragraphs(
        speech.say("📜 <b>Please read our charter.</b> Then we go on.") if again else first,
        speech.text(text["text"]) if text else None,
        speech.say("The team will see the name that you have in Telegram."),
        speech.say("Do you agree?"),
    )
    yes = Button(speech.plain("✅ Yes, I agree"), AcceptCharter(text["version"] if text else None))
    no = (
        Button(speech.plain("🚪 Leave the team"), AskLeave())
        if again
        else Button(speech.plain("No, thank you"), DeclineCharter())
    )
    return Screen(whole, rows(speech, (yes,), (no,), back(speech, ShowContact())))


def accepted(speech: Speech) -> Screen:
    """What the charter becomes, so that it cannot be tapped twice."""
    return Screen(speech.say("✅ Thank you! You have accepted the charter."))


def welcome(speech: Speech, role: str) -> Screen:
    """With the keyboard and the commands of the role."""
    text = paragraphs(
        speech.say("🎉 Welcome to the team! You are now: <b>{role}</b>.", role=role_name(speech, role)),
        speech.say("Now four short questions. Then I can tell you when somebody needs just you."),
    )
    return with_keyboard(speech, role, text)


def accepted_again(speech: Speech) -> Screen:
    text = paragraphs(
        speech.say("✅ Thank you! You have accepted the charter."), speech.say("You can go on where you were.")
    )
    return Screen(text, rows(speech, (button(speech, ShowProfile()),), back(speech)))


def declined(speech: Speech) -> Screen:
    text = paragraphs(
        speech.say("All right. Thank you for reading it."),
        speech.say("If you change your mind, ask for a new invitation. You can always ask me anything."),
    )
    return Screen(text, rows(speech, back(speech, ShowContact())))


def not_valid(speech: Speech) -> Screen:
    """The same for a wrong link, a used one, an old one: nothing is given away."""
    text = paragraphs(
        speech.say("🎟 This invitation link does not work (any more)."),
        speech.say("Each link is for one person, works once, and for seven days. Please ask for a new one."),
    )
    return Screen(text, rows(speech, back(speech, ShowContact())))


def ask_leave(speech: Speech) -> Screen:
    text = paragraphs(
        speech.say("🚪 <b>Leave the team?</b>"),
        speech.say("What you said in your profile is deleted. Requests that you hold go back to the board."),
        speech.say("You need not say why. To come back you need a new invitation."),
    )
    yes = Button(speech.plain("🚪 Yes, leave the team"), LeaveTeam())
    no = Button(speech.plain("↩️ No, I stay"), ShowProfile())
    return Screen(text, rows(speech, (yes,), (no,)))


def left(speech: Speech, role: str) -> Screen:
    text = paragraphs(
        speech.say("👋 You have left the team. Thank you for all that you have done!"),
        speech.say("You can still ask me anything, at any time."),
    )
    return with_keyboard(speech, role, text)
