"""A content pack that may be imported: read, checked, and with the place of each text in its files."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.content.fields import Known
from bot.content.mistakes import mistakes_in
from bot.content.reading import Loc, PackError, Source, read_source
from bot.content.schema import Content


@dataclass(frozen=True)
class Pack:
    content: Content
    source: Source

    @property
    def content_hash(self) -> str:
        """The same for the same content, however the files are laid out."""
        content = json.dumps(self.content.model_dump(mode="json"), sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()


def read_pack(folder: Path) -> Pack:
    """PackError, with every mistake in it, unless the pack may be imported as it is."""
    source = read_source(folder)
    try:
        content = Content.model_validate(source.data, context=_known(source.data))
    except ValidationError as error:
        # What stands in a file that cannot be read seems missing elsewhere: name the cause only.
        source.mistakes.extend(mistakes_in(error, source) if source.whole else ())
    if source.mistakes:
        raise PackError(sorted(source.mistakes))
    return Pack(content, source)


def missing_translations(pack: Pack) -> list[str]:
    """One line for each text that lacks a language in which the bot is offered, language by language."""
    texts = list(_texts(pack.content, ()))
    lines = []
    for language in pack.content.languages:
        for loc, words in texts:
            if language not in words:
                file, line = pack.source.place(loc)
                lines.append(f"{language}: {file}, line {line}: {'.'.join(map(str, loc))}")
    return lines


def _texts(part: Any, loc: Loc) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    if isinstance(part, dict):
        yield loc, part
    elif isinstance(part, BaseModel):
        for key, value in part:
            yield from _texts(value, (*loc, key))
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _texts(value, (*loc, index))


def _known(data: Mapping[str, Any]) -> Known:
    """Read before the content is known to be sound: whatever has another shape is left out."""
    schedules = [item for location in _parts(data, "locations") for item in _parts(location, "schedules")]
    language, offered = data.get("default_language"), data.get("languages")
    return Known(
        # One mistake in this key must not make one of every text.
        default_language=language if isinstance(offered, list) and language in offered else None,
        ids={
            "location": _ids(_parts(data, "locations")),
            "service": _ids(_parts(data, "services")),
            "schedule": _ids(schedules),
            "meeting": _ids(_parts(data, "meetings")),
            "area": _ids(_parts(data, "areas")),
        },
    )


def _parts(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    parts = data.get(key)
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _ids(parts: list[dict[str, Any]]) -> Counter[str]:
    return Counter(id for part in parts if isinstance(id := part.get("id"), str))
