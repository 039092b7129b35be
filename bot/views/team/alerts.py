"""When a volunteer is told of new requests: at once, once a day or never, and not in their quiet hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.team import Volunteer

TICK = "✅ "
A_ROW = 4  # hours side by side
OFF = "off"


def told(speech: Speech, volunteer: Volunteer) -> Mapping[str, str | Markup]:
    """What stands in the profile about it, by the part of the profile."""
    return {"notify": _ways(speech)[volunteer.notify], "quiet": _hours(speech, volunteer)}


def told_titles(speech: Speech) -> Mapping[str, str]:
    return {"notify": speech.plain("📬 New requests"), "quiet": speech.plain("🌙 Quiet hours")}


def ask_notify(speech: Speech, volunteer: Volunteer) -> Screen:
    """One of three; the one that counts is ticked."""
    text = speech.say("📬 <b>When do I tell you of new requests that fit you?</b>")
    ways = [
        (Button((TICK if way == volunteer.notify else "") + name, "profile.notify", way),)
        for way, name in _ways(speech).items()
    ]
    return Screen(text, rows(speech, *ways, (Button(speech.plain("✔️ Done"), "profile"),)))


def ask_quiet(speech: Speech, volunteer: Volunteer) -> Screen:
    """From which hour on, or not at all."""
    text = paragraphs(
        speech.say("🌙 <b>Quiet hours</b>"),
        _quiet_line(speech, volunteer),
        speech.say("In these hours I tell you of no new request. I tell you afterwards."),
        speech.say("From what time?"),
    )
    none = Button(("" if volunteer.quiet_from else TICK) + speech.plain("No quiet hours"), "profile.quiet", OFF)
    back = Button(speech.plain("⬅️ Back"), "profile")
    return Screen(text, rows(speech, *_clock(speech, range(24)), (none,), (back,)))


def ask_quiet_end(speech: Speech, first: int) -> Screen:
    """Until which hour, once the first one is chosen."""
    text = speech.say("🌙 From {time}. <b>Until what time?</b>", time=speech.time(time(first)))
    later = [(first + more) % 24 for more in range(1, 24)]
    back = Button(speech.plain("⬅️ Back"), "profile.quiet")
    return Screen(text, rows(speech, *_clock(speech, later, f"{first:02}."), (back,)))


def quiet(speech: Speech, volunteer: Volunteer, before: str) -> Screen:
    """It is noted. `before`: the item that chose what was so until now, for who has tapped the wrong hour."""
    text = paragraphs(speech.say("✅ <b>Noted.</b>"), _quiet_line(speech, volunteer))
    undo = Button(speech.plain("↩️ As it was before"), "profile.quiet", before)
    return Screen(text, rows(speech, (undo,), (Button(speech.plain("✔️ Done"), "profile"),)))


def quiet_item(volunteer: Volunteer) -> str:
    """What the button that chooses these quiet hours says."""
    if volunteer.quiet_from is None or volunteer.quiet_to is None:
        return OFF
    return f"{volunteer.quiet_from:%H}.{volunteer.quiet_to:%H}"


def _clock(speech: Speech, hours: range | list[int], way: str = "") -> list[tuple[Button, ...]]:
    each = [Button(speech.time(time(hour)), "profile.quiet", f"{way}{hour:02}") for hour in hours]
    return [tuple(each[at : at + A_ROW]) for at in range(0, len(each), A_ROW)]


def _quiet_line(speech: Speech, volunteer: Volunteer) -> Markup:
    return speech.say("{label}: {value}", label=told_titles(speech)["quiet"], value=_hours(speech, volunteer))


def _hours(speech: Speech, volunteer: Volunteer) -> str | Markup:
    if volunteer.quiet_from is None or volunteer.quiet_to is None:
        return speech.plain("none")
    first, last = speech.time(volunteer.quiet_from), speech.time(volunteer.quiet_to)
    return speech.say("from {start} to {end}", start=first, end=last)


def _ways(speech: Speech) -> Mapping[str, str]:
    return {
        "now": speech.plain("⚡ At once"),
        "daily": speech.plain("☀️ Once a day, in the morning"),
        "never": speech.plain("🔕 Never"),
    }
