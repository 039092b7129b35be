"""Calendar files, read by another library than the one that wrote them, and against RFC 5545's required properties."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import vobject

from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.meetings.calendar_file import calendar_file
from bot.views.reader import Reader
from db.models.meetings import Meeting
from db.queries import directory
from db.session import Sessions

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
STARTS = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)  # half an hour before the clocks go forward


@pytest.fixture
async def desk(sessions: Sessions) -> Desk:
    async with sessions() as session:
        return Desk(await directory.load(session))


def reader(desk: Desk, speech: Speech) -> Reader:
    return Reader(speech, desk, RESIDENT, NOW)


def meeting(desk: Desk, **values: object) -> Meeting:
    usual = {
        "id": "coffee",
        "title": {"fr": "Café, thé; et plus", "ar": "مقهى الجيران"},
        "description": {"fr": "Une ligne.\nUne autre, longue " + "et longue " * 12, "ar": "للقاء أهل الحي"},
        "location_id": desk.directory.main_location.id,
        "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=2),
        "sequence": 3,
    }
    return Meeting(**usual | values)


@pytest.mark.parametrize("code", ["fr", "nl", "ar", "ro", "en"])
def test_another_library_reads_it(desk: Desk, speeches: dict[str, Speech], code: str) -> None:
    one = meeting(desk)
    content = calendar_file(reader(desk, speeches[code]), one).content
    assert b"\n" not in content.replace(b"\r\n", b""), "lines end as RFC 5545 wants"
    assert max(map(len, content.split(b"\r\n"))) <= 75
    calendar = vobject.readOne(content.decode())
    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    assert calendar.prodid.value
    event = calendar.vevent
    assert event.uid.value == "coffee@" + desk.directory.organization.id + ".relais"
    assert (event.dtstamp.value, event.sequence.value) == (NOW, "3")
    assert (event.dtstart.value, event.dtend.value) == (STARTS, STARTS + timedelta(hours=2))
    assert event.summary.value == speeches[code].text(one.title).striptags()
    assert event.status.value == "CONFIRMED"
    assert desk.directory.main_location.address
    assert desk.directory.main_location.address["street"] in event.location.value


def test_a_cancellation_has_the_same_uid(desk: Desk, speeches: dict[str, Speech]) -> None:
    before, after = (
        vobject.readOne(calendar_file(reader(desk, speeches["fr"]), one).content.decode())
        for one in (meeting(desk), meeting(desk, cancelled_at=NOW, sequence=4))
    )
    assert (after.method.value, after.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert after.vevent.uid.value == before.vevent.uid.value
    assert int(after.vevent.sequence.value) > int(before.vevent.sequence.value)


def test_the_link_only_where_it_may_stand(desk: Desk, speeches: dict[str, Speech]) -> None:
    one = meeting(desk, online_url="https://meet.example/abc")
    assert b"meet.example" not in calendar_file(reader(desk, speeches["fr"]), one).content
    assert b"meet.example" in calendar_file(reader(desk, speeches["fr"]), one, link=True).content
