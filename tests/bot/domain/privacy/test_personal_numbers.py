"""Numbers of people and of their accounts are found however they are written; other numbers are left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from itertools import zip_longest

from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban
from stdnum.fr import nir
from stdnum.ro import cnp

from bot.domain.privacy.sensitive import kinds

BIRTHDAYS = st.dates(date(1930, 1, 1), date(2020, 12, 31))
SEPARATORS = st.text(" ./-\n\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}", max_size=3)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
BEFORE = ("", "Mon numéro est le ", "IBAN: ", "J’ai 2 enfants et 1 compte, (", "رقمي ", "le 23/11 à 14:30, 20 € : ")
AFTER = ("", ".", ", merci", " c’est pour 2 personnes", ") sau 3 zile", " متى")
ACCOUNTS = {
    "BE": "[0-9]{12}",
    "DE": "[0-9]{18}",
    "FR": "[0-9]{10}[A-Z0-9]{11}[0-9]{2}",
    "NL": "[A-Z]{4}[0-9]{10}",
    "RO": "[A-Z]{4}[A-Z0-9]{16}",
    "TN": "[0-9]{20}",
}


@st.composite
def belgian(draw: st.DrawFn) -> list[str]:
    """A register number; of who is not registered (bis), the month is higher by 20 or 40."""
    born = draw(BIRTHDAYS)
    month = born.month + draw(st.sampled_from((0, 20, 40)))
    counter = draw(st.integers(1, 998))
    digits = f"{born.year % 100:02}{month:02}{born.day:02}{counter:03}"
    check = 97 - int(digits if born.year < 2000 else f"2{digits}") % 97
    return [digits[:2], digits[2:4], digits[4:6], digits[6:], f"{check:02}"]


@st.composite
def romanian(draw: st.DrawFn) -> list[str]:
    born = draw(BIRTHDAYS)
    sex = draw(st.sampled_from("12" if born.year < 2000 else "56"))
    groups = [sex, f"{born:%y}", f"{born:%m}", f"{born:%d}", f"{draw(st.integers(1, 46)):02}"]
    groups.append(f"{draw(st.integers(1, 999)):03}")
    return [*groups, cnp.calc_check_digit("".join(groups))]


@st.composite
def french(draw: st.DrawFn) -> list[str]:
    born = draw(BIRTHDAYS)
    where = draw(st.sampled_from(("2A", "2B")) | st.integers(1, 99).map("{:02}".format))
    groups = [draw(st.sampled_from("12")), f"{born:%y}", f"{born:%m}", where]
    groups += [f"{draw(st.integers(1, 999)):03}" for _ in range(2)]
    return [*groups, nir.calc_check_digits("".join(groups))]


@st.composite
def account(draw: st.DrawFn) -> list[str]:
    country, pattern = draw(st.sampled_from(sorted(ACCOUNTS.items())))
    own = draw(st.from_regex(pattern, fullmatch=True))
    number = country + iban.calc_check_digits(f"{country}00{own}") + own
    return [number[at : at + 4] for at in range(0, len(number), 4)]


@given(
    belgian() | romanian() | french() | account(),
    st.lists(SEPARATORS, min_size=9, max_size=9),
    st.sampled_from((str, str.lower, str.upper, lambda text: text.translate(ARABIC))),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
)
def test_a_number_is_found_whatever_stands_between_its_digits(
    groups: list[str], separators: list[str], spelt: Callable[[str], str], before: str, after: str
) -> None:
    written = "".join(
        group + between for group, between in zip_longest(groups, separators[: len(groups) - 1], fillvalue="")
    )
    assert "number" in kinds(f"{before}{spelt(written)}{after}")


@given(account().filter(lambda groups: groups[0].startswith("BE")), st.data())
def test_with_one_digit_wrong_it_is_nobodys_account(groups: list[str], data: st.DataObject) -> None:
    number = " ".join(groups)
    at = data.draw(st.sampled_from([at for at, letter in enumerate(number) if letter.isdigit()]))
    other = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != number[at]))
    assert "number" not in kinds(f"Iban {number[:at]}{other}{number[at + 1 :]}")


DATES = st.dates(date(2020, 1, 1), date(2030, 1, 1))
PHONES = st.sampled_from(
    (
        "+32 {:03} {:02} 34 56",
        "+32{:03}{:02}3456",
        "0032 {:03} {:02} 34 56",
        "0{:03}/{:02}.34.56",
        "+40 {:03} 2{:02} 567",
    )
)


@given(
    DATES,
    st.sampled_from(("%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d-%m", "%d %m %Y")),
    st.times(),
    st.decimals(0, 99_999, places=2),
    PHONES,
    st.integers(100, 999),
    st.integers(10, 99),
)
def test_dates_prices_and_phones_are_no_such_numbers(
    day: date, form: str, at: time, price: Decimal, phone: str, area: int, rest: int
) -> None:
    text = f"Le {day:{form}} de {at:%H:%M} à 20 h, {price} € ou {price} EUR, tél. {phone.format(area, rest)} svp"
    assert "number" not in kinds(text)
    assert "number" not in kinds(f"de 20 à 22 h, be 12 {area} 2026 {rest} et {day:{form}}")
