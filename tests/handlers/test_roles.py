"""What only coordinators can do, and what forged buttons come to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.errors import NotAllowed
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.broadcasts.sending import Sending
from bot.usecases.desk import DeskCache
from bot.vault import Vault, new_key
from db.models.broadcasts import Broadcast
from db.session import Sessions
from tests.support.announcing import begun
from tests.support.conversation import Desk, Talk

TWO_PLACES = Path(__file__).parents[1] / "packs" / "two_places"


@pytest.fixture
def pack() -> Path:
    return TWO_PLACES


async def only(sessions: Sessions, model: Any = Broadcast) -> Any:
    async with sessions() as session:
        return (await session.scalars(select(model))).one()


TAPS = ["broadcasts:", "broadcast:1", "broadcast.new:fr", "broadcast.text:1.en", "broadcast.who:1", "broadcast.go:1"]


@pytest.mark.parametrize("data", [*TAPS, "broadcast.stop:1", "broadcast.correct:1.edit", "broadcast.cancel:1"])
async def test_a_forged_tap_of_a_resident_does_nothing(
    desk: Desk, claire: Talk, residents: dict[str, Talk], data: str, sessions: Sessions
) -> None:
    await begun(claire)
    before = vars(await only(sessions))
    await residents["nl"].says("/help").forges(f"s1:{data}").sees("Deze knop is oud").sees_no("Open day")
    after = vars(await only(sessions))
    assert {k: v for k, v in before.items() if k[0] != "_"} == {k: v for k, v in after.items() if k[0] != "_"}


@pytest.mark.parametrize("command", ["/broadcast", "/broadcasts"])
async def test_commands_of_coordinators_do_not_exist_for_others(
    desk: Desk, residents: dict[str, Talk], claire: Talk, command: str
) -> None:
    await residents["fr"].says(command).sees("Je ne connais pas cette commande")
    assert command[1:] not in {listed["command"] for listed in residents["fr"].chat.commands}
    assert command[1:] in {listed["command"] for listed in claire.chat.commands}
    keys = [key["text"] for row in residents["fr"].chat.reply_keyboard["keyboard"] for key in row]  # type: ignore[index]
    assert "📣 Nos annonces" not in keys


@pytest.mark.parametrize("role", ["resident", "volunteer"])
async def test_the_use_cases_refuse_whoever_is_no_coordinator(sessions: Sessions, role: str) -> None:
    async with sessions() as session:
        desk, now = await DeskCache().read(session), datetime(2026, 11, 21, tzinfo=UTC)
        actor = Actor(session, now, Vault([new_key()]), Policy(), desk, 7, role)
        for use_case in (Broadcasts, Sending):
            with pytest.raises(NotAllowed):
                use_case(actor)


@pytest.mark.parametrize(
    "data",
    [
        "broadcast:99",
        "broadcast:x",
        "broadcast:9999999999999999999",
        "broadcast.text:1.xx",
        "broadcast.who:1.shoes",
        "broadcast.pick:1.roles.00000000",
        "broadcast.pick:1.shoes.00000000",
        "broadcast.meeting:1.nosuch",
        "broadcast.day:1.2026-13-01",
        "broadcast.at:1.2026-11-23.2599",
        "broadcast.missing:1.xx",
        "broadcast.correct:1.edit",
        "broadcast.correct:1.twice",
        "broadcast.again:1",
        "announcements:perhaps",
    ],
)
async def test_what_no_button_of_ours_says_is_an_old_button(desk: Desk, claire: Talk, data: str) -> None:
    await begun(claire)
    await claire.forges(f"s1:{data}").sees("This button is old")
