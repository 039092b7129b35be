"""Which days are public holidays, and what they are called."""

from datetime import date

import pytest

from bot.domain.opening.holidays import check, public_holidays
from tests.support.minute_by_minute import is_belgian_holiday


@pytest.mark.parametrize("year", [2024, 2026, 2038])
def test_belgian_holidays_are_the_legal_ones(year: int) -> None:
    found = public_holidays("BE", year)
    days = (
        date.fromordinal(number) for number in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    )
    assert sorted(found) == [day for day in days if is_belgian_holiday(day)]


def test_bank_days_are_none() -> None:
    # The Friday after Ascension and 26 December are days off of the banks only.
    assert not {date(2026, 5, 15), date(2026, 12, 26)} & set(public_holidays("BE", 2026))


def test_names_come_in_the_languages_of_the_country_first() -> None:
    armistice = public_holidays("BE", 2026)[date(2026, 11, 11)]
    assert armistice.date == date(2026, 11, 11)
    assert next(iter(armistice.name)) == "nl"
    assert {language: armistice.name[language] for language in ("nl", "fr", "en")} == {
        "nl": "Wapenstilstand",
        "fr": "Jour de l'Armistice",
        "en": "Armistice Day",
    }
    assert "ar" not in armistice.name


def test_names_do_not_depend_on_the_language_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    public_holidays.cache_clear()
    assert public_holidays("BE", 2026)[date(2026, 12, 25)].name["nl"] == "Kerstmis"


@pytest.mark.parametrize(("country", "language"), [("RO", "ro"), ("PE", "es"), ("FR", "fr")])
def test_countries_of_the_other_organisations(country: str, language: str) -> None:
    check(country)
    named = public_holidays(country, 2026).values()
    assert date(2026, 12, 25) in public_holidays(country, 2026)
    assert all(next(iter(holiday.name)) == language for holiday in named)


@pytest.mark.parametrize("country", ["XX", "be", ""])
def test_an_unknown_country_is_refused(country: str) -> None:
    with pytest.raises(
        ValueError, match=f"country: expected two capitals such as BE, with known holidays, not '{country}'"
    ):
        check(country)
