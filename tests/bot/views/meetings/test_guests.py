"""Who comes to a meeting, for the team."""

from __future__ import annotations

from dataclasses import replace

from bot.usecases.meetings.planning import Guest
from bot.views.meetings.guests import TICKS, guests, invitation
from bot.views.meetings.taps import TickGuest
from bot.views.reader import Reader
from db.models.meetings import RSVP
from tests.support.meetings import STARTS
from tests.support.screens import TYPED, in_each_language, meeting, shows_as_typed, taps

ONE = meeting(location_id=None)


def guest(number: int, answer: str = "going", **values: object) -> Guest:
    usual = {"person_id": number, "answer": answer, "people": 1, "name": TYPED, "attended": None}
    return Guest(RSVP(**usual | values), "ar")


def test_who_comes_is_counted_and_ticked_only_once_it_has_begun(readers: dict[str, Reader]) -> None:
    everybody = [guest(1, people=2, interpreter="ar"), guest(2, "maybe"), guest(3, "not_going")]
    screen = in_each_language(readers, lambda reader: guests(reader, ONE, everybody))["en"]
    assert shows_as_typed(screen)
    assert "2 people" in screen.text
    assert "Interpreters needed: Arabic 1" in screen.text
    assert not any(isinstance(tap, TickGuest) for tap in taps(screen))
    begun = guests(replace(readers["en"], now=STARTS), ONE, everybody)
    assert [tap for tap in taps(begun) if isinstance(tap, TickGuest)] == [
        TickGuest("coffee", 1),
        TickGuest("coffee", 2),
    ]


def test_of_very_many_who_is_ticked_makes_room_for_the_next(readers: dict[str, Reader]) -> None:
    everybody = [guest(number, attended=number < 5) for number in range(1, 201)]
    begun = {code: replace(reader, now=STARTS) for code, reader in readers.items()}
    screen = in_each_language(begun, lambda reader: guests(reader, ONE, everybody))["en"]
    shown = [tap.person_id for tap in taps(screen) if isinstance(tap, TickGuest)]
    assert shown == list(range(5, 5 + TICKS))


def test_the_invitation_is_in_the_language_of_who_gets_it(readers: dict[str, Reader]) -> None:
    assert len({invitation(reader, ONE) for reader in readers.values()}) == len(readers)
    assert "Coffee" in invitation(readers["en"], ONE)
