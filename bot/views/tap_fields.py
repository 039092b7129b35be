"""How the fields of a tap are written into a button and read again, by their type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

Codec = tuple[Callable[[Any], str], Callable[[str], Any]]
"""Writing; and reading, which raises ValueError for what was never written."""

MOST_DIGITS = 15  # Telegram's ids have at most 52 significant bits (User.id, Bot API 10.1)
YES_NO = {"yes": True, "no": False}


def codec_of(kind: Any) -> Codec:
    """For int from 0, str, bool, date, time (to the minute), StrEnum, Literal of str, tuple[str, ...], also `| None`.

    None is written as nothing. TypeError for other types.
    """
    if get_origin(kind) in (Union, UnionType):
        inner = [one for one in get_args(kind) if one is not NoneType]
        write, read = codec_of(inner[0])
        return lambda value: "" if value is None else write(value), lambda text: read(text) if text else None
    if get_origin(kind) is Literal:
        return str, _one_of({each: each for each in get_args(kind)})
    if get_origin(kind) is tuple:
        return ",".join, lambda text: tuple(text.split(",")) if text else ()
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str, kind
    raise TypeError(f"a tap cannot hold {kind}")


def _one_of(known: dict[str, Any]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        if text not in known:
            raise ValueError
        return known[text]

    return read


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise ValueError
    return int(text)


def _date(text: str) -> date:
    if len(text) != len("2026-11-23"):
        raise ValueError
    return date.fromisoformat(text)


def _time(text: str) -> time:
    if len(text) != len("0930"):
        raise ValueError
    return time(_number(text[:2]), _number(text[2:]))


_PLAIN: dict[Any, Codec] = {
    int: (str, _number),
    str: (str, str),
    bool: (lambda value: "yes" if value else "no", _one_of(YES_NO)),
    date: (date.isoformat, _date),
    time: (lambda value: value.strftime("%H%M"), _time),
}
