"""Announcements by the team, as coordinators write them."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from markupsafe import Markup

from bot.domain.broadcasts import TAG, BroadcastState
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Overview, languages_of
from bot.views.broadcasts.audience import audience_words, goes_to
from bot.views.broadcasts.schedule import moment
from bot.views.broadcasts.subscription import announcement
from bot.views.broadcasts.taps import (
    AskAudience,
    AskMedia,
    AskText,
    AskTime,
    AskToSend,
    CancelBroadcast,
    ListBroadcasts,
    NewBroadcast,
    Preview,
    RemoveMedia,
    ReopenBroadcast,
    ShowBroadcast,
)
from bot.views.labels import button
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Rows, Screen, paragraphs, rows
from bot.views.widgets import grid
from db.models.broadcasts import Broadcast

STATES = {
    BroadcastState.DRAFT: "✏️",
    BroadcastState.SCHEDULED: "🕒",
    BroadcastState.SENDING: "📤",
    BroadcastState.DONE: "✅",
    BroadcastState.STOPPED: "⏹",
    BroadcastState.CANCELLED: "🗑",
}
TITLE = 30  # signs of a text that fit on a button


def listed(speech: Speech, latest: Sequence[Broadcast]) -> Screen:
    """The last ones, each a button that opens it."""
    shown = [one for one in latest if one.texts or one.state != BroadcastState.DRAFT]
    choices = [(Button(f"{STATES[one.state]} {_title(speech, one)}", ShowBroadcast(one.id)),) for one in shown]
    text = paragraphs(
        speech.say("📣 <b>Announcements by the team</b>"),
        speech.say("Here you write to everybody at once, each in their language."),
        speech.say("✏️ being written   🕒 planned   📤 being sent   ✅ sent   ⏹ stopped") if shown else None,
    )
    return Screen(text, rows(speech, *choices, (button(speech, NewBroadcast()),), back(speech)))


def unfinished(speech: Speech, draft: Broadcast) -> Screen:
    """There is one already that nobody has sent."""
    text = paragraphs(
        speech.say("✏️ You have already begun an announcement:"), Markup("<i>{}</i>").format(_title(speech, draft))
    )
    choices = (
        (Button(speech.plain("▶️ Continue"), ShowBroadcast(draft.id)),),
        (Button(speech.plain("➕ Write another one"), NewBroadcast()),),
    )
    return Screen(text, rows(speech, *choices, *to_list(speech)))


def first_language(reader: Reader) -> Screen:
    speech, codes = reader.speech, reader.organization.languages
    choices = [(Button(speech.language(code).capitalize(), NewBroadcast(code)),) for code in codes]
    question = paragraphs(speech.say("➕ <b>New announcement</b>"), speech.say("Which language do you write in first?"))
    return Screen(question, rows(speech, *choices, *to_list(speech)))


def ask_text(speech: Speech, draft: Broadcast, code: str) -> Screen:
    now = draft.texts.get(code)
    text = paragraphs(
        speech.say("✏️ Please write the text in this language: <b>{language}</b>", language=speech.language(code)),
        speech.say("You may use bold and links as always. Send it as one message."),
        speech.say("Until now it is:") if now else None,
    )
    shown = paragraphs(text, Markup(now)) if now and len(now) < TITLE * 50 else text
    return Screen(shown, rows(speech, to_broadcast(speech, draft)), asks=AskText(draft.id, code))


def ask_media(speech: Speech, draft: Broadcast) -> Screen:
    without = Button(speech.plain("❌ Without photo or file"), RemoveMedia(draft.id))
    text = paragraphs(
        speech.say("📎 Please send a photo or a document."),
        speech.say("It goes to everybody, with your text under it. That text may have 1024 signs at most."),
    )
    shown = rows(speech, (without,) if draft.media else (), to_broadcast(speech, draft))
    return Screen(text, shown, asks=AskMedia(draft.id))


def overview(reader: Reader, seen: Overview) -> Screen:
    """All that is decided so far, and a button to change each."""
    speech, draft = reader.speech, seen.broadcast
    languages = languages_of(draft, reader.organization)
    has_media = speech.say("📎 With a photo or a file") if draft.media else None
    whom = paragraphs(audience_words(reader, draft), goes_to(speech, seen) if seen.reach else None)
    text = paragraphs(
        _heading(speech, draft),
        Markup("\n").join(_language_line(speech, draft, code) for code in languages),
        has_media,
        whom,
        moment(speech, seen),
    )
    return Screen(text, _overview_rows(speech, draft, languages))


def _overview_rows(speech: Speech, draft: Broadcast, languages: list[str]) -> Rows:
    item = draft.id
    texts = [
        Button(("✅ " if code in draft.texts else "✏️ ") + speech.language(code), AskText(item, code))
        for code in languages
    ]
    media = Button(speech.plain("📎 Photo or file"), AskMedia(item))
    whom = Button(speech.plain("👥 For whom"), AskAudience(item))
    when = Button(speech.plain("🕒 When"), AskTime(item))
    look = Button(speech.plain("👁 See how it looks"), Preview(item))
    send = Button(speech.plain("➡️ Send"), AskToSend(item))
    away = Button(speech.plain("🗑 Throw away"), CancelBroadcast(item))
    return rows(
        speech,
        *grid(texts),
        () if draft.correction == "edit" else (media,),
        (when,) if draft.corrects_id else (whom, when),
        (look, send) if draft.texts else (),
        (away,),
        (button(speech, ListBroadcasts()),),
    )


def preview(reader: Reader, speeches: dict[str, Speech], draft: Broadcast) -> list[Screen]:
    """Each language exactly as people will get it, then the way back."""
    speech = reader.speech
    codes = [code for code in languages_of(draft, reader.organization) if code in speeches]
    copies = [announcement(speeches[code], draft) for code in codes if code in draft.texts]
    written = [speech.language(code) for code in codes if code in draft.texts]
    text = speech.say("👆 This is how people get it: {languages}.", languages=speech.listing(written))
    choices = (Button(speech.plain("➡️ Send"), AskToSend(draft.id)),)
    return [copy for copy in copies if copy] + [Screen(text, rows(speech, choices, to_broadcast(speech, draft)))]


def cancelled(speech: Speech, broadcast: Broadcast) -> Screen:
    again = Button(speech.plain("↩️ Take it back"), ReopenBroadcast(broadcast.id))
    return Screen(speech.say("🗑 This announcement will not be sent."), rows(speech, (again,), *to_list(speech)))


def planned(speech: Speech, seen: Overview) -> Screen:
    """Nothing more to do: it starts by itself."""
    item = seen.broadcast.id
    text = paragraphs(
        speech.say("📤 <b>It starts in a moment.</b>") if seen.at_once else speech.say("🕒 <b>It is planned.</b>"),
        None if seen.at_once else moment(speech, seen),
        goes_to(speech, seen) if seen.reach else None,
    )
    change = Button(speech.plain("✏️ Change"), ReopenBroadcast(item))
    away = Button(speech.plain("🗑 Do not send"), CancelBroadcast(item))
    return Screen(text, rows(speech, (change, away), *to_list(speech)))


def to_broadcast(speech: Speech, broadcast: Broadcast) -> tuple[Button, ...]:
    """The way back from one of its questions."""
    return (Button(speech.plain("⬅️ Back to the announcement"), ShowBroadcast(broadcast.id)),)


def to_list(speech: Speech) -> Rows:
    """The way back to all of them, and to the menu: a row each, for the names are long."""
    return tuple((one,) for one in back(speech, ListBroadcasts()))


def _heading(speech: Speech, draft: Broadcast) -> Markup:
    match draft.correction:
        case "edit":
            return speech.say("✍️ <b>Correction</b>: it changes the message that people have.")
        case "new":
            return speech.say("✍️ <b>Correction</b>: a new message to those who got the first one.")
        case _:
            return speech.say("📣 <b>Announcement</b>")


def _language_line(speech: Speech, draft: Broadcast, code: str) -> Markup:
    if code in draft.texts:
        return Markup("✅ {}").format(speech.language(code))
    return speech.say("✏️ {language}: no text yet", language=speech.language(code))


def _title(speech: Speech, broadcast: Broadcast) -> str:
    """The first words, in the reader's language where it has them."""
    html = broadcast.texts.get(speech.code) or next(iter(broadcast.texts.values()), "")
    words = " ".join(unescape(TAG.sub("", html)).split())
    return words if len(words) <= TITLE else words[: TITLE - 1] + "…"
