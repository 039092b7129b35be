"""No button is longer than Telegram takes, whatever a pack and the database put into it."""

from __future__ import annotations

import pkgutil
from dataclasses import fields
from datetime import date, time
from importlib import import_module
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

import bot.views
from bot.views.taps import TAPS, Tap, data_of

for module in pkgutil.walk_packages(bot.views.__path__, "bot.views."):
    import_module(module.name)

ID = "x" * 31  # bot.content.fields.Id
TEXTS = {"language": "zgh", "key": "f" * 8, "topic": "service.", "topics": (), "step": "consent"}
"""No ids: a language's code (also after the step `languages`), the key of a choice. What does not fit beside a topic is
left out."""
NUMBER = 10**10 - 1
REAL = [kind for name, kind in TAPS.items() if not name.startswith("test.")]


def longest(name: str, kind: Any) -> Any:
    if name in TEXTS:
        return TEXTS[name]
    options = [one for one in get_args(kind) if one is not NoneType]
    if options and all(isinstance(one, str) for one in options):
        return max(options, key=len)
    kind = options[0] if NoneType in get_args(kind) else kind
    if get_args(kind) and isinstance(get_args(kind)[0], str):
        return max(get_args(kind), key=len)
    plain = {int: NUMBER, str: ID, bool: True, date: date(2026, 12, 31), time: time(23, 59)}
    return plain[kind] if kind in plain else max(kind, key=len)


@pytest.mark.parametrize("kind", REAL, ids=lambda kind: kind.name)
def test_every_button_fits(kind: type[Tap]) -> None:
    hints = get_type_hints(kind)
    tap = kind(**{one.name: longest(one.name, hints[one.name]) for one in fields(kind)})  # type: ignore[arg-type]
    assert data_of(tap)


def test_the_walk_finds_them() -> None:
    assert len(REAL) > 100
