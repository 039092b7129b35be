"""An announcement on its way: the last question, how far it is, the report, the correction."""

from __future__ import annotations

from markupsafe import Markup

from bot.domain.broadcasts import SKIP, BroadcastState
from bot.domain.notices import NoticeState as Notice
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Overview
from bot.usecases.broadcasts.progress import ON_THE_WAY, Counts, Progress
from bot.views.broadcasts.audience import audience_words, goes_to
from bot.views.broadcasts.draft import to_broadcast, to_list
from bot.views.broadcasts.schedule import moment, wake_button
from bot.views.broadcasts.taps import (
    AskCorrection,
    AskMissing,
    AskText,
    CorrectBroadcast,
    DecideMissing,
    SendAgain,
    SendBroadcast,
    ShowBroadcast,
    StopBroadcast,
)
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.broadcasts import Broadcast

BAR = 12  # blocks
PICTOGRAMS = {
    Notice.SENT: "✅",
    Notice.UNREACHABLE: "🚪",
    Notice.FAILED: "⚠️",
    Notice.EXPIRED: "⚠️",
    Notice.UNKNOWN: "❔",
    Notice.CANCELLED: "⏹",
}


def confirm(reader: Reader, seen: Overview) -> Screen:
    """The last question; before it, what to do about languages without a text."""
    speech, draft, reach = reader.speech, seen.broadcast, seen.reach
    if seen.lacking and not draft.missing:
        return ask_missing(speech, seen)
    assert reach is not None
    text = paragraphs(
        speech.say("➡️ <b>Send it?</b>"),
        audience_words(reader, draft),
        goes_to(speech, seen),
        moment(speech, seen),
        None if reach.total else speech.say("Nobody would get it. Please look at “For whom” again."),
    )
    yes = Button(speech.plain("✅ Yes, send"), SendBroadcast(draft.id))
    instead = Button(speech.plain("🌐 Missing languages"), AskMissing(draft.id))
    return Screen(
        text,
        rows(
            speech,
            (yes,) if reach.total else (),
            wake_button(speech, seen),
            (instead,) if seen.lacking else (),
            to_broadcast(speech, draft),
        ),
    )


def ask_missing(speech: Speech, seen: Overview) -> Screen:
    draft, item = seen.broadcast, seen.broadcast.id
    languages = speech.listing([speech.language(code) for code in seen.lacking])
    text = paragraphs(
        speech.say("✏️ There is no text yet in: <b>{languages}</b>", languages=languages),
        speech.say("What do people get who read these languages?"),
    )
    write = [(Button(f"✏️ {speech.language(code)}", AskText(item, code)),) for code in seen.lacking]
    other = [
        (
            Button(
                speech.plain("🌐 The text in {language}").format(language=speech.language(code)),
                DecideMissing(item, code),
            ),
        )
        for code in draft.texts
    ]
    nothing = Button(speech.plain("🚫 Nothing"), DecideMissing(item, SKIP))
    return Screen(text, rows(speech, *write, *other, (nothing,), to_broadcast(speech, draft)))


def stopping(speech: Speech, broadcast_id: int) -> Screen:
    show = Button(speech.plain("📊 Report"), ShowBroadcast(broadcast_id))
    return Screen(
        speech.say("⏹ <b>Stopped.</b> What had not left is not sent."),
        rows(speech, (show,), *to_list(speech)),
    )


def progress(speech: Speech, seen: Progress) -> Screen:
    """While it runs: how far it is, and the way to stop it."""
    item, counts = seen.broadcast.id, seen.counts
    total = sum(counts.values())
    waiting = sum(counts.get(state, 0) for state in ON_THE_WAY)
    part = (total - waiting) / total if total else 1.0
    filled = round(part * BAR)
    bar = "▓" * filled + "░" * (BAR - filled)
    text = paragraphs(
        speech.say("📤 <b>Being sent</b>"),
        Markup.escape(speech.ltr(f"{bar} {part:.0%}")),
        Markup("\n").join([*_outcomes(speech, counts), *_pace(speech, seen, total - waiting, waiting)]),
    )
    stop = Button(speech.plain("⏹ Stop"), StopBroadcast(item))
    again = Button(speech.plain("🔄 Refresh"), ShowBroadcast(item))
    return Screen(text, rows(speech, (stop, again), *to_list(speech)))


