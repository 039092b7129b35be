from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.understanding import expected_days
from bot.understanding.days import dates

SATURDAY = date(2026, 11, 21)
NEXT = ("prochain", "volgende", "viitoare", "القادم", "الجاي", " jay")
KNOWN = [line.split("\t") for line in (Path(__file__).parent / "days.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("today", [SATURDAY, date(2026, 11, 23), date(2026, 12, 31)], ids=str)
def test_days_that_people_were_heard_to_name(today: date) -> None:
    asked = [(text, days) for _, text, days in KNOWN if not any(word in text for word in NEXT)]
    assert len(asked) > 100
    for text, days in asked:
        expected = expected_days(days, today)
        if all(day >= today for day in expected):
            assert dates(text, today) == list(expected), text


@pytest.mark.parametrize(
    "text", ["jeudi prochain", "volgende donderdag", "joia viitoare", "الخميس القادم", "lkhmis jay", "next thursday"]
)
def test_next_thursday_shows_both(text: str) -> None:
    assert dates(text, SATURDAY) == [date(2026, 11, 26), date(2026, 12, 3)]
    assert dates(text, date(2026, 11, 26)) == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("le 24 et 31 décembre", ["2026-12-24", "2026-12-31"]),
        ("op 24/12 en 31/12", ["2026-12-24", "2026-12-31"]),
        ("le 24 c'est ouvert ?", ["2026-11-24"]),
        ("lundi 23", ["2026-11-23"]),
        ("lundi 10h", ["2026-11-23"]),
        ("vendredi 26 novembre", ["2026-11-26", "2026-11-27"]),
        ("goedemorgen, morgen open?", ["2026-11-22"]),
        ("volgende week maandag", ["2026-11-23"]),
        ("jeudi de la semaine prochaine", ["2026-11-26"]),
        ("zijn jullie nu open", ["2026-11-21"]),
        ("24.12.2026", ["2026-12-24"]),
        ("2026-12-24", ["2026-12-24"]),
        ("31/11", []),
        ("27 نونبر", ["2026-11-27"]),
        ("٢٤ دجنبر", ["2026-12-24"]),
        ("à noël", ["2026-12-25"]),
        ("pendant les vacances de noël", []),
        ("le 3 janvier", ["2027-01-03"]),
        ("le 12 novembre", []),
        ("dans 3 jours", ["2026-11-24"]),
        ("ce week-end", ["2026-11-21", "2026-11-22"]),
        ("demain ou après-demain", ["2026-11-22", "2026-11-23"]),
        ("entre le 24 et le 31 décembre", ["2026-12-24", "2026-12-31"]),
        ("du 1er au 5 décembre", ["2026-12-01", "2026-12-05"]),
        ("van maandag tot vrijdag", ["2026-11-23", "2026-11-27"]),
        ("lundi en huit", ["2026-11-23", "2026-11-30"]),
        ("la veille de Noël", ["2026-12-24"]),
        ("kerstavond", ["2026-12-24"]),
        ("ajunul Crăciunului", ["2026-12-24"]),
        ("tweede kerstdag", ["2026-12-26"]),
        ("oudejaarsavond", ["2026-12-31"]),
        ("le premier décembre", ["2026-12-01"]),
        ("December 24th", ["2026-12-24"]),
        ("de 25e open?", ["2026-11-25"]),
        ("dans deux jours", ["2026-11-23"]),
        ("over een week", ["2026-11-28"]),
        ("بعد يومين", ["2026-11-23"]),
        ("weekendul asta", ["2026-11-21", "2026-11-22"]),
        ("tlata sbah kaynin", ["2026-11-24"]),
    ],
)
def test_dates(text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in dates(text, SATURDAY)] == days


@pytest.mark.parametrize(
    "text",
    [
        "mon mari", "la association الجمعية", "martie", "3 luni", "am venit acum 3 luni", "goede morgen", "l'aprem",
        "شي حد", "ce program aveti", "nu sunteti deschisi", "sunteti deschisi sau nu", "24/7", "7j/7", "9-12", "12.30",
        "le tram 81 ou 46", "bon week-end", "lundi dernier", "vorige maandag", "لحد الآن", "مع الاربعة", "الغداء",
        "0470322224", "'s morgens", "tlata o rb3in", "op de 2e verdieping", "may 10 people come", "m3a tlata",
        "de eerste keer", "hier", "je vends un canapé", "la semaine prochaine",
    ],
)  # fmt: skip
def test_no_day_is_meant(text: str) -> None:
    assert dates(text, SATURDAY) == []


@given(st.text(max_size=200), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_gives_dates_that_are_not_past(text: str, today: date) -> None:
    found = dates(text, today)
    assert found == sorted(set(found))
    assert all(today <= day <= today + timedelta(days=400) or str(day.year) in text for day in found)
