"""How meetings were attended, for the team."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.domain.meetings.statistics import FEWEST, Month, told
from bot.i18n import Speech
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu import back
from bot.views.screen import Screen, paragraphs, rows
from bot.views.widgets import month_name

MONTHS = 12


def figures(speech: Speech, months: Sequence[Month]) -> Screen:
    text = paragraphs(
        speech.say("📊 <b>Figures of the meetings</b>"),
        *(_month(speech, month) for month in months[:MONTHS]),
        None if months else speech.say("No meeting is over yet."),
        speech.say("Very small numbers are not shown, so that nobody can be recognised.") if months else None,
    )
    return Screen(text, rows(speech, back(speech, ShowMeetings())))


def _month(speech: Speech, month: Month) -> Markup:
    meetings = speech.say_count("{number} meeting", "{number} meetings", month.meetings)
    lines = [
        Markup("<b>{}</b> · {}").format(month_name(speech, month.first), meetings),
        speech.say("✍️ Answers: {number}", number=_number(speech, month.answers)),
    ]
    if month.ticked:
        lines.append(speech.say("✅ Came: {number}", number=_number(speech, month.came)))
        lines.append(speech.say("▫️ Said yes, but did not come: {number}", number=_number(speech, month.stayed_away)))
    else:
        lines.append(speech.say("Nobody has noted who came."))
    return Markup("\n").join(lines)


def _number(speech: Speech, count: int) -> object:
    number = told(count)
    return speech.say("fewer than {number}", number=FEWEST) if number is None else number
