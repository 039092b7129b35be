"""What may stand in one field of a pack. Each refusal says what was expected."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from bot.domain.meetings.rules import DAY, HOUR
from bot.domain.opening import holidays

Item = TypeVar("Item", str, int)

# CLDR knows no sign languages: Belgium's two, and those of the neighbours, Peru and Romania.
SIGN_LANGUAGES = frozenset({"sfb", "vgt", "fsl", "dse", "gsg", "bfi", "ssp", "ise", "prl", "rms"})
LANGUAGES = SIGN_LANGUAGES.union(code for code in map(str, Locale("en").languages) if code.isalpha())
# Characters that turn the reading direction of what follows: the bot sets its own.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


MOST_DAYS_BEFORE = 30  # a reminder


@dataclass(frozen=True)
class Known:
    """What a field may refer to: each id in the pack with how often it stands there."""

    default_language: str | None
    ids: Mapping[str, Mapping[str, int]]


def expected(what: str) -> PydanticCustomError:
    return PydanticCustomError("expected", "{what}", {"what": what})


def _matching(pattern: str, what: str) -> AfterValidator:
    def match(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise expected(what)
        return text

    return AfterValidator(match)


@contextmanager
def refusals_of_the_domain() -> Iterator[None]:
    """Its ValueErrors read "field: expected …"."""
    try:
        yield
    except ValueError as error:
        field, _, text = str(error).partition(": ")
        raise PydanticCustomError("domain", "{text}", {"field": field, "text": text}) from None


def _country(code: str) -> str:
    if not re.fullmatch("[A-Z]{2}", code):
        raise expected("a country's two letters like BE")
    with refusals_of_the_domain():
        holidays.check(code)
    return code


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise expected("a language's ISO 639 code like fr or sfb")
    return code


def _wall_time(value: Any) -> dt.time:
    if not isinstance(value, str) or not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise expected('a time like "09:00"')
    return dt.time.fromisoformat(value)


def _day(value: Any) -> dt.date:
    try:
        if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise expected("a date of the calendar like 2026-12-24 (year-month-day)")


def _moment(value: Any) -> dt.datetime:
    day, _, wall = value.partition(" ") if isinstance(value, str) else ("", "", "")
    try:
        return dt.datetime.combine(_day(day), _wall_time(wall))
    except PydanticCustomError:
        raise expected("a date and a time like 2027-01-17 18:00") from None


def _time_before(value: Any) -> int:
    found = re.fullmatch("([1-9][0-9]?) (hour|day)s?", value, re.ASCII) if isinstance(value, str) else None
    minutes = int(found[1]) * (DAY if found[2] == "day" else HOUR) if found else 0
    if not 0 < minutes <= MOST_DAYS_BEFORE * DAY:
        raise expected(f"a time before the start like 7 days or 2 hours, at most {MOST_DAYS_BEFORE} days")
    return minutes


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise expected("a time zone like Europe/Brussels") from None
    return name


def _plain(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        text = unicodedata.normalize("NFC", text.strip())
        if not text:
            raise expected("words")
        if len(text) > limit:
            raise expected(f"at most {limit} characters (here {len(text)})")
        if re.search("</?[A-Za-z!]|&[#A-Za-z0-9]+;", text):
            raise expected("plain text without HTML")
        if any(
            character in TURNING or (unicodedata.category(character) in ("Cc", "Cs") and character != "\n")
            for character in text
        ):
            raise expected("plain text without invisible control characters")
        return text

    return AfterValidator(check)


def _known_in(info: ValidationInfo) -> Known:
    assert isinstance(info.context, Known)
    return info.context


def _in_default_language(words: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    language = _known_in(info).default_language
    if language and language not in words:
        raise expected(f"at least the text in {language}, the default language")
    return words


def _own(kind: str) -> AfterValidator:
    def check(id: str, info: ValidationInfo) -> str:
        if _known_in(info).ids[kind].get(id, 0) > 1:
            raise expected(f"an id that no other {kind} has")
        return id

    return AfterValidator(check)


def _known(kind: str) -> AfterValidator:
    def check(id: str, info: ValidationInfo) -> str:
        if id not in _known_in(info).ids[kind]:
            raise expected(f"the id of a {kind} in this pack")
        return id

    return AfterValidator(check)


def _without_repeats(values: list[Item]) -> list[Item]:
    if len(set(values)) < len(values):
        raise expected("each one only once")
    return values


# With 31 the longest button that holds one is just as long as Telegram takes: `s1:meeting.answer:….not_going.copy`.
Id = Annotated[str, _matching("[a-z0-9_]{1,31}", "1 to 31 of the characters a-z, 0-9 and _")]
LocationId = Annotated[Id, _own("location")]
ServiceId = Annotated[Id, _own("service")]
ScheduleId = Annotated[Id, _own("schedule")]
MeetingId = Annotated[Id, _own("meeting")]
AreaId = Annotated[Id, _own("area")]
KnownLocation = Annotated[str, _known("location")]
KnownServices = Annotated[list[Annotated[str, _known("service")]], AfterValidator(_without_repeats)]

Time = Annotated[dt.time, BeforeValidator(_wall_time)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Moment = Annotated[dt.datetime, BeforeValidator(_moment)]
"""In wall time."""
TimesBefore = Annotated[list[Annotated[int, BeforeValidator(_time_before)]], AfterValidator(_without_repeats)]
"""In minutes."""
Zone = Annotated[str, AfterValidator(_zone)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(_language)]
Languages = Annotated[list[Language], AfterValidator(_without_repeats)]

Title = Annotated[dict[Language, Annotated[str, _plain(64)]], AfterValidator(_in_default_language)]
Text = Annotated[dict[Language, Annotated[str, _plain(500)]], AfterValidator(_in_default_language)]
LongText = Annotated[dict[Language, Annotated[str, _plain(3000)]], AfterValidator(_in_default_language)]
Line = Annotated[str, _plain(100)]

PhoneNumber = Annotated[
    str, _matching(r"\+[1-9][0-9]{6,14}", "an international number without spaces like +32470322224")
]
ShortNumber = Annotated[str, _matching("[0-9][0-9 ]{1,14}", 'a number as people dial it, like 112 or "0800 30 030"')]
Email = Annotated[str, _matching(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "an e-mail address")]
Url = Annotated[
    str, _matching(r"https://[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#][!#-;=?-~]*)?", "an address that begins with https://")
]
Pictogram = Annotated[str, _matching(r"[^\x00-\xff\u2000-\u200a\ud800-\udfff]{1,8}", "one pictogram like 🏠")]
