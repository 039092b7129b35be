"""What nobody has taken on yet, for volunteers."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.requests import OTHER
from bot.i18n import Speech
from bot.usecases.requests.board import Page
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.taps import ChooseFilter, ClaimRequest, ShowBoard, ShowOpenRequest
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import grid, page_turns
from db.models.requests import HelpRequest


def board(reader: Reader, page: Page, shown: ShowBoard) -> Screen:
    """`shown`: what was tapped, with how the board is narrowed."""
    speech = reader.speech
    text = paragraphs(
        speech.say("📋 <b>Who needs help</b>"),
        speech.say("🔎 Only: {filter}", filter=_filter_name(reader, shown)) if shown.by else None,
        speech.say_count("{number} request", "{number} requests", page.count)
        if page.count
        else speech.say("Nobody is waiting here. 🌿"),
        speech.say("🔴 today · 🟠 this week · 🟢 it can wait · 🕓 days of waiting") if page.count else None,
    )
    found = [(Button(words.on_button(reader, one), ShowOpenRequest(one.id)),) for one in page.requests]
    turns = page_turns(speech, page.number, page.pages, lambda number: replace(shown, page=number))
    return Screen(text, rows(speech, *found, turns, _narrow(speech, shown), back(speech)))


def choose_filter(reader: Reader) -> Screen:
    speech, organization = reader.speech, reader.organization
    topics = [*(service.id for service in reader.desk.directory.services), OTHER]
    languages = organization.spoken_languages or organization.languages
    choices = [
        *(Button(words.topic(reader, topic), ShowBoard(0, "t", topic)) for topic in topics),
        *(Button("📍 " + words.area(reader, one["id"]), ShowBoard(0, "a", one["id"])) for one in organization.areas),
        *(Button("🗣 " + words.language(speech, code), ShowBoard(0, "l", code)) for code in languages),
    ]
    fitting = Button(speech.plain("⭐ What fits me"), ShowBoard(0, "f"))
    everything = Button(speech.plain("📋 Everything"), ShowBoard())
    text = speech.say("🔎 <b>What do you want to see?</b>")
    return Screen(text, rows(speech, (fitting, everything), *grid(choices), back(speech)))


def card(reader: Reader, request: HelpRequest) -> Screen:
    """One that can be taken on."""
    speech = reader.speech
    text = paragraphs(words.code(speech, request), words.public_part(reader, request))
    claim = Button(speech.plain("🤝 I take it on"), ClaimRequest(request.id))
    return Screen(text, rows(speech, (claim,), back(speech, ShowBoard())))


def _narrow(speech: Speech, shown: ShowBoard) -> tuple[Button, ...]:
    everything = Button(speech.plain("📋 Everything"), ShowBoard())
    return (Button(speech.plain("🔎 Choose"), ChooseFilter()), *((everything,) if shown.by else ()))


def _filter_name(reader: Reader, shown: ShowBoard) -> str:
    value = shown.value or ""
    match shown.by:
        case "t":
            return words.topic(reader, value)
        case "a":
            return words.area(reader, value)
        case "l":
            return words.language(reader.speech, value)
        case _:
            return reader.speech.plain("what fits me")
