"""What several tests about the inbox begin with."""

from __future__ import annotations

from bot.domain.learning import QuestionState
from bot.usecases.actor import Actor
from db.models.learning import OpenQuestion
from db.queries.learning import open_questions
from tests.support.network import AMINA


async def asked(actor: Actor, text: str = "Fait-il froid ?") -> int:
    """A message of Amina's that waits in the inbox."""
    question = OpenQuestion(person_id=AMINA, text=text, language="fr", asked_at=actor.now, changed_at=actor.now)
    return await open_questions.add(actor.session, question)


async def state_of(actor: Actor, question_id: int) -> QuestionState:
    found = await open_questions.find(actor.session, question_id)
    assert found
    return found.state
