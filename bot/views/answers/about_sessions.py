"""What the coming sessions tell: with an appointment or not, which languages, who signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import cast

from markupsafe import Markup

from bot.domain.opening.sessions import Session
from bot.i18n import Speech
from bot.views.directory.contact import phones, please_call
from bot.views.directory.hours import times
from bot.views.directory.sessions import appointment_words
from bot.views.directory.taps import ShowContact, ShowHours, ShowPlace
from bot.views.menu import back
from bot.views.menu_taps import ChooseLanguage
from bot.views.reader import Reader
from bot.views.screen import Screen, bold, paragraphs, rows
from db.models.directory import Location

AHEAD = timedelta(days=14)
FAR_AHEAD = timedelta(days=120)
# ISO 639-3: French Belgian, Flemish, French, Peruvian, Romanian.
SIGN_LANGUAGES = {"sfb", "vgt", "fsl", "prl", "rms"}


def appointment(reader: Reader) -> Screen:
    """Whether one is needed, session by session if they differ, and who makes one."""
    speech = reader.speech
    text = paragraphs(
        bold(speech.say("📅 Appointment")),
        *_by_session(reader, lambda rule: appointment_words(speech, getattr(rule, "with_appointment", ""))),
        speech.say("To make, change or cancel an appointment, call us:"),
        phones(speech, reader.organization),
    )
    return Screen(text, rows(speech, back(speech, ShowHours(), ShowContact())[:2], back(speech)))


def languages(reader: Reader) -> Screen:
    """Spoken and signed, session by session if they differ."""
    speech = reader.speech
    said = [*_by_session(reader, lambda rule: _names(speech, _codes(rule)))]
    unknown = speech.say("I do not know this.") + " " + please_call(speech, reader.organization)
    text = paragraphs(
        bold(speech.say("💬 Languages at the desk")), speech.say("We speak or sign:") if said else unknown, *said
    )
    return Screen(text, rows(speech, back(speech, ShowHours(), ChooseLanguage())[:2], back(speech, ShowContact())))


def sign_language(reader: Reader) -> Screen:
    """When somebody signs; the next time with its place and date."""
    speech, organization = reader.speech, reader.organization
    signed = next(
        (
            (place, session)
            for place, session in _sessions(reader, FAR_AHEAD)
            if session.opens > reader.now and SIGN_LANGUAGES & set(_codes(session.rule))
        ),
        None,
    )
    text = paragraphs(
        bold(speech.say("🧏 Sign language")),
        _next_signed(speech, *signed)
        if signed
        else speech.say("I do not know when somebody signs.") + " " + please_call(speech, organization),
        speech.say("You cannot call? Come by when we are open, or write to us.") if organization.email else None,
    )
    return Screen(text, rows(speech, back(speech, ShowHours(), ShowPlace())[:2], back(speech, ShowContact())))


def _next_signed(speech: Speech, place: Location, session: Session) -> Markup:
    names = _names(speech, [code for code in _codes(session.rule) if code in SIGN_LANGUAGES])
    next_time = speech.say(
        "👉 Next time: <b>{date}, {times}</b>", date=speech.date(session.opens), times=times(speech, session)
    )
    return (
        speech.say("Yes, we sign: {languages}.", languages=names) + "\n" + next_time + f"\n📍 {speech.text(place.name)}"
    )


def _by_session(reader: Reader, told: Callable[[object], Markup | str | None]) -> Iterator[Markup]:
    """What is told, once if it is the same of all sessions of the next weeks; else with the sessions it is told of."""
    speech = reader.speech
    said: dict[Markup, list[str]] = {}
    for place, session in _sessions(reader, AHEAD):
        if words := told(session.rule):
            weekday = speech.locale.days["format"]["wide"][session.opens.weekday()]
            where = f" ({speech.text(place.name).striptags()})" if len(reader.desk.directory.locations) > 1 else ""
            when = f"{weekday} {times(speech, session).striptags()}{where}"
            if when not in said.setdefault(Markup.escape(words), []):
                said[Markup.escape(words)].append(when)
    for words, whens in said.items():
        yield words if len(said) == 1 else Markup("<b>{}</b>\n{}").format(speech.listing(whens), words)


def _sessions(reader: Reader, ahead: timedelta) -> list[tuple[Location, Session]]:
    desk, now = reader.desk, reader.now
    found = [
        (place, session)
        for place in desk.directory.locations
        for day in desk.hours(place).days(desk.today(place, now), ahead.days)
        if not day.unsure
        for session in day.sessions
        if session.closes > now
    ]
    return sorted(found, key=lambda one: one[1].opens)


def _codes(rule: object) -> list[str]:
    return cast("list[str]", getattr(rule, "languages", []))


def _names(speech: Speech, codes: list[str]) -> str:
    return speech.listing([speech.language(code) for code in codes])
