"""What an operator may decide: numbers that make sense, and what follows from them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.policy import Policy


def test_days_are_counted_as_whole_days() -> None:
    policy = Policy(ask_after_days=1, keep_private_days=40)
    assert (policy.ask_after, policy.keep_private) == (timedelta(days=1), timedelta(days=40))


@pytest.mark.parametrize("given", [{"ask_after_days": 0}, {"expire_after_days": 4000}, {"claims_at_once": 0}])
def test_what_would_switch_everything_off_is_refused(given: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Policy.model_validate(given)


def test_a_volunteer_is_asked_before_the_request_goes_back_and_long_before_it_is_given_up() -> None:
    usual = Policy()
    assert usual.ask_after + usual.back_after < usual.expire_after
