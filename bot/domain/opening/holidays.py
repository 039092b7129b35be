"""Public holidays: days on which nobody can be sure that a desk is open until its team has said so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from holidays import PUBLIC, HolidayBase, country_holidays


@dataclass(frozen=True)
class Holiday:
    date: date
    name: Mapping[str, str]
    """Name per ISO 639 code, the country's own language first: those that the library knows, seldom all of ours."""


def check(country: str) -> None:
    """Raises ValueError unless the public holidays of the country (ISO 3166-1, two letters) are known."""
    try:
        country_holidays(country)
    except NotImplementedError:
        raise ValueError(f"country: expected two capitals such as BE, with known holidays, not {country!r}") from None


@lru_cache(maxsize=32)
def public_holidays(country: str, year: int) -> Mapping[date, Holiday]:
    """The year's public holidays by date; bank days and other observances are not among them."""
    # The dates are those listed in the country's own language. Unless told, the library takes the machine's language.
    own = country_holidays(country)
    official = _named(country, year, own.default_language)
    translated = {language: _named(country, year, language) for language in own.supported_languages}
    found = {}
    for day, name in official.items():
        names = {(own.default_language or "en").partition("_")[0]: name}
        for language, listed in translated.items():
            if day in listed:
                names.setdefault(language.partition("_")[0], listed[day])
        found[day] = Holiday(day, names)
    return found


def _named(country: str, year: int, language: str | None) -> HolidayBase:
    return country_holidays(country, years=year, expand=False, categories=PUBLIC, language=language)
