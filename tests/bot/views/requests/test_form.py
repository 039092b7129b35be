"""What is shown with a question belongs to its form, but for what leads out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.domain.requests import ContactWay, Outcome
from bot.domain.roles import VOLUNTEER
from bot.i18n import Speech
from bot.usecases.desk import DeskCache
from bot.views.menu_taps import ShowMenu
from bot.views.reader import Reader
from bot.views.requests import claims, form, relay, summary
from bot.views.requests.form_steps import steps
from bot.views.requests.form_taps import FIX, NEXT, AskStep
from bot.views.requests.taps import ShowRequest
from bot.views.screen import Screen
from bot.views.taps import Tap, data_of, tap_in
from db.models.requests import HelpRequest
from tests.support.network import AMINA, NOW, Network

LEADS_OUT = (ShowMenu, ShowRequest)


@pytest.fixture
async def reader(network: Network, speeches: dict[str, Speech]) -> Reader:
    async with network.sessions() as session:
        return Reader(speeches["en"], await DeskCache().read(session), VOLUNTEER, NOW)


@pytest.fixture(params=[None, AMINA], ids=["for a neighbour", "for oneself"])
def draft(request: pytest.FixtureRequest) -> HelpRequest:
    return HelpRequest(
        id=12,
        code="R-4F7K",
        for_person_id=request.param,
        languages=["ar"],
        days=[],
        reach=ContactWay.PHONE,
        consent=False,
    )


def tapped(screen: Screen) -> Iterator[Tap]:
    for button in (button for row in screen.rows for button in row):
        assert isinstance(button.tap, Tap)
        assert tap_in(data_of(button.tap)) == button.tap
        yield button.tap


def stays(screen: Screen, asked: Tap) -> bool:
    return all(tap.stays_in(asked) for tap in tapped(screen) if not isinstance(tap, LEADS_OUT))


@pytest.mark.parametrize("mode", [NEXT, FIX])
def test_asking_for_help(reader: Reader, draft: HelpRequest, mode: str) -> None:
    for step in steps(reader.desk, draft):
        screen = form.question(reader, draft, step, FIX if mode == FIX else NEXT)
        asked = AskStep(12, FIX if mode == FIX else NEXT, step)
        assert screen.asks == asked
        assert stays(screen, asked)
        assert stays(summary.summary(reader, draft, {}), asked)
    warned = form.warning(reader.speech, draft, "0470 98 76 54", NEXT, ["phone"])
    assert warned.asks == AskStep(12, NEXT, "sentence")
    assert stays(warned, warned.asks)


def test_a_debrief_and_a_conversation(reader: Reader, draft: HelpRequest) -> None:
    debrief, talk = claims.ask_debrief(reader.speech, 12, Outcome.DONE), relay.talk(reader.speech, draft)
    for screen in (debrief, talk):
        assert screen.asks
        assert stays(screen, screen.asks)
    assert stays(claims.ask_outcome(reader.speech, draft), debrief.asks or ShowMenu())
