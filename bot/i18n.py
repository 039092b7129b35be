"""One language's words: sentences from the catalogues, dates, times, and texts of the content pack."""

from __future__ import annotations

import datetime as dt
import gettext
import re
from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import phonenumbers
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

LOCALES = Path(__file__).parent.parent / "locales"
SOURCE = "en"
# Belgium's forms where a language has them. Arabic as Moroccans write it: 24-hour clock, نونبر, Latin digits.
REGIONS = {"fr": "fr_BE", "nl": "nl_BE", "ar": "ar_MA", "ro": "ro", "en": "en_GB"}
RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT, END_OF_ISOLATE = "\u200f", "\u2066", "\u2069"
DIRECTION_MARKS = {ord("\u200e"): None, ord("\u200f"): None}
FRENCH_SPACES = re.compile("(?<=«) | (?=[:;?!»])")
# A name, an address, a number of several groups: what reads from the left inside right-to-left text.
FROM_THE_LEFT = re.compile(r"[A-Za-zÀ-ɏ0-9]+(?:[ '’./:@+-]+[A-Za-zÀ-ɏ0-9]+)*")


class Speech:
    """Everything that depends on the language somebody reads. Immutable; one for each language."""

    def __init__(self, code: str, words: gettext.NullTranslations) -> None:
        self.code = code
        self.locale = Locale.parse(REGIONS[code])
        self.rtl = self.locale.text_direction == "rtl"
        self._words = words

    def say(self, message: str, /, **values: object) -> Markup:
        """A sentence for a message: HTML, with every value escaped that is not Markup."""
        return Markup(self._words.gettext(message)).format(**values)

    def say_count(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """A sentence in the plural form of the number, which the sentence calls {number}."""
        return Markup(self._words.ngettext(one, many, number)).format(number=number, **values)

    def plain(self, message: str, /) -> str:
        """Words where Telegram shows no HTML: buttons, command lists, toasts."""
        return self._words.gettext(message)

    def date(self, day: date) -> str:
        """Weekday and full date."""
        return _date(day, self.locale)

    def short_date(self, day: dt.date) -> str:
        """Weekday and day as they fit on a button."""
        return format_skeleton("MMMEd", day, locale=self.locale).translate(DIRECTION_MARKS)

    def time(self, moment: time) -> str:
        """Wall time, 24-hour clock; give it a local time."""
        return self.ltr(_time(moment, self.locale))

    def phone(self, number: str) -> str:
        """A number in E.164 (or a short one such as 112) as people read it, still recognised by phones."""
        if not number.startswith("+"):
            return self.ltr(number)
        parsed = phonenumbers.parse(number)
        return self.ltr(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))

    def ltr(self, text: str) -> str:
        """Keep an address, a number or a time in one piece inside right-to-left text, also where a line begins."""
        return f"{RIGHT_TO_LEFT_MARK}{LEFT_TO_RIGHT}{text}{END_OF_ISOLATE}" if self.rtl else text

    def text(self, words: Mapping[str, str] | None) -> Markup:
        """A text of the content pack; if it lacks this language, another one, and it says which."""
        if not words:
            return Markup("")
        if self.code in words:
            own = _tied(self.code, words[self.code])
            return Markup.escape(FROM_THE_LEFT.sub(lambda run: self.ltr(run[0]), own) if self.rtl else own)
        other = next(code for code in (*REGIONS, *words) if code in words)
        text = self.ltr(words[other])
        return Markup("🌐 <i>({language})</i> {text}").format(language=self.language(other), text=text)

    def language(self, code: str) -> str:
        """A language's name in this one, sign languages included."""
        signed = {"sfb": self.plain("French Belgian Sign Language"), "vgt": self.plain("Flemish Sign Language")}
        return signed.get(code) or self.locale.languages.get(code, code)

    @property
    def own_name(self) -> str:
        """The language's name in its own script."""
        return str(Locale(self.code).display_name).capitalize()

    def listing(self, items: list[str]) -> str:
        """Items in a row: "a, b and c"."""
        return format_list(items, locale=self.locale)


@lru_cache(maxsize=5000)
def _date(day: date, locale: Locale) -> str:
    return format_date(day, "full", locale=locale).translate(DIRECTION_MARKS)


@lru_cache(maxsize=5000)
def _time(moment: time, locale: Locale) -> str:
    return format_time(moment, "short", locale=locale)


def load_speeches(folder: Path = LOCALES) -> dict[str, Speech]:
    """All languages, read from the .po files: nothing needs compiling."""
    return {code: Speech(code, _words(folder, code)) for code in REGIONS}


def _tied(code: str, text: str) -> str:
    """French puts a space before : ; ? ! and inside « », at which a line must not break; nobody types that one."""
    return FRENCH_SPACES.sub("\u00a0", text) if code == "fr" else text


def read_catalogue(folder: Path, code: str) -> Catalog:
    with (folder / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def _words(folder: Path, code: str) -> gettext.NullTranslations:
    if code == SOURCE:
        return gettext.NullTranslations()
    catalogue = read_catalogue(folder, code)
    for message in catalogue:
        forms = [message.string] if isinstance(message.string, str) else message.string or [""]
        tied = tuple(_tied(code, form) for form in forms)
        message.string = tied if message.pluralizable else tied[0]
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def spoken(speeches: Mapping[str, Speech], code: str | None) -> Speech | None:
    """The speech for a language tag as phones send it (`ar-MA`, `pt`), if there is one."""
    return speeches.get((code or "").lower().replace("_", "-").partition("-")[0])
