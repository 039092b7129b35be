"""Who speaks or signs what at the sessions, and whether one needs an appointment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, cast

from markupsafe import Markup

from bot.domain.opening.sessions import Session
from bot.i18n import Speech
from bot.views.screen import paragraphs


class _Told(Protocol):
    """What schedules and extra openings say of a session beside its times."""

    languages: list[str]


def who_is_there(speech: Speech, sessions: Iterable[Session]) -> Markup:
    """One line for all sessions where they are alike; else a line a session, with its weekday and hour."""
    told: dict[Markup, list[str]] = {}
    for session in sessions:
        about = _about(speech, session)
        when = f"{speech.locale.days['format']['wide'][session.opens.weekday()]} {speech.time(session.opens.time())}"
        if about and when not in told.setdefault(about, []):
            told[about].append(when)
    if len(told) == 1:
        return next(iter(told))
    return paragraphs(*(Markup("<b>{}</b>\n{}").format(speech.listing(when), about) for about, when in told.items()))


def _about(speech: Speech, session: Session) -> Markup:
    rule = cast("_Told", session.rule)
    words: Mapping[str, str] | None = getattr(rule, "description", None)
    lines = [speech.text(words)] if words else []
    if needed := appointment_words(speech, getattr(rule, "with_appointment", "")):
        lines.append(needed)
    if rule.languages:
        languages = speech.listing([speech.language(code) for code in rule.languages])
        lines.append(speech.say("💬 We speak or sign: {languages}", languages=languages))
    return Markup("\n").join(lines)


def appointment_words(speech: Speech, with_appointment: str) -> Markup | None:
    """`with_appointment` as schedules have it; extra openings do not say."""
    match with_appointment:
        case "yes":
            return speech.say("📞 Only with an appointment.")
        case "no":
            return speech.say("🚶 You need no appointment.")
        case "both":
            return speech.say("🚶 You may come with or without an appointment.")
    return None
