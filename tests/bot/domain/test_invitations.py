"""Personal invitation links: what they are made of, and when somebody guesses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.invitations import PREFIX, WRONG_TRIES, hashed, is_locked_out, new_token

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


def test_a_token_fits_into_a_link_and_its_hash_tells_nothing() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    for token in tokens:
        assert len(PREFIX + token) <= 64
        assert token not in hashed(token)
        assert len(hashed(token)) == 32


def test_who_tries_too_often_within_an_hour_is_shut_out_for_an_hour() -> None:
    tries = [NOW - timedelta(minutes=5 * number) for number in range(WRONG_TRIES)]
    assert is_locked_out(tries, NOW + timedelta(minutes=59))
    assert not is_locked_out(tries, NOW + timedelta(hours=1))
    assert not is_locked_out(tries[:-1], NOW)
    slow = [NOW - timedelta(minutes=10 * number) for number in range(WRONG_TRIES)]
    assert not is_locked_out(slow, NOW), "so many, but not within the hour"
