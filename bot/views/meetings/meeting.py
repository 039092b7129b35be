"""Coming meetings, and what one can answer to them."""

from __future__ import annotations

from functools import partial
from typing import Literal, get_args

from markupsafe import Markup

from bot.domain.meetings.rules import MOST_PEOPLE, REMINDED, Rsvp
from bot.domain.roles import COORDINATOR, at_least
from bot.i18n import Speech
from bot.usecases.meetings.rsvp import MeetingWithRsvp
from bot.views.directory.contact import please_call
from bot.views.directory.taps import ShowHours, ShowPlace
from bot.views.meetings.description import description, local_start, place_of, whose_time
from bot.views.meetings.form_taps import ChangeMeeting, NewMeeting
from bot.views.meetings.taps import (
    AnnounceMeeting,
    AnswerMeeting,
    BringPeople,
    CallOffMeeting,
    GetCalendarFile,
    JoinOnline,
    NeedInterpreter,
    NeedNoInterpreter,
    ShowFigures,
    ShowGuests,
    ShowMeeting,
    ShowMeetings,
)
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Rows, Screen, bold, paragraphs, rows
from bot.views.widgets import Line, pick_one
from db.models.meetings import Meeting

SHOWN = 5  # a screen that one can read without scrolling much


def meetings(reader: Reader) -> Screen:
    """The next ones, in local time, each with the button that opens it."""
    speech, coming = reader.speech, reader.desk.directory.upcoming_meetings(reader.now)[:SHOWN]
    nothing = speech.say("No meeting is planned at the moment. You are welcome at the desk.")
    text = paragraphs(
        speech.say("☕ <b>Meetings</b>"),
        *(description(reader, one, agenda=len(coming) == 1) for one in coming),
        None if coming else nothing,
    )
    each = [(Button(_short(reader, one), ShowMeeting(one.id)),) for one in coming]
    new = Button(speech.plain("➕ New meeting"), NewMeeting())
    figures = Button(speech.plain("📊 Figures"), ShowFigures())
    team = (new, figures) if at_least(reader.role, COORDINATOR) else ()
    return Screen(text, rows(speech, *each, team, back(speech, ShowHours(), ShowPlace())[:2], back(speech)))


def meeting(reader: Reader, seen: MeetingWithRsvp, anew: bool = False) -> Screen:
    """One meeting with one's own answer, and the buttons to answer."""
    speech, one = reader.speech, seen.meeting
    text = paragraphs(
        None if seen.stands else _over(speech, seen),
        description(reader, one),
        _places(speech, seen),
        _deadline(reader, seen),
        _own_answer(speech, seen),
    )
    below = (
        *(answers(speech, one.id, yes=not seen.closed) if seen.stands else ()),
        *_for_guests(speech, seen),
        *(_for_the_team(speech, seen) if at_least(reader.role, COORDINATOR) else ()),
        back(speech, ShowMeetings()),
    )
    return Screen(text, rows(speech, *below), anew=anew)


def answers(speech: Speech, id: str, yes: bool = True, copy: bool = False) -> Rows:
    """The rows to answer with; `copy`: under a message that is to stay as it is."""
    under: Literal["copy"] | None = "copy" if copy else None
    going = Button(speech.plain("✅ I come"), AnswerMeeting(id, "going", under))
    maybe = Button(speech.plain("🤔 Perhaps"), AnswerMeeting(id, "maybe", under))
    no = Button(speech.plain("❌ I do not come"), AnswerMeeting(id, "not_going", under))
    return ((going, maybe), (no,)) if yes else ((no,),)


def answer_names(speech: Speech) -> dict[str, str]:
    words = (
        speech.plain("coming"),
        speech.plain("perhaps"),
        speech.plain("not coming"),
        speech.plain("on the waiting list"),
    )
    return dict(zip(get_args(Rsvp), words, strict=True))


def _for_guests(speech: Speech, seen: MeetingWithRsvp) -> Rows:
    one = seen.meeting
    coming = seen.stands and seen.own is not None and seen.own.answer in (*REMINDED, "waitlisted")
    people = Button(speech.plain("👥 How many people?"), BringPeople(one.id))
    interpreter = Button(speech.plain("🗣 I need an interpreter"), NeedInterpreter(one.id))
    calendar = Button(speech.plain("📅 Into my calendar"), GetCalendarFile(one.id))
    return (
        *(((people,), (interpreter,)) if coming else ()),
        link_line(speech, one) if seen.confirmed else (),
        (calendar,) if seen.stands else (),
    )


