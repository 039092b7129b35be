"""What nobody has taken on yet, for volunteers."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from bot.domain.requests import OTHER
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.requests.board import Page
from bot.views.menu import back
from bot.views.requests import wording as words
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.requests import HelpRequest

FITTING, TOPIC, AREA, LANGUAGE = "f", "t", "a", "l"
"""By what the board is narrowed; in a button with the value: `0.t.housing`."""


def board(speech: Speech, desk: Desk, page: Page, chosen: str, now: datetime) -> Screen:
    """`chosen`: the filter as the buttons say it, empty for everything."""
    text = paragraphs(
        speech.say("📋 <b>Who needs help</b>"),
        speech.say("🔎 Only: {filter}", filter=_filter_name(speech, desk, chosen)) if chosen else None,
        speech.say_count("{number} request", "{number} requests", page.count)
        if page.count
        else speech.say("Nobody is waiting here. 🌿"),
        speech.say("🔴 today · 🟠 this week · 🟢 it can wait · 🕓 days of waiting") if page.count else None,
    )
    found = [(Button(words.on_button(speech, desk, one, now), "board.one", str(one.id)),) for one in page.requests]
    return Screen(text, rows(speech, *found, _turn(speech, page, chosen), _narrow(speech, chosen), back(speech)))


def choose_filter(speech: Speech, desk: Desk) -> Screen:
    organization = desk.directory.organization
    topics = [*(service.id for service in desk.directory.services), OTHER]
    buttons = [
        *(_only(words.topic(speech, desk, topic), TOPIC, topic) for topic in topics),
        *(_only("📍 " + words.area(speech, desk, area["id"]), AREA, area["id"]) for area in organization.areas),
        *(
            _only("🗣 " + words.language(speech, code), LANGUAGE, code)
            for code in organization.spoken_languages or organization.languages
        ),
    ]
    pairs = (tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    fitting = Button(speech.plain("⭐ What fits me"), "board", f"0.{FITTING}")
    everything = Button(speech.plain("📋 Everything"), "board", "0")
    return Screen(
        speech.say("🔎 <b>What do you want to see?</b>"), rows(speech, (fitting, everything), *pairs, back(speech))
    )


def card(speech: Speech, desk: Desk, request: HelpRequest, now: datetime) -> Screen:
    """One that can be taken on."""
    text = paragraphs(words.code(speech, request), words.public_part(speech, desk, request, now))
    claim = Button(speech.plain("🤝 I take it on"), "board.claim", str(request.id))
    return Screen(text, rows(speech, (claim,), back(speech, "board")))


def _turn(speech: Speech, page: Page, chosen: str) -> tuple[Button, ...]:
    if page.pages < 2:
        return ()
    end = f".{chosen}" if chosen else ""
    before = Button("◀️", "board", f"{page.number - 1}{end}")
    here = Button(speech.ltr(f"{page.number + 1}/{page.pages}"), "board", f"{page.number}{end}")
    after = Button("▶️", "board", f"{page.number + 1}{end}")
    return tuple(
        button
        for button, shown in ((before, page.number > 0), (here, True), (after, page.number + 1 < page.pages))
        if shown
    )


def _narrow(speech: Speech, chosen: str) -> tuple[Button, ...]:
    other = Button(speech.plain("📋 Everything"), "board", "0")
    return (Button(speech.plain("🔎 Choose"), "board.by"), *((other,) if chosen else ()))


def _only(text: str, kind: str, value: str) -> Button:
    return Button(text, "board", f"0.{kind}.{value}")


def _filter_name(speech: Speech, desk: Desk, chosen: str) -> str | Markup:
    kind, _, value = chosen.partition(".")
    match kind:
        case "t":
            return words.topic(speech, desk, value)
        case "a":
            return words.area(speech, desk, value)
        case "l":
            return words.language(speech, value)
        case _:
            return speech.say("what fits me")
