"""The way in, and the way back from everywhere."""

from __future__ import annotations

from markupsafe import Markup

from bot.domain.roles import COORDINATOR, RESIDENT, VOLUNTEER, at_least
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.screen import Button, Rows, Screen, button, label, paragraphs, rows, topic_names

KEYBOARD = (
    ("hours", "location"),
    ("services", "meetings"),
    ("ask",),
    ("contact", "emergency"),
    ("language", "help"),
)
ROLE_KEYBOARDS = {
    VOLUNTEER: (("board", "claims"), ("profile",)),
    COORDINATOR: (("desk", "inbox"), ("broadcasts", "team")),
}
"""What each role has below it, beside what the ones before it have."""
COMMANDS = {
    "start": "menu",
    "hours": "hours",
    "where": "location",
    "services": "services",
    "meetings": "meetings",
    "ask": "ask",
    "contact": "contact",
    "emergency": "emergency",
    "language": "language",
    "announcements": "announcements",
    "stop": "stop",
    "privacy": "privacy",
    "help": "help",
}
ROLE_COMMANDS = {
    VOLUNTEER: {"board": "board", "mine": "claims", "profile": "profile"},
    COORDINATOR: {
        "requests": "desk",
        "inbox": "inbox",
        "broadcast": "broadcast.new",
        "broadcasts": "broadcasts",
        "team": "team",
        "invite": "invite",
    },
}
ALL_KEYBOARDS = KEYBOARD + tuple(line for lines in ROLE_KEYBOARDS.values() for line in lines)
ALL_COMMANDS = COMMANDS | {command: topic for own in ROLE_COMMANDS.values() for command, topic in own.items()}


def keyboard(role: str) -> tuple[tuple[str, ...], ...]:
    """The topics of the keyboard that stays."""
    return KEYBOARD + team_lines(role)


def team_lines(role: str) -> tuple[tuple[str, ...], ...]:
    """What somebody has of that because of their role."""
    return tuple(line for needed, lines in ROLE_KEYBOARDS.items() if at_least(role, needed) for line in lines)


def topic_rows(speech: Speech, *more: tuple[str, ...]) -> Rows:
    return rows(speech, *(tuple(button(speech, topic) for topic in line) for line in (*KEYBOARD, *more)))


def back(speech: Speech, *topics: str) -> tuple[Button, ...]:
    """The last row of a screen: where people go from here, the menu always among it."""
    return tuple(button(speech, topic) for topic in (*topics, "menu"))


def commands(speech: Speech, role: str = RESIDENT) -> tuple[tuple[str, str], ...]:
    names = topic_names(speech)
    lists = (COMMANDS, *(own for needed, own in ROLE_COMMANDS.items() if at_least(role, needed)))
    return tuple((command, names[topic]) for own in lists for command, topic in own.items())


def description(speech: Speech) -> str:
    """What Telegram shows in an empty chat, above the Start button."""
    return speech.plain("Ask when we are open, where we are and what we can do for you. Free, in your language.")


def welcome(speech: Speech, desk: Desk, role: str) -> Screen:
    """The first words in a language, with the keyboard that stays."""
    organization = desk.directory.organization
    text = paragraphs(
        speech.say("👋 Hello! This is the bot of <b>{organization}</b>.", organization=speech.text(organization.name)),
        speech.text(organization.description),
        speech.say("Please tap a button below."),
    )
    return with_keyboard(speech, role, text)


def with_keyboard(speech: Speech, role: str, text: Markup) -> Screen:
    """Words with the keyboard and the commands of that role, from now on."""
    keys = tuple(tuple(label(speech, topic) for topic in line) for line in keyboard(role))
    if speech.rtl:
        keys = tuple(line[::-1] for line in keys)
    return Screen(text, keyboard=keys, commands=commands(speech, role))


def menu(speech: Speech, role: str) -> Screen:
    more = (("announcements", "privacy"), *team_lines(role))
    return Screen(speech.say("🏠 <b>Menu</b>\n\nWhat would you like to know?"), topic_rows(speech, *more))


def help_screen(speech: Speech, role: str) -> Screen:
    """What the bot can do, command by command."""
    lines = (speech.ltr(f"/{command}") + f" – {name}" for command, name in commands(speech, role) if command != "start")
    text = paragraphs(
        speech.say("❓ <b>Help</b>"),
        speech.say("I tell you when we are open, where we are and what we can do for you."),
        speech.say("Tap a button, or send one of these words:") + "\n" + "\n".join(lines),
        speech.say("To talk to a person, tap “{contact}”.", contact=label(speech, "contact")),
    )
    return Screen(text, topic_rows(speech))


def choose_language(speech: Speech, speeches: dict[str, Speech], desk: Desk) -> Screen:
    """The languages, each in its own script; the one that is proposed comes first and is marked."""
    offered = [code for code in desk.directory.organization.languages if code in speeches]
    ordered = sorted(offered, key=lambda code: code != speech.code)
    own = [
        Button(("✓ " if code == speech.code else "") + speeches[code].own_name, "language", code) for code in ordered
    ]
    question = paragraphs(*(speeches[code].say("🌐 Which language do you read?") for code in ordered))
    return Screen(question, tuple((choice,) for choice in own))
