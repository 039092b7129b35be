"""Does a sentence that everybody will read seem to hold what only few should know? A guess, for a gentle warning."""

from __future__ import annotations

import re
import unicodedata

from phonenumbers import Leniency, PhoneNumberMatcher

from bot.domain.sensitive_words import DIAGNOSIS, STATUS, STREETS_AFTER, STREETS_BEFORE, STREETS_FIRST

KINDS = ("phone", "email", "address", "number", "status", "diagnosis")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
REGISTER_NUMBER = re.compile(r"\b\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. -]?\d{2}\b")
IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?\d{4}){3,7}\b")
ARABIC_PREFIX = "(?:[وفبكل]{0,2}(?:ال)?|لل)"  # and, so, in, as, to, the: written onto the word
NO_HOUSE = (
    r"h\b|:|/|%|€|eur|ans?\b|jaar|ani\b|years?\b|min|heure|uur|ore\b|hour|sa'?a|ساع|person|enfant|kind|copii|child"
)
HOUSE = rf"(?<![\d:/.])\d{{1,4}}(?!\d|\s*(?:{NO_HOUSE}))"


def kinds(text: str, country: str = "BE") -> list[str]:
    """Which of KINDS it seems to hold, in that order. `country`: whose phone numbers have no prefix."""
    read = plain(text)
    found = {
        "phone": any(True for _ in PhoneNumberMatcher(read, country, leniency=Leniency.VALID)),
        "email": bool(EMAIL.search(read)),
        "address": bool(ADDRESS.search(read)),
        "number": bool(IBAN.search(read))
        or any(_is_register_number(match[0]) for match in REGISTER_NUMBER.finditer(read)),
        "status": bool(STATUS_WORDS.search(read)),
        "diagnosis": bool(DIAGNOSIS_WORDS.search(read)),
    }
    return [kind for kind in KINDS if found[kind]]


def plain(text: str) -> str:
    """Lower case, no accents, no vowel signs, plain digits; one form of each Arabic letter."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    kept = (letter for letter in decomposed if unicodedata.category(letter) not in ("Mn", "Cf"))
    return "".join(_digit(letter) for letter in kept).translate(SAME_LETTER)


SAME_LETTER = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None, "’": "'", "‘": "'", "–": "-", "‑": "-"})


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if unicodedata.category(letter) == "Nd" else letter


def _is_register_number(written: str) -> bool:
    """Belgium's, by its check digits: 97 minus the rest of the first nine (with a 2 before them since 2000)."""
    digits = "".join(filter(str.isdigit, written))
    return int(digits[9:]) in (97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97)


def _words(listed: str) -> re.Pattern[str]:
    """One pattern for a list with a word, or the beginning of one and `*`, on each line."""
    alternatives = []
    for line in filter(None, map(str.strip, plain(listed).splitlines())):
        word = re.escape(line.removesuffix("*")).replace(r"\ ", r"[\s-]+")
        prefix = ARABIC_PREFIX if "؀" <= line[0] <= "ۿ" else ""
        alternatives.append(prefix + word + (r"\w*" if line.endswith("*") else ""))
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


STATUS_WORDS, DIAGNOSIS_WORDS = _words(STATUS), _words(DIAGNOSIS)
# "rue des Vétérinaires 12", "12, rue …", "Bergensesteenweg 12": a street without a number is no address.
NAME = r"(?:[\s.]+[^\W\d]+(?:['-][^\W\d]+)*){1,5}"
ADDRESS = re.compile(
    rf"(?<!\w)(?:{STREETS_BEFORE})\.?{NAME},?\s*(?:n[°o.r]*\s*)?{HOUSE}"
    rf"|(?<!\w){HOUSE}\s?[a-z]?,?\s+(?:{STREETS_FIRST})\s"
    rf"|(?<!\w)[^\W\d]{{2,}}[\s-]?(?:{STREETS_AFTER})\.?\s+(?:n[°o.r]*\s*)?{HOUSE}"
    rf"|(?<!\w){HOUSE}\s+(?:[^\W\d]+\s+){{1,3}}(?:street|road|avenue|lane|square)\b"
)
