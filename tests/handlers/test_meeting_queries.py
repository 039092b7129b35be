"""What the screens of meetings ask the database."""

from __future__ import annotations

from db.session import Sessions
from tests.conversation import Desk
from tests.handlers.test_meetings import add
from tests.handlers.test_queries import Statements, statements  # noqa: F401 - a fixture

MOST = 6


async def test_no_screen_of_meetings_costs_more_than_six_statements(
    desk: Desk,
    sessions: Sessions,
    statements: Statements,  # noqa: F811
) -> None:
    await add(sessions, capacity=10, online_url="https://meet.example/abc")
    amina = await desk.person("Amina", "en").starts("en")
    claire = await desk.administrator("Claire", "en").starts("en")
    cost = {}
    for person, data in (
        *((amina, data) for data in ("meetings:", "meeting:coffee", "meeting.answer:coffee.going")),
        *((amina, data) for data in ("meeting.people:coffee", "meeting.people:coffee.2", "meeting.link:coffee")),
        *((amina, data) for data in ("meeting.interpreter:coffee", "meeting.interpreter:coffee.ar")),
        *((amina, data) for data in ("meeting.calendar:coffee", "meeting.answer:coffee.maybe")),
        *((claire, data) for data in ("meeting.guests:coffee", "meeting.cancel:coffee", "plan.new:", "plan:1")),
        *((claire, data) for data in ("plan.ask:1.day", "plan.set:1.day.2026-12-15", "plan.change:coffee")),
    ):
        await person.says("/help")
        statements.made.clear()
        await person.forges(f"s1:{data}").sees_no("old and does not work")
        cost[data] = statements.made[:]
    assert {data: made for data, made in cost.items() if len(made) > MOST} == {}
