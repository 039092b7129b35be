"""Opening hours by example: a desk in Brussels, Mondays 9:00-12:00 and Thursdays 14:00-16:00."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.opening.hours import OpeningHours
from bot.domain.opening.sessions import Day, Session
from tests.support.rows import BRUSSELS, Rule, brussels, closed, extra, hours, weekly

MONDAYS = weekly("MO", "09:00", "12:00")
THURSDAYS = weekly("TH", "14:00", "16:00")


def shown(session: Session | None) -> str | None:
    return f"{session.opens:%a %d %b %H:%M}-{session.closes:%H:%M}" if session else None


def on(hours: OpeningHours, day: str) -> Day:
    return hours.on(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("local", "state"),
    [
        ("2026-11-23 08:59", "closed"),
        ("2026-11-23 09:00", "open"),
        ("2026-11-23 11:59", "open"),
        ("2026-11-23 12:00", "closed"),
        ("2026-11-24 10:00", "closed"),
        ("2026-11-26 15:00", "open"),
    ],
)
def test_open_from_the_opening_instant_until_just_before_the_closing_one(local: str, state: str) -> None:
    assert hours(MONDAYS, THURSDAYS).at(brussels(local)).state == state


def test_open_until_when_and_what_comes_next() -> None:
    status = hours(MONDAYS, THURSDAYS).at(brussels("2026-11-23 10:00"))
    assert status.until == brussels("2026-11-23 12:00")
    assert [session.rule for session in status.sessions] == [MONDAYS]
    assert shown(status.next_opening) == "Thu 26 Nov 14:00-16:00"
    assert status.unsure_days == ()


def test_answers_are_in_the_location_s_zone_whatever_the_zone_of_the_question() -> None:
    asked = brussels("2026-11-23 10:00").astimezone(ZoneInfo("America/Lima"))
    status = hours(MONDAYS).at(asked)
    assert status.until is not None
    assert status.instant.tzinfo is status.until.tzinfo is BRUSSELS
    assert (status.instant.hour, status.until.hour) == (10, 12)


def test_a_zone_without_summer_time() -> None:
    bus = hours(weekly("SA", "08:00", "13:00"), zone="America/Lima", country="PE")
    assert bus.at(datetime.fromisoformat("2026-07-04T12:59Z")).state == "closed"
    assert bus.at(datetime.fromisoformat("2026-07-04T13:00Z")).state == "open"
    assert bus.at(datetime.fromisoformat("2026-12-05T13:00Z")).state == "open"


def test_next_opening_starts_strictly_after() -> None:
    desk = hours(MONDAYS, THURSDAYS)
    assert shown(desk.next_opening(brussels("2026-11-23 08:59"))) == "Mon 23 Nov 09:00-12:00"
    assert shown(desk.next_opening(brussels("2026-11-23 09:00"))) == "Thu 26 Nov 14:00-16:00"
    # The last one of the year, and over the New Year.
    assert shown(desk.next_opening(brussels("2026-12-28 09:00"))) == "Thu 31 Dec 14:00-16:00"
    assert shown(desk.next_opening(brussels("2026-12-31 14:00"))) == "Mon 04 Jan 09:00-12:00"


def test_no_opening_in_sight() -> None:
    ended = Rule("WEEKLY", "MO", valid_to=date(2026, 6, 29))
    status = hours(ended).at(brussels("2026-06-29 12:00"))
    assert (status.state, status.next_opening, status.unsure_days) == ("closed", None, ())
    assert hours().next_opening(brussels("2026-06-29 12:00")) is None


def test_two_weeks() -> None:
    days = hours(MONDAYS, THURSDAYS).days(date(2026, 12, 21), 14)
    assert [day.date for day in days] == [date(2026, 12, 21) + timedelta(number) for number in range(14)]
    assert [shown(session) for day in days for session in day.sessions] == [
        "Mon 21 Dec 09:00-12:00",
        "Thu 24 Dec 14:00-16:00",
        "Mon 28 Dec 09:00-12:00",
        "Thu 31 Dec 14:00-16:00",
    ]
    assert [day.date.day for day in days if day.holiday] == [25, 1]


# Several sessions.


def test_sessions_that_touch_or_overlap_are_one_opening_but_keep_their_rules() -> None:
    arabic, dutch, sewing = (
        weekly("MO", "09:00", "12:00"),
        weekly("MO", "12:00", "14:00"),
        weekly("MO", "13:00", "15:00"),
    )
    desk = hours(sewing, dutch, arabic, weekly("MO", "16:00", "17:00"))
    assert [shown(session) for session in on(desk, "2026-11-23").sessions] == [
        "Mon 23 Nov 09:00-12:00",
        "Mon 23 Nov 12:00-14:00",
        "Mon 23 Nov 13:00-15:00",
        "Mon 23 Nov 16:00-17:00",
    ]
    status = desk.at(brussels("2026-11-23 10:00"))
    assert [session.rule for session in status.sessions] == [arabic]
    assert status.until == brussels("2026-11-23 15:00")
    assert shown(status.next_opening) == "Mon 23 Nov 16:00-17:00"
    assert [session.rule for session in desk.at(brussels("2026-11-23 12:00")).sessions] == [dutch]
    assert [session.rule for session in desk.at(brussels("2026-11-23 13:30")).sessions] == [dutch, sewing]


def test_past_midnight() -> None:
    desk = hours(weekly("MO", "22:00", "02:00"))
    assert desk.at(brussels("2026-11-24 01:59")).until == brussels("2026-11-24 02:00")
    assert desk.at(brussels("2026-11-24 02:00")).state == "closed"
    assert desk.at(brussels("2026-11-24 01:00")).day.date == date(2026, 11, 24)
    assert on(desk, "2026-11-24").sessions == ()


def test_until_midnight_is_not_open_at_midnight() -> None:
    desk = hours(weekly("MO", "20:00", "00:00"))
    assert desk.at(brussels("2026-11-23 23:59")).until == brussels("2026-11-24 00:00")
    assert desk.at(brussels("2026-11-24 00:00")).state == "closed"


def test_round_the_clock() -> None:
    day_and_night = Rule("DAILY", opens_at=time(0), closes_at=time(0))
    endless = hours(day_and_night, country=None).at(brussels("2026-11-23 10:00"))
    assert (endless.state, endless.until, endless.next_opening, endless.unsure_days) == ("open", None, None, ())
    weekend = hours(Rule("WEEKLY", "SA,SU", opens_at=time(0), closes_at=time(0))).at(brussels("2026-11-21 10:00"))
    assert weekend.until == brussels("2026-11-23 00:00")
    assert shown(weekend.next_opening) == "Sat 28 Nov 00:00-00:00"


# Closures and extra openings.


def test_a_closure_takes_its_days_away_and_says_why() -> None:
    desk = hours(MONDAYS, THURSDAYS, closures=[closed("2026-11-23", "2026-11-26")])
    status = desk.at(brussels("2026-11-23 10:00"))
    assert status.state == "closed"
    assert status.day.closure is not None
    assert status.day.closure.reason == {"fr": "congés", "nl": "vakantie"}
    assert shown(status.next_opening) == "Mon 30 Nov 09:00-12:00"
    assert on(desk, "2026-11-22").closure is None
    assert on(desk, "2026-11-27").closure is None


def test_a_closure_leaves_what_began_the_evening_before_and_takes_its_own_night() -> None:
    desk = hours(weekly("MO,TU", "22:00", "02:00"), closures=[closed("2026-11-24", "2026-11-24")])
    assert desk.at(brussels("2026-11-24 01:00")).state == "open"
    assert desk.at(brussels("2026-11-24 23:00")).state == "closed"
    assert desk.at(brussels("2026-11-25 01:00")).state == "closed"


def test_an_extra_opening_adds_to_an_ordinary_day_and_stands_on_a_closed_one() -> None:
    desk = hours(
        MONDAYS,
        closures=[closed("2026-11-30", "2026-11-30")],
        extra_openings=[extra("2026-11-23", "18:00", "20:00"), extra("2026-11-30", "10:00", "11:00")],
    )
    assert [shown(session) for session in on(desk, "2026-11-23").sessions] == [
        "Mon 23 Nov 09:00-12:00",
        "Mon 23 Nov 18:00-20:00",
    ]
    reopened = on(desk, "2026-11-30")
    assert [shown(session) for session in reopened.sessions] == ["Mon 30 Nov 10:00-11:00"]
    assert reopened.closure is not None
    assert desk.at(brussels("2026-11-30 10:30")).state == "open"


# Public holidays: nobody knows until the team has said so.


def test_a_holiday_with_a_session_is_unsure_and_never_the_next_opening() -> None:
    desk = hours(weekly("WE", "09:00", "12:00"), THURSDAYS)
    before = desk.at(brussels("2026-11-10 10:00"))
    assert shown(before.next_opening) == "Thu 12 Nov 14:00-16:00"
    assert [day.date for day in before.unsure_days] == [date(2026, 11, 11)]
    during = desk.at(brussels("2026-11-11 10:00"))
    assert (during.state, during.until, during.day.unsure) == ("unsure", None, True)
    assert [shown(session) for session in during.sessions] == ["Wed 11 Nov 09:00-12:00"]
    assert during.day.holiday is not None
    assert during.day.holiday.name["fr"] == "Jour de l'Armistice"
    after = desk.at(brussels("2026-11-11 12:00"))
    assert (after.state, after.unsure_days) == ("closed", ())


def test_a_holiday_without_a_session_is_just_closed() -> None:
    christmas = on(hours(MONDAYS), "2026-12-25")
    assert christmas.holiday is not None
    assert (christmas.unsure, christmas.sessions) == (False, ())


def test_a_closure_settles_a_holiday() -> None:
    desk = hours(weekly("WE", "09:00", "12:00"), closures=[closed("2026-11-11", "2026-11-11")])
    status = desk.at(brussels("2026-11-11 10:00"))
    assert (status.state, status.day.unsure, status.unsure_days) == ("closed", False, ())


def test_an_extra_opening_settles_a_holiday_and_gives_its_hours() -> None:
    desk = hours(weekly("WE", "09:00", "12:00"), extra_openings=[extra("2026-11-11", "10:00", "11:00")])
    assert [desk.at(brussels(f"2026-11-11 {at}")).state for at in ("09:30", "10:30", "11:30")] == [
        "closed",
        "open",
        "closed",
    ]
    assert shown(desk.next_opening(brussels("2026-11-10 12:00"))) == "Wed 11 Nov 10:00-11:00"
    assert not on(desk, "2026-11-11").unsure


def test_the_night_of_a_holiday_is_in_doubt_until_it_ends_the_day_after() -> None:
    night = hours(weekly("WE", "22:00", "02:00")).at(brussels("2026-11-12 01:00"))
    assert (night.state, night.day.unsure) == ("unsure", False)
    assert [day.date for day in night.unsure_days] == [date(2026, 11, 11)]


def test_round_the_clock_up_to_a_holiday() -> None:
    status = hours(Rule("DAILY", opens_at=time(0), closes_at=time(0))).at(brussels("2026-11-09 10:00"))
    assert status.until == brussels("2026-11-11 00:00")
    assert [day.date for day in status.unsure_days] == [date(2026, 11, 11)]
    assert shown(status.next_opening) == "Thu 12 Nov 00:00-00:00"


# Clocks change.


def test_clocks_go_forward() -> None:
    desk = hours(weekly("SA", "22:00", "04:00"), weekly("SU", "02:15", "02:45"))
    (night,) = on(desk, "2026-03-28").sessions
    assert night.closes.timestamp() - night.opens.timestamp() == 5 * 3600
    assert on(desk, "2026-03-29").sessions == ()  # 2:15 to 2:45 is skipped
    assert desk.at(brussels("2026-03-29 01:59")).until == brussels("2026-03-29 04:00")


def test_clocks_go_back() -> None:
    desk = hours(weekly("SA", "22:00", "02:30"))
    assert desk.at(brussels("2026-10-25 02:45")).state == "open"  # 2:30 comes again
    assert desk.at(brussels("2026-10-25 02:29", fold=1)).state == "open"
    assert desk.at(brussels("2026-10-25 02:30", fold=1)).state == "closed"
    (night,) = on(desk, "2026-10-24").sessions
    assert night.closes.timestamp() - night.opens.timestamp() == 5.5 * 3600


def test_clocks_go_back_over_midnight() -> None:
    # In Newfoundland in 2005 clocks went from 0:01 back to 23:01, so the 29th went on after a minute of the 30th.
    around = weekly("FR", "23:59", "23:59")
    desk = hours(around, zone="America/St_Johns", country="CA")
    assert desk.at(datetime.fromisoformat("2005-10-30T02:30Z")).sessions[0].rule is around  # 0:00 on Sunday
    early = weekly("SU", "00:00", "08:00")
    desk = hours(early, zone="America/St_Johns", country="CA")
    assert desk.at(datetime.fromisoformat("2005-10-30T03:00Z")).sessions[0].rule is early  # 23:30 on Saturday, again


# What is refused.


def test_naive_instants_are_refused() -> None:
    naive = datetime(2026, 11, 23, 10)  # noqa: DTZ001
    with pytest.raises(ValueError, match="an instant needs a time zone"):
        hours(MONDAYS).at(naive)
    with pytest.raises(ValueError, match="an instant needs a time zone"):
        hours(MONDAYS).next_opening(naive)


def test_an_instant_is_not_a_date() -> None:
    with pytest.raises(TypeError, match="expected a date in the location's zone"):
        hours(MONDAYS).on(brussels("2026-11-23 10:00"))


def test_rows_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="byday: expected weekdays"):
        hours(Rule("WEEKLY"))
    with pytest.raises(ValueError, match="ends_on: expected starts_on or later"):
        hours(closures=[closed("2026-11-24", "2026-11-23")])
    with pytest.raises(ValueError, match="country: expected"):
        hours(country="XX")
