"""What a volunteer says about themselves: languages, areas, topics, days, and when they are told."""

from __future__ import annotations

from markupsafe import Markup

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.team.profiles import choices
from bot.views.labels import button
from bot.views.menu import back
from bot.views.screen import Button, Rows, Screen, paragraphs, rows
from bot.views.team.alerts import TICK, told, told_titles
from bot.views.team.members import in_one_piece, role_name
from db.models.team import Volunteer

PARTS = ("languages", "areas", "topics", "days")
FIRST = "n"
"""Begins the item of a button where one question follows the other, just after joining."""
HALF_A_ROW = 17  # characters that a narrow phone shows on one of two buttons side by side


def profile(speech: Speech, desk: Desk, volunteer: Volunteer, role: str) -> Screen:
    """All of it, and a button for each part."""
    asked = _asked(desk)
    said = {part: _chosen(speech, desk, volunteer, part) or speech.plain("not said yet") for part in asked}
    titles, shown = {**_titles(speech), **told_titles(speech)}, {**said, **told(speech, volunteer)}
    lines = [speech.say("{label}: {value}", label=titles[part], value=value) for part, value in shown.items()]
    text = paragraphs(
        Markup("🪪 <b>{}</b> ({})").format(in_one_piece(speech, volunteer.name), role_name(speech, role)),
        Markup("\n").join(lines),
        speech.say("What would you like to change?"),
    )
    each = [Button(titles[part], f"profile.{part}") for part in shown]
    leave = Button(speech.plain("🚪 Leave the team"), "profile.leave")
    return Screen(text, rows(speech, *_two_by_two(each), (leave, button(speech, "privacy")), back(speech)))


def ask(speech: Speech, desk: Desk, volunteer: Volunteer, part: str, first: bool) -> Screen:
    """Tapped, a choice is chosen; tapped again, it is not. `first`: the next question follows."""
    names = _names(speech, desk, part)
    chosen = getattr(volunteer, part)
    way = f"{FIRST}." if first else ""
    each = [
        Button((TICK if value in chosen else "") + names[value], f"profile.{part}", f"{way}{value}")
        for value in choices(desk, part)
    ]
    text = paragraphs(_question(speech, part), speech.say("Tap all that fit. Tap again to take one away."))
    return Screen(text, rows(speech, *_two_by_two(each), *_on(speech, desk, part, first)))


def done(speech: Speech, desk: Desk, volunteer: Volunteer, role: str) -> Screen:
    """The end of the first questions."""
    shown = profile(speech, desk, volunteer, role)
    text = paragraphs(
        speech.say("🎉 <b>That is all. Thank you!</b>"),
        speech.say("You can change it at any time with {command}.", command=speech.ltr("/profile")),
        shown.text,
    )
    return Screen(text, shown.rows)


def _on(speech: Speech, desk: Desk, part: str, first: bool) -> Rows:
    if not first:
        return ((Button(speech.plain("✔️ Done"), "profile"),),)
    asked = _asked(desk)
    here = asked.index(part)
    earlier = (Button(speech.plain("◀️ Back"), f"profile.{asked[here - 1]}", FIRST),) if here else ()
    if here + 1 < len(asked):
        return ((*earlier, Button(speech.plain("Next ▶️"), f"profile.{asked[here + 1]}", FIRST)),)
    return ((*earlier, Button(speech.plain("✔️ Done"), "profile", FIRST)),)


def _asked(desk: Desk) -> list[str]:
    """An organization may have no areas."""
    return [part for part in PARTS if choices(desk, part)]


def _titles(speech: Speech) -> dict[str, str]:
    return {
        "languages": speech.plain("💬 Languages"),
        "areas": speech.plain("🏘 Areas"),
        "topics": speech.plain("🤝 Topics"),
        "days": speech.plain("📅 Days"),
    }


def _question(speech: Speech, part: str) -> Markup:
    match part:
        case "languages":
            return speech.say("💬 <b>Which languages do you speak or sign?</b>")
        case "areas":
            return speech.say("🏘 <b>Where can you help?</b>")
        case "topics":
            return speech.say("🤝 <b>What can you help with?</b>")
        case _:
            return speech.say("📅 <b>On which days?</b>")


def _chosen(speech: Speech, desk: Desk, volunteer: Volunteer, part: str) -> str:
    names = _names(speech, desk, part)
    chosen = [names[value] for value in getattr(volunteer, part) if value in names]
    return speech.listing(chosen) if chosen else ""


def _names(speech: Speech, desk: Desk, part: str) -> dict[str, str]:
    directory = desk.directory
    match part:
        case "languages":
            return {code: speech.language(code) for code in choices(desk, part)}
        case "areas":
            return {area["id"]: speech.text(area["name"]).striptags() for area in directory.organization.areas}
        case "topics":
            return {one.id: f"{one.pictogram} {speech.text(one.name).striptags()}" for one in directory.services}
        case _:
            weekdays = speech.locale.days["stand-alone"]["wide"]
            return {day: weekdays[number] for number, day in enumerate(choices(desk, part))}


def _two_by_two(buttons: list[Button]) -> list[tuple[Button, ...]]:
    """A long one has a row of its own: cut off, two sign languages look the same."""
    lines: list[tuple[Button, ...]] = []
    for one in buttons:
        last = lines[-1] if lines else ()
        if len(last) == 1 and all(_is_short(beside) for beside in (*last, one)):
            lines[-1] = (*last, one)
        else:
            lines.append((one,))
    return lines


def _is_short(button: Button) -> bool:
    """Chosen or not: what is tapped must not jump."""
    return len(button.text.removeprefix(TICK)) <= HALF_A_ROW
