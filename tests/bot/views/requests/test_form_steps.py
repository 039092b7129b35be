"""The questions of asking for help, in their order."""

from __future__ import annotations

from typing import Any

from bot.domain.requests import ContactWay
from bot.usecases.desk import Desk
from bot.views.requests.form_steps import first_open, steps
from tests.support.screens import request


def test_a_number_is_asked_for_where_somebody_may_call(pissenlits: Desk) -> None:
    for values, asked in (
        ({"reach": ContactWay.TELEGRAM}, False),
        ({"reach": ContactWay.PHONE}, True),
        ({"reach": ContactWay.WRITING, "for_person_id": None}, True),
    ):
        assert ("phone" in steps(pissenlits, request(**values))) is asked
    assert steps(pissenlits, request())[-1] == "consent"


def test_one_goes_on_with_the_first_question_that_is_open(pissenlits: Desk) -> None:
    empty: dict[str, Any] = {
        "topic": None,
        "area": None,
        "languages": [],
        "sentence": None,
        "urgency": None,
        "reach": None,
    }
    draft = request(**empty, consent=False)
    for name, value in (("topic", "housing"), ("area", "cureghem"), ("languages", ["ar"]), ("sentence", "x")):
        assert first_open(pissenlits, draft) == name
        setattr(draft, name, value)
    assert first_open(pissenlits, draft) == "urgency"
    assert first_open(pissenlits, request()) == "consent"
