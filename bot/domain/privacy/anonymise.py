"""A message without what could say who wrote it. Where that is not sure, the word goes, or the whole message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from bot.domain.privacy import sensitive
from bot.domain.privacy.anonymise_words import BEFORE_A_NAME, BEFORE_ONE, JOINING, NO_NAMES

TOO_TELLING = {"address", "status", "diagnosis"}
LONGEST = 40  # words: more is somebody's story
FEWEST = 2
_LONGEST_NAME = 4
_PUNCTUATION = ".,;:!?؟،؛()[]\"'«»“”„…*_-"
_ENDS_A_CLAUSE = re.compile(r"[.,;:!?؟،؛)»”…]$")
_ADDRESS = re.compile(r"@|://|www\.|\w\.\w{2}", re.IGNORECASE)
_ARABIC_IN_LATIN = re.compile(r"[23579]?(?:[^\W\d_]+[235789])*[^\W\d_]*")  # there 3, 7, 9 are letters
_BEFORE_A_NAME = tuple(BEFORE_A_NAME.split("\n")[1:-1])
_BEFORE_ONE = tuple(BEFORE_ONE.split("\n")[1:-1])


def anonymise(text: str, own: Collection[str] = ()) -> str | None:
    """In small letters, without names, numbers, addresses and links; None where too little is left, or too much is
    told. `own`: what the writer calls themselves in Telegram."""
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cs"))
    words = text.split()
    if len(words) > LONGEST or _shouted(text) or TOO_TELLING & set(sensitive.kinds(text)):
        return None
    names = {_core(part) for name in own for part in name.split()}
    kept = [word for word in _unnamed(words) if _core(word) not in names]
    if len(kept) < FEWEST or 2 * len(kept) < len(words):
        return None
    return " ".join(kept).lower()


def _unnamed(words: list[str]) -> Iterator[str]:
    cores = [_core(word) for word in words]
    drop, longer = 0, False  # words that are somebody's name, and whether it may be of several words
    for at, (word, core) in enumerate(zip(words, cores, strict=True)):
        ends = _ENDS_A_CLAUSE.search(word) is not None
        if drop and core not in (JOINING if longer else NO_NAMES | JOINING):
            drop = 0 if ends else drop - 1
            continue
        drop = 0 if ends and word[-1] != ":" else _names_after(" ".join(cores[: at + 1]))
        longer = drop > 1
        if core and not _tells(word) and not _is_capitalised(words, cores, at):
            yield word


def _names_after(said: str) -> int:
    """How many of the next words may be a name."""
    said = f" {said}"
    if any(said.endswith(f" {before}") for before in _BEFORE_A_NAME):
        return _LONGEST_NAME
    return int(any(said.endswith(f" {before}") for before in _BEFORE_ONE))


def _tells(word: str) -> bool:
    """A number, an address, a link, a @name."""
    if _ADDRESS.search(word):
        return True
    return any(letter.isdigit() for letter in word) and not (
        _ARABIC_IN_LATIN.fullmatch(word.strip(_PUNCTUATION)) and any(letter.isalpha() for letter in word)
    )


def _is_capitalised(words: list[str], cores: list[str], at: int) -> bool:
    """Not what every message begins with: but if a capital follows it, that is a name of two words."""
    if not _capital(words[at]) or cores[at] in NO_NAMES:
        return False
    return at > 0 or (len(words) > 1 and _capital(words[1]) and cores[1] not in NO_NAMES)


def _capital(word: str) -> bool:
    return word.lstrip(_PUNCTUATION)[:1].isupper()


def _core(word: str) -> str:
    return sensitive.plain(word).strip(_PUNCTUATION)


def _shouted(text: str) -> bool:
    """All in capitals: a name in it would not show."""
    letters = [letter for letter in text if letter.isupper() or letter.islower()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) > len(letters) / 2
