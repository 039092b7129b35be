"""What a person sees, before it becomes a Telegram message."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.taps import Tap


@dataclass(frozen=True)
class Button:
    """Its words, and what a tap on it says; or the address outside that it opens."""

    text: str
    tap: Tap | None = None
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Pin:
    """A place on the map, in plain text and degrees."""

    title: str
    address: str
    latitude: float
    longitude: float


class Media(NamedTuple):
    kind: Literal["photo", "document", "voice"]
    file_id: str
    """Telegram's."""


class Shows(NamedTuple):
    """The private part of a request, as of its last change of state."""

    request_id: int
    code: str
    as_of: datetime


class File(NamedTuple):
    """A document that we have made."""

    name: str
    content: bytes


class Copied(NamedTuple):
    """A message of somebody's chat with the bot, to be shown as it is, without their name."""

    chat_id: int
    message_id: int


@dataclass(frozen=True)
class Screen:
    """One message: HTML with buttons under it, or with the keyboard that stays; or a pin on the map."""

    text: Markup = field(default_factory=Markup)
    rows: Rows = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    commands: tuple[tuple[str, str], ...] = ()
    """The command list (command, description) that this person gets from now on."""
    pin: Pin | None = None
    media: Media | None = None
    """A photo or a document with the text as its caption."""
    file: File | None = None
    """A document with the text as its caption."""
    copied: Copied | None = None
    """Somebody's message instead of a text."""
    asks: Tap | None = None
    """The question that what this person writes next answers: the tap that asks it again."""
    anew: bool = False
    """Never in the place of what was tapped: that is to be kept."""
    shows: Shows | None = None
    """Where it stands is remembered, so that it can be taken away again. Only with `anew`, and nothing replaces it."""


def rows(speech: Speech, *lines: tuple[Button, ...]) -> Rows:
    """Rows of buttons; Telegram lays them out from the left, so a right-to-left reader gets them turned round."""
    filled = [line for line in lines if line]
    return tuple(line[::-1] if speech.rtl else line for line in filled)


def paragraphs(*texts: Markup | None) -> Markup:
    """Texts with a blank line between them; what is empty is left out."""
    return Markup("\n\n").join(text for text in texts if text)


def bold(text: Markup) -> Markup:
    return Markup("<b>{}</b>").format(text)
