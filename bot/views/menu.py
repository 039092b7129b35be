"""The way in, and the way back from everywhere."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from bot.domain.roles import COORDINATOR, RESIDENT, VOLUNTEER, at_least
from bot.i18n import Speech
from bot.views.broadcasts.taps import ListBroadcasts, NewBroadcast, StopAnnouncements, SwitchAnnouncements
from bot.views.directory.taps import ShowContact, ShowEmergency, ShowHours, ShowPlace, ShowServices
from bot.views.labels import button, label, names
from bot.views.learning.taps import ShowInbox
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu_taps import ChooseLanguage, ShowHelp, ShowMenu
from bot.views.privacy.taps import ShowPrivacy
from bot.views.reader import Reader
from bot.views.requests.taps import ShowBoard, ShowClaims, ShowOwnRequests, ShowWaiting
from bot.views.screen import Button, Rows, Screen, paragraphs, rows
from bot.views.taps import Tap
from bot.views.team.profile_taps import ShowProfile
from bot.views.team.taps import Invite, ShowTeam
from bot.views.widgets import pick_one

Ways = tuple[type[Tap], ...]

KEYBOARD: tuple[Ways, ...] = (
    (ShowHours, ShowPlace),
    (ShowServices, ShowMeetings),
    (ShowOwnRequests,),
    (ShowContact, ShowEmergency),
    (ChooseLanguage, ShowHelp),
)
ROLE_KEYBOARDS: dict[str, tuple[Ways, ...]] = {
    VOLUNTEER: ((ShowBoard, ShowClaims), (ShowProfile,)),
    COORDINATOR: ((ShowWaiting, ShowInbox), (ListBroadcasts, ShowTeam)),
}
"""What each role has below it, beside what the ones before it have."""
COMMANDS: dict[str, type[Tap]] = {
    "start": ShowMenu,
    "hours": ShowHours,
    "where": ShowPlace,
    "services": ShowServices,
    "meetings": ShowMeetings,
    "ask": ShowOwnRequests,
    "contact": ShowContact,
    "emergency": ShowEmergency,
    "language": ChooseLanguage,
    "announcements": SwitchAnnouncements,
    "stop": StopAnnouncements,
    "privacy": ShowPrivacy,
    "help": ShowHelp,
}
ROLE_COMMANDS: dict[str, dict[str, type[Tap]]] = {
    VOLUNTEER: {"board": ShowBoard, "mine": ShowClaims, "profile": ShowProfile},
    COORDINATOR: {
        "requests": ShowWaiting,
        "inbox": ShowInbox,
        "broadcast": NewBroadcast,
        "broadcasts": ListBroadcasts,
        "team": ShowTeam,
        "invite": Invite,
    },
}
ALL_KEYBOARDS = KEYBOARD + tuple(line for lines in ROLE_KEYBOARDS.values() for line in lines)
ALL_COMMANDS = COMMANDS | {command: way for own in ROLE_COMMANDS.values() for command, way in own.items()}


def keyboard(role: str) -> tuple[Ways, ...]:
    """The keyboard that stays."""
    return KEYBOARD + team_lines(role)


def team_lines(role: str) -> tuple[Ways, ...]:
    """What somebody has of that because of their role."""
    return tuple(line for needed, lines in ROLE_KEYBOARDS.items() if at_least(role, needed) for line in lines)


def topic_rows(speech: Speech, *more: Ways) -> Rows:
    return rows(speech, *(tuple(button(speech, way()) for way in line) for line in (*KEYBOARD, *more)))


def back(speech: Speech, *ways: Tap) -> tuple[Button, ...]:
    """The last row of a screen: where people go from here, the menu always among it."""
    return tuple(button(speech, way) for way in (*ways, ShowMenu()))


def commands(speech: Speech, role: str = RESIDENT) -> tuple[tuple[str, str], ...]:
    called = names(speech)
    lists = (COMMANDS, *(own for needed, own in ROLE_COMMANDS.items() if at_least(role, needed)))
    return tuple((command, called[way]) for own in lists for command, way in own.items())


def description(speech: Speech) -> str:
    """What Telegram shows in an empty chat, above the Start button."""
    return speech.plain("Ask when we are open, where we are and what we can do for you. Free, in your language.")


def welcome(reader: Reader) -> Screen:
    """The first words in a language, with the keyboard that stays."""
    speech, organization = reader.speech, reader.organization
    text = paragraphs(
        speech.say("👋 Hello! This is the bot of <b>{organization}</b>.", organization=speech.text(organization.name)),
        speech.text(organization.description),
        speech.say("Please tap a button below."),
    )
    return with_keyboard(speech, reader.role, text)


def with_keyboard(speech: Speech, role: str, text: Markup) -> Screen:
    """Words with the keyboard and the commands of that role, from now on."""
    keys = tuple(tuple(label(speech, way) for way in line) for line in keyboard(role))
    if speech.rtl:
        keys = tuple(line[::-1] for line in keys)
    return Screen(text, keyboard=keys, commands=commands(speech, role))


def menu(reader: Reader) -> Screen:
    speech, more = reader.speech, ((SwitchAnnouncements, ShowPrivacy), *team_lines(reader.role))
    return Screen(speech.say("🏠 <b>Menu</b>\n\nWhat would you like to know?"), topic_rows(speech, *more))


def help_screen(reader: Reader) -> Screen:
    """What the bot can do, command by command."""
    speech, own = reader.speech, commands(reader.speech, reader.role)
    lines = (speech.ltr(f"/{command}") + f" – {name}" for command, name in own if command != "start")
    text = paragraphs(
        speech.say("❓ <b>Help</b>"),
        speech.say("I tell you when we are open, where we are and what we can do for you."),
        speech.say("Tap a button, or send one of these words:") + "\n" + "\n".join(lines),
        speech.say("To talk to a person, tap “{contact}”.", contact=label(speech, ShowContact)),
    )
    return Screen(text, topic_rows(speech))


def choose_language(reader: Reader, speeches: dict[str, Speech], tap: Callable[[str], Tap] = ChooseLanguage) -> Screen:
    """The languages, each in its own script; the one that is proposed comes first and is marked."""
    proposed = reader.speech.code
    offered = [code for code in reader.organization.languages if code in speeches]
    ordered = sorted(offered, key=lambda code: code != proposed)
    question = paragraphs(*(speeches[code].say("🌐 Which language do you read?") for code in ordered))
    own_names = {code: speeches[code].own_name for code in ordered}
    return Screen(question, tuple(pick_one(own_names, tap, proposed)))
