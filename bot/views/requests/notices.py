"""What the bot says by itself about a request. The code and public tags stand in the notice, never what was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.domain.notices import NoticeKind
from bot.i18n import Speech
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.claim_taps import (
    AcceptClaim,
    AnswerWhetherItHappened,
    AskDebrief,
    DeclineClaim,
    GoOnWithClaim,
    ReleaseClaim,
    ShowClaim,
)
from bot.views.requests.taps import CoordinateRequest, ShowBoard, ShowOpenRequest, ShowRequest, WriteToOther
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.taps import Tap
from bot.views.widgets import yes_no
from db.models.notices import Notice

Sentence = Callable[[Reader, dict[str, Any], Markup], Markup]
Choices = Callable[[Speech, dict[str, Any]], list[tuple[Button, ...]]]


def show(way: Callable[[int], Tap]) -> Choices:
    """One button, which opens the request as this reader sees it."""
    return lambda speech, params: [(Button(speech.plain("👁 Show it"), way(params["request"])),)]


def telling(sentence: Sentence, choices: Choices) -> Callable[[Reader, Notice, object], Screen]:
    def render(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
        speech, params = reader.speech, notice.params
        code = Markup("<b>{}</b>").format(speech.ltr(params.get("code", "")))
        buttons = choices(speech, params)
        return Screen(sentence(reader, params, code), rows(speech, *buttons, back(speech)))

    return render


def tags(reader: Reader, params: dict[str, Any]) -> Markup:
    """Topic, area, languages and urgency, a line each."""
    lines = [
        words.topic(reader, params["topic"]),
        f"📍 {words.area(reader, params['area'])}" if params["area"] else "",
        f"🗣 {words.language_names(reader.speech, params['languages'])}",
        words.urgencies(reader.speech).get(params["urgency"] or "", ""),
    ]
    return Markup("\n").join(line for line in lines if line)


def _when(reader: Reader, params: dict[str, Any]) -> Markup:
    return words.moment(reader, datetime.fromisoformat(params["at"]))


def to_approve(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(reader.speech.say("👀 A new request waits for you: {code}", code=code), tags(reader, params))


def opened(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say(
        "🔎 {code}: volunteers can see it now. I write to you as soon as somebody helps.", code=code
    )


def new(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(reader.speech.say("📬 A new request that fits you: {code}", code=code), tags(reader, params))


def digest(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say_count(
        "📬 {number} new request fits you.", "📬 {number} new requests fit you.", params["number"]
    )


def claimed(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("🤝 {code}: a volunteer will help.", code=code)


def new_holder(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("🤝 {code}: another volunteer goes on with it.", code=code)


def returned(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("🔎 {code}: the volunteer cannot go on. We are looking for somebody else.", code=code)


def how(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(
        reader.speech.say("💬 How is it going with {code}?", code=code),
        reader.speech.say("If you cannot go on, that is no problem."),
    )


def taken_back(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say(
        "↩️ {code} is back on the board, because I have not heard from you. Thank you anyway!", code=code
    )


def unclaimed(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    waiting = reader.speech.say_count(
        "⏳ {code}: nobody has taken it for {number} day.",
        "⏳ {code}: nobody has taken it for {number} days.",
        params["days"],
        code=code,
    )
    return paragraphs(waiting, tags(reader, params))


def expired(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("⌛ {code}: we are sorry, nobody could take it. Please talk to the team.", code=code)


def offered(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(
        reader.speech.say("🙏 Another volunteer asks you: can you go on with {code}?", code=code), tags(reader, params)
    )


def declined(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("{code}: the other volunteer cannot take it. It stays with you.", code=code)


def handed_over(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("✅ {code}: the other volunteer goes on with it. Thank you!", code=code)


def closed(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    outcome = words.outcomes(reader.speech)[params["outcome"]]
    said = reader.speech.say("🏁 {code} is closed: {outcome}", code=code, outcome=outcome)
    return paragraphs(said, _talked(reader.speech, params))


def cancelled(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    said = reader.speech.say("✖️ {code} is cancelled. Nothing more to do.", code=code)
    return paragraphs(said, _talked(reader.speech, params))


def _talked(speech: Speech, params: dict[str, Any]) -> Markup | None:
    """The two who could write to each other until now."""
    if not params.get("talked"):
        return None
    return speech.say("⏹ This conversation has ended. What you write is not passed on any more.")


def talk_ended(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return reader.speech.say("⏹ {code}: the other person has ended the conversation.", code=code)


def appointed(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(reader.speech.say("🤝 {code}: an appointment for you.", code=code), _when(reader, params))


def unappointed(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(reader.speech.say("✖️ {code}: this appointment is cancelled.", code=code), _when(reader, params))


def appointment(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(reader.speech.say("⏰ {code}: do not forget your appointment.", code=code), _when(reader, params))


def happened(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(reader.speech.say("❓ {code}: did the appointment take place?", code=code), _when(reader, params))


def missed(reader: Reader, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(
        reader.speech.say("❓ {code}: this appointment did not take place. Do you still need help?", code=code),
        _when(reader, params),
    )


def going_on(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    request_id = params["request"]
    return [
        (Button(speech.plain("💪 I am going on"), GoOnWithClaim(request_id)),),
        (Button(speech.plain("🏁 Close it"), AskDebrief(request_id)),),
        (Button(speech.plain("↩️ Give it back"), ReleaseClaim(request_id)),),
    ]


def take_over(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    request_id = params["request"]
    answers = yes_no(speech, AcceptClaim(request_id), DeclineClaim(request_id))
    return [answers, *show(ShowOpenRequest)(speech, params)]


def went(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    yes, no = (AnswerWhetherItHappened(params["appointment"], happened) for happened in (True, False))
    return [yes_no(speech, yes, no)]


def talking(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    talk = Button(speech.plain("💬 Write to who helps"), WriteToOther(params["request"]))
    return [(talk,) if params["own"] else (), *show(ShowRequest)(speech, params)]


def own_or_held(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    """Where they meet stands there."""
    return show(ShowRequest if params["own"] else ShowClaim)(speech, params)


def board(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    return [(Button(speech.plain("👁 Show them"), ShowBoard()),)]


def nothing(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    return []


def public(bot_name: str) -> Callable[[Reader, Notice, object], Screen]:
    """For the network's group: the public part, and a button that opens the bot, whose user name this is."""

    def render(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
        speech, params = reader.speech, notice.params
        said = Markup("<blockquote>{}</blockquote>").format(params["sentence"]) if params["sentence"] else None
        text = paragraphs(
            speech.say("📬 Who can help? {code}", code=Markup("<b>{}</b>").format(speech.ltr(params["code"]))),
            said,
            tags(reader, params),
        )
        link = f"https://t.me/{bot_name}?start={params['code']}"
        return Screen(text, rows(speech, (Button(speech.plain("🤝 I can help"), url=link),) if bot_name else ()))

    return render


TOLD: dict[NoticeKind, tuple[Sentence, Choices]] = {
    NoticeKind.REQUEST_TO_APPROVE: (to_approve, show(CoordinateRequest)),
    NoticeKind.REQUEST_OPEN: (opened, show(ShowRequest)),
    NoticeKind.REQUEST_NEW: (new, show(ShowOpenRequest)),
    NoticeKind.REQUEST_DIGEST: (digest, board),
    NoticeKind.REQUEST_CLAIMED: (claimed, talking),
    NoticeKind.REQUEST_NEW_HOLDER: (new_holder, talking),
    NoticeKind.REQUEST_BACK: (returned, show(ShowRequest)),
    NoticeKind.REQUEST_HOW: (how, going_on),
    NoticeKind.REQUEST_TAKEN_BACK: (taken_back, board),
    NoticeKind.REQUEST_UNCLAIMED: (unclaimed, show(CoordinateRequest)),
    NoticeKind.REQUEST_EXPIRED: (expired, nothing),
    NoticeKind.REQUEST_OFFERED: (offered, take_over),
    NoticeKind.REQUEST_DECLINED: (declined, show(ShowClaim)),
    NoticeKind.REQUEST_HANDED_OVER: (handed_over, nothing),
    NoticeKind.REQUEST_CLOSED: (closed, nothing),
    NoticeKind.REQUEST_CANCELLED: (cancelled, nothing),
    NoticeKind.REQUEST_TALK_ENDED: (talk_ended, nothing),
    NoticeKind.REQUEST_APPOINTED: (appointed, show(ShowRequest)),
    NoticeKind.REQUEST_UNAPPOINTED: (unappointed, show(ShowRequest)),
    NoticeKind.REQUEST_APPOINTMENT: (appointment, own_or_held),
    NoticeKind.REQUEST_HAPPENED: (happened, went),
    NoticeKind.REQUEST_MISSED: (missed, show(ShowRequest)),
}


def taken_away(reader: Reader, notice: Notice, _broadcast: object) -> Screen:
    """In the place of what Telegram does not delete any more."""
    code = Markup("<b>{}</b>").format(reader.speech.ltr(notice.params["code"]))
    return Screen(reader.speech.say("🔒 {code}: what was private here is gone.", code=code))
