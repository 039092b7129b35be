"""What the bot says by itself about a request. The code and public tags stand in the notice, never what was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.domain.notices import TAKEN_AWAY
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.menu import back
from bot.views.requests import wording as words
from bot.views.requests.own import moment
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.notices import Notice

Sentence = Callable[[Speech, Desk, dict[str, Any], Markup], Markup]
Choices = Callable[[Speech, dict[str, Any]], list[tuple[Button, ...]]]


def show(topic: str) -> Choices:
    """One button, which opens the request as this reader sees it."""
    return lambda speech, params: [(Button(speech.plain("👁 Show it"), topic, str(params["request"])),)]


def _telling(sentence: Sentence, choices: Choices) -> Callable[[Speech, Desk, Notice, Any], Screen]:
    def render(speech: Speech, desk: Desk, notice: Notice, _broadcast: Any) -> Screen:
        params = notice.params
        code = Markup("<b>{}</b>").format(speech.ltr(params.get("code", "")))
        buttons = choices(speech, params)
        return Screen(sentence(speech, desk, params, code), rows(speech, *buttons, back(speech)))

    return render


def tags(speech: Speech, desk: Desk, params: dict[str, Any]) -> Markup:
    """Topic, area, languages and urgency, a line each."""
    lines = [
        words.topic(speech, desk, params["topic"]),
        f"📍 {words.area(speech, desk, params['area'])}" if params["area"] else "",
        f"🗣 {words.language_names(speech, params['languages'])}",
        words.urgencies(speech).get(params["urgency"] or "", ""),
    ]
    return Markup("\n").join(line for line in lines if line)


def _when(speech: Speech, desk: Desk, params: dict[str, Any]) -> Markup:
    return moment(speech, desk, datetime.fromisoformat(params["at"]))


def to_approve(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(speech.say("👀 A new request waits for you: {code}", code=code), tags(speech, desk, params))


def opened(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("🔎 {code}: volunteers can see it now. I write to you as soon as somebody helps.", code=code)


def new(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(speech.say("📬 A new request that fits you: {code}", code=code), tags(speech, desk, params))


def digest(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say_count("📬 {number} new request fits you.", "📬 {number} new requests fit you.", params["number"])


def claimed(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("🤝 {code}: a volunteer will help.", code=code)


def new_holder(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("🤝 {code}: another volunteer goes on with it.", code=code)


def returned(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("🔎 {code}: the volunteer cannot go on. We are looking for somebody else.", code=code)


def how(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(
        speech.say("💬 How is it going with {code}?", code=code), speech.say("If you cannot go on, that is no problem.")
    )


def taken_back(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("↩️ {code} is back on the board, because I have not heard from you. Thank you anyway!", code=code)


def unclaimed(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    waiting = speech.say_count(
        "⏳ {code}: nobody has taken it for {number} day.",
        "⏳ {code}: nobody has taken it for {number} days.",
        params["days"],
        code=code,
    )
    return paragraphs(waiting, tags(speech, desk, params))


def expired(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("⌛ {code}: we are sorry, nobody could take it. Please talk to the team.", code=code)


def offered(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(
        speech.say("🙏 Another volunteer asks you: can you go on with {code}?", code=code), tags(speech, desk, params)
    )


def declined(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("{code}: the other volunteer cannot take it. It stays with you.", code=code)


def handed_over(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("✅ {code}: the other volunteer goes on with it. Thank you!", code=code)


def closed(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    outcome = words.outcomes(speech)[params["outcome"]]
    said = speech.say("🏁 {code} is closed: {outcome}", code=code, outcome=outcome)
    return paragraphs(said, _talked(speech, params))


def cancelled(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    said = speech.say("✖️ {code} is cancelled. Nothing more to do.", code=code)
    return paragraphs(said, _talked(speech, params))


def _talked(speech: Speech, params: dict[str, Any]) -> Markup | None:
    """The two who could write to each other until now."""
    if not params.get("talked"):
        return None
    return speech.say("⏹ This conversation has ended. What you write is not passed on any more.")


def talk_ended(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return speech.say("⏹ {code}: the other person has ended the conversation.", code=code)


def appointed(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(speech.say("🤝 {code}: an appointment for you.", code=code), _when(speech, desk, params))


def unappointed(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(speech.say("✖️ {code}: this appointment is cancelled.", code=code), _when(speech, desk, params))


def appointment(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(speech.say("⏰ {code}: do not forget your appointment.", code=code), _when(speech, desk, params))


def happened(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(speech.say("❓ {code}: did the appointment take place?", code=code), _when(speech, desk, params))


def missed(speech: Speech, desk: Desk, params: dict[str, Any], code: Markup) -> Markup:
    return paragraphs(
        speech.say("❓ {code}: this appointment did not take place. Do you still need help?", code=code),
        _when(speech, desk, params),
    )


def going_on(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    item = str(params["request"])
    return [
        (Button(speech.plain("💪 I am going on"), "claim.going", item),),
        (Button(speech.plain("🏁 Close it"), "claim.close", item),),
        (Button(speech.plain("↩️ Give it back"), "claim.release", item),),
    ]


def take_over(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    item = str(params["request"])
    yes, no = Button(speech.plain("✅ Yes"), "claim.accept", item), Button(speech.plain("❌ No"), "claim.decline", item)
    return [(yes, no), (Button(speech.plain("👁 Show it"), "board.one", item),)]


def went(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    item = str(params["appointment"])
    yes = Button(speech.plain("✅ Yes"), "claim.went", f"{item}.yes")
    return [(yes, Button(speech.plain("❌ No"), "claim.went", f"{item}.no"))]


def talking(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    item = str(params["request"])
    talk = (Button(speech.plain("💬 Write to who helps"), "talk", item),) if params["own"] else ()
    return [talk, (Button(speech.plain("👁 Show it"), "ask.one", item),)]


def own_or_held(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    """Where they meet stands there."""
    return show("ask.one" if params["own"] else "claim")(speech, params)


def board(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    return [(Button(speech.plain("👁 Show them"), "board"),)]


def nothing(speech: Speech, params: dict[str, Any]) -> list[tuple[Button, ...]]:
    return []


def public(bot_name: str) -> Callable[[Speech, Desk, Notice, Any], Screen]:
    """For the network's group: the public part, and a button that opens the bot, whose user name this is."""

    def render(speech: Speech, desk: Desk, notice: Notice, _broadcast: Any) -> Screen:
        params = notice.params
        said = Markup("<blockquote>{}</blockquote>").format(params["sentence"]) if params["sentence"] else None
        text = paragraphs(
            speech.say("📬 Who can help? {code}", code=Markup("<b>{}</b>").format(speech.ltr(params["code"]))),
            said,
            tags(speech, desk, params),
        )
        link = f"https://t.me/{bot_name}?start={params['code']}"
        return Screen(text, rows(speech, (Button(speech.plain("🤝 I can help"), url=link),) if bot_name else ()))

    return render


