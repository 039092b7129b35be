"""Opening hours in words: how it is now, and two weeks of days. Never a time without its date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from markupsafe import Markup

from bot.domain.opening.sessions import Day, Session, Status
from bot.i18n import Speech
from bot.views.directory.contact import please_call
from bot.views.directory.sessions import who_is_there
from bot.views.directory.taps import ShowHours, ShowPlace
from bot.views.labels import PICTOGRAMS
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.directory import Location, Organization

FORTNIGHT = timedelta(days=14)
AHEAD = timedelta(days=366)  # how far one may look: beyond, schedules mean little


def hours(reader: Reader, place: Location, first: date) -> Screen:
    """How it is now, and the two weeks from `first` (a date at the place)."""
    return _hours(replace(reader, now=reader.now.replace(second=0, microsecond=0)), place, first)


@lru_cache(maxsize=50)  # when all hear that the desk is closed tomorrow, hundreds ask in the same minute
def _hours(reader: Reader, place: Location, first: date) -> Screen:
    speech, desk = reader.speech, reader.desk
    opening_hours = desk.hours(place)
    days = opening_hours.days(first, FORTNIGHT.days)
    many = len(desk.directory.locations) > 1
    text = paragraphs(
        speech.say("🕒 <b>Opening hours</b>"),
        Markup("📍 <b>{}</b>").format(speech.text(place.name)) if many else None,
        state(speech, reader.organization, opening_hours.at(reader.now)),
        _fortnight(speech, days),
        who_is_there(speech, [session for day in days for session in day.sessions]),
    )
    return Screen(
        text,
        rows(speech, _pages(reader, place, first), *_others(reader, place), back(speech, ShowPlace())),
    )


def state(speech: Speech, organization: Organization, status: Status) -> Markup:
    """Open, closed or unsure at this moment; and when the next opening is."""
    now = speech.say(
        "Now it is {date}, {time}.", date=speech.date(status.instant), time=speech.time(status.instant.time())
    )
    lines = [now, Markup("<b>{}</b>").format(_open_or_closed(speech, status))]
    if status.state == "closed" and status.day.closure:
        lines.append(_reason(speech, status.day))
    lines += [unsure(speech, day) for day in status.unsure_days]
    if status.unsure_days or status.state == "unsure":
        lines.append(please_call(speech, organization))
    if opening := status.next_opening:
        lines.append(
            speech.say(
                "👉 Next opening: <b>{date}, {times}</b>", date=speech.date(opening.opens), times=times(speech, opening)
            )
        )
    elif status.state != "open":
        lines.append(speech.say("I do not know when we open next.") + " " + please_call(speech, organization))
    return Markup("\n").join(lines)


def times(speech: Speech, session: Session) -> Markup:
    opens, closes = speech.time(session.opens.time()), speech.time(session.closes.time())
    if session.closes.date() == session.opens.date():
        return speech.say("from {opens} to {closes}", opens=opens, closes=closes)
    return speech.say("from {opens} to {closes} the next day", opens=opens, closes=closes)


def _open_or_closed(speech: Speech, status: Status) -> Markup:
    if status.state == "open" and status.until:
        if status.until.date() == status.instant.date():
            return speech.say("🟢 We are open now, until {time}.", time=speech.time(status.until.time()))
        until, time = speech.date(status.until), speech.time(status.until.time())
        return speech.say("🟢 We are open now, until {date}, {time}.", date=until, time=time)
    if status.state == "open":
        return speech.say("🟢 We are open now.")
    if status.state == "unsure":
        return speech.say("🟠 We may be closed now.")
    return speech.say("🔴 We are closed now.")


def _fortnight(speech: Speech, days: tuple[Day, ...]) -> Markup:
    title = speech.say(
        "<b>From {first} to {last}</b>", first=speech.date(days[0].date), last=speech.date(days[-1].date)
    )
    lines = list(_lines(speech, days))
    rest = speech.say("On all other days we are closed.") if lines else speech.say("We are closed on all these days.")
    return Markup("\n").join([title, *lines, rest])


def _lines(speech: Speech, days: tuple[Day, ...]) -> Iterator[Markup]:
    told = None
    for day in days:
        if day.closure and day.closure is not told:
            told = day.closure
            yield closed(speech, day)
        if day.unsure:
            yield unsure(speech, day)
        elif day.sessions:
            opening = speech.listing([str(times(speech, session)) for session in day.sessions])
            yield speech.say("🟢 {date}: {times}", date=speech.date(day.date), times=Markup(opening))
            yield from why_extra(speech, day)


def why_extra(speech: Speech, day: Day) -> Iterator[Markup]:
    reasons = (getattr(session.rule, "reason", None) for session in day.sessions)
    return (Markup("   <i>{}</i>").format(speech.text(reason)) for reason in reasons if reason)


def closed(speech: Speech, day: Day) -> Markup:
    assert day.closure
    first, last = speech.date(day.closure.starts_on), speech.date(day.closure.ends_on)
    if day.closure.starts_on == day.closure.ends_on:
        span = speech.say("🔴 {date}: closed.", date=first)
    else:
        span = speech.say("🔴 From {first} to {last}: closed.", first=first, last=last)
    return span + " " + _reason(speech, day)


def _reason(speech: Speech, day: Day) -> Markup:
    return speech.text(day.closure.reason) if day.closure else Markup("")


def unsure(speech: Speech, day: Day) -> Markup:
    when = speech.date(day.date)
    if day.holiday and (name := day.holiday.name.get(speech.code)):
        return speech.say("🟠 {date} is a public holiday ({holiday}). We may be closed.", date=when, holiday=name)
    return speech.say("🟠 {date} is a public holiday. We may be closed.", date=when)


def _pages(reader: Reader, place: Location, first: date) -> tuple[Button, ...]:
    """Two weeks back (never before today) and two weeks on."""
    speech, today = reader.speech, reader.desk.today(place, reader.now)
    before = max(first - FORTNIGHT, today)
    back_button = Button(speech.plain("⬅️ Earlier"), ShowHours(place.id, before))
    on_button = Button(speech.plain("Later ➡️"), ShowHours(place.id, first + FORTNIGHT))
    return (*((back_button,) if first > today else ()), *((on_button,) if first + FORTNIGHT <= today + AHEAD else ()))


def _others(reader: Reader, place: Location) -> list[tuple[Button, ...]]:
    """The other places that have hours of their own."""
    directory, speech = reader.desk.directory, reader.speech
    others = [other for other in directory.locations if other is not place and directory.schedules_at(other)]
    return [
        (Button(f"{PICTOGRAMS[ShowHours]} {speech.text(other.name).striptags()}", ShowHours(other.id)),)
        for other in others
    ]
