"""What a volunteer says about themselves: languages, areas, topics, days, and when they are told."""

from __future__ import annotations

from typing import get_args

from markupsafe import Markup

from bot.i18n import Speech
from bot.usecases.desk import Desk, Part, choices
from bot.views.labels import button
from bot.views.menu import back
from bot.views.privacy.taps import ShowPrivacy
from bot.views.reader import Reader
from bot.views.screen import Button, Rows, Screen, paragraphs, rows
from bot.views.team.alerts import alerts, hours
from bot.views.team.names import isolated, role_name
from bot.views.team.profile_taps import AskLeave, AskQuietHours, PickAlerts, PickProfile, ShowProfile
from bot.views.widgets import back_to, grid, pick_several
from bot.views.widgets import done as done_button
from db.models.team import Volunteer

PARTS: tuple[Part, ...] = get_args(Part)


def profile(reader: Reader, volunteer: Volunteer) -> Screen:
    """All of it, and a button for each part."""
    speech = reader.speech
    unsaid = speech.plain("not said yet")
    shown = [
        *(
            (_titles(speech)[part], PickProfile(part), _chosen(reader, volunteer, part) or unsaid)
            for part in _asked(reader.desk)
        ),
        (speech.plain("📬 New requests"), PickAlerts(), alerts(speech, volunteer)),
        (speech.plain("🌙 Quiet hours"), AskQuietHours(), hours(speech, volunteer)),
    ]
    text = paragraphs(
        Markup("🪪 <b>{}</b> ({})").format(isolated(speech, volunteer.name), role_name(speech, reader.role)),
        Markup("\n").join(speech.say("{label}: {value}", label=title, value=value) for title, _, value in shown),
        speech.say("What would you like to change?"),
    )
    each = grid([Button(title, tap) for title, tap, _ in shown])
    leave = Button(speech.plain("🚪 Leave the team"), AskLeave())
    return Screen(text, rows(speech, *each, (leave, button(speech, ShowPrivacy())), back(speech)))


def ask(reader: Reader, volunteer: Volunteer, part: Part, first: bool) -> Screen:
    """Tapped, a choice is chosen; tapped again, it is not. `first`: the next question follows."""
    speech = reader.speech
    text = paragraphs(_question(speech, part), speech.say("Tap all that fit. Tap again to take one away."))
    each = pick_several(_names(reader, part), lambda value: PickProfile(part, first, value), getattr(volunteer, part))
    return Screen(text, rows(speech, *each, *_on(reader, part, first)))


def done(reader: Reader, volunteer: Volunteer) -> Screen:
    """The end of the first questions."""
    speech, shown = reader.speech, profile(reader, volunteer)
    text = paragraphs(
        speech.say("🎉 <b>That is all. Thank you!</b>"),
        speech.say("You can change it at any time with {command}.", command=speech.ltr("/profile")),
        shown.text,
    )
    return Screen(text, shown.rows)


def _on(reader: Reader, part: Part, first: bool) -> Rows:
    speech, asked = reader.speech, _asked(reader.desk)
    if not first:
        return (done_button(speech, ShowProfile()),)
    here = asked.index(part)
    earlier = back_to(speech, PickProfile(asked[here - 1], first=True)) if here else ()
    if here + 1 < len(asked):
        return ((*earlier, Button(speech.plain("Next ▶️"), PickProfile(asked[here + 1], first=True))),)
    return ((*earlier, *done_button(speech, ShowProfile(first="n"))),)


def _asked(desk: Desk) -> list[Part]:
    """An organization may have no areas."""
    return [part for part in PARTS if choices(desk, part)]


def _titles(speech: Speech) -> dict[Part, str]:
    return {
        "languages": speech.plain("💬 Languages"),
        "areas": speech.plain("🏘 Areas"),
        "topics": speech.plain("🤝 Topics"),
        "days": speech.plain("📅 Days"),
    }


def _question(speech: Speech, part: Part) -> Markup:
    match part:
        case "languages":
            return speech.say("💬 <b>Which languages do you speak or sign?</b>")
        case "areas":
            return speech.say("🏘 <b>Where can you help?</b>")
        case "topics":
            return speech.say("🤝 <b>What can you help with?</b>")
        case "days":
            return speech.say("📅 <b>On which days?</b>")


def _chosen(reader: Reader, volunteer: Volunteer, part: Part) -> str:
    names = _names(reader, part)
    chosen = [names[value] for value in getattr(volunteer, part) if value in names]
    return reader.speech.listing(chosen) if chosen else ""


def _names(reader: Reader, part: Part) -> dict[str, str]:
    """Of the choices, in the order in which people see them."""
    speech, desk = reader.speech, reader.desk
    match part:
        case "languages":
            return {code: speech.language(code) for code in choices(desk, part)}
        case "areas":
            return {area["id"]: speech.text(area["name"]).striptags() for area in reader.organization.areas}
        case "topics":
            return {one.id: f"{one.pictogram} {speech.text(one.name).striptags()}" for one in desk.directory.services}
        case "days":
            weekdays = speech.locale.days["stand-alone"]["wide"]
            return {day: weekdays[number] for number, day in enumerate(choices(desk, part))}
