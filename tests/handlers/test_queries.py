"""No screen costs more than six statements: an update costs mostly its statements."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest
from sqlalchemy import event

from bot.views.menu import COMMANDS
from db.queries import directory
from db.session import Sessions
from tests.support.conversation import Desk, Talk

MOST = 6  # statements an update; BEGIN and COMMIT beside
EVERYTHING = {"s1:privacy.export:", "s1:privacy.erased:"}  # every table where something is kept of somebody


class Statements:
    """What the database is asked between `clear` and now."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, _connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith(("BEGIN", "COMMIT")):
            self.made.append(" ".join(statement.split()))


@pytest.fixture
def statements(sessions: Sessions) -> Statements:
    statements = Statements()
    event.listen(sessions.kw["bind"].sync_engine, "before_cursor_execute", statements)
    return statements


class Walk:
    """Everywhere that a person can get, and what each step costs."""

    def __init__(
        self, person: Talk, statements: Statements, kind: Callable[[str], str] = str, leave_out: Collection[str] = ()
    ) -> None:
        """Of buttons of one kind the first is tapped; none of those to leave out."""
        self.cost: dict[str, list[str]] = {}
        self._kind = kind
        self._kinds = {*leave_out}
        self._person = person
        self._statements = statements
        self._ahead: list[str] = []

    async def step(self, name: str, act: Callable[[], object]) -> None:
        self._statements.made.clear()
        await self._person.does(act)
        self.cost[name] = self._statements.made[:]
        print(f"{len(self.cost[name])} {name}")  # noqa: T201 - what each costs, for `pytest -s`
        shown = [button for message in self._person.answer for row in message.buttons for button in row]
        found = [button["callback_data"] for button in shown if "callback_data" in button]
        for data in found:
            if (kind := self._kind(data)) not in self._kinds:
                self._kinds.add(kind)
                self._ahead.append(data)

    async def everywhere(self) -> None:
        """By every inline button that comes up on the way."""
        message = self._person.chat.last
        assert message is not None
        for data in self._ahead:  # grows meanwhile
            await self.step(data, lambda data=data: self._person.person.forges_tap(message, data))  # type: ignore[misc]


async def test_no_screen_costs_more_than_six_statements(desk: Desk, sessions: Sessions, statements: Statements) -> None:
    resident = desk.person("Amina", "en")
    await resident.starts("en")  # reads the directory, which stays in memory until the next import
    walk = Walk(resident, statements)
    for command in COMMANDS:
        await walk.step(f"/{command}", lambda command=command: resident.person.says(f"/{command}"))  # type: ignore[misc]
    keys = [key["text"] for row in (resident.chat.reply_keyboard or {})["keyboard"] for key in row]
    for key in keys:
        await walk.step(key, lambda key=key: resident.person.says(key))  # type: ignore[misc]
    await walk.step("free text", lambda: resident.person.says("is it open?"))
    await walk.step("sticker", resident.person.sends_sticker)
    await walk.everywhere()
    await walk.step("old button", lambda: resident.person.forges_tap(resident.chat.visible[-1], "x9:old"))
    await walk.step("blocked", resident.person.blocks)

    async with sessions() as session:
        services = {f"s1:service:{service.id}" for service in (await directory.load(session)).services}
    assert services <= set(walk.cost), "the walk gets everywhere"
    assert {"s1:menu:", "s1:emergency:", "s1:language:ar"} <= set(walk.cost)
    assert {name: made for name, made in walk.cost.items() if len(made) > MOST and name not in EVERYTHING} == {}


async def test_the_directory_is_read_once(desk: Desk, statements: Statements) -> None:
    resident = desk.person("Amina", "en")
    await resident.starts("en")
    assert sum(statement.startswith("SELECT") for statement in statements.made) <= 8
    statements.made.clear()
    stranger = desk.person("Luc", "fr")
    await stranger.starts()
    assert len(statements.made) <= MOST
