"""What becomes of a notice after a failure."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices import LONGEST_RETRY, Failure, NoticeKind, NoticeState, after_failure, retry_delay

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.mark.parametrize("failure", Failure)
def test_only_what_telegram_has_judged_is_final(failure: Failure) -> None:
    final = {
        Failure.BLOCKED: NoticeState.UNREACHABLE,
        Failure.REFUSED: NoticeState.FAILED,
        Failure.RENDERING: NoticeState.FAILED,
    }
    assert after_failure(failure, NOW, LATER) == final.get(failure, NoticeState.PENDING)
    assert after_failure(failure, LATER, LATER) == final.get(failure, NoticeState.EXPIRED), "it would be too late"


def test_each_wait_is_longer_up_to_five_minutes_and_no_two_are_alike() -> None:
    dice = random.Random(3)
    for attempts, middle in ((1, 1.0), (2, 2.0), (5, 16.0), (20, LONGEST_RETRY), (10_000, LONGEST_RETRY)):
        waits = [retry_delay(attempts, dice).total_seconds() for _ in range(50)]
        assert middle * 0.5 <= min(waits) < max(waits) <= middle * 1.5


def test_a_copy_that_may_have_arrived_is_not_sent_twice() -> None:
    assert {kind for kind in NoticeKind if not kind.repeat_after_crash} == {NoticeKind.BROADCAST_COPY}
    assert NoticeKind("team.role").lifetime == timedelta(days=1)
