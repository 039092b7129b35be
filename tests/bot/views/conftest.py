"""Who reads screens: a coordinator in each language, at noon of a Saturday, at the desk of Les Pissenlits."""

from __future__ import annotations

import pytest

from bot.commands.ask import desk_of
from bot.domain.roles import COORDINATOR
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.reader import Reader
from tests.conftest import LES_PISSENLITS
from tests.support.network import NOW


@pytest.fixture(scope="session")
def pissenlits() -> Desk:
    """As its pack has it, without a database."""
    return desk_of(LES_PISSENLITS)


@pytest.fixture
def readers(pissenlits: Desk, speeches: dict[str, Speech]) -> dict[str, Reader]:
    return {code: Reader(speech, pissenlits, COORDINATOR, NOW) for code, speech in speeches.items()}
