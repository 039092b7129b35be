"""Text as bots send it: cleaned, parsed from HTML and trimmed by Telegram's rules (as in its library tdlib).

Offsets and lengths of entities are in UTF-16 units, offsets in error messages in bytes of UTF-8.
"""

from .entities import found_in
from .html import parse_html
from .refusal import JSON, RefusedError, bad_request
from .text import clean, utf16_length

TEXT_LIMIT = 4096  # UTF-16 units
CAPTION_LIMIT = 1024
NO_LINKS_IN = {"text_link", "text_mention", "code", "pre"}
SPACES = " \t\n\u00a0"


def formatted(arguments: JSON, name: str, entities_name: str) -> tuple[str, list[JSON]]:
    """The text of that argument as it will be shown, and its entities."""
    text, mode = clean(arguments.get(name, "")), arguments.get("parse_mode", "").lower()
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f"parse_mode {mode} is not implemented by the simulator")
    if mode not in ("", "html", "none"):
        raise bad_request("unsupported parse_mode")
    entities: list[JSON] = []
    if mode == "html":
        text, entities = parse_html(text)
    elif given := arguments.get(entities_name):
        entities = [_given(entity, utf16_length(text)) for entity in given]
    return _trimmed(text, _with_automatic(text, entities))


def message_text(arguments: JSON, *, too_long: str = "message is too long") -> JSON:
    """The fields `text` and `entities` of a message; RefusedError if empty or too long."""
    if not arguments.get("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(arguments, "text", "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption(arguments: JSON) -> JSON:
    """The fields `caption` and `caption_entities`, none if there is no caption."""
    text, entities = formatted(arguments, "caption", "caption_entities")
    if utf16_length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _given(entity: JSON, length: int) -> JSON:
    if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > length:
        raise RefusedError(400, "Bad Request: entity beginning or end is outside the text")
    return entity


def _with_automatic(text: str, entities: list[JSON]) -> list[JSON]:
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in NO_LINKS_IN]
    found = [
        entity
        for entity in found_in(text)
        if all(entity["offset"] + entity["length"] <= start or entity["offset"] >= end for start, end in taken)
    ]
    return sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"]))


def _trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    if not text or (text[0] not in SPACES and text[-1] not in SPACES):
        return text, entities
    text = text.rstrip(SPACES)
    first = min((entity["offset"] for entity in entities), default=len(text))
    lead = 0
    while lead < min(first, len(text)) and text[lead] in " \n":
        lead += 1
    text = text[lead:]
    end = utf16_length(text)
    kept = []
    for entity in entities:
        offset = entity["offset"] - lead
        length = min(entity["length"], end - offset)
        if length > 0:
            kept.append(entity | {"offset": offset, "length": length})
    return text, kept
