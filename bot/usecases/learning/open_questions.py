"""What people ask and the bot does not understand: to the team's inbox, without names, if they agreed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.learning import Consent
from bot.domain.privacy.anonymise import anonymise
from bot.usecases.actor import Actor
from db.models.learning import OpenQuestion
from db.queries import people
from db.queries.learning import open_questions

REMEMBERED, FOR = 2000, timedelta(hours=1)
"""How many messages at most, and how long."""
MOST_WAITING = 20
"""Of one person: nobody fills the inbox alone."""


@dataclass
class HeardMessage:
    """What somebody wrote, and how the bot read it."""

    text: str
    language: str
    answered: str | None
    """The topic of the answer; None without one."""
    names: tuple[str, ...]
    """What its writer calls themselves in Telegram."""
    at: datetime
    wanted: str | None = None
    question_id: int | None = None
    """Once it is in the inbox."""


class Heard:
    """The messages of the last hour, in the memory of this process: the database gets them only once their writer has
    agreed."""

    def __init__(self) -> None:
        self._messages: OrderedDict[tuple[int, str], HeardMessage] = OrderedDict()

    def keep(self, person_id: int, key: str, message: HeardMessage) -> None:
        self._messages[person_id, key] = message
        self._messages.move_to_end((person_id, key))
        if len(self._messages) > REMEMBERED:
            self._messages.popitem(last=False)

    def find(self, person_id: int, key: str, now: datetime) -> HeardMessage | None:
        found = self._messages.get((person_id, key))
        return found if found and now - found.at <= FOR else None


def key_of(message_id: int) -> str:
    """Short, for a button: one person does not write 4,096 messages within the hour."""
    return f"{message_id % 4096:x}"


class OpenQuestions:
    """The messages of one person. `key` is that of a message, as `key_of` gives it."""

    def __init__(self, actor: Actor, heard: Heard) -> None:
        self._session = actor.session
        self._now = actor.now
        self._person_id = actor.person_id
        self._heard = heard

    def hear(self, key: str, message: HeardMessage) -> None:
        """Remember it for an hour."""
        self._heard.keep(self._person_id, key, message)

    async def note(self, key: str) -> bool:
        """The bot did not understand the message: if its writer has agreed that the team reads such messages, it is put
        into the inbox. Returns True if they have never been asked; then the caller asks, and this counts as asked."""
        message = self._message(key)
        if message is None or anonymise(message.text, message.names) is None:
            return False
        consent = await people.teaches(self._session, self._person_id)
        if consent is None:
            await people.set_teaches(self._session, self._person_id, Consent.ASKED)
            return True
        if consent == Consent.YES:
            await self._store(message)
        return False

    async def chose(self, key: str, topic: str) -> None:
        """The person was shown several topics and tapped this one: coordinators see it beside the message."""
        if message := self._message(key):
            message.wanted = topic
            if message.question_id:
                await open_questions.note_wanted(self._session, self._person_id, message.question_id, topic)

    async def agree(self, agrees: bool, key: str) -> None:
        """Store whether the team may read what the bot does not understand from this person.

        On yes, the message about which they were asked goes into the inbox. On no, all of theirs is deleted from it,
        except what a lesson has already used: that is no longer linked to a person.
        """
        consent = Consent.YES if agrees else Consent.NO
        await people.set_teaches(self._session, self._person_id, consent)
        if not agrees:
            await open_questions.forget_of(self._session, self._person_id)
        elif message := self._message(key):
            await self._store(message)

    async def agreed(self) -> bool:
        """False also for who has not been asked or has not answered."""
        return await people.teaches(self._session, self._person_id) == Consent.YES

    def _message(self, key: str) -> HeardMessage | None:
        return self._heard.find(self._person_id, key, self._now)

    async def _store(self, message: HeardMessage) -> None:
        """Into the inbox, once, without names and numbers; nothing happens where the person has MOST_WAITING there."""
        text = anonymise(message.text, message.names)
        full = await open_questions.waiting_of(self._session, self._person_id) >= MOST_WAITING
        if text is None or full or message.question_id:
            return
        question = OpenQuestion(
            person_id=self._person_id,
            text=text,
            language=message.language,
            answered=message.answered,
            wanted=message.wanted,
            asked_at=self._now,
            changed_at=self._now,
        )
        message.question_id = await open_questions.add(self._session, question)
