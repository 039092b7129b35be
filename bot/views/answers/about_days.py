"""Is it open on the days that somebody asked about? Never a time without its place, weekday and full date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from markupsafe import Markup

from bot.domain.opening.hours import OpeningHours
from bot.domain.opening.sessions import Day
from bot.i18n import Speech
from bot.views.directory.contact import please_call
from bot.views.directory.hours import closed, state, times, unsure, why_extra
from bot.views.directory.location import place_lines
from bot.views.directory.sessions import who_is_there
from bot.views.directory.taps import ShowHours, ShowPlace
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Screen, paragraphs, rows
from db.models.directory import Location

NEARBY = timedelta(days=7)
MOST = 7  # days that one message answers about


def days_asked(reader: Reader, place: Location, dates: Sequence[date]) -> Screen:
    """`dates` at the place, one at least: each day's opening, and what is unusual in the week around them."""
    speech, desk, now = reader.speech, reader.desk, reader.now
    hours = desk.hours(place)
    days = [hours.on(day) for day in sorted(dates)[:MOST]]
    today = desk.today(place, now)
    text = paragraphs(
        speech.say("🕒 <b>Opening hours</b>"),
        place_lines(speech, place),
        Markup("\n").join(line for day in days for line in _day(speech, day)),
        please_call(speech, reader.organization) if any(day.unsure for day in days) else None,
        state(speech, reader.organization, hours.at(now)) if today in dates else _next(speech, hours, now, days),
        _exceptions(speech, hours, today, days),
        who_is_there(speech, [session for day in days for session in day.sessions]),
    )
    return Screen(text, rows(speech, back(speech, ShowHours(), ShowPlace())[:2], back(speech)))


def _day(speech: Speech, day: Day) -> Iterator[Markup]:
    date = speech.date(day.date)
    if day.unsure:
        yield unsure(speech, day)
    elif day.sessions:
        opening = speech.listing([str(times(speech, session)) for session in day.sessions])
        yield speech.say("🟢 {date}: open {times}.", date=date, times=Markup(opening))
        yield from why_extra(speech, day)
    elif day.closure:
        yield closed(speech, day)
    else:
        yield speech.say("🔴 {date}: closed.", date=date)


def _next(speech: Speech, hours: OpeningHours, now: datetime, days: list[Day]) -> Markup | None:
    """When people can come, if not on any of these days."""
    if any(day.sessions for day in days):
        return None
    opening = hours.next_opening(now)
    if not opening:
        return speech.say("I do not know when we open next.")
    return speech.say(
        "👉 Next opening: <b>{date}, {times}</b>", date=speech.date(opening.opens), times=times(speech, opening)
    )


def _exceptions(speech: Speech, hours: OpeningHours, today: date, days: list[Day]) -> Markup | None:
    """Closures, extra openings and doubtful days in the week before and after, that are not asked about themselves."""
    first, last = max(today, days[0].date - NEARBY), days[-1].date + NEARBY
    asked = {day.date for day in days}
    told = [day.closure for day in days if day.closure]
    lines: list[Markup] = []
    for day in hours.days(first, (last - first).days + 1 if last - days[0].date < 5 * NEARBY else 0):
        if day.date in asked:
            continue
        if day.closure and day.closure not in told:
            told.append(day.closure)
            lines.append(closed(speech, day))
        if day.unsure:
            lines.append(unsure(speech, day))
        elif extra := [*why_extra(speech, day)]:
            lines += [*_day(speech, day)] if extra else []
    return speech.say("❗ <b>Around these days:</b>") + "\n" + Markup("\n").join(lines) if lines else None
