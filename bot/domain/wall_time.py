"""From what a clock on the wall shows to the instant that is meant, also when clocks go forward or back."""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def opening(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first instant, aware and in `zone`, when the wall shows this time of this day or a later one.

    So a time shown twice counts when it is shown first, and one that is skipped as the end of the gap.
    """
    first, second = _both(day, at, zone)
    return first if _offset(first) >= _offset(second) else _end_of_gap(first, second)


def closing(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant, aware and in `zone`, from which on the wall no longer shows an earlier time.

    So a time shown twice counts when it is shown last (but the time at which the repeated hour begins: when it is shown
    first), and one that is skipped as the end of the gap.
    """
    first, second = _both(day, at, zone)
    if _offset(first) < _offset(second):
        return _end_of_gap(first, second)
    if _offset(first) == _offset(second):
        return first
    just_before = (second.astimezone(UTC) - timedelta.resolution).astimezone(zone)
    return second if _offset(just_before) == _offset(second) else first


def _both(day: date, at: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    # PEP 495: the offsets differ only where clocks change: the first is greater for a time shown twice, the second for
    # one that is skipped.
    first = datetime.combine(day, at.replace(fold=0), zone)
    return first, first.replace(fold=1)


def _end_of_gap(first: datetime, second: datetime) -> datetime:
    # Taken by the offset after the change, a skipped time falls before the change; by the one before it, after it.
    seconds = range(int(second.timestamp()), int(first.timestamp()) + 2)
    changed = bisect_left(seconds, _offset(second), key=lambda moment: _offset(_moment(moment, first)))
    return _moment(seconds[changed], first)


def _moment(seconds: int, like: datetime) -> datetime:
    return datetime.fromtimestamp(seconds, like.tzinfo)


def _offset(moment: datetime) -> timedelta:
    offset = moment.utcoffset()
    assert offset is not None
    return offset
