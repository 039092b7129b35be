"""Which days a message asks about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from bot.understanding import day_words as words
from bot.understanding.normalise import plain

Meaning = Callable[[re.Match[str], date], Iterable[date]]
_DAY = timedelta(days=1)
_WEEK = 7
_SOON = 62
"""Days ahead within which "Monday 23" means that date."""
_JUST_PAST = 90 * _DAY
"""A date without a year that was not longer ago than this was, hardly means next year's."""
_SEPARATE = re.compile(r"([,?!;:()])")
_NO_WORD = re.compile(r"[^\w/.,?!;:()-]+|(?<!\d)[-./]|[-./](?!\d)")


def dates(text: str, today: date) -> list[date]:
    """The dates asked about, in order, none before `today`; [] if no day is named.

    Where the words leave two readings ("next Thursday"), both are there.
    """
    rest = " ".join(_SEPARATE.sub(r" \1 ", _NO_WORD.sub(" ", plain(text))).split())
    rest = _MONTH_BEFORE_DAY.sub(r"\2 \1", _FIRST_OF_A_MONTH.sub("1", rest))
    found: set[date] = set()
    for pattern, meaning in _RULES:
        for match in pattern.finditer(rest):
            found.update(meaning(match, today))
        rest = pattern.sub("¤", rest)
    return sorted(day for day in found if day >= today)


def _nothing(match: re.Match[str], today: date) -> Iterable[date]:
    return ()


def _ahead(number: int) -> Meaning:
    return lambda match, today: (today + number * _DAY,)


def _in_days(match: re.Match[str], today: date) -> Iterable[date]:
    return (today + int(match["number"]) * _DAY,)


def _coming(weekday: int, today: date) -> date:
    return today + (weekday - today.weekday()) % _WEEK * _DAY


def _named(match: re.Match[str]) -> int | None:
    """The weekday (Monday is 0) that the match holds."""
    return next((day for day in range(_WEEK) if match.group(f"weekday{day}")), None)


def _weekday(match: re.Match[str], today: date) -> Iterable[date]:
    weekday = _named(match)
    assert weekday is not None
    coming = _coming(weekday, today)
    if match["next_week"] or match["next_week_after"]:
        return (today + (_WEEK - today.weekday() + weekday) * _DAY,)
    if match["next"] or match["next_after"]:
        return (coming, coming + _WEEK * _DAY) if coming > today else (coming + _WEEK * _DAY,)
    number = match["number"]
    dated = _next_number(int(number), today) if number else None
    return (dated,) if dated and dated.weekday() == weekday and dated - today < _SOON * _DAY else (coming,)


def _weekend(match: re.Match[str], today: date) -> Iterable[date]:
    days = [_coming(5, today), _coming(6, today)]
    return [*days, *(day + _WEEK * _DAY for day in days)] if match["next"] or match["next_after"] else days


def _feast(month: int, day: int) -> Meaning:
    return lambda match, today: _date(day, month, None, today)


def _numeric(match: re.Match[str], today: date) -> Iterable[date]:
    return _date(int(match["day"]), int(match["month"]), match["year"], today) or _weekday_instead(match, today)


def _iso(match: re.Match[str], today: date) -> Iterable[date]:
    return _date(int(match["day"]), int(match["month"]), match["year"], today)


def _with_month(match: re.Match[str], today: date) -> list[date]:
    month = next(number for number in range(1, 13) if match.group(f"month{number}"))
    days = [int(day) for key in ("day", "day2", "day3") if (day := match[key])]
    named = [found for day in days for found in _date(day, month, match["year"], today)]
    return [*named, *_weekday_instead(match, today, named)]


def _weekday_instead(match: re.Match[str], today: date, named: Iterable[date] = ()) -> list[date]:
    """The weekday beside a date that falls on another one: nobody knows which was meant."""
    weekday = _named(match)
    return [] if weekday is None or any(day.weekday() == weekday for day in named) else [_coming(weekday, today)]


def _number(match: re.Match[str], today: date) -> Iterable[date]:
    found = _next_number(int(match["number"]), today)
    return (found,) if found else ()


def _next_number(number: int, today: date) -> date | None:
    """The next day of a month that has this number."""
    if not 1 <= number <= 31:
        return None
    return next((day for ahead in range(_SOON) if (day := today + ahead * _DAY).day == number), None)