TOLD: dict[str, tuple[Sentence, Choices]] = {
    "to_approve": (to_approve, show("desk.one")),
    "open": (opened, show("ask.one")),
    "new": (new, show("board.one")),
    "digest": (digest, board),
    "claimed": (claimed, talking),
    "new_holder": (new_holder, talking),
    "back": (returned, show("ask.one")),
    "how": (how, going_on),
    "taken_back": (taken_back, board),
    "unclaimed": (unclaimed, show("desk.one")),
    "expired": (expired, nothing),
    "offered": (offered, take_over),
    "declined": (declined, show("claim")),
    "handed_over": (handed_over, nothing),
    "closed": (closed, nothing),
    "cancelled": (cancelled, nothing),
    "talk_ended": (talk_ended, nothing),
    "appointed": (appointed, show("ask.one")),
    "unappointed": (unappointed, show("ask.one")),
    "appointment": (appointment, own_or_held),
    "happened": (happened, went),
    "missed": (missed, show("ask.one")),
}


def taken_away(speech: Speech, desk: Desk, notice: Notice, _broadcast: Any) -> Screen:
    """In the place of what Telegram does not delete any more."""
    code = Markup("<b>{}</b>").format(speech.ltr(notice.params["code"]))
    return Screen(speech.say("🔒 {code}: what was private here is gone.", code=code))


RENDERERS = {f"request.{name}": _telling(*told) for name, told in TOLD.items()} | {
    "request.public": public(""),
    TAKEN_AWAY: taken_away,
}
