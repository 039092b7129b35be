"""The team, as coordinators see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.roles import ADMINISTRATOR, COORDINATOR, VOLUNTEER
from bot.i18n import RIGHT_TO_LEFT_MARK, Speech
from bot.usecases.desk import Desk
from bot.usecases.team.members import LISTED, Known
from bot.views.labels import button
from bot.views.menu import back, with_keyboard
from bot.views.screen import Button, Screen, paragraphs, rows
from db.queries.team.members import Member

OFF = "⏸"


def listed(speech: Speech, members: Sequence[Member], total: int, page: int) -> Screen:
    """A button for each: a tap shows who it is and what can be changed."""
    each = [(Button(_on_button(speech, member), "team.member", str(member.id)),) for member in members]
    text = paragraphs(
        speech.say("👥 <b>The team</b>"),
        speech.say_count("{number} person", "{number} people", total),
        speech.say("Tap a name to see more."),
    )
    invite, waiting = button(speech, "invite"), Button(speech.plain("🎟 Open invitations"), "invitations")
    turn = pages(speech, "team", page, total)
    return Screen(text, rows(speech, *each, turn, (invite,), (waiting,), back(speech)))


def pages(speech: Speech, topic: str, page: int, total: int) -> tuple[Button, ...]:
    """Backwards and forwards through a long list; nothing where it fits on one screen."""
    earlier = (Button(speech.plain("◀️ Back"), topic, str(page - 1)),) if page else ()
    later = (Button(speech.plain("More ▶️"), topic, str(page + 1)),) if (page + 1) * LISTED < total else ()
    return earlier + later


def member(speech: Speech, desk: Desk, known: Known) -> Screen:
    who = known.member
    lines = [speech.say("🪪 {role}", role=role_name(speech, who.role))]
    if who.deactivated_at:
        lines = [speech.say("⏸ Switched off since {date}", date=_date(speech, desk, who.deactivated_at))]
    if who.languages:
        lines.append(speech.say("💬 {languages}", languages=speech.listing(_languages(speech, who))))
    history = [
        Markup("{} – {}").format(_date(speech, desk, change.at), _what(speech, change.what, change.role))
        for change in known.history
    ]
    text = paragraphs(
        Markup("👤 <b>{}</b>").format(named(speech, who)), Markup("\n").join(lines), Markup("\n").join(history)
    )
    return Screen(text, rows(speech, *_changes(speech, known), back(speech, "team")))


def _changes(speech: Speech, known: Known) -> list[tuple[Button, ...]]:
    item = str(known.member.id)
    roles: list[tuple[Button, ...]] = [
        (
            Button(
                speech.plain("🪪 New role: {role}").format(role=role_name(speech, role)), "team.role", f"{item}.{role}"
            ),
        )
        for role in known.roles
    ]
    if not known.may_change:
        return roles
    if known.member.deactivated_at:
        return [(Button(speech.plain("▶️ Switch on again"), "team.reactivate", item),)]
    return [*roles, (Button(speech.plain("⏸ Switch off"), "team.off", item),)]


def ask_deactivate(speech: Speech, who: Member) -> Screen:
    text = paragraphs(
        speech.say("⏸ Switch off {name}?", name=Markup("<b>{}</b>").format(named(speech, who))),
        speech.say("They see nothing of the team any more, from now on. Requests that they hold go back to the board."),
        speech.say("You can switch them on again at any time."),
    )
    item = str(who.id)
    yes = Button(speech.plain("⏸ Yes, switch off"), "team.deactivate", item)
    return Screen(text, rows(speech, (yes,), (_no(speech, item),)))


def ask_role(speech: Speech, who: Member, role: str) -> Screen:
    text = paragraphs(
        speech.say(
            "🪪 Make {name} {role}?",
            name=Markup("<b>{}</b>").format(named(speech, who)),
            role=role_name(speech, role),
        ),
        _may(speech, role),
    )
    item = str(who.id)
    yes = Button(speech.plain("✅ Yes"), "team.make", f"{item}.{role}")
    return Screen(text, rows(speech, (yes,), (_no(speech, item),)))


def told_of_role(speech: Speech, what: str, role: str) -> Screen:
    """To the person themselves, with the keyboard and the commands that they have from now on."""
    if what == "deactivated":
        text = speech.say("⏸ The team has switched off your access for now. Thank you for all that you have done.")
        text = paragraphs(text, speech.say("Do you have a question? Tap “Contact”. You can still ask me anything."))
    elif what == "reactivated":
        text = speech.say("▶️ Welcome back! You are in the team again: {role}.", role=role_name(speech, role))
    else:
        text = paragraphs(
            speech.say("🪪 You have a new role in the team: {role}.", role=role_name(speech, role)), _may(speech, role)
        )
    return with_keyboard(speech, role, text)


def told_of_wrong_tries(speech: Speech) -> Screen:
    text = paragraphs(
        speech.say(
            "🔒 Somebody has tried ten wrong invitation links within an hour. I let them try no more for an hour."
        ),
        speech.say("Nobody came in. If you have just invited somebody, help them with the link."),
    )
    return Screen(text, rows(speech, (Button(speech.plain("🎟 Open invitations"), "invitations"),)))


def role_name(speech: Speech, role: str) -> str:
    names = {
        VOLUNTEER: speech.plain("volunteer"),
        COORDINATOR: speech.plain("coordinator"),
        ADMINISTRATOR: speech.plain("administrator"),
    }
    return names.get(role) or speech.plain("resident")


def named(speech: Speech, who: Member) -> str:
    """An administrator of the settings has no name before they accept the charter: then what they are."""
    return in_one_piece(speech, who.name) if who.name else role_name(speech, who.role)


def in_one_piece(speech: Speech, name: str) -> str:
    """In whatever script it is written; a line that begins with it still begins on the reader's side."""
    return f"{RIGHT_TO_LEFT_MARK if speech.rtl else ''}\u2068{name}\u2069"


def _may(speech: Speech, role: str) -> Markup:
    if role == VOLUNTEER:
        return speech.say("Volunteers help neighbours with what they need.")
    if role == COORDINATOR:
        return speech.say("Coordinators see the team and the requests, write announcements and invite volunteers.")
    return speech.say("Administrators can do everything, also invite coordinators and change roles.")


def _what(speech: Speech, what: str, role: str) -> str:
    match what:
        case "joined":
            return speech.plain("came into the team")
        case "deactivated":
            return speech.plain("switched off")
        case "reactivated":
            return speech.plain("switched on again")
        case "left":
            return speech.plain("left the team")
        case _:
            return role_name(speech, role)


def _on_button(speech: Speech, who: Member) -> str:
    role = OFF if who.deactivated_at else role_name(speech, who.role)
    return role if role == named(speech, who) else f"{named(speech, who)} · {role}"


def _languages(speech: Speech, who: Member) -> list[str]:
    return [speech.language(code) for code in who.languages or ()]


def _date(speech: Speech, desk: Desk, at: datetime) -> str:
    return speech.short_date(at.astimezone(desk.directory.zone()).date())


def _no(speech: Speech, item: str) -> Button:
    return Button(speech.plain("↩️ No, go back"), "team.member", item)
