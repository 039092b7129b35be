"""What the page sends, checked."""

import json
from datetime import datetime
from typing import Annotated, Literal, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from .guard import Mistake

Input = TypeVar("Input", bound=BaseModel)
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewPerson(_Strict):
    name: Annotated[Words, StringConstraints(max_length=64)]
    language_code: Literal["fr", "nl", "ar", "ro", "en", "es"]
    role: Literal["resident", "volunteer", "coordinator"]


class Said(_Strict):
    text: Annotated[Words, StringConstraints(max_length=4096)]


class Tap(_Strict):
    message_id: int
    data: Annotated[str, StringConstraints(min_length=1)]


class Opening(_Strict):
    parameter: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,64}$")] = ""


class ClockChange(_Strict):
    """One of the three. A `to` without a UTC offset is wall time of shown.ZONE."""

    by_seconds: Annotated[float, Field(allow_inf_nan=False, ge=-4e9, le=4e9)] | None = None
    to: datetime | None = None
    reset: Literal[True] | None = None


class NetworkChange(_Strict):
    dropped: bool | None = None
    latency_ms: Annotated[int, Field(ge=0, le=60_000)] | None = None


async def read(request: web.Request, kind: type[Input]) -> Input:
    """The request's JSON body; Mistake or ValidationError (400 both) if it is not what is expected."""
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise Mistake(400, "The request's body must be JSON.") from None
    return kind.model_validate(body)
