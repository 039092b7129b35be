"""What people ask and the bot does not understand: to the team's inbox, without names, if they agreed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.learning import Consent
from bot.domain.privacy.anonymise import anonymise
from db.models.learning import OpenQuestion
from db.queries import people
from db.queries.learning import open_questions

REMEMBERED, FOR = 2000, timedelta(hours=1)
MOST_WAITING = 20
"""Of one person: nobody fills the inbox alone."""


@dataclass
class Message:
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
    """The messages of the last hour, in this process's memory: nothing is stored before somebody agrees."""

    def __init__(self) -> None:
        self._messages: OrderedDict[tuple[int, str], Message] = OrderedDict()

    def keep(self, person_id: int, key: str, message: Message) -> None:
        self._messages[person_id, key] = message
        self._messages.move_to_end((person_id, key))
        if len(self._messages) > REMEMBERED:
            self._messages.popitem(last=False)

    def find(self, person_id: int, key: str, now: datetime) -> Message | None:
        found = self._messages.get((person_id, key))
        return found if found and now - found.at <= FOR else None


def key_of(message_id: int) -> str:
    """Short, for a button: one person does not write 4,096 messages within the hour."""
    return f"{message_id % 4096:x}"


class OpenQuestions:
    def __init__(self, session: AsyncSession, now: datetime, person_id: int, heard: Heard) -> None:
        self._session = session
        self._now = now
        self._person_id = person_id
        self._heard = heard

    async def note(self, key: str) -> bool:
        """Into the inbox, if they agreed. True: they are to be asked, now and never again."""
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
        """What they meant, they say now."""
        if message := self._message(key):
            message.wanted = topic
            if message.question_id:
                await open_questions.note_wanted(self._session, self._person_id, message.question_id, topic)

    async def agree(self, agrees: bool, key: str) -> None:
        """Who does not takes back what no lesson has taken yet. `key`: of the message about which they were asked."""
        consent = Consent.YES if agrees else Consent.NO
        await people.set_teaches(self._session, self._person_id, consent)
        if not agrees:
            await open_questions.forget_of(self._session, self._person_id)
        elif message := self._message(key):
            await self._store(message)

    async def agreed(self) -> bool:
        return await people.teaches(self._session, self._person_id) == Consent.YES

    def _message(self, key: str) -> Message | None:
        return self._heard.find(self._person_id, key, self._now)

    async def _store(self, message: Message) -> None:
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
