"""Appointments on a request: made, cancelled, and afterwards whether they took place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from markupsafe import Markup

from bot.domain.typed_time import AHEAD
from bot.i18n import Speech
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.claim_taps import AskDay, AskHour, AskPlace, CancelAppointment, MakeAppointment
from bot.views.requests.claims import to_claim
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import back_to, example, pick_day, pick_hour
from db.models.requests import Appointment, HelpRequest

HOURS = [time(hour) for hour in range(8, 21)]


def ask_day(reader: Reader, request_id: int, coming: Sequence[Appointment], month: date | None = None) -> Screen:
    """Appointments that stand can be cancelled; a new one by its day, or typed."""
    speech = reader.speech
    stand = [(_cancel(reader, one),) for one in coming]
    text = paragraphs(
        speech.say("📅 <b>Appointment</b>"),
        Markup("\n").join(words.moment(reader, one.at) for one in coming),
        speech.say("Tap a day for a new one, or write day and time. Both of you are reminded."),
        example(speech),
    )
    days = pick_day(
        speech,
        month or reader.today,
        reader.today,
        lambda day: AskHour(request_id, day),
        lambda other: AskDay(request_id, other),
        reader.today + AHEAD,
    )
    return Screen(text, rows(speech, *stand, *days, to_claim(speech, request_id)), asks=AskDay(request_id))


def ask_hour(reader: Reader, request_id: int, day: date) -> Screen:
    speech, now = reader.speech, reader.local_now
    hours = [hour for hour in HOURS if day > now.date() or (day == now.date() and hour > now.time())]
    text = paragraphs(
        speech.say("🕒 {date}: at what time?", date=speech.date(day)),
        None if hours else speech.say("Today it is too late. Please choose another day."),
    )
    picks = pick_hour(speech, hours, lambda hour: AskPlace(request_id, day, hour))
    return Screen(text, rows(speech, *picks, back_to(speech, AskDay(request_id))))


def ask_place(speech: Speech, request_id: int, at: datetime) -> Screen:
    text = paragraphs(
        speech.say("📅 {date}, {time}", date=speech.date(at.date()), time=speech.time(at.time())),
        speech.say("📍 <b>Where do you meet?</b> Write it here. Only you two and the team can see it."),
    )
    when = (request_id, at.date(), at.time())
    none = Button(speech.plain("⏭ Skip"), MakeAppointment(*when))
    return Screen(text, rows(speech, (none,), back_to(speech, AskDay(request_id))), asks=AskPlace(*when))


def appointed(reader: Reader, appointment: Appointment, place: str) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("✅ <b>Noted.</b>"),
        words.moment(reader, appointment.at),
        speech.say("{label}: {value}", label=speech.plain("📍 Place"), value=place) if place else None,
        speech.say("I remind you both."),
    )
    return Screen(text, rows(speech, to_claim(speech, appointment.request_id)))


def unappointed(reader: Reader, appointment: Appointment) -> Screen:
    speech = reader.speech
    text = paragraphs(speech.say("✖️ <b>This appointment is cancelled:</b>"), words.moment(reader, appointment.at))
    return Screen(text, rows(speech, to_claim(speech, appointment.request_id)))


def happened(speech: Speech, request: HelpRequest, took_place: bool) -> Screen:
    text = (
        speech.say("👍 Good to know. Thank you!")
        if took_place
        else speech.say("👌 I ask whether help is still needed.")
    )
    return Screen(text, rows(speech, to_claim(speech, request.id)))


def _cancel(reader: Reader, appointment: Appointment) -> Button:
    local = appointment.at.astimezone(reader.desk.directory.zone())
    when = f"{reader.speech.short_date(local.date())} {local:%H:%M}"
    return Button("✖️ " + reader.speech.plain("Cancel: {when}").format(when=when), CancelAppointment(appointment.id))
