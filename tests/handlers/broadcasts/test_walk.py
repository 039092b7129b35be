"""Every button that a coordinator can reach: none fails, and none costs many statements."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.i18n import Speech
from bot.views.broadcasts.taps import AskText
from bot.views.taps import TAPS
from tests.handlers.test_queries import Statements, statements
from tests.support.conversation import Desk

__all__ = ["statements"]
MOST = 6  # statements; BEGIN and COMMIT beside
MANY = {f"broadcast.{name}" for name in ("at", "day", "when", "text", "new", "pick", "meeting")}
"""Buttons of which there is one for each day, month, hour, language …: one of each is enough."""
FORM = {kind.name for kind in TAPS.values() if AskText.forms & kind.forms}


@pytest.mark.parametrize("language", ["fr", "nl", "ar", "ro", "en"])
async def test_no_button_fails_and_none_costs_much(
    desk: Desk, statements: Statements, language: str, speeches: dict[str, Speech]
) -> None:
    desk.world.clock.set(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))  # in quiet hours, so that those are asked about
    speech = speeches[language]
    sorry = str(speech.say("Sorry, something went wrong on our side. Please try again in a moment."))
    claire = await desk.administrator("Claire", language).starts(language)
    await claire.says("/broadcast").taps(speech.language(language).capitalize()).says("1234")
    seen: dict[str, int] = {}
    message = claire.answer[0]
    ahead: list[str] = []
    while True:
        shown = [button for m in claire.answer for row in m.buttons for button in row]
        ahead += [b["callback_data"] for b in shown if b.get("callback_data", "").startswith("s1:broadcast")]
        ahead = [data for data in ahead if _one_of(data) not in seen]
        if not ahead:
            break
        data = min(ahead, key=lambda data: ("cancel" in data, "go" in data))  # what ends it comes last
        statements.made.clear()
        await claire.does(lambda data=data: claire.person.forges_tap(message, data))  # type: ignore[misc]
        seen[_one_of(data)] = len(statements.made)
        assert all(sorry not in answer.text for answer in claire.answer), data
    kinds = {one.partition(":")[0] for one in seen}
    assert {"broadcast.who", "broadcast.when", "broadcast.missing", "broadcast.go", "broadcast.wake"} <= kinds
    assert kinds - {"broadcasts", "broadcast.new"} == FORM - {"broadcast.bare"}, "what is shown in the form stays in it"
    assert {one: cost for one, cost in seen.items() if cost > MOST} == {}


def _one_of(data: str) -> str:
    _, kind, item = data.split(":")
    return kind if kind in MANY else f"{kind}:{item}"
