"""Invitations, as those who invite see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.invitations import PREFIX
from bot.domain.roles import Role
from bot.i18n import Speech
from bot.usecases.team.invitations import LISTED
from bot.views.labels import button
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.names import role_name
from bot.views.team.taps import AskRevoke, Invite, Revoke, ShowInvitations, ShowTeam
from bot.views.widgets import page_turns, pick_one
from db.models.team import Invitation


def ask_role(speech: Speech, roles: Sequence[Role]) -> Screen:
    text = paragraphs(
        speech.say("✉️ <b>Invite somebody</b>"),
        speech.say("I make a personal link. It is for one person, it works once, and for seven days."),
        speech.say("What will this person be?"),
    )
    each = pick_one({role: role_name(speech, role) for role in roles}, Invite)
    return Screen(text, rows(speech, *each, (open_invitations(speech),), back(speech, ShowTeam())))


def created(reader: Reader, invitation: Invitation, token: str, username: str) -> list[Screen]:
    """How to pass it on; then a message with nothing but what the other one is to read."""
    speech, until = reader.speech, _date(reader, invitation.expires_at)
    text = paragraphs(
        speech.say("✉️ <b>Here is the invitation ({role}).</b>", role=role_name(speech, invitation.role)),
        speech.say("👇 Forward the next message to this one person. I show the link only now."),
        speech.say("It works once, until {date}. Number: {number}", date=until, number=_number(speech, invitation)),
    )
    link = f"https://t.me/{username}?start={PREFIX}{token}"
    letter = paragraphs(
        speech.say(
            "👋 You are invited to the team of <b>{organization}</b>.",
            organization=speech.text(reader.organization.name),
        ),
        speech.say("Tap this link, then “Start”. It is only for you, until {date}:", date=until),
        Markup.escape(speech.ltr(link)),
    )
    more = Button(speech.plain("✉️ One more invitation"), Invite(invitation.role))
    return [
        Screen(text, rows(speech, (more,), (open_invitations(speech),), back(speech, ShowTeam()))),
        Screen(letter, anew=True),
    ]


def waiting(reader: Reader, invitations: Sequence[Invitation], total: int, page: int) -> Screen:
    speech = reader.speech
    lines = [
        speech.say(
            "🎟 {number} – {role}, until {date}",
            number=_number(speech, one),
            role=role_name(speech, one.role),
            date=_date(reader, one.expires_at),
        )
        + (Markup(" 👀 ") + speech.say("opened, not accepted yet") if one.opened_at else "")
        for one in invitations
    ]
    text = paragraphs(
        speech.say("🎟 <b>Open invitations</b>"),
        Markup("\n").join(lines) or speech.say("There is none."),
        speech.say("Tap one to make it invalid.") if lines else None,
    )
    each = [
        (Button(f"🗑 {one.token_hash[:4].upper()} · {role_name(speech, one.role)}", AskRevoke(one.token_hash)),)
        for one in invitations
    ]
    last = back(speech, Invite(), ShowTeam())
    turns = page_turns(speech, page, -(-total // LISTED), ShowInvitations)
    return Screen(text, rows(speech, *each, turns, last[:2], last[2:]))


def ask_revoke(speech: Speech, token_hash: str) -> Screen:
    number = speech.ltr(token_hash[:4].upper())
    yes = Button(speech.plain("🗑 Yes, make it invalid"), Revoke(token_hash))
    no = Button(speech.plain("↩️ No, go back"), ShowInvitations())
    return Screen(speech.say("🗑 Make the invitation {number} invalid?", number=number), rows(speech, (yes,), (no,)))


def revoked(speech: Speech, done: bool) -> Screen:
    """Not done: somebody was faster."""
    text = (
        speech.say("🗑 The invitation is not valid any more.")
        if done
        else speech.say("This invitation was already used, or is not valid any more. You see it in the team.")
    )
    return Screen(text, rows(speech, (open_invitations(speech), button(speech, ShowTeam())), back(speech)))


def open_invitations(speech: Speech) -> Button:
    return Button(speech.plain("🎟 Open invitations"), ShowInvitations())


def _number(speech: Speech, invitation: Invitation) -> str:
    """By which people tell invitations apart; it opens nothing."""
    return speech.ltr(invitation.token_hash[:4].upper())


def _date(reader: Reader, at: datetime) -> str:
    return reader.speech.date(at.astimezone(reader.desk.directory.zone()).date())
