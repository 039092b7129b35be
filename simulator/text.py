"""How Telegram counts and cleans text."""

import re

CONTROLS = {code: " " for code in range(32) if code not in (9, 10, 13)} | {13: None}
DROPPED = dict.fromkeys([*range(0x2028, 0x202F), 0x0333, 0x033F, 0x030A])  # as tdlib does; U+2066 … U+2069 stay
CLEANING = CONTROLS | DROPPED
UNCLEAN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\u2028-\\u202e\\u0333\\u033f\\u030a]")


def utf16_length(text: str) -> int:
    """Length in UTF-16 units: characters beyond U+FFFF are two."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """Without carriage returns, line and direction marks that Telegram drops; other control characters as spaces."""
    return text.translate(CLEANING) if UNCLEAN.search(text) else text
