"""Teaching the bot: one message at a time."""

from __future__ import annotations

from bot.domain.learning import OFF_TOPIC
from bot.usecases.learning.inbox import InboxOverview
from bot.views.learning import inbox as views
from bot.views.learning.taps import ChooseTopic, FileQuestion, LearnNow, UndoFiling, UndoLesson
from bot.views.reader import Reader
from db.models.learning import Lesson, OpenQuestion
from tests.support.screens import TYPED, in_each_language, shows_as_typed, taps

QUESTION = OpenQuestion(id=12, text=TYPED, language="fr", answered="hours", wanted="service.housing")


def test_a_message_is_filed_by_one_tap_and_is_no_markup(readers: dict[str, Reader]) -> None:
    seen = InboxOverview(QUESTION, waiting=2, filed=0, running=None, adopted=None)
    screen = in_each_language(readers, lambda reader: views.inbox(reader, seen, ["cost"], undo=11))["en"]
    assert shows_as_typed(screen)
    assert taps(screen)[:2] == [UndoFiling(11), FileQuestion(12, "cost")]
    assert FileQuestion(12, OFF_TOPIC) in taps(screen)
    assert LearnNow() not in taps(screen)


def test_an_empty_inbox_begins_a_lesson_or_takes_the_last_one_back(readers: dict[str, Reader]) -> None:
    last = Lesson(id=3)
    for running, offered in ((None, {LearnNow(), UndoLesson(3)}), (Lesson(id=4), set())):
        seen = InboxOverview(None, waiting=0, filed=2, running=running, adopted=last)
        screen = in_each_language(readers, lambda reader, seen=seen: views.inbox(reader, seen, []))["en"]  # type: ignore[misc]
        assert {tap for tap in taps(screen) if isinstance(tap, LearnNow | UndoLesson)} == offered
    in_each_language(readers, lambda reader: views.set_aside(reader.speech, 3, 2))


def test_every_topic_is_on_one_of_the_pages(readers: dict[str, Reader]) -> None:
    reader = readers["en"]
    pages = -(-len(views.all_topics(reader)) // views.ON_A_PAGE)
    found = [tap for page in range(pages) for tap in taps(views.topics(reader, QUESTION, page))]
    assert [tap.topic for tap in found if isinstance(tap, FileQuestion)] == views.all_topics(reader)
    assert views.topics(reader, QUESTION, 99) == views.topics(reader, QUESTION, pages - 1)
    assert any(isinstance(tap, ChooseTopic) for tap in found)
