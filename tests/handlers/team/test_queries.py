"""What the screens of volunteers and coordinators ask the database, and each step of a request's form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pytest

from bot.domain.roles import COORDINATOR
from bot.views.menu import COMMANDS, ROLE_COMMANDS
from db.queries.team import members as team
from db.session import Sessions
from tests.handlers.test_queries import EVERYTHING, MOST, Statements, Walk, statements  # noqa: F401 - a fixture
from tests.support.conversation import Desk, Talk
from tests.support.databases import Databases
from tests.support.requesting import ADDRESS, NAME, PHONE, SENTENCE, ask, volunteer
from tests.support.team_at_work import coordinator, invitation_link

ENDS = {"s1:profile.left:", "s1:privacy.erased:", "s1:team.deactivate:0"}
"""They change who is walking, or end what is walked through."""
COSTS_MORE: Mapping[str, int] = {
    # A look is noted before it is answered, and once it stands in the chat, when it is to go from there.
    "s1:claim.look:0": 10,
    "s1:desk.look:0": 8,
    # The state, its event, the appointments, what stood in chats, and a notice to each who is concerned.
    "s1:claim.release:0.no_time": 10,
    "s1:ask.cancel:0.yes": 9,
    # Walked to from the middle of a form, which is left.
    "s1:board.claim:0": 7,
    "s1:claim:0": 7,
    "/inbox": 7,
    "s1:inbox:": 7,
}
"""What asks more, and how much at the most."""
JOINING = {"join.accept": 9, "team.deactivate": 11, "team.reactivate": 8, "profile.left": 9}
"""Changes of somebody's role: the role, the audit, their invitations, what they hold, and who is told."""
FORM = (
    *("➕ Ask for something", "📄 Papers and letters", "Cureghem", "Arabic", "➡️ Continue", SENTENCE, "🟠 This week"),
    *("Monday", "➡️ Continue", "📞 By phone", NAME, PHONE, ADDRESS, "✅ Yes", "✏️ Name", NAME, "✏️ Topic", "🏠 Housing"),
)


@pytest.fixture
def databases(sqlite: Databases) -> Databases:
    """One of them: both are asked the same."""
    return sqlite


def kind(data: str) -> str:
    """All requests, people, hours are alike."""
    return re.sub(r"(?<=[:.])\d+", "0", data)


async def walked(talk: Talk, statements: Statements, commands: Iterable[str]) -> dict[str, int]:  # noqa: F811
    """By commands and buttons to wherever they get; what asks more than it may."""
    walk = Walk(talk, statements, kind, leave_out=ENDS | EVERYTHING)
    for command in commands:
        await walk.step(f"/{command}", lambda command=command: talk.person.says(f"/{command}"))  # type: ignore[misc]
    await walk.everywhere()
    assert len(walk.cost) > 60
    return {name: len(made) for name, made in walk.cost.items() if len(made) > COSTS_MORE.get(kind(name), MOST)}


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    """A volunteer, with a colleague, and two requests on the board."""
    amina = await desk.person("Amina", "en").starts("en")
    for _ in range(2):
        await ask(amina)
    await volunteer(desk, sessions, "Sofie", spoken=["ar"])
    return await volunteer(desk, sessions, "Marc", spoken=["ar"])


async def test_volunteers(marc: Talk, statements: Statements) -> None:  # noqa: F811
    assert await walked(marc, statements, [*COMMANDS, *ROLE_COMMANDS["volunteer"]]) == {}


async def test_coordinators(marc: Talk, sessions: Sessions, statements: Statements) -> None:  # noqa: F811
    async with sessions.begin() as session:
        await team.set_role(session, marc.person.id, COORDINATOR)
    own = [*ROLE_COMMANDS["coordinator"], *ROLE_COMMANDS["volunteer"]]
    assert await walked(marc, statements, own) == {}


async def test_each_step_of_the_form(marc: Talk, desk: Desk, statements: Statements) -> None:  # noqa: F811
    luc = await desk.person("Luc", "en").starts("en").says("/ask")
    cost = []
    for words in FORM:
        statements.made.clear()
        await (luc.says(words) if words in (SENTENCE, NAME, PHONE, ADDRESS) else luc.taps(words))
        cost.append((words, len(statements.made)))
    assert [step for step in cost if step[1] > MOST] == []
    statements.made.clear()
    await luc.taps("✅ Send").sees("It is sent")
    assert len(statements.made) <= 8


async def test_sending_costs_the_same_however_many_are_told(
    marc: Talk,
    desk: Desk,
    sessions: Sessions,
    statements: Statements,  # noqa: F811
) -> None:
    cost = []
    for name in ("Luc", "Zoé"):
        talk = await desk.person(name, "en").starts("en")
        statements.made.clear()
        await ask(talk)
        cost.append(len(statements.made))
        for number in range(3):
            await volunteer(desk, sessions, f"Volunteer {number}", spoken=["ar"])
    assert cost[0] == cost[1]


async def test_into_the_team_and_out_of_it(desk: Desk, marc: Talk, statements: Statements) -> None:  # noqa: F811
    claire = await coordinator(desk)
    link = await invitation_link(claire)
    luc = await desk.person("Luc", "en").starts("en").starts(link)
    cost = {}
    for talk, data in (
        (luc, "join.accept:1"),
        (claire, f"team.deactivate:{luc.person.id}"),
        (claire, f"team.reactivate:{luc.person.id}"),
        (luc, "profile.left:"),
    ):
        statements.made.clear()
        await talk.forges(f"s1:{data}").sees_no("old and does not work")
        cost[data.partition(":")[0]] = len(statements.made)
    assert {what: count for what, count in cost.items() if count > JOINING[what]} == {}
