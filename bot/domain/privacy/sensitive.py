"""Does a sentence that everybody will read seem to hold what only few should know? A guess, for a gentle warning."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban
from stdnum.be import ssn
from stdnum.fr import nir
from stdnum.ro import cnp

from bot.domain.privacy.sensitive_words import DIAGNOSIS, STATUS, STREETS_AFTER, STREETS_BEFORE, STREETS_FIRST

KINDS = ("phone", "email", "address", "number", "status", "diagnosis")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
SEPARATORS = r"[\s./-]{0,3}"
ARABIC_PREFIX = "(?:[وفبكل]{0,2}(?:ال)?|لل)"  # and, so, in, as, to, the: written onto the word
NO_HOUSE = (
    r"h\b|:|/|%|€|eur|ans?\b|jaar|ani\b|years?\b|min|heure|uur|ore\b|hour|sa'?a|ساع|person|enfant|kind|copii|child"
)
HOUSE = rf"(?<![\d:/.])\d{{1,4}}(?!\d|\s*(?:{NO_HOUSE}))"


def _grouped(*groups: str) -> re.Pattern[str]:
    """Groups of digits with separators between them, or none. What begins with a plus is a phone number."""
    return re.compile(rf"(?<![\d+])(?=({SEPARATORS.join(groups)})(?!\d))")


# What looks like a number is one if the library finds its check digits right.
REGISTERED = (
    (_grouped(r"\d\d", r"\d\d", r"\d\d", r"\d{3}", r"\d\d"), ssn.is_valid),  # Belgium's, also bis
    (_grouped(r"[1-9]", r"\d\d", r"\d\d", r"\d\d", r"\d\d", r"\d{3}", r"\d"), cnp.is_valid),
    (_grouped(r"[1-478]", r"\d\d", r"\d\d", r"\d[\dab]", r"\d{3}", r"\d{3}", r"\d\d"), nir.is_valid),
)
ACCOUNT = re.compile(rf"(?<![a-z0-9])(?=([a-z]{{2}}{SEPARATORS}\d\d(?:{SEPARATORS}[a-z0-9]){{11,30}}))")


def kinds(text: str, country: str = "BE") -> list[str]:
    """Which of KINDS it seems to hold, in that order. `country`: whose phone numbers have no prefix."""
    read = plain(text)
    found = {
        "phone": any(True for _ in PhoneNumberMatcher(read, country, leniency=Leniency.VALID)),
        "email": bool(EMAIL.search(read)),
        "address": bool(ADDRESS.search(read)),
        "number": _is_registered(read) or _has_account(read),
        "status": bool(STATUS_WORDS.search(read)),
        "diagnosis": bool(DIAGNOSIS_WORDS.search(read)),
    }
    return [kind for kind in KINDS if found[kind]]


def plain(text: str) -> str:
    """Lower case, no accents, no vowel signs, plain digits; one form of each Arabic letter."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    kept = (letter for letter in decomposed if unicodedata.category(letter) not in ("Mn", "Cf"))
    return "".join(_digit(letter) for letter in kept).translate(SAME_LETTER)


SAME_LETTER = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None, "’": "'", "‘": "'"} | dict.fromkeys("‐‒–—―−", "-"))


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if unicodedata.category(letter) == "Nd" else letter


def _is_registered(text: str) -> bool:
    """A person, by a number that their state gave them."""
    return any(
        is_valid(re.sub(SEPARATORS, "", match[1])) for number, is_valid in REGISTERED for match in number.finditer(text)
    )


def _has_account(text: str) -> bool:
    """An IBAN. Which word is its last depends on the country; the library's list of banks is older than some banks."""
    return any(
        iban.is_valid(number, check_country=False)
        for match in ACCOUNT.finditer(text)
        for number in accumulate(re.findall(r"[a-z0-9]+", match[1]))
    )


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