def _for_the_team(speech: Speech, seen: MeetingWithRsvp) -> Rows:
    id = seen.meeting.id
    guests = Button(speech.plain("👥 Who comes"), ShowGuests(id))
    if not seen.stands:
        return ((guests,),)
    change = Button(speech.plain("✏️ Change"), ChangeMeeting(id))
    announce = Button(speech.plain("📣 Announce"), AnnounceMeeting(id))
    away = Button(speech.plain("🗑 Call off"), CallOffMeeting(id))
    return ((guests, announce), (change, away))


def link_line(speech: Speech, one: Meeting) -> Line:
    return (Button(speech.plain("💻 Join online"), JoinOnline(one.id)),) if one.online_url else ()


def choose_people(speech: Speech, seen: MeetingWithRsvp) -> Screen:
    id, people = seen.meeting.id, seen.own.people if seen.own else None
    numbers = {number: str(number) for number in range(1, MOST_PEOPLE + 1)}
    lines = pick_one(numbers, partial(BringPeople, id), people, columns=3)
    text = speech.say("👥 How many people come? Count yourself too.")
    return Screen(text, rows(speech, *lines, to_meeting(speech, seen.meeting)))


def choose_interpreter(reader: Reader, seen: MeetingWithRsvp) -> Screen:
    speech, id = reader.speech, seen.meeting.id
    names = {code: speech.language(code).capitalize() for code in reader.organization.spoken_languages}
    language = seen.own.interpreter if seen.own else None
    lines = pick_one(names, partial(NeedInterpreter, id), language, columns=2)
    nobody = Button(speech.plain("❌ I need no interpreter"), NeedNoInterpreter(id))
    text = speech.say("🗣 Which language do you speak or sign? We try to find an interpreter.")
    return Screen(text, rows(speech, *lines, (nobody,), to_meeting(speech, seen.meeting)))


def online(speech: Speech, one: Meeting) -> Screen:
    """Only for who comes."""
    assert one.online_url is not None
    text = paragraphs(bold(speech.text(one.title)), speech.say("💻 This link is for you. Please do not pass it on."))
    join = Button(speech.plain("💻 Join online"), url=one.online_url)
    return Screen(text, rows(speech, (join,), to_meeting(speech, one)), anew=True)


def to_meeting(speech: Speech, one: Meeting) -> Line:
    return (Button(speech.plain("⬅️ Back to the meeting"), ShowMeeting(one.id)),)


def _own_answer(speech: Speech, seen: MeetingWithRsvp) -> Markup | None:
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


def _said(speech: Speech, rsvp: Rsvp) -> Markup:
    match rsvp:
        case "going":
            return speech.say("✅ <b>You come.</b> We are glad.")
        case "maybe":
            return speech.say("🤔 <b>You come perhaps.</b> Please tell us when you know.")
        case "waitlisted":
            return speech.say("⏳ <b>It is full. You are on the waiting list.</b> We tell you when a place is free.")
        case "not_going":
            return speech.say("❌ <b>You do not come.</b> Thank you for telling us.")


def _places(speech: Speech, seen: MeetingWithRsvp) -> Markup | None:
    own = seen.own.answer if seen.own else None
    if seen.free is None or not seen.stands or own in ("going", "waitlisted"):
        return None
    if not seen.free:
        return speech.say("It is full. Tap “I come” to be on the waiting list.")
    return speech.say_count("{number} place is free.", "{number} places are free.", seen.free)


def _deadline(reader: Reader, seen: MeetingWithRsvp) -> Markup | None:
    speech, until = reader.speech, seen.meeting.answer_until
    if until is None or not seen.stands:
        return None
    if seen.closed:
        return speech.say("The time to answer is over.") + " " + please_call(speech, reader.organization)
    place = place_of(reader, seen.meeting)
    local = until.astimezone(reader.desk.directory.zone(place))
    said = speech.say("✍️ Please answer before {date}, {time}.", date=speech.date(local), time=speech.time(local.time()))
    return said + whose_time(reader, place, bool(seen.meeting.online_url))


def _over(speech: Speech, seen: MeetingWithRsvp) -> Markup:
    if seen.meeting.cancelled_at:
        return speech.say("❌ <b>This meeting is called off.</b>")
    return speech.say("This meeting is over.")


def _short(reader: Reader, one: Meeting) -> str:
    """As it fits on a button."""
    title = reader.speech.text(one.title).striptags()
    return f"☕ {reader.speech.short_date(local_start(reader, one))} · {title}"
