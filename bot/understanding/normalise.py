"""Brings what people type to one form: training and serving read the same."""

from __future__ import annotations

import re
import unicodedata

CAP = 1000
"""Characters of a message that are read: a question stands in its beginning."""

_INVISIBLE = re.compile("[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_ONE_LETTER = str.maketrans({"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ە": "ه", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "ک": "ك"})
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`\u2032]")
_ELONGATED = re.compile(r"([^\W\d_])\1{2,}")
_REPEATED = re.compile(r"([^\w\s])\1+")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")

_HELLO = (
    r"bonjour|bonsoir|bjr|bsr|salut|slt|coucou|cc|hello|hi|hey|hallo|hoi|goe(?:ie|den?|i) ?(?:dag|morgen|middag|avond)|"
    r"dag (?:mevrouw|meneer|allemaal)|buna(?: (?:ziua|seara|dimineata))?|good (?:morning|evening)|"
    r"sala+mo? ?(?:3|a|o)?l[ae]?[iy]k(?:om|oum|um)?|salam|slm|marhaba|sba7 (?:el |l)?kh?(?:ir|eir)|"
    r"(?:ال)?سلام(?: عليكم)?(?: ورحمه الله)?(?: وبركاته)?|مرحبا|اهلا(?: وسهلا)?|صباح (?:ال)?خير|مساء? (?:ال)?خير"
)
_AND_HOW_ARE_YOU = (
    r"madame|monsieur|mevrouw|meneer|doamna|domnule|sir|khouya|khoya|khti|sidi|lalla|خويا|ختي|اختي|اخي|سيدي|"
    r"ca va|cv|sa va|alles goed|ce mai faceti|how are you|la ?bas(?: 3likom?)?|kidayr\w*|ki ?rakom?|bikhir|"
    r"لاباس(?: عليك\w*)?|كيداير\w*|كيف (?:الحال|حالكم?)|بخير"
)
_GREETED = re.compile(rf"(?>(?:(?:{_HELLO}|{_AND_HOW_ARE_YOU})(?!\w)\W*)+)(?=\w+\W+\w)")


def without_greeting(words: str) -> str:
    """What comes after "hello, how are you", if there is a question behind it; `words` as `plain` leaves them."""
    greeted = _GREETED.match(words)
    return words[greeted.end() :] if greeted else words


def capped(text: str) -> tuple[str, bool]:
    """The part that is read, and whether something was left away."""
    return text[:CAP], len(text) > CAP


def plain(text: str) -> str:
    """Lower case, no accents or vowel signs, no invisible characters, one form of each Arabic letter, ASCII digits.

    Never raises. Digits stay: in Arabic written with Latin letters 3, 7 and 9 are letters.
    """
    text = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    text = unicodedata.normalize("NFKD", text)[: 4 * CAP]
    text = "".join(map(_digit, (character for character in text if not unicodedata.combining(character))))
    text = _APOSTROPHES.sub("'", text.translate(_ONE_LETTER))
    return _SPACE.sub(" ", _REPEATED.sub(r"\1", _ELONGATED.sub(r"\1", text))).strip()


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
