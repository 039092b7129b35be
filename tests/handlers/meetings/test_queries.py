"""What the screens of meetings ask the database."""

from __future__ import annotations

import pytest

from db.session import Sessions
from tests.handlers.test_queries import Statements, statements  # noqa: F401 - a fixture
from tests.support.conversation import Desk, Talk
from tests.support.meetings import add

MOST = 6
TELLING = {"plan.save:3": 11, "meeting.cancel:coffee.yes": 9}
"""Once a meeting: all who answered are told, what waits for them is stopped, planned announcements too."""
QUESTIONS = (
    *("plan.text:1.title.en", "plan.text:1.agenda.en", "plan.calendar:1", "plan.calendar:1.2027-01-01"),
    *("plan.ask:1.hours", "plan.ask:1.ends", "plan.ask:1.welcome", "plan.ask:1.place", "plan.ask:1.link"),
    *("plan.ask:1.limit", "plan.ask:1.deadline", "plan.ask:1.remind", "plan.ask:1.repeat"),
)
CHOSEN = (
    *("plan.day:1.2026-12-25", "plan.set:1.hours.1300", "plan.set:1.ends.1400", "plan.set:1.welcome.1230"),
    *("plan.clear:1.place", "plan.place:1.desk", "plan.clear:1.link", "plan.number:1.limit.10"),
    *("plan.number:1.deadline.1440", "plan.remind:1.1440", "plan.repeat:1.5.3"),
)
RESIDENT = (
    *("meetings:", "meeting:coffee", "meeting.answer:coffee.going", "meeting.people:coffee", "meeting.people:coffee.2"),
    *("meeting.link:coffee", "meeting.interpreter:coffee", "meeting.interpreter:coffee.ar", "meeting.calendar:coffee"),
    *("meeting.answer:coffee.maybe", "meeting.answer:coffee.not_going", "meeting:over", "meeting.answer:full.going"),
)


class Costs:
    """What each step takes, by its name."""

    def __init__(self, statements: Statements) -> None:  # noqa: F811
        self._statements = statements
        self._made: dict[str, list[str]] = {}

    async def tap(self, person: Talk, *all_data: str) -> None:
        for data in all_data:
            await person.says("/help")
            self._statements.made.clear()
            await person.forges(f"s1:{data}").sees_no("old and does not work")
            self._made[data] = self._statements.made[:]

    async def write(self, person: Talk, *all_words: str) -> None:
        for words in all_words:
            self._statements.made.clear()
            await person.says(words)
            self._made[words] = self._statements.made[:]

    @property
    def too_many(self) -> dict[str, list[str]]:
        return {name: made for name, made in self._made.items() if len(made) > TELLING.get(name, MOST)}


@pytest.fixture
async def people(desk: Desk, sessions: Sessions) -> dict[str, Talk]:
    await add(sessions, capacity=10, online_url="https://meet.example/abc")
    await add(sessions, id="full", capacity=1)
    await add(sessions, id="begun", starts_at=desk.world.clock.now())
    await add(sessions, id="over", starts_at=desk.world.clock.now(), ends_at=desk.world.clock.now())
    amina = await desk.person("Amina", "en").starts("en")
    return {"amina": amina, "claire": await desk.administrator("Claire", "en").starts("en")}


async def test_no_screen_of_a_resident_costs_more_than_six_statements(
    people: dict[str, Talk],
    statements: Statements,  # noqa: F811
) -> None:
    costs = Costs(statements)
    await costs.tap(people["amina"], *RESIDENT, "meeting.answer:full.not_going")  # it was full, and nobody waits
    await costs.tap(people["amina"], "meeting.answer:full.going")
    await costs.tap(people["claire"], "meeting.answer:full.going")  # waits
    await costs.tap(people["amina"], "meeting.answer:full.not_going.copy")
    assert costs.too_many == {}


async def test_no_screen_of_a_coordinator_costs_more_than_six_statements(
    people: dict[str, Talk],
    statements: Statements,  # noqa: F811
) -> None:
    claire, costs = people["claire"], Costs(statements)
    await claire.says("/meetings").taps("➕ New meeting")
    await costs.write(claire, "Coffee", "15/12", "13:30-15:30")
    await costs.tap(claire, *QUESTIONS, *CHOSEN)
    await costs.tap(claire, "plan:1", "plan.save:1", "plan.new:", "plan.change:coffee", "meetings:", "meeting:coffee")
    await people["amina"].forges("s1:meeting.answer:coffee.going").forges("s1:meeting.answer:begun.going")
    ticked = f"begun.{people['amina'].person.id}"
    await costs.tap(claire, f"meeting.tick:{ticked}", "meeting.guests:begun", "meeting.figures:", "plan.save:1.all")
    await costs.tap(claire, "meeting.guests:coffee", "meeting.announce:coffee", "meeting.cancel:coffee")
    await costs.tap(claire, "plan:3", "plan.day:3.2026-12-16", "plan.save:3", "meeting.cancel:coffee.yes")
    assert costs.too_many == {}
