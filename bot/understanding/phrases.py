"""How people ask: the phrase files of the languages and of the content packs, and questions about other places."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bot.understanding import features
from bot.understanding.normalise import plain

ROOT = Path(__file__).parent.parent.parent
OFF_TOPIC = "none"
LISTS = ("phrases", "darija", "latin")
# Made for each list of each language: questions about other places, about the desk, phrases with a place behind them.
_OTHERS, _OWN, _EXTENDED = 100, 80, 40
_SHORT = 45  # characters of a phrase that can take "of the post office" behind it
_ELSEWHERE = "locales/*/elsewhere.toml"
_LITTLE_WORD = re.compile(r"^(?:(?:l|d)'|(?:la|le|les|de|du|des|het|den|van|the|of|dyal|ديال) |ال|ل(?=\w{3}))")


@dataclass(frozen=True)
class Phrase:
    text: str
    topic: str
    language: str
    writing: str
    """Which list of its language: `phrases`, or Arabic in `darija` or `latin`."""


def read_phrases(root: Path = ROOT) -> list[Phrase]:
    """All that people wrote for training; a service's topic is `service.<id>`."""
    return [
        Phrase(text, topic, _language(file), writing)
        for file in _files(root)
        for topic, table in _tables(tomllib.loads(file.read_text(encoding="utf-8")))
        for writing in LISTS
        for text in table.get(writing, ())
    ]


def about_places(phrases: Sequence[Phrase], seed: int = 0, root: Path = ROOT) -> list[Phrase]:
    """The same questions about other places, which are off-topic, and about the desk."""
    random = Random(seed)
    made: list[Phrase] = []
    for language, writing, lists in _elsewhere(root):
        questions = [(topic, question) for topic, asked in lists["questions"].items() for question in asked]
        for places, count in ((lists["others"], _OTHERS), (lists["own"], _OWN)):
            for _ in range(count):
                (topic, question), (place, of_the_place) = random.choice(questions), random.choice(places)
                text = question.format(place=place, of=of_the_place)
                made.append(Phrase(text, OFF_TOPIC if places is lists["others"] else topic, language, writing))
        short = [
            phrase.text.rstrip(" ?!.؟")
            for phrase in phrases
            if (phrase.language, phrase.writing) == (language, writing)
            and phrase.topic in lists["questions"]
            and len(phrase.text) < _SHORT
        ]
        for _ in range(_EXTENDED if short else 0):
            text = f"{random.choice(short)} {random.choice(lists['others'])[1]}"
            made.append(Phrase(text, OFF_TOPIC, language, writing))
    return list(dict.fromkeys(made))


def other_places(root: Path = ROOT) -> list[str]:
    """Their names as `plain` leaves them, without article."""
    names = {_bare(plain(name)) for _, _, lists in _elsewhere(root) for pair in lists["others"] for name in pair}
    return sorted(name for name in names if len(name) > 2)


def fingerprint(root: Path = ROOT) -> str:
    """Changes whenever the model has to be trained again."""
    digest = hashlib.sha256(str(features.VERSION).encode())
    for file in (*_files(root), *sorted(root.glob(_ELSEWHERE))):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _bare(name: str) -> str:
    while (shorter := _LITTLE_WORD.sub("", name)) != name:
        name = shorter
    return name


def _files(root: Path) -> list[Path]:
    return sorted([*root.glob("locales/*/phrases.toml"), *root.glob("organisations/*/phrases/*.toml")])


def _elsewhere(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Language, which list of it, and its places and questions."""
    for file in sorted(root.glob(_ELSEWHERE)):
        for writing, lists in tomllib.loads(file.read_text(encoding="utf-8")).items():
            yield file.parent.name, writing, lists


def _language(file: Path) -> str:
    return file.parent.name if file.name == "phrases.toml" else file.stem


def _tables(data: dict[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """[service.housing] is a table in a table."""
    for name, table in data.items():
        if any(key in table for key in LISTS):
            yield above + name, table
        else:
            yield from _tables(table, f"{above}{name}.")
