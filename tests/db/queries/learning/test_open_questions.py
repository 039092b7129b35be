"""Questions that the bot could not answer: theirs until a lesson takes them, and forgotten in time."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.learning import QuestionState
from db.models.learning import Lesson, OpenQuestion
from db.queries.learning import open_questions
from tests.support.network import AMINA, CLAIRE, NOW, Network
from tests.support.teaching import asked, state_of

WAITING, FILED = QuestionState.WAITING, QuestionState.FILED


async def test_in_a_lesson_it_belongs_to_nobody_any_more(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        session = actor.session
        session.add(Lesson(id=1, wanted_at=NOW))
        taught, waits = await asked(actor), await asked(actor)
        filed = [await open_questions.move(session, taught, [WAITING], FILED, NOW, "hours") for _ in range(2)]
        assert filed == [True, False]
        assert await open_questions.waiting_of(session, AMINA) == 1
        assert await open_questions.take_into(session, 1, NOW) == 1
        await open_questions.forget_of(session, AMINA)
        assert await open_questions.find(session, waits) is None
        row = await open_questions.find(session, taught)
        assert row
        assert row.person_id is None
        assert [one.topic for one in await open_questions.taught(session)] == ["hours"]
        assert await open_questions.take_out_of(session, 1, WAITING, NOW) == 1
        again = await open_questions.find(session, taught)
        assert again
        assert (again.topic, again.lesson_id) == (None, None)


async def test_what_nobody_files_is_forgotten_and_sooner_what_was_thrown_away(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        old, thrown, fresh = [await asked(actor) for _ in range(3)]
        for number, state, age in ((old, WAITING, 90), (thrown, QuestionState.THROWN_AWAY, 2), (fresh, WAITING, 2)):
            row = await actor.session.get_one(OpenQuestion, number)
            row.state, row.changed_at = state, NOW - timedelta(days=age)
        await actor.session.flush()
        days = timedelta(days=1)
        assert await open_questions.purge(actor.session, NOW - 89 * days, NOW - days) == 2
        assert await state_of(actor, fresh) == WAITING
        assert await open_questions.counts(actor.session) == {"waiting": 1}
