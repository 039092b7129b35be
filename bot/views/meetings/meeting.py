"""Coming meetings, and what one can answer to them."""

from __future__ import annotations

from datetime import datetime

from babel.dates import get_timezone_location
from markupsafe import Markup

from bot.domain.meetings.rules import MOST_PEOPLE
from bot.domain.roles import COORDINATOR, RESIDENT, at_least
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.meetings.rsvp import Invitation
from bot.views.directory.contact import please_call
from bot.views.directory.location import place_lines
from bot.views.menu import back
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.directory import Location
from db.models.meetings import Meeting

SHOWN = 5  # a screen that one can read without scrolling much
COPY = "copy"
"""Tapped under a message that is to stay readable."""


def meetings(speech: Speech, desk: Desk, now: datetime, role: str = RESIDENT) -> Screen:
    """The next ones, in local time, each with the button that opens it."""
    coming = desk.directory.upcoming_meetings(now)[:SHOWN]
    nothing = speech.say("No meeting is planned at the moment. You are welcome at the desk.")
    text = paragraphs(
        speech.say("☕ <b>Meetings</b>"),
        *(description(speech, desk, meeting, agenda=len(coming) == 1) for meeting in coming),
        None if coming else nothing,
    )
    each = [(Button(_short(speech, desk, meeting), "meeting", meeting.id),) for meeting in coming]
    new = Button(speech.plain("➕ New meeting"), "plan.new")
    figures = Button(speech.plain("📊 Figures"), "meeting.figures")
    team = (new, figures) if at_least(role, COORDINATOR) else ()
    return Screen(text, rows(speech, *each, team, back(speech, "hours", "location")[:2], back(speech)))


def meeting(speech: Speech, desk: Desk, seen: Invitation, role: str, anew: bool = False) -> Screen:
    """One meeting with one's own answer, and the buttons to answer."""
    one = seen.meeting
    text = paragraphs(
        None if seen.stands else _over(speech, seen),
        description(speech, desk, one),
        _places(speech, seen),
        _deadline(speech, desk, seen),
        own_answer(speech, seen),
    )
    own = seen.own.answer if seen.own else None
    coming = seen.stands and own in ("going", "maybe", "waitlisted")
    people = Button(speech.plain("👥 How many people?"), "meeting.people", one.id)
    interpreter = Button(speech.plain("🗣 I need an interpreter"), "meeting.interpreter", one.id)
    calendar = Button(speech.plain("📅 Into my calendar"), "meeting.calendar", one.id)
    link = (Button(speech.plain("💻 Join online"), "meeting.link", one.id),) if one.online_url else ()
    return Screen(
        text,
        rows(
            speech,
            *(answers(speech, one.id, yes=not seen.closed) if seen.stands else ()),
            (people,) if coming else (),
            (interpreter,) if coming else (),
            link if seen.confirmed else (),
            (calendar,) if seen.stands else (),
            *(for_the_team(speech, seen) if at_least(role, COORDINATOR) else ()),
            back(speech, "meetings"),
        ),
        anew=anew,
    )


def answers(speech: Speech, id: str, yes: bool = True, copy: bool = False) -> tuple[tuple[Button, ...], ...]:
    """The rows to answer with; `copy`: under a message that is to stay as it is."""
    end = f".{COPY}" if copy else ""
    going = Button(speech.plain("✅ I come"), "meeting.answer", f"{id}.going{end}")
    maybe = Button(speech.plain("🤔 Perhaps"), "meeting.answer", f"{id}.maybe{end}")
    no = Button(speech.plain("❌ I do not come"), "meeting.answer", f"{id}.not_going{end}")
    return ((going, maybe), (no,)) if yes else ((no,),)


def for_the_team(speech: Speech, seen: Invitation) -> tuple[tuple[Button, ...], ...]:
    id = seen.meeting.id
    guests = Button(speech.plain("👥 Who comes"), "meeting.guests", id)
    if not seen.stands:
        return ((guests,),)
    change = Button(speech.plain("✏️ Change"), "plan.change", id)
    announce = Button(speech.plain("📣 Announce"), "meeting.announce", id)
    away = Button(speech.plain("🗑 Call off"), "meeting.cancel", id)
    return ((guests, announce), (change, away))


def choose_people(speech: Speech, one: Meeting) -> Screen:
    numbers = [Button(str(number), "meeting.people", f"{one.id}.{number}") for number in range(1, MOST_PEOPLE + 1)]
    text = speech.say("👥 How many people come? Count yourself too.")
    return Screen(text, rows(speech, tuple(numbers[:3]), tuple(numbers[3:]), to_meeting(speech, one)))


def choose_interpreter(speech: Speech, desk: Desk, one: Meeting) -> Screen:
    codes = desk.directory.organization.spoken_languages
    each = [Button(speech.language(code).capitalize(), "meeting.interpreter", f"{one.id}.{code}") for code in codes]
    nobody = Button(speech.plain("❌ I need no interpreter"), "meeting.interpreter", f"{one.id}.none")
    lines = (tuple(each[at : at + 2]) for at in range(0, len(each), 2))
    text = speech.say("🗣 Which language do you speak or sign? We try to find an interpreter.")
    return Screen(text, rows(speech, *lines, (nobody,), to_meeting(speech, one)))


