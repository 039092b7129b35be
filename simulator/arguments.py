"""What a call says, from text or JSON to values of the kinds that the Bot API's description names."""

import json
from dataclasses import dataclass
from typing import Any

from .refusal import JSON, bad_request
from .spec import METHODS, alternatives, mismatch

READ_ELSEWHERE = {"reply_markup"}  # keyboards.py knows Telegram's own words for its mistakes
MISSING = {
    "chat_id": "chat_id is empty",
    "user_id": "invalid user_id specified",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "from_chat_id": "chat_id is empty",
    "file_id": "invalid file_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "audio": "there is no audio in the request",
    "video": "there is no video in the request",
    "video_note": "there is no video note in the request",
    "sticker": "there is no sticker in the request",
    "action": "wrong parameter action in request",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
}
MAY_BE_EMPTY = {"url", "commands"}  # setWebhook and setMyCommands take away then
LAST_CHECKED = ("chat_id",)  # Telegram reads the content of a message before it looks where it goes


@dataclass(slots=True, frozen=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime_type: str | None
    content: bytes


Raw = dict[str, object]  # str, Upload, or what JSON holds


def read(method: str, raw: Raw) -> JSON:
    """Typed arguments; RefusedError in Telegram's words for what is missing or cannot be read. What the method does
    not know is ignored; an empty text counts as missing. Uploads stay under their names."""
    takes: dict[str, str] = METHODS[method]["takes"]
    values: JSON = {n: v for n, v in raw.items() if isinstance(v, Upload) and "InputFile" in takes.get(n, "InputFile")}
    for name, value in raw.items():
        if name in takes and value is not None and value != "" and not isinstance(value, Upload):
            values[name] = _value(name, value, takes[name])
    missing = [n for n, kind in takes.items() if kind.endswith("!") and n not in values and n not in MAY_BE_EMPTY]
    if missing:
        name = min(missing, key=lambda name: name in LAST_CHECKED)
        raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))
    return values


def _value(name: str, value: object, kind: str) -> Any:
    kinds = alternatives(kind)
    text = value if isinstance(value, str) else None
    if kinds[0] in ("Integer", "Float"):
        return _number(name, value, kinds)
    if kinds[0] == "Boolean":
        return value if isinstance(value, bool) else str(value).lower() in ("true", "yes", "1")
    if kinds[-1] == "String":
        if isinstance(value, (dict, list)):
            raise bad_request(f"can't parse {name}: it must be of type String")
        return _utf8(text if text is not None else json.dumps(value))
    if text is not None:
        value = _decoded(name, text)
    if name not in READ_ELSEWHERE and (wrong := mismatch(value, kind, exact=False, at=name)):
        raise bad_request(f"can't parse {name}: {wrong}")
    return value


def _number(name: str, value: object, kinds: tuple[str, ...]) -> int | float | str:
    if isinstance(value, (bool, dict, list)):
        raise bad_request(f"can't parse {name}: it must be of type {kinds[0]}")
    try:
        return int(str(value)) if kinds[0] == "Integer" else float(str(value))
    except ValueError:
        if "String" in kinds:
            return str(value)
        raise bad_request(f"can't parse {name}: it must be of type {kinds[0]}") from None


def _decoded(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        what = "reply keyboard markup" if name == "reply_markup" else name.replace("_", " ")
        raise bad_request(f"can't parse {what} JSON object") from None


def _utf8(text: str) -> str:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    return text
