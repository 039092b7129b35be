"""What cannot be done is said kindly: each error has its own sentence in every language."""

from __future__ import annotations

import pytest

from bot.domain import errors
from bot.domain.errors import DomainError, Incomplete, MeetingFull, NotOffered, TooLong, TooManyClaims, TooManyRequests
from bot.views import fallback
from bot.views.errors import in_words
from bot.views.meetings import errors as meetings
from bot.views.reader import Reader
from bot.views.requests import errors as requests
from bot.views.team import errors as team
from tests.support.screens import in_each_language

WHY = errors.NotPossibleNow()
GIVEN = {
    TooLong: (5000, 4096),
    TooManyClaims: (5,),
    TooManyRequests: (5,),
    Incomplete: (["topic"],),
    MeetingFull: (2,),
    errors.NothingToAnswer: (WHY,),
}
KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DomainError)]
SAME = {Incomplete: WHY, errors.NothingToAnswer: WHY, errors.NotThere: NotOffered()}
"""Those that mean the same to who reads them."""


def made(kind: type[DomainError]) -> DomainError:
    return kind(*GIVEN.get(kind, ()))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not DomainError])
def test_each_error_is_said_in_every_language(readers: dict[str, Reader], kind: type[DomainError]) -> None:
    screens = in_each_language(readers, lambda reader: in_words(made(kind), reader.speech))
    old = fallback.old_button(readers["en"].speech)
    assert (screens["en"] == old) is issubclass(kind, NotOffered), "nobody is told of an old button but who tapped one"


def test_no_two_errors_are_said_alike(readers: dict[str, Reader]) -> None:
    told = {kind: in_words(made(kind), readers["en"].speech).text for kind in KINDS if kind not in (DomainError, *SAME)}
    assert len(set(told.values())) == len(told)


def test_each_topic_speaks_of_its_own_errors_only(readers: dict[str, Reader]) -> None:
    for kind in KINDS:
        topics = [topic for topic in (meetings, requests, team) if topic.in_words(made(kind), readers["en"].speech)]
        assert len(topics) <= 1, kind


def test_how_long_it_was_and_how_long_it_may_be_is_said(readers: dict[str, Reader]) -> None:
    text = in_words(TooLong(5000, 4096), readers["en"].speech).text
    assert "5000" in text
    assert "4096" in text
