"""`python -m bot ask`: what the bot would answer, from the content pack alone: no Telegram, no database."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from bot.content.importing import wanted_rows
from bot.content.pack import read_pack
from bot.content.schema import Content
from bot.domain.clock import SystemClock
from bot.domain.roles import RESIDENT
from bot.i18n import SOURCE, load_speeches
from bot.understanding.reading import Reading, Understanding
from bot.usecases.desk import Desk
from bot.views.answers.reply import reply
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.directory import Closure, ExtraOpening, Location, Organization, Schedule, Service
from db.models.meetings import Meeting
from db.queries.directory import Directory

YEARS = range(2000, 2100)
"""In which a question may be asked."""


class AskError(Exception):
    """Something that cannot be asked, in one line."""


class Question(NamedTuple):
    text: str
    language: str | None
    at: str | None


def desk_of(pack: Path) -> Desk:
    """The desk as the database would hand it out."""
    return Desk(_directory(read_pack(pack).content))


class Asking:
    """One organization's answers."""

    def __init__(self, pack: Path) -> None:
        self._desk = desk_of(pack)
        directory = self._desk.directory
        self._default = directory.organization.default_language
        self._understanding = Understanding.load([service.id for service in directory.services], self._default)
        self._speeches = load_speeches()

    def ask(self, text: str, language: str | None, at: str | None) -> tuple[Reading, Screen]:
        """`at`: ISO 8601, at the desk's wall time where it names no zone; now if None."""
        if language is not None and language not in self._speeches:
            raise AskError(f"language: expected one of {', '.join(self._speeches)}")
        place = self._desk.directory.main_location
        now = self._instant(at)
        reading = self._understanding.read(text, self._desk.today(place, now), language)
        speech = self._speeches.get(language or reading.language, self._speeches[SOURCE])
        offered = self._speeches.get(reading.language) if reading.offers_language(language) else None
        return reading, reply(Reader(speech, self._desk, RESIDENT, now), reading, offered)

    def _instant(self, at: str | None) -> datetime:
        if at is None:
            return SystemClock().now()
        zone = self._desk.directory.zone(self._desk.directory.main_location)
        try:
            moment = datetime.fromisoformat(at)
            if moment.year not in YEARS:
                raise ValueError
        except ValueError:
            raise AskError(f"at: expected a moment such as 2026-11-23T10:00, not {at[:40]!r}") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def add_ask(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("ask", help="what the bot answers to a question, without Telegram")
    parser.add_argument("text", nargs="?", help="the question")
    parser.add_argument("--language", help="the language that was chosen (fr, nl, ar, ro, en)")
    parser.add_argument("--at", help="the moment of the question, such as 2026-11-23T10:00; now without it")
    parser.add_argument(
        "--organisation", type=Path, default=Path("organisations/les-pissenlits"), help="a pack's folder"
    )
    parser.add_argument("--json", action="store_true", help="everything that was understood, as one JSON object")
    parser.add_argument(
        "--jsonl", action="store_true", help="read such objects (text, language, at) from standard input"
    )
    parser.set_defaults(command=ask)


def ask(asked: argparse.Namespace) -> int:
    text: str | None = asked.text
    if (text is None) != asked.jsonl:
        raise AskError("expected one question, or --jsonl and questions on standard input")
    asking = Asking(asked.organisation)
    if text is None:
        return _answer_each(asking, sys.stdin.buffer, asked.language, asked.at)
    reading, screen = asking.ask(text, asked.language, asked.at)
    _put(json.dumps(_fields(reading, screen), ensure_ascii=False) if asked.json else _page(screen))
    return 0


def _put(line: str) -> None:
    """At once, so that whoever writes the questions can wait for each answer; UTF-8 wherever it runs."""
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def _answer_each(asking: Asking, lines: Iterable[bytes], language: str | None, at: str | None) -> int:
    """A line for each question, in order: what was understood, or {"error": …}. 1 if there was such a line."""
    failed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            question = _question(line)
            told = _fields(*asking.ask(question.text, question.language or language, question.at or at))
        except AskError as error:
            told, failed = {"error": f"line {number}: {error}"}, 1
        _put(json.dumps(told, ensure_ascii=False))
    return failed


def _question(line: bytes) -> Question:
    try:
        question = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise AskError(f"not JSON ({error})") from None
    if not isinstance(question, dict) or not isinstance(question.get("text"), str):
        raise AskError('expected an object with "text", which is text')
    language, at = question.get("language"), question.get("at")
    if not isinstance(language, str | None) or not isinstance(at, str | None):
        raise AskError("language and at: expected text")
    return Question(question["text"], language, at)


def _fields(reading: Reading, screen: Screen) -> dict[str, Any]:
    return {
        "topic": reading.topic,
        "tier": reading.tier,
        "choices": list(reading.choices) if reading.tier == "choices" else [],
        "dates": [day.isoformat() for day in reading.dates],
        "language": reading.language,
        "confidence": reading.confidence,
        "answer": _text(screen),
        "danger": reading.danger,
        "capped": reading.capped,
    }


def _page(screen: Screen) -> str:
    buttons = (" ".join(f"[{button.text}]" for button in line) for line in screen.rows)
    return "\n".join([_text(screen), "", *buttons])


def _text(screen: Screen) -> str:
    return unescape(re.sub(r"<[^>]+>", "", str(screen.text)))


def _directory(content: Content) -> Directory:
    rows = wanted_rows(content)
    return Directory(
        organization=rows[Organization][0],
        locations=tuple(rows[Location]),
        services=tuple(rows[Service]),
        schedules=tuple(rows[Schedule]),
        closures=tuple(sorted(rows[Closure], key=lambda row: row.starts_on)),
        extra_openings=tuple(sorted(rows[ExtraOpening], key=lambda row: (row.date, row.opens_at))),
        meetings=tuple(sorted(rows[Meeting], key=lambda row: row.starts_at)),
    )