def online(speech: Speech, one: Meeting) -> Screen:
    """Only for who comes."""
    assert one.online_url is not None
    text = paragraphs(
        Markup("<b>{}</b>").format(speech.text(one.title)),
        speech.say("💻 This link is for you. Please do not pass it on."),
    )
    join = Button(speech.plain("💻 Join online"), url=one.online_url)
    return Screen(text, rows(speech, (join,), to_meeting(speech, one)), anew=True)


def to_meeting(speech: Speech, one: Meeting) -> tuple[Button, ...]:
    return (Button(speech.plain("⬅️ Back to the meeting"), "meeting", one.id),)


def description(speech: Speech, desk: Desk, one: Meeting, agenda: bool = True) -> Markup:
    """What, when, where; `agenda`: and what it is about, where Telegram leaves room for that."""
    place = desk.directory.location(one.location_id)
    zone = desk.directory.zone(place)
    lines = [Markup("<b>{}</b>").format(speech.text(one.title))]
    lines.append(speech.say("📅 {date}", date=speech.date(one.starts_at.astimezone(zone))))
    if one.welcome_at:
        welcome = speech.time(one.welcome_at.astimezone(zone).time())
        lines.append(speech.say("☕ Welcome from {time}", time=welcome))
    lines.append(Markup("🕒 {}").format(times(speech, desk, one)))
    if place:
        lines.append(Markup("📍 {}").format(place_lines(speech, place)))
    if one.online_url:
        lines.append(speech.say("💻 You can also join online. Who comes gets the link here."))
    if one.description and agenda:
        lines.append(speech.text(one.description))
    return Markup("\n").join(lines)


def times(speech: Speech, desk: Desk, one: Meeting) -> Markup:
    place = desk.directory.location(one.location_id)
    return from_to(speech, desk, place, one.starts_at, one.ends_at, bool(one.online_url))


def from_to(
    speech: Speech, desk: Desk, place: Location | None, starts_at: datetime, ends_at: datetime, online: bool
) -> Markup:
    zone = desk.directory.zone(place)
    starts, ends = starts_at.astimezone(zone).time(), ends_at.astimezone(zone).time()
    text = speech.say("From {starts} to {ends}", starts=speech.time(starts), ends=speech.time(ends))
    return text + whose_time(speech, desk, place, online)


def whose_time(speech: Speech, desk: Desk, place: Location | None, online: bool) -> Markup:
    """Who may be in another zone reads in which one a time is."""
    zone = desk.directory.zone(place)
    if not online and zone.key == desk.directory.organization.timezone:
        return Markup("")
    city = get_timezone_location(zone.key, locale=speech.locale, return_city=True)
    return Markup(" ") + speech.say("(time in {city})", city=city)


def own_answer(speech: Speech, seen: Invitation) -> Markup | None:
    own = seen.own
    if own is None:
        return None
    lines = [_said(speech, own.answer)]
    if own.answer != "not_going":
        if own.people > 1:
            lines.append(speech.say_count("👥 {number} person", "👥 {number} people", own.people))
        if own.interpreter:
            lines.append(speech.say("🗣 Interpreter: {language}", language=speech.language(own.interpreter)))
        lines.append(speech.say("The team sees your first name and your answer."))
    return Markup("\n").join(lines)


def _said(speech: Speech, answer: str) -> Markup:
    match answer:
        case "going":
            return speech.say("✅ <b>You come.</b> We are glad.")
        case "maybe":
            return speech.say("🤔 <b>You come perhaps.</b> Please tell us when you know.")
        case "waitlisted":
            return speech.say("⏳ <b>It is full. You are on the waiting list.</b> We tell you when a place is free.")
        case _:
            return speech.say("❌ <b>You do not come.</b> Thank you for telling us.")


def _places(speech: Speech, seen: Invitation) -> Markup | None:
    own = seen.own.answer if seen.own else None
    if seen.free is None or not seen.stands or own in ("going", "waitlisted"):
        return None
    if not seen.free:
        return speech.say("It is full. Tap “I come” to be on the waiting list.")
    return speech.say_count("{number} place is free.", "{number} places are free.", seen.free)


def _deadline(speech: Speech, desk: Desk, seen: Invitation) -> Markup | None:
    until = seen.meeting.answer_until
    if until is None or not seen.stands:
        return None
    if seen.closed:
        return speech.say("The time to answer is over.") + " " + please_call(speech, desk.directory.organization)
    place = desk.directory.location(seen.meeting.location_id)
    local = until.astimezone(desk.directory.zone(place))
    said = speech.say("✍️ Please answer before {date}, {time}.", date=speech.date(local), time=speech.time(local.time()))
    return said + whose_time(speech, desk, place, bool(seen.meeting.online_url))


def _over(speech: Speech, seen: Invitation) -> Markup:
    if seen.meeting.cancelled_at:
        return speech.say("❌ <b>This meeting is called off.</b>")
    return speech.say("This meeting is over.")


def _short(speech: Speech, desk: Desk, one: Meeting) -> str:
    """As it fits on a button."""
    day = one.starts_at.astimezone(desk.directory.zone(desk.directory.location(one.location_id)))
    title = speech.text(one.title).striptags()
    return f"☕ {speech.short_date(day)} · {title}"
