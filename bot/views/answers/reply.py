"""The reply to a message in free text: an answer, "did you mean", or the menu; always with a way on and to a human."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.understanding.reading import Reading
from bot.usecases.desk import Desk
from bot.views.answers.by_topic import SERVICE, answer
from bot.views.directory.contact import emergency_numbers
from bot.views.labels import label
from bot.views.menu import back, topic_rows
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows

ABOUT = "about"
"""The topic of buttons that answer a question; the item is what it is about."""


MEANT = "meant"
"""The topic of the button "not what I meant"; the item is the other topics, with commas between them."""
MEANT_BYTES = 50  # what Telegram's 64 leave for the item


def reply(
    speech: Speech, desk: Desk, now: datetime, reading: Reading, offered: Speech | None = None, key: str = ""
) -> Screen:
    """What somebody gets for what they wrote. `offered`: the language it is written in, if they may want to read it;
    `key`: by which a tap below finds the message again."""
    if reading.tier == "answer":
        answered = answer(speech, desk, now, reading.topic, reading.dates)
        screen = _not_what_i_meant(speech, answered, reading.choices, key)
    elif reading.tier == "choices":
        screen = did_you_mean(speech, desk, reading.choices)
    else:
        screen = not_understood(speech, desk)
    numbers = (
        emergency_numbers(Reader(speech, desk, RESIDENT, now))
        if reading.danger and reading.topic != "emergency"
        else None
    )
    capped = speech.say("✂️ Your message is long: I read only its beginning.") if reading.capped else None
    switch = ((Button(f"🌐 {offered.own_name}", "language", offered.code),),) if offered else ()
    return replace(screen, text=paragraphs(numbers, screen.text, capped), rows=(*switch, *screen.rows))


def did_you_mean(speech: Speech, desk: Desk, topics: Sequence[str], key: str = "") -> Screen:
    """The likeliest topics, the menu, a human."""
    question = speech.say("🤔 I am not sure what you mean. Is it one of these?")
    choices = (about(speech, desk, topic, key) for topic in topics)
    return Screen(
        paragraphs(question, _danger(speech, desk)),
        rows(speech, *((choice,) for choice in choices), back(speech, "contact", "emergency")),
    )


def not_understood(speech: Speech, desk: Desk) -> Screen:
    """The whole menu, with a way to a human and the emergency numbers in it."""
    text = paragraphs(
        speech.say("🤔 I do not know the answer to this. I know about this desk: when, where, and what we do for you."),
        speech.say("Please tap a button. To talk to a person, tap “{contact}”.", contact=label(speech, "contact")),
        _danger(speech, desk),
    )
    return Screen(text, topic_rows(speech))


def _not_what_i_meant(speech: Speech, screen: Screen, others: Sequence[str], key: str) -> Screen:
    """A quiet way to the runners-up, as many as a button can hold."""
    item = ",".join(others)
    while len(item.encode()) > MEANT_BYTES:
        item = item.rpartition(",")[0]
    meant = ((Button(speech.plain("↪️ Not what I meant"), MEANT, with_key(item, key)),),) if item else ()
    return replace(screen, rows=(*screen.rows, *meant))


def with_key(item: str, key: str) -> str:
    """`topic~3f`: a tap on a button of one message."""
    return f"{item}~{key}" if key else item


def about(speech: Speech, desk: Desk, topic: str, key: str = "") -> Button:
    item = with_key(topic, key)
    if topic.startswith(SERVICE) and (service := desk.directory.service(topic.removeprefix(SERVICE))):
        return Button(f"{service.pictogram} {speech.text(service.name).striptags()}", ABOUT, item)
    return Button(topic_questions(speech)[topic], ABOUT, item)


def topic_questions(speech: Speech) -> Mapping[str, str]:
    """Each topic as somebody would recognise their question in it."""
    return {
        "hours": label(speech, "hours"),
        "location": label(speech, "location"),
        "appointment": speech.plain("📅 Appointment"),
        "languages": speech.plain("💬 Languages at the desk"),
        "sign_language": speech.plain("🧏 Sign language"),
        "services": label(speech, "services"),
        "cost": speech.plain("💶 What it costs"),
        "documents": speech.plain("📄 What to bring"),
        "eligibility": speech.plain("👥 Who may come"),
        "community_space": speech.plain("🪑 Community space"),
        "meetings": label(speech, "meetings"),
        "request_help": speech.plain("🙋 Somebody to help me"),
        "volunteer": speech.plain("💛 I want to help"),
        "contact": label(speech, "contact"),
        "human": speech.plain("🧑 Talk to a person"),
        "confidentiality": speech.plain("🔐 Who sees what I write"),
        "emergency": label(speech, "emergency"),
        "greeting": speech.plain("👋 Hello"),
        "thanks": speech.plain("🙂 Thank you"),
        "language_change": speech.plain("🌐 Another language"),
        "stop": label(speech, "stop"),
    }


def _danger(speech: Speech, desk: Desk) -> Markup:
    """The first number of the country stands in every fallback."""
    numbers = desk.directory.organization.emergency
    button = label(speech, "emergency")
    if not numbers:
        return speech.say("In danger, tap “{emergency}”.", emergency=button)
    return speech.say(
        "🚨 In danger, call {number} or tap “{emergency}”.", number=speech.phone(numbers[0]["number"]), emergency=button
    )
