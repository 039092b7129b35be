"""A lesson, from the wish to what became of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.learning import LONGEST_LESSON, LessonState, QuestionState
from bot.usecases.learning.inbox import Inbox
from bot.usecases.learning.lessons import Lessons
from db.queries.learning import lessons
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, Network
from tests.support.teaching import asked, state_of

pytestmark = ON_SQLITE
NIGHT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)  # 3 in Brussels


async def filed(network: Network, now: bool = True) -> int:
    async with network.acts_as(CLAIRE) as actor:
        question = await asked(actor)
        await Inbox(actor).file(question, "hours")
        if now:
            await Inbox(actor).learn_now()
    return question


async def test_the_bot_learns_by_itself_at_night_and_only_once(network: Network) -> None:
    await filed(network, now=False)
    for at, wanted in ((NIGHT - timedelta(hours=4), None), (NIGHT, 1), (NIGHT + timedelta(hours=1), 1)):
        network.clock.time = at
        async with network.by_itself().transaction() as actor:
            await Lessons(actor).want_at_night(outdated=False)
            newest = await lessons.newest(actor.session)
            assert (newest.id if newest else None) == wanted


async def test_one_lesson_is_under_way_until_it_takes_too_long(network: Network) -> None:
    await filed(network)
    async with network.by_itself().transaction() as actor:
        begun = await Lessons(actor).begin()
        assert begun
        assert [one.text for one in begun[1]] == ["Fait-il froid ?"]
        assert await Lessons(actor).begin() is None
    network.clock.move(LONGEST_LESSON + timedelta(seconds=1))
    async with network.by_itself().transaction() as actor:
        assert await Lessons(actor).begin() is None, "it failed, and nobody has asked for another"
        newest = await lessons.newest(actor.session)
        assert newest
        assert newest.state == LessonState.FAILED


async def test_what_was_new_is_set_aside_when_a_gate_falls_and_filed_again_when_it_fails(network: Network) -> None:
    for ends, left in (("fail", QuestionState.FILED), ("refuse", QuestionState.SET_ASIDE)):
        question = await filed(network)
        async with network.by_itself().transaction() as actor:
            begun = await Lessons(actor).begin()
            assert begun
            ended = Lessons(actor).fail(1) if ends == "fail" else Lessons(actor).refuse(2, ["words alone"])
            assert await ended
            assert await state_of(actor, question) == left
    assert await network.told() == [(CLAIRE, "lesson.failed"), (CLAIRE, "lesson.refused")]


async def test_a_lesson_that_was_given_up_meanwhile_is_not_adopted(network: Network) -> None:
    await filed(network)
    async with network.by_itself().transaction() as actor:
        assert await Lessons(actor).begin()
        await Lessons(actor).put_off(1)
        assert not await Lessons(actor).adopt(1, "digest", {})
        assert await Lessons(actor).begin()
        assert await Lessons(actor).adopt(1, "digest", {})
    assert await network.told() == [(CLAIRE, "lesson.adopted")]
