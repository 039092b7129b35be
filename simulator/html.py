"""Telegram's HTML: the few tags it knows, its entities, and its words for each mistake.

Follows tdlib's parser state by state, so that what passes here passes there.
"""

from __future__ import annotations

from dataclasses import dataclass

from .refusal import JSON, RefusedError, bad_request
from .text import clean, utf16_length

SPACE = " \t\n\r\v\f\0"
SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
END = "\0"  # stands after the last character, as in C


@dataclass(slots=True)
class OpenTag:
    """A start tag whose end is still to come."""

    name: str
    argument: str
    offset: int  # UTF-16 units of text before it
    position: int  # pieces of text before it


def parse_html(text: str) -> tuple[str, list[JSON]]:
    """The text without tags, and its entities; RefusedError in Telegram's words."""
    if "<" not in text and "&" not in text:
        return text, []
    return HtmlParser(text.replace(END, " ")).parse()


class HtmlParser:
    """Reads once from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text + END
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[OpenTag] = []
        self.entities: list[JSON] = []

    def parse(self) -> tuple[str, list[JSON]]:
        """All of it."""
        end = len(self.text) - 1
        while self.at < end:
            character = self.text[self.at]
            if character == "<":
                if self.text[self.at + 1] == "/":
                    self._end_tag()
                else:
                    self._start_tag()
            elif character == "&":
                self._add(self._referred())
            else:
                stop = min(p for p in (self.text.find("<", self.at), self.text.find("&", self.at), end) if p >= 0)
                self._add(self.text[self.at : stop])
                self.at = stop
        if self.open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self.open[-1].name}\""
            )
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def _take(self) -> str:
        self.at += 1
        return self.text[self.at - 1]

    def _skip_spaces(self) -> None:
        while self.at < len(self.text) - 1 and self.text[self.at] in SPACE:
            self.at += 1

    def _word(self, stop: str) -> str:
        begin = self.at
        while self.text[self.at] not in stop:
            self.at += 1
        return self.text[begin : self.at]

    def _wrong(self, what: str, at: int, more: str = "") -> RefusedError:
        return bad_request(f"can't parse entities: {what} at byte offset {len(self.text[:at].encode())}{more}")

    def _referred(self) -> str:
        """The character that &…; stands for, or the ampersand itself."""
        character = self._reference()
        return clean(character) if character else self._take()

    def _reference(self) -> str:
        """Reads &…; if it stands for a character, else reads nothing and gives ""."""
        at = self.at + 1
        if self.text[at] == "#":
            hexadecimal = self.text[at + 1] == "x"
            at = begin = at + (2 if hexadecimal else 1)
            digits = "0123456789abcdefABCDEF" if hexadecimal else "0123456789"
            while self.text[at] in digits:
                at += 1
            code = int(self.text[begin:at] or "0", 16 if hexadecimal else 10)
            too_long = at - self.at >= 10
            character = "" if code == 0 or code >= 0x10FFFF or 0xD800 <= code < 0xE000 or too_long else chr(code)
        else:
            begin = at
            while self.text[at].isascii() and self.text[at].isalpha():
                at += 1
            character = NAMED.get(self.text[begin:at], "")
        if character:
            self.at = at + (self.text[at] == ";")
        return character

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name = self._word(SPACE + ">").lower()
        if self.text[self.at] == END:
            raise self._wrong("Unclosed start tag", begin)
        if name not in TAGS:
            raise self._wrong(f'Unsupported start tag "{name}"', begin)
        argument = ""
        while self.text[self.at] != ">":
            self._skip_spaces()
            if self.text[self.at] == ">":
                break
            argument = self._attribute(name, begin) or argument
        self.at += 1
        if name == "span" and argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(OpenTag(name, argument, self.offset, len(self.pieces)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Reads one attribute; what it says if it matters to the tag."""
        name = self._word(SPACE + "=>/\"'")
        if not name:
            if self.text[self.at] == END:
                raise self._wrong("Unclosed start tag", begin)
            raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_spaces()
        if self.text[self.at] != "=":
            if self.text[self.at] == END:
                raise self._wrong(f'Unclosed start tag "{tag}"', begin)
            return "1" if (tag, name) == ("blockquote", "expandable") else ""
        self.at += 1
        self._skip_spaces()
        if self.text[self.at] == END:
            raise self._wrong(f'Unclosed start tag "{tag}"', begin)
        value = self._literal() if self.text[self.at] in "\"'" else self._token()
        if self.text[self.at] == END:
            raise self._wrong("Unclosed start tag", begin)
        return self._meaning(tag, name, value)

    @staticmethod
    def _meaning(tag: str, name: str, value: str) -> str:
        if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
            return value
        if (tag, name) == ("code", "class") and value.startswith("language-"):
            return value.removeprefix("language-")
        if (tag, name) == ("span", "class") and value.startswith("tg-"):
            return value.removeprefix("tg-")
        return "1" if (tag, name) == ("blockquote", "expandable") else ""

    def _literal(self) -> str:
        quote = self._take()
        value = ""
        while self.text[self.at] not in (quote, END):
            value += self._referred() if self.text[self.at] == "&" else self._take()
        if self.text[self.at] == quote:
            self.at += 1
        return value

    def _token(self) -> str:
        begin = self.at
        while self.text[self.at].isascii() and (self.text[self.at].isalnum() or self.text[self.at] in ".-"):
            self.at += 1
        if self.text[self.at] not in SPACE + ">":
            raise self._wrong("Unexpected end of name token", begin)
        return self.text[begin : self.at].lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        self.at += 2
        name = self._word(SPACE + ">").lower()
        self._skip_spaces()
        if self.text[self.at] != ">":
            raise self._wrong("Unclosed end tag", begin)
        self.at += 1
        tag = self.open.pop()
        if name not in ("", tag.name):
            raise self._wrong("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"')
        if self.offset > tag.offset:
            self._close(tag)

    def _close(self, tag: OpenTag) -> None:
        span: JSON = {"type": "", "offset": tag.offset, "length": self.offset - tag.offset}
        if tag.name in ("pre", "code") and self._joined_code(tag, span):
            return
        if meaning := self._entity(tag):
            self.entities.append(span | meaning)

    def _entity(self, tag: OpenTag) -> JSON:
        """Type and details, nothing for a link that leads nowhere."""
        match tag.name:
            case "blockquote":
                return {"type": "expandable_blockquote" if tag.argument else "blockquote"}
            case "a":
                url = tag.argument or "".join(self.pieces[tag.position :])
                return {"type": "text_link", "url": url} if "." in url or ":" in url else {}
            case "tg-emoji":
                if not tag.argument.isdecimal():
                    raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
                return {"type": "custom_emoji", "custom_emoji_id": tag.argument}
            case "code" if tag.argument:
                return {"type": "code", "language": tag.argument}  # for a <pre> that closes around it
            case "code" | "pre":
                return {"type": tag.name}
            case _:
                return {"type": SIMPLE[tag.name]}

    def _joined_code(self, tag: OpenTag, entity: JSON) -> bool:
        """<pre><code class="language-…"> is one entity, `pre` with its language."""
        last = self.entities[-1] if self.entities else {}
        inside = last.get("offset") == entity["offset"] and last.get("length") == entity["length"]
        if tag.name == "pre" and inside and last.get("type") == "code" and "language" in last:
            last["type"] = "pre"
            return True
        if tag.name == "code" and inside and last.get("type") == "pre" and tag.argument:
            last["language"] = tag.argument
            return True
        return False
