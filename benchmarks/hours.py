"""How fast opening hours are answered, beside expanding each rule from its start for every question.

python -m benchmarks.hours [--json]
"""

import argparse
import json
import random
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr

from bot.domain.opening.hours import OpeningHours

BRUSSELS = ZoneInfo("Europe/Brussels")
FIRST = date(2016, 1, 4)
YEARS = 12
ANSWERS = 1_000


@dataclass(frozen=True)
class Rule:
    freq: str
    byday: str
    opens_at: wall
    closes_at: wall
    interval: int = 1
    bymonthday: str | None = None
    dtstart: date | None = FIRST
    valid_from: date | None = None
    valid_to: date | None = None


RULES = (
    Rule("WEEKLY", "MO", wall(9), wall(12)),
    Rule("WEEKLY", "TH", wall(14), wall(16)),
    Rule("WEEKLY", "WE", wall(10), wall(12), interval=2),
    Rule("MONTHLY", "2TU,-1FR", wall(17), wall(20)),
    Rule("WEEKLY", "SA", wall(22), wall(2)),
)


@dataclass(frozen=True)
class Summer:
    starts_on: date
    ends_on: date
    reason: dict[str, str]


CLOSURES = [Summer(date(FIRST.year + n, 7, 15), date(FIRST.year + n, 8, 15), {}) for n in range(YEARS)]


def open_hours() -> OpeningHours:
    return OpeningHours(BRUSSELS, RULES, CLOSURES, (), "BE")


def instants() -> list[datetime]:
    """Spread over all the years, the same in every run."""
    chance = random.Random(16)
    start = datetime(FIRST.year, 1, 1, tzinfo=UTC)
    return [start + timedelta(minutes=chance.randrange(YEARS * 365 * 1440)) for _ in range(ANSWERS)]


def ask(hours: OpeningHours, asked: list[datetime]) -> None:
    """In turns: how things stand, a date, the next opening, two weeks."""
    for number, instant in enumerate(asked):
        match number % 4:
            case 0:
                hours.at(instant)
            case 1:
                hours.on(instant.date())
            case 2:
                hours.next_opening(instant)
            case 3:
                hours.days(instant.date(), 14)


def next_by_expanding_from_the_start(instant: datetime) -> datetime | None:
    """What most calendars do: dateutil alone, every rule from its first date, no closures and no holidays."""
    rules = rruleset()
    for rule in RULES:
        text = f"FREQ={rule.freq};INTERVAL={rule.interval};BYDAY={rule.byday}"
        rules.rrule(rrulestr(text, dtstart=datetime.combine(FIRST, rule.opens_at)))  # type: ignore[arg-type]
    found: datetime | None = rules.after(instant.astimezone(BRUSSELS).replace(tzinfo=None))
    return found


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def memory_of(asked: list[datetime]) -> int:
    """Bytes kept by one location after all answers."""
    tracemalloc.start()
    hours = open_hours()
    ask(hours, asked)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept


def measure() -> dict[str, float]:
    asked = instants()
    cold = open_hours()
    first = seconds(lambda: ask(cold, asked))
    again = seconds(lambda: ask(cold, asked))
    ours = seconds(lambda: [cold.next_opening(instant) for instant in asked])
    sample = asked[:: ANSWERS // 50]
    peer = seconds(lambda: [next_by_expanding_from_the_start(instant) for instant in sample]) / len(sample) * ANSWERS
    return {
        "answers": ANSWERS,
        "seconds_first_time": round(first, 3),
        "seconds_again": round(again, 3),
        "answers_per_second": round(ANSWERS / again),
        "next_opening_seconds": round(ours, 3),
        "next_opening_by_expanding_from_the_start_seconds": round(peer, 3),
        "ratio": round(peer / ours, 1),
        "kibibytes_kept": round(memory_of(asked) / 1024),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    results = measure()
    if parser.parse_args().json:
        print(json.dumps(results))
    else:
        for name, value in results.items():
            print(f"{name.replace('_', ' ')}: {value:,}")


if __name__ == "__main__":
    main()
