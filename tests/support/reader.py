"""Somebody who reads the bot in one language, and everything that they have read so far.

They tap and check by the English sentence of the code, of which they see the translation: so one path is walked in each
language. `check_language` then looks through all that they saw for anything that is in no language of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Self

from babel.messages.catalog import Message as Entry

from bot.i18n import LOCALES, SOURCE, Speech, read_catalogue
from bot.views.labels import label
from bot.views.taps import Tap
from db.queries import directory
from db.queries.team import members as team
from db.session import Sessions
from simulator.chat import Message
from tests.support.conversation import Desk, Talk, speeches
from tests.support.requesting import code_in

LANGUAGES = ("fr", "nl", "ar", "ro", "en")
TAG, VALUE, DIRECTION = re.compile(r"<[^>]+>"), re.compile(r"\{\w+\}"), re.compile("[\u200e\u200f\u2066-\u2069]")
FRENCH_SPACE = re.compile(r"\w (?=[:;?»])|« (?=\w)|[^\W\d](?=[:;?] )")
"""Where a line could break before the sign, or where there is no space at all."""
LATIN = re.compile(r"[A-Za-z]{3,}")
NAMES = ("Les Pissenlits", "Amina", "Marc", "Sofie", "Claire", "Telegram", "relais.json")
"""Written so in every language, also in Arabic."""


class Reader(Talk):
    def __init__(self, desk: Desk, name: str, language: str) -> None:
        super().__init__(desk, name, language)
        self.speech: Speech = speeches()[language]
        self.seen: list[str] = []
        """Each text and each button, in the order in which they came up."""
        self.typed: list[str] = [*NAMES]
        """What people wrote: it is in no language of the bot."""

    def does(self, act: Callable[[], object]) -> Self:
        super().does(act)

        async def note() -> None:
            self.note(self.answer)

        self._steps.append(note)
        return self

    def note(self, messages: Sequence[Message]) -> None:
        for message in messages:
            keys = message.body.get("reply_markup", {}).get("keyboard", [])
            shown = [message.text, *(each["text"] for row in [*message.buttons, *keys] for each in row)]
            self.seen += [DIRECTION.sub("", text) for text in shown if text]

    def key(self, way: type[Tap]) -> Self:
        """A key of the keyboard that stays."""
        return self.says(label(self.speech, way))

    def writes(self, words: str) -> Self:
        self.typed.append(words)
        return self.says(words)

    def picks(self, *labels: str) -> Self:
        """Buttons one after the other, by their English words; a name stands for itself."""
        for each in labels:
            self.taps(self.speech.plain(each))
        return self

    def picks_with(self, part: str) -> Self:
        """The newest button that has this in its words, such as a code, or in its data: a choice of the pack."""

        def tap() -> None:
            shown = ((m, b) for m in reversed(self.chat.visible) for row in m.buttons for b in row)
            message, found = next((m, b) for m, b in shown if part in b["text"] or part in b.get("callback_data", ""))
            self.person.taps(message, found["callback_data"])

        return self.does(tap)

    def reads(self, sentence: str, **values: object) -> Self:
        """This sentence stands in the answer, in their language."""
        return self.sees(plain(self.speech.say(sentence, **values)))

    async def hears(self, sentence: str, **values: object) -> None:
        """A message that came by itself says this, in their language."""
        expected = plain(self.speech.say(sentence, **values))
        received = plain("\n".join(message.text for message in self.chat.visible if message.by_bot))
        assert expected in received, f"{expected!r} not in {received}"

    def code(self) -> str:
        """Of the request in the answer, with what keeps it in one piece."""
        return self.speech.ltr(code_in(DIRECTION.sub("", self.answer[-1].text)))

    def check_private(self, *hidden: str) -> None:
        """None of these words has reached them."""
        assert [words for words in hidden if words in "\n".join(self.seen)] == []


def check_language(*readers: Reader) -> None:
    """Nothing that they saw is in another language than theirs; what one of them wrote may have reached another."""
    typed = [words for reader in readers for words in reader.typed]
    for reader in readers:
        chat = reader.chat
        reader.note([message for message in chat.visible if message.by_bot])
        beside = [*(each["description"] for each in chat.commands), *(answer.text for answer in chat.answers)]
        found = foreign(reader.speech.code, without("\n".join([*reader.seen, *beside]), typed))
        assert found == [], f"{reader.person.name} reads in {reader.speech.code}: {found}"


def foreign(language: str, seen: str) -> list[str]:
    """What is in another language: English sentences, content that falls back, Latin words among Arabic ones, and
    what a French reader would see at the beginning of a line."""
    found = ["🌐 ("] if "🌐 (" in seen else []
    if language != SOURCE:
        found += [part for part in english_of(language) if holds(seen, part)]
    if language == "ar":
        found += sorted(set(LATIN.findall(seen)))
    if language == "fr":
        found += [line for line in seen.splitlines() if FRENCH_SPACE.search(line)]
    return found


def plain(sentence: str) -> str:
    """As it stands in a chat, where the test types ordinary spaces."""
    return TAG.sub("", sentence).replace("\u00a0", " ")


def bare(code: str) -> str:
    """Without what keeps it in one piece."""
    return DIRECTION.sub("", code)


def without(text: str, typed: Sequence[str]) -> str:
    """Leaves commands, links, numbers of requests and invitations, and what people wrote out of it."""
    for words in typed:
        text = text.replace(words, "")
    return re.sub(r"https?://\S+|t\.me/\S+|/\w+|R-\w{4}|\b[0-9A-F]{4}\b", "", text)


@cache
def english_of(language: str) -> list[str]:
    """The fixed parts of every English sentence of which this language says something else."""
    return sorted({part for entry in read_catalogue(LOCALES, language) if entry.id for part in fixed_parts(entry)})


def fixed_parts(entry: Entry) -> list[str]:
    """Between its values; only what has words, and does not stand in the translation too."""
    ids = [entry.id] if isinstance(entry.id, str) else [*entry.id]
    translated = "\n".join([entry.string] if isinstance(entry.string, str) else [*(entry.string or ())])
    parts = [part.strip() for one in ids for line in plain(one).splitlines() for part in VALUE.split(line)]
    return [part for part in parts if len(LATIN.findall(part)) > 0 and part not in plain(translated)]


def holds(text: str, part: str) -> bool:
    """As whole words."""
    return part in text and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


async def member(desk: Desk, sessions: Sessions, name: str, language: str, role: str) -> Reader:
    """Somebody of the team who has accepted the charter."""
    reader = Reader(desk, name, language)
    await reader.starts(language)
    async with sessions.begin() as session:
        organization = (await directory.load(session)).organization
        await team.accept_charter(session, desk.world.clock.now(), reader.person.id, name, organization)
        await team.set_role(session, reader.person.id, role)
    return await reader.says("/start")
