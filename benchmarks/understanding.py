"""How well messages are understood: `python -m benchmarks.understanding` (--held for the half that nobody tunes on)."""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from pathlib import Path
from statistics import quantiles

from bot.understanding import model as models
from bot.understanding.normalise import plain
from bot.understanding.phrases import read_phrases
from bot.understanding.reading import Reading, Understanding

SETS = Path(__file__).parent.parent / "tests" / "bot" / "understanding"
TODAY = date(2026, 11, 21)
SERVICES = ("administrative", "housing", "urgent_medical_card", "psychosocial", "community_space")
WRITINGS = {"fr": "fr", "nl": "nl", "ro": "ro", "ms": "ar", "da": "ar", "az": "ar", "en": "en"}
"""File names, and the language of each: standard Arabic, Darija in Arabic script, Darija in Latin letters."""
MEASURES = {
    "right topic first": "in",
    "answered right": "in",
    "right among answered or choices": "in",
    "answered wrong": "in",
    "off-topic not answered": "off",
    "off-topic sent to the menu": "off",
    "hours given to another question": "all",
    "right day": "dated",
    "no day found": "dated",
    "wrong day": "all",
    "right language": "all",
    "danger noticed": "danger",
    "danger seen where there is none": "all",
    "the same, among words that sound like it": "near danger",
}


@dataclass(frozen=True)
class Message:
    writing: str
    topic: str
    text: str
    days: tuple[date, ...] | None
    """What it asks about; None where the set does not say."""


def read_set(folder: Path, today: date = TODAY) -> Iterator[Message]:
    """Files `<writing>.txt`: @topic, then a message a line, with the days behind a tab (w4, tomorrow, d2026-12-24)."""
    for file in sorted(folder.glob("*.txt")):
        topic = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            text, _, days = line.partition("\t")
            if line.startswith("@"):
                topic = line[1:]
            elif line:
                yield Message(file.stem, topic, text, expected_days(days, today) if days else None)


def expected_days(written: str, today: date) -> tuple[date, ...]:
    return tuple(sorted({_day(day, today) for day in written.split(",") if day != "none"}))


def _day(written: str, today: date) -> date:
    ahead = {"now": 0, "today": 0, "tomorrow": 1}
    if written in ahead:
        return today + timedelta(ahead[written])
    if written.startswith("w"):
        return today + timedelta((int(written[1:]) - 1 - today.weekday()) % 7)
    return date.fromisoformat(written[1:]) if written.startswith("d") else today + timedelta(int(written))


def judge(message: Message, reading: Reading, first: str) -> dict[str, bool]:
    """Which of the measures hold for one message; `first` is the likeliest topic, answered or not."""
    answered = reading.tier == "answer"
    shown = {reading.topic} if answered else set(reading.choices) if reading.tier == "choices" else set()
    held = {"right language": reading.language == WRITINGS[message.writing]}
    held["hours given to another question"] = answered and reading.topic == "hours" != message.topic
    if message.topic != "emergency":
        held["danger seen where there is none"] = reading.danger
    if message.topic == "none":
        held |= {"off-topic not answered": not answered, "off-topic sent to the menu": reading.tier == "menu"}
    else:
        held |= {
            "right topic first": first == message.topic,
            "answered right": answered and reading.topic == message.topic,
            "right among answered or choices": message.topic in shown,
            "answered wrong": answered and reading.topic != message.topic,
        }
    if message.topic == "hours":
        held["wrong day"] = message.days is not None and not set(reading.dates) <= set(message.days)
    if message.days:
        held |= {"right day": set(reading.dates) == set(message.days), "no day found": not reading.dates}
    return held


def judge_danger(message: Message, reading: Reading) -> dict[str, bool]:
    """The same for the sets of dangers, and of what sounds like one."""
    measure = "danger noticed" if message.topic == "emergency" else "the same, among words that sound like it"
    return {measure: reading.danger}


def wilson(number: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    z, share = 1.96, number / of
    middle, width = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - width) / (1 + z * z / of)), min(1.0, (middle + width) / (1 + z * z / of))


def measure(understanding: Understanding, messages: list[Message], dangers: list[Message]) -> dict[str, object]:
    judged: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    took, worked = [], []
    for message in messages:
        start, processor = time.perf_counter(), time.process_time()
        reading = understanding.read(message.text, TODAY)
        took.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - processor) * 1000)
        for measure, holds in judge(message, reading, understanding.likeliest(message.text)).items():
            judged[message.writing][measure].append(holds)
            judged["all"][measure].append(holds)
    for message in dangers:
        for measure, holds in judge_danger(message, understanding.read(message.text, TODAY)).items():
            judged[message.writing][measure].append(holds)
            judged["all"][measure].append(holds)
    return {
        "messages": len(messages),
        "p95_ms": round(quantiles(took, n=20)[-1], 1),
        "p95_processor_ms": round(quantiles(worked, n=20)[-1], 1),
        "figures": {
            writing: {name: _figure(held[name]) for name in MEASURES if held[name]} for writing, held in judged.items()
        },
    }


def _figure(held: list[bool]) -> dict[str, float]:
    low, high = wilson(sum(held), len(held))
    return {
        "count": sum(held),
        "of": len(held),
        "share": round(sum(held) / len(held), 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.understanding", description="how well messages are understood"
    )
    parser.add_argument("--held", action="store_true", help="the half of the messages that nobody tunes on")
    parser.add_argument("--words-only", action="store_true", help="as it is where the embeddings cannot run")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    half = "held" if asked.held else "dev"
    messages, dangers = (list(read_set(folder)) for folder in (SETS / half, SETS / "danger" / half))
    unseen, unseen_dangers = _not_trained_on(messages), _not_trained_on(dangers)
    before, start = _memory(), time.perf_counter()
    understanding = (
        Understanding(models.load(), SERVICES, None, "fr") if asked.words_only else Understanding.load(SERVICES, "fr")
    )
    understanding.read("bonjour", TODAY)
    loaded = time.perf_counter() - start
    result = measure(understanding, unseen, unseen_dangers)
    result |= {"left out, for they stand in the phrases": len(messages) - len(unseen)}
    result |= {"load_s": round(loaded, 2), "memory_mb": round(_memory() - before)}
    print(json.dumps(result, indent=1) if asked.json else _table(result))


def _not_trained_on(messages: list[Message]) -> list[Message]:
    known = {_words(phrase.text) for phrase in read_phrases()}
    return [message for message in messages if _words(message.text) not in known]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))


def _memory() -> float:
    """Resident memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _table(result: dict[str, object]) -> str:
    lines = [f"{key}: {value}" for key, value in result.items() if key != "figures"]
    figures = result["figures"]
    assert isinstance(figures, dict)
    for name in MEASURES:
        lines.append(f"\n{name}")
        for writing, held in sorted(figures.items()):
            if name in held:
                one = held[name]
                share, interval = f"{one['share']:6.1%}", f"({one['low']:.1%} – {one['high']:.1%})"
                lines.append(f"  {writing:4} {one['count']:4} of {one['of']:4}  {share}  {interval}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
