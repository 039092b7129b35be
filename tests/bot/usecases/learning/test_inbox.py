"""What coordinators do to teach the bot."""

from __future__ import annotations

import pytest

from bot.domain.errors import NotAllowed, NotOffered
from bot.domain.learning import LessonState, QuestionState
from bot.usecases.learning.inbox import Inbox
from db.models.learning import Lesson, OpenQuestion
from db.queries.learning import lessons
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, MARC, NOW, Network
from tests.support.teaching import asked, state_of

pytestmark = ON_SQLITE


async def test_volunteers_read_nothing_of_it(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotAllowed):
            Inbox(actor)


async def test_behind_the_last_message_comes_the_first_again(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        first, second = await asked(actor), await asked(actor)
        for after, shown in ((0, first), (first, second), (second, first)):
            overview = await Inbox(actor).overview(after)
            assert overview.question
            assert (overview.question.id, overview.waiting) == (shown, 2)


async def test_a_message_is_filed_once_and_can_be_taken_back_until_it_is_taught(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        inbox, question = Inbox(actor), await asked(actor)
        await inbox.file(question, "hours")
        with pytest.raises(NotOffered):
            await inbox.file(question, "cost")
        await inbox.undo(question)
        await inbox.throw_away(question)
        assert await state_of(actor, question) == QuestionState.THROWN_AWAY
        with pytest.raises(NotOffered):
            await inbox.read(question)


async def test_a_lesson_is_wanted_once_and_only_where_there_is_something_to_learn(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        inbox = Inbox(actor)
        with pytest.raises(NotOffered):
            await inbox.learn_now()
        await inbox.file(await asked(actor), "hours")
        for _ in range(2):
            await inbox.learn_now()
        newest = await lessons.newest(actor.session)
        assert newest
        assert (newest.id, newest.state) == (1, LessonState.WANTED)


async def test_the_last_lesson_is_undone_and_its_messages_are_looked_at_again(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        inbox = Inbox(actor)
        actor.session.add_all(Lesson(id=number, state=LessonState.ADOPTED, wanted_at=NOW) for number in (1, 2))
        question = await asked(actor)
        row = await actor.session.get_one(OpenQuestion, question)
        row.state, row.lesson_id = QuestionState.TAUGHT, 2
        await actor.session.flush()
        with pytest.raises(NotOffered):
            await inbox.undo_lesson(1)
        assert await inbox.undo_lesson(2) == 1
        assert await state_of(actor, question) == QuestionState.SET_ASIDE
        await inbox.look_again(2)
        assert await state_of(actor, question) == QuestionState.WAITING
