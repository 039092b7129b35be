"""pydantic's errors in words for a content editor: file, line, key, what was expected, what was found."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.reading import Loc, Mistake, Source
from bot.content.schema import Content

EXPECTED = {
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number like 50.8396",
    "float_type": "a number like 50.8396",
    "finite_number": "a number like 50.8396",
    "string_type": "words",
    "list_type": 'a list (each item on a line with "- ")',
    "too_short": "at least one item",
    "too_long": "at most {max_length} items",
    "dict_type": 'one text for each language, such as "fr: …"',
    "literal_error": "{expected}",
    "greater_than_equal": "a number not below {ge}",
    "less_than_equal": "a number not above {le}",
}


def mistakes_in(error: ValidationError, source: Source) -> list[Mistake]:
    return [_mistake(detail, source) for detail in error.errors(include_url=False)]


def _mistake(detail: ErrorDetails, source: Source) -> Mistake:
    loc: Loc = tuple(part for part in detail["loc"] if part != "[key]")
    context = detail.get("ctx", {})
    kind = detail["type"]
    if kind == "domain":
        text = context["text"]
        loc = loc if loc[-1:] == (context["field"],) else (*loc, context["field"])
    elif kind == "missing":
        text = "expected here, but missing"
    elif kind == "extra_forbidden":
        text = f"expected one of the keys {', '.join(_keys(loc[:-1]))}"
    elif kind == "model_type":
        text = f"expected the keys {', '.join(_keys(loc))}{_found(detail)}"
    else:
        what = context["what"] if kind == "expected" else EXPECTED.get(kind, detail["msg"]).format(**context)
        text = f"expected {what}{_found(detail)}"
    file, line = source.place(loc)
    return Mistake(file, line, f"{'.'.join(map(str, loc))}: {text}")


def _found(detail: ErrorDetails) -> str:
    value = detail["input"]
    if isinstance(value, str):
        return f', found "{value if len(value) <= 40 else value[:39] + "…"}"'
    if not detail["type"].endswith("_type"):
        return ""
    return f", found {'nothing' if value is None else 'a list' if isinstance(value, list) else 'several keys'}"


def _keys(loc: Loc) -> list[str]:
    """What may stand in the part at that place."""
    model: type[BaseModel] = Content
    for part in loc:
        if isinstance(part, str):
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