def _date(day: int, month: int, year: str | None, today: date) -> list[date]:
    """Without a year, the next one; nothing for one just past, or that no calendar has."""
    try:
        if year:
            return [date(int(year) + (2000 if len(year) == 2 else 0), month, day)]
        this_year = date(today.year, month, day)
        return [this_year if today - this_year < _JUST_PAST else date(today.year + 1, month, day)]
    except ValueError:
        return []


def _rule(pattern: str, meaning: Meaning) -> tuple[re.Pattern[str], Meaning]:
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), meaning


def _groups(name: str, alternatives: Iterable[str], first: int) -> str:
    return "|".join(f"(?P<{name}{number}>{words})" for number, words in enumerate(alternatives, first))


def _around_next(pattern: str) -> str:
    return rf"(?:(?P<next>{words.NEXT_BEFORE}) )?{pattern}(?: (?P<next_after>{words.NEXT_AFTER}))?"


_WEEKDAY = f"(?:{_groups('weekday', words.WEEKDAYS, 0)})"
_A_DAY = rf"(?P<day>\d{{1,2}}){words.ORDINAL}"
_MORE = "".join(rf"(?: ?{words.AND} (?:le |de |den |the )?(?P<day{n}>\d{{1,2}}){words.ORDINAL})?" for n in (2, 3))
_MONTH = f"(?:{_groups('month', words.MONTHS, 1)})"
_MONTH_BEFORE_DAY = re.compile(rf"(?<!\S){words.MONTH_BEFORE_DAY}")
_FIRST_OF_A_MONTH = re.compile(rf"(?<!\S){words.FIRST}(?= (?:{'|'.join(words.MONTHS)})(?!\S))")
_NOT_A_TIME = r"(?! ?(?:h|u|uur|heures?|ore|ora|o clock|am|pm|[:.]))"
_RULES = (
    *(_rule(pattern, _nothing) for pattern in words.NOT_A_DAY),
    *(_rule(words.NOT_A_FEAST.format(feast), _nothing) for feast, _, _ in words.FEASTS),
    *(_rule(feast, _feast(month, day)) for feast, month, day in words.FEASTS),
    _rule(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _iso),
    _rule(
        rf"(?:{_WEEKDAY} )?(?:\w\w? )?"
        r"(?P<day>\d{1,2})(?P<separator>[/.-])(?P<month>\d{1,2})(?P=separator)(?P<year>\d{4}|\d\d)",
        _numeric,
    ),
    _rule(rf"(?:{_WEEKDAY} )?(?:\w\w? )?(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?P<year>(?!))?", _numeric),
    _rule(rf"(?:{_WEEKDAY}|{words.BEFORE_A_DATE}) (?P<day>\d{{1,2}})[.-](?P<month>\d{{1,2}})(?P<year>(?!))?", _numeric),
    _rule(
        rf"(?:{_WEEKDAY} )?(?:\w\w? )?{_A_DAY}{_MORE} (?:de |of |d |ديال )?{_MONTH}(?: (?P<year>\d{{4}}))?", _with_month
    ),
    _rule(words.AFTER_TOMORROW, _ahead(2)),
    _rule(words.IN_DAYS, _in_days),
    *(_rule(said, _ahead(number)) for number, said in words.IN_DAYS_IN_WORDS),
    _rule(_around_next(f"(?:{words.WEEKEND})"), _weekend),
    _rule(
        rf"(?:(?P<next_week>{words.NEXT_WEEK}) )?(?:op )?"
        + _around_next(rf"{_WEEKDAY}(?: (?:le |de |den )?(?P<number>\d{{1,2}}){words.ORDINAL}(?!\S){_NOT_A_TIME})?")
        + rf"(?: (?:de |van |din )?(?P<next_week_after>{words.NEXT_WEEK}))?",
        _weekday,
    ),
    _rule(
        rf"{words.BEFORE_A_DATE} (?P<number>\d{{1,2}}){words.ORDINAL}(?!\S){_NOT_A_TIME}{words.AFTER_A_DATE}", _number
    ),
    _rule(rf"de (?P<number>\d{{1,2}})(?:e|ste|de)(?!\S){_NOT_A_TIME}{words.AFTER_A_DATE}", _number),
    _rule(words.TODAY, _ahead(0)),
    _rule(words.TOMORROW, _ahead(1)),
    _rule(words.NOW, _ahead(0)),
)
