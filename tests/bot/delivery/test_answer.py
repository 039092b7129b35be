"""What comes between the bot and the person it answers, and what of it is logged: never who, never what."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from aiogram.methods import GetMe

from bot.delivery.client import PATIENCE, PAUSES, call
from bot.logs import set_up_logs
from simulator.calls import METHODS
from simulator.faults import Fault
from simulator.refusal import RefusedError
from tests.bot.conftest import Outage
from tests.support.conversation import Desk, Talk

BROKEN = "answer not delivered"


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that the bot would have waited between two tries."""
    waited: list[float] = []

    async def note(seconds: float) -> None:
        if seconds:  # zero only lets others go first
            waited.append(seconds)

    monkeypatch.setattr("bot.delivery.client.asyncio.sleep", note)
    return waited


@pytest.fixture
def amina(desk: Desk) -> Talk:
    return desk.person("Amina", "en")


async def test_tapping_the_same_button_twice_changes_nothing_and_is_fine(amina: Talk, logged: list[Any]) -> None:
    await amina.says("/help").forges("s1:contact:").sees("Contact")
    shown = len(amina.chat.messages)
    await amina.forges("s1:contact:")
    assert amina.answer == []
    assert len(amina.chat.messages) == shown
    assert len(amina.chat.answers) == 2, "the spinning wheel stops each time"
    assert logged == []


async def test_when_the_tapped_message_is_gone_the_answer_is_a_new_one(amina: Talk, logged: list[Any]) -> None:
    await amina.says("/help")
    tapped = amina.answer[0]

    def tap_and_delete() -> None:
        amina.person.forges_tap(tapped, "s1:contact:")
        tapped.deleted = True

    await amina.does(tap_and_delete).sees("Contact")
    assert amina.answer[0].id > tapped.id
    assert logged == []


async def test_who_has_blocked_the_bot_is_left_in_peace(amina: Talk, logged: list[Any]) -> None:
    def ask_and_block() -> None:
        amina.person.says("/help")
        amina.person.blocks()

    await amina.does(ask_and_block)
    assert [(entry["event"], entry["log_level"]) for entry in logged] == [(f"{BROKEN}: the bot is blocked", "info")]
    await amina.starts().sees("Which language do you read?")


async def test_a_tap_that_came_too_late_is_answered_all_the_same(desk: Desk, amina: Talk, logged: list[Any]) -> None:
    await amina.says("/help")

    def tap_before_a_restart() -> None:
        amina.person.forges_tap(amina.answer[0], "s1:contact:")
        desk.account.queries.clear()

    await amina.does(tap_before_a_restart).sees("Contact")
    assert [(entry["event"], entry["failure"]) for entry in logged] == [(BROKEN, "TelegramBadRequest")]


async def test_telegram_is_given_the_time_it_asks_for(desk: Desk, amina: Talk, waited: list[float]) -> None:
    desk.world.faults.add(Fault("flood", retry_after=PATIENCE, method="sendMessage"))
    await amina.says("/help").sees("Help")
    assert waited == [PATIENCE]


async def test_but_nobody_waits_for_an_answer_for_ever(
    desk: Desk, amina: Talk, waited: list[float], logged: list[Any]
) -> None:
    desk.world.faults.add(Fault("flood", retry_after=PATIENCE + 1, method="sendMessage"))
    await amina.says("/help")
    assert amina.answer == []
    assert waited == []
    assert [(entry["event"], entry["failure"]) for entry in logged] == [(BROKEN, "TelegramRetryAfter")]
    await amina.says("/help").sees("Help")


@pytest.mark.parametrize("kind", ["reset", "status 500", "status 502"])
async def test_a_call_that_fails_on_the_way_is_made_again(
    desk: Desk, amina: Talk, waited: list[float], logged: list[Any], kind: str
) -> None:
    kind, _, status = kind.partition(" ")
    desk.world.faults.add(Fault(kind, status=int(status or 0), method="sendMessage", times=len(PAUSES)))
    await amina.says("/help").sees("Help")
    assert waited == list(PAUSES)
    assert logged == []


async def test_after_the_last_try_it_goes_on(desk: Desk, amina: Talk, waited: list[float], logged: list[Any]) -> None:
    desk.world.faults.dropped = True
    await amina.says("/help")
    assert amina.answer == []
    assert waited == list(PAUSES)
    (entry,) = logged
    assert (entry["event"], entry["failure"], entry["method"]) == (BROKEN, "TelegramNetworkError", "SendMessage")
    desk.world.faults.dropped = False
    await amina.says("/help").sees("Help")


async def test_what_telegram_refuses_is_not_tried_again(
    desk: Desk, amina: Talk, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_anything: object) -> None:
        raise RefusedError(400, "Bad Request: chat not found")

    monkeypatch.setitem(METHODS, "sendMessage", refuse)
    await amina.says("/help")
    assert amina.answer == []
    assert waited == []


async def test_an_answer_that_cannot_be_read_is_an_error_without_its_content(desk: Desk) -> None:
    refused = desk.receiver.bot.session
    with pytest.raises(Exception, match="an answer that cannot be read") as caught:
        refused.check_response(desk.receiver.bot, GetMe(), 200, '{"ok": true, "result": {"first_name": "Amina"}}')
    assert "Amina" not in str(caught.value)
    assert caught.value.__suppress_context__
    me: Any = await call(desk.receiver.bot, GetMe())
    assert me.username == desk.account.username


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Standard error with the logs as an operator has them: ours, and the libraries'."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    set_up_logs()
    structlog.configure(cache_logger_on_first_use=False)  # or loggers would write there for ever
    yield written
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


async def test_no_log_line_tells_who_wrote_or_what(
    desk: Desk, outage: Outage, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, words = "Zuleikha", "my landlord wants me out"
    resident = desk.person(name, "en")

    def fail(*_anything: object) -> None:
        raise ValueError(f"{name} ({resident.person.id}) said: {words}") from KeyError(words)

    def write_and_block() -> None:
        resident.person.says(words)
        resident.person.blocks()

    await resident.starts().taps("✅ English").says("/hours").says(words).forges("s1:hours:gone").forges(words)
    await resident.does(resident.person.sends_voice).does(lambda: resident.person.sends_contact("+32470999999"))
    monkeypatch.setattr("handlers.start.views.help_screen", fail)
    await resident.says("/help").sees("something went wrong")
    desk.account.inbox.put("message", resident.person.id, {"from": resident.person.user(), "text": words})
    await desk.pump()
    desk.world.faults.dropped = True
    await resident.says("/contact")
    desk.world.faults.dropped = False
    outage.commits_left = 2
    with pytest.raises(Exception, match="went away") as away:
        await resident.says(words)
    logging.getLogger("aiohttp.server").error("Error handling request", exc_info=away.value)
    logging.getLogger("aiogram.event").info("Update of %s is handled: %s", resident.person.id, words)
    await resident.does(write_and_block)

    lines = written.getvalue().splitlines()
    events = [json.loads(line)["event"] for line in lines]
    assert {"update failed", "unreadable update", BROKEN, "Error handling request"} <= set(events)
    (failed,) = [json.loads(line) for line in lines if "update failed" in line]
    assert "ValueError" in failed["exception"]
    assert "test_answer.py" in failed["exception"], "the operator is told where"
    for personal in (name, words, "landlord", str(resident.person.id), "999999", "gone"):
        assert personal not in written.getvalue()
