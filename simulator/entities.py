"""What Telegram finds by itself in a text: links, addresses, commands. Offsets and lengths are in UTF-16 units."""

import re

from .refusal import JSON
from .text import utf16_length

AUTOMATIC = re.compile(
    r"(?P<url>https?://[^\s<>\"']+[^\s<>\"'.,;:!?)»])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w+)?)\b(?!/)"
    r"|(?<![\w/])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<!\w)(?P<phone_number>\+\d[\d ]{7,16}\d)(?!\w)"
)


def found_in(text: str) -> list[JSON]:
    """MessageEntity objects for what stands out by itself."""
    if not any(sign in text for sign in "/@+"):
        return []
    return [
        {
            "type": str(match.lastgroup),
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for match in AUTOMATIC.finditer(text)
    ]