def report(speech: Speech, seen: Progress) -> Screen:
    """When nothing is on its way any more."""
    broadcast, counts = seen.broadcast, seen.counts
    item = broadcast.id
    stopped = broadcast.state == BroadcastState.STOPPED
    each = [_one_line(speech, code, own) for code, own in seen.by_language.items()]
    text = paragraphs(
        speech.say("⏹ <b>Stopped: this is what was sent.</b>")
        if stopped
        else speech.say("✅ <b>Everything is sent.</b>"),
        Markup("\n").join(_outcomes(speech, counts)),
        Markup("\n").join(each) if len(each) > 1 else None,
        speech.say("❔ The bot was cut off while it sent these. Nobody can know if they arrived.")
        if counts.get(Notice.UNKNOWN)
        else None,
    )
    again = Button(speech.plain("🔁 Send these once more"), SendAgain(item))
    mistake = Button(speech.plain("✍️ Correct it"), AskCorrection(item))
    return Screen(
        text,
        rows(
            speech,
            (again,) if counts.get(Notice.UNKNOWN) else (),
            (mistake,) if counts.get(Notice.SENT) else (),
            *to_list(speech),
        ),
    )


def ask_correction(speech: Speech, broadcast: Broadcast) -> Screen:
    item = broadcast.id
    text = paragraphs(
        speech.say("✍️ <b>Correct it</b>"),
        speech.say("The correction goes to exactly those who got the message. How?"),
    )
    edit = Button(speech.plain("✍️ Change the message they have"), CorrectBroadcast(item, "edit"))
    new = Button(speech.plain("✉️ Send a new message"), CorrectBroadcast(item, "new"))
    return Screen(text, rows(speech, (edit,), (new,), to_broadcast(speech, broadcast)))


def _outcomes(speech: Speech, counts: Counts) -> list[Markup]:
    """A line for each that has happened; "sent" always."""
    failed = counts.get(Notice.FAILED, 0) + counts.get(Notice.EXPIRED, 0)
    lines = [
        (1, speech.say("✅ Sent: {number}", number=counts.get(Notice.SENT, 0))),
        (n := counts.get(Notice.UNREACHABLE, 0), speech.say("🚪 Not reachable any more: {number}", number=n)),
        (failed, speech.say("⚠️ Failed: {number}", number=failed)),
        (n := counts.get(Notice.UNKNOWN, 0), speech.say("❔ Not known: {number}", number=n)),
        (n := counts.get(Notice.CANCELLED, 0), speech.say("⏹ Not sent: {number}", number=n)),
    ]
    return [line for number, line in lines if number]


def _one_line(speech: Speech, code: str, counts: Counts) -> Markup:
    """A language's outcomes, in the pictograms that the lines above explain."""
    short = (f"{pictogram} {counts[state]}" for state, pictogram in PICTOGRAMS.items() if counts.get(state))
    return Markup("<b>{}</b>  {}").format(speech.language(code), "  ".join(short))


def _pace(speech: Speech, seen: Progress, gone: int, waiting: int) -> list[Markup]:
    """How many wait, how fast it goes, and how long it still takes."""
    lines = [speech.say("⏳ Waiting: {number}", number=waiting)]
    if goes_on := seen.goes_on_at:
        date, time = speech.date(goes_on), speech.time(goes_on.time())
        return [*lines, speech.say("🌙 It is late. The rest goes out on {date}, {time}.", date=date, time=time)]
    started = seen.broadcast.started_at
    seconds = (seen.now - started).total_seconds() if started else 0.0
    if gone and seconds >= 1:
        rate = gone / seconds
        lines.append(speech.say("🚀 {rate} a second", rate=speech.ltr(f"{rate:.1f}")))
        minutes = round(waiting / rate / 60)
        left = speech.say_count("⌛ About {number} minute left", "⌛ About {number} minutes left", minutes)
        lines.append(left if minutes else speech.say("⌛ Less than a minute left"))
    return lines
