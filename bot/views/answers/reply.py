"""The reply to a message in free text: an answer, "did you mean", or the menu; always with a way on and to a human."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.i18n import Speech
from bot.understanding.reading import Reading
from bot.views.answers.by_topic import SERVICE, answer
from bot.views.answers.taps import NotMeant, ShowAnswer
from bot.views.broadcasts.taps import StopAnnouncements
from bot.views.directory.contact import emergency_numbers
from bot.views.directory.taps import ShowContact, ShowEmergency, ShowHours, ShowPlace, ShowServices
from bot.views.labels import label
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu import back, topic_rows
from bot.views.menu_taps import ChooseLanguage
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.taps import LONGEST

TOPICS_BYTES = LONGEST - len("s1:meant:~fff")


def reply(reader: Reader, reading: Reading, offered: Speech | None = None, key: str = "") -> Screen:
    """What somebody gets for what they wrote. `offered`: the language it is written in, if they may want to read it;
    `key`: by which a tap below finds the message again."""
    speech = reader.speech
    if reading.tier == "answer":
        answered = answer(reader, reading.topic, reading.dates)
        screen = _not_what_i_meant(speech, answered, reading.choices, key)
    elif reading.tier == "choices":
        screen = did_you_mean(reader, reading.choices)
    else:
        screen = not_understood(reader)
    numbers = emergency_numbers(reader) if reading.danger and reading.topic != "emergency" else None
    capped = speech.say("✂️ Your message is long: I read only its beginning.") if reading.capped else None
    switch = ((Button(f"🌐 {offered.own_name}", ChooseLanguage(offered.code)),),) if offered else ()
    return replace(screen, text=paragraphs(numbers, screen.text, capped), rows=(*switch, *screen.rows))


def did_you_mean(reader: Reader, topics: Sequence[str], key: str = "") -> Screen:
    """The likeliest topics, the menu, a human."""
    speech = reader.speech
    question = speech.say("🤔 I am not sure what you mean. Is it one of these?")
    choices = ((about(reader, topic, key),) for topic in topics)
    return Screen(
        paragraphs(question, _danger(reader)),
        rows(speech, *choices, back(speech, ShowContact(), ShowEmergency())),
    )


def not_understood(reader: Reader) -> Screen:
    """The whole menu, with a way to a human and the emergency numbers in it."""
    speech = reader.speech
    text = paragraphs(
        speech.say("🤔 I do not know the answer to this. I know about this desk: when, where, and what we do for you."),
        speech.say("Please tap a button. To talk to a person, tap “{contact}”.", contact=label(speech, ShowContact)),
        _danger(reader),
    )
    return Screen(text, topic_rows(speech))


def _not_what_i_meant(speech: Speech, screen: Screen, others: Sequence[str], key: str) -> Screen:
    """A quiet way to the runners-up, as many as a button can hold."""
    topics = tuple(others)
    while len(",".join(topics).encode()) > TOPICS_BYTES:
        topics = topics[:-1]
    meant = ((Button(speech.plain("↪️ Not what I meant"), NotMeant(topics, key)),),) if topics else ()
    return replace(screen, rows=(*screen.rows, *meant))


def about(reader: Reader, topic: str, key: str = "") -> Button:
    speech, tap = reader.speech, ShowAnswer(topic, key)
    if topic.startswith(SERVICE) and (service := reader.desk.directory.service(topic.removeprefix(SERVICE))):
        return Button(f"{service.pictogram} {speech.text(service.name).striptags()}", tap)
    return Button(topic_questions(speech)[topic], tap)


def is_topic(speech: Speech, topic: str) -> bool:
    """Also of a service that is not offered any more."""
    return topic in topic_questions(speech) or topic.startswith(SERVICE)


def topic_questions(speech: Speech) -> Mapping[str, str]:
    """Each topic as somebody would recognise their question in it."""
    return {
        "hours": label(speech, ShowHours),
        "location": label(speech, ShowPlace),
        "appointment": speech.plain("📅 Appointment"),
        "languages": speech.plain("💬 Languages at the desk"),
        "sign_language": speech.plain("🧏 Sign language"),
        "services": label(speech, ShowServices),
        "cost": speech.plain("💶 What it costs"),
        "documents": speech.plain("📄 What to bring"),
        "eligibility": speech.plain("👥 Who may come"),
        "community_space": speech.plain("🪑 Community space"),
        "meetings": label(speech, ShowMeetings),
        "request_help": speech.plain("🙋 Somebody to help me"),
        "volunteer": speech.plain("💛 I want to help"),
        "contact": label(speech, ShowContact),
        "human": speech.plain("🧑 Talk to a person"),
        "confidentiality": speech.plain("🔐 Who sees what I write"),
        "emergency": label(speech, ShowEmergency),
        "greeting": speech.plain("👋 Hello"),
        "thanks": speech.plain("🙂 Thank you"),
        "language_change": speech.plain("🌐 Another language"),
        "stop": label(speech, StopAnnouncements),
    }


def _danger(reader: Reader) -> Markup:
    """The first number of the country stands in every fallback."""
    speech, numbers = reader.speech, reader.organization.emergency
    button = label(speech, ShowEmergency)
    if not numbers:
        return speech.say("In danger, tap “{emergency}”.", emergency=button)
    return speech.say(
        "🚨 In danger, call {number} or tap “{emergency}”.", number=speech.phone(numbers[0]["number"]), emergency=button
    )
