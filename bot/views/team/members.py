"""The team, as coordinators see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.roles import Role
from bot.i18n import Speech
from bot.usecases.team.members import LISTED, MemberDetails
from bot.views.labels import button
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.invitations import open_invitations
from bot.views.team.names import display_name, rights, role_name
from bot.views.team.taps import (
    AskDeactivate,
    AskRole,
    Deactivate,
    GiveRole,
    Invite,
    Reactivate,
    ShowMember,
    ShowTeam,
)
from bot.views.widgets import page_turns
from db.models.team import Change
from db.queries.team.members import Member

OFF = "⏸"


def listed(speech: Speech, members: Sequence[Member], total: int, page: int) -> Screen:
    """A button for each: a tap shows who it is and what can be changed."""
    each = [(Button(_on_button(speech, member), ShowMember(member.id)),) for member in members]
    text = paragraphs(
        speech.say("👥 <b>The team</b>"),
        speech.say_count("{number} person", "{number} people", total),
        speech.say("Tap a name to see more."),
    )
    turns = page_turns(speech, page, -(-total // LISTED), ShowTeam)
    return Screen(
        text, rows(speech, *each, turns, (button(speech, Invite()),), (open_invitations(speech),), back(speech))
    )


def member(reader: Reader, details: MemberDetails) -> Screen:
    speech, who = reader.speech, details.member
    lines = [speech.say("🪪 {role}", role=role_name(speech, who.role))]
    if who.deactivated_at:
        lines = [speech.say("⏸ Switched off since {date}", date=_date(reader, who.deactivated_at))]
    if who.languages:
        lines.append(speech.say("💬 {languages}", languages=speech.listing(_languages(speech, who))))
    history = [
        Markup("{} – {}").format(_date(reader, change.at), _what(speech, change.what, change.role))
        for change in details.history
    ]
    text = paragraphs(
        Markup("👤 <b>{}</b>").format(display_name(speech, who)), Markup("\n").join(lines), Markup("\n").join(history)
    )
    return Screen(text, rows(speech, *_changes(speech, details), back(speech, ShowTeam())))


def _changes(speech: Speech, details: MemberDetails) -> list[tuple[Button, ...]]:
    member_id, new_role = details.member.id, speech.plain("🪪 New role: {role}")
    roles: list[tuple[Button, ...]] = [
        (Button(new_role.format(role=role_name(speech, role)), AskRole(member_id, role)),) for role in details.roles
    ]
    if not details.may_change:
        return roles
    if details.member.deactivated_at:
        return [(Button(speech.plain("▶️ Switch on again"), Reactivate(member_id)),)]
    return [*roles, (Button(speech.plain("⏸ Switch off"), AskDeactivate(member_id)),)]


def ask_deactivate(speech: Speech, who: Member) -> Screen:
    text = paragraphs(
        speech.say("⏸ Switch off {name}?", name=Markup("<b>{}</b>").format(display_name(speech, who))),
        speech.say("They see nothing of the team any more, from now on. Requests that they hold go back to the board."),
        speech.say("You can switch them on again at any time."),
    )
    yes = Button(speech.plain("⏸ Yes, switch off"), Deactivate(who.id))
    return Screen(text, rows(speech, (yes,), (_no(speech, who),)))


def ask_role(speech: Speech, who: Member, role: Role) -> Screen:
    text = paragraphs(
        speech.say(
            "🪪 Make {name} {role}?",
            name=Markup("<b>{}</b>").format(display_name(speech, who)),
            role=role_name(speech, role),
        ),
        rights(speech, role),
    )
    yes = Button(speech.plain("✅ Yes"), GiveRole(who.id, role))
    return Screen(text, rows(speech, (yes,), (_no(speech, who),)))


def _what(speech: Speech, what: Change, role: str) -> str:
    match what:
        case "joined":
            return speech.plain("came into the team")
        case "deactivated":
            return speech.plain("switched off")
        case "reactivated":
            return speech.plain("switched on again")
        case "left":
            return speech.plain("left the team")
        case "promoted" | "demoted":
            return role_name(speech, role)


def _on_button(speech: Speech, who: Member) -> str:
    role = OFF if who.deactivated_at else role_name(speech, who.role)
    return role if role == display_name(speech, who) else f"{display_name(speech, who)} · {role}"


def _languages(speech: Speech, who: Member) -> list[str]:
    return [speech.language(code) for code in who.languages or ()]


def _date(reader: Reader, at: datetime) -> str:
    return reader.speech.short_date(at.astimezone(reader.desk.directory.zone()).date())


def _no(speech: Speech, who: Member) -> Button:
    return Button(speech.plain("↩️ No, go back"), ShowMember(who.id))
