from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from db.session import Sessions


class Outage:
    """A database that cannot commit so many times."""

    def __init__(self) -> None:
        self.commits_left = 0

    def __call__(self, _connection: object) -> None:
        if self.commits_left:
            self.commits_left -= 1
            raise OperationalError("COMMIT", {}, Exception("the database went away"))


@pytest.fixture
def outage(sessions: Sessions) -> Outage:
    """`outage.commits_left = 2`: the next two transactions of this test's database fail when they commit."""
    outage = Outage()
    event.listen(sessions.kw["bind"].sync_engine, "commit", outage)
    return outage


@pytest.fixture
def logged() -> Iterator[list[Any]]:
    """What is logged meanwhile: one dict an event."""
    with structlog.testing.capture_logs() as logged:
        yield logged


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
