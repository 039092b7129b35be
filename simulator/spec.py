"""The Bot API's own description of its methods and types (bot_api.json), and what does not fit it.

A kind is written "Integer", "Integer|String", "Array of Message"; a "!" at its end means required.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

SPEC = json.loads(Path(__file__).with_name("bot_api.json").read_text("utf-8"))
METHODS: dict[str, dict[str, Any]] = SPEC["methods"]
TYPES: dict[str, Any] = SPEC["types"]  # fields with their kinds, or the list of subtypes
PLAIN: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
    "InputFile": str,
}


@cache
def alternatives(kind: str) -> tuple[str, ...]:
    """The kinds of which one must fit."""
    return tuple(kind.rstrip("!").split("|"))


def mismatch(value: object, kind: str, *, exact: bool, at: str = "it") -> str | None:
    """The first thing that is wrong with a value, or None. exact: unknown fields are wrong too."""
    complaints = [_mismatch(value, one, exact, at) for one in alternatives(kind)]
    return None if None in complaints else complaints[0]


def _mismatch(value: object, kind: str, exact: bool, at: str) -> str | None:
    if kind in PLAIN:
        fits = isinstance(value, PLAIN[kind]) and (kind == "Boolean" or not isinstance(value, bool))
        return None if fits else f"{at} must be of type {kind}"
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return f"{at} must be of type Array"
        inner = kind.removeprefix("Array of ")
        found = (mismatch(item, inner, exact=exact, at=f"{at}[{n}]") for n, item in enumerate(value))
        return next((complaint for complaint in found if complaint), None)
    if kind == "RichText":  # recursive in the Bot API, and nothing that the simulator sends
        return None
    fields = TYPES[kind]
    if isinstance(fields, list):
        return mismatch(value, "|".join(fields), exact=exact, at=at)
    return _object_mismatch(value, fields, exact, at)


def _object_mismatch(value: object, fields: dict[str, str], exact: bool, at: str) -> str | None:
    if not isinstance(value, dict):
        return f"{at} must be of type Object"
    for name, kind in fields.items():
        if name in value:
            if complaint := mismatch(value[name], kind, exact=exact, at=f"{at}.{name}"):
                return complaint
        elif kind.endswith("!"):
            return f"{at} has no field {name}"
    unknown = [str(name) for name in value if name not in fields] if exact else []
    return f"{at} has unknown fields {', '.join(unknown)}" if unknown else None
