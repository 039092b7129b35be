"""The answers to free text, in every language, from the pack alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.commands.ask import desk_of
from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.understanding.model import load
from bot.understanding.reading import Reading
from bot.usecases.desk import Desk
from bot.views.answers.by_topic import answer
from bot.views.answers.reply import about, reply
from bot.views.answers.taps import NotMeant
from bot.views.menu_taps import ChooseLanguage
from bot.views.reader import Reader
from bot.views.screen import Button, Screen
from tests.conftest import LES_PISSENLITS

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)  # a Saturday


def topic_of(button: Button) -> str:
    return button.tap.name if button.tap else ""


TOPICS = [topic for topic in load().topics.labels if topic != "none"]
LANGUAGES = ["fr", "nl", "ar", "ro", "en"]
TWO_PLACES = Path(__file__).parents[3] / "packs" / "two_places"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_of(LES_PISSENLITS)


def reads(speech: Speech, desk: Desk) -> Reader:
    return Reader(speech, desk, RESIDENT, NOW)


def reading(tier: str = "answer", topic: str = "hours", *choices: str, danger: bool = False) -> Reading:
    return Reading(topic, tier, choices, 0.9, (), "fr", 1.0, danger, capped=False)  # type: ignore[arg-type]


def buttons(screen: Screen) -> set[str]:
    return {topic_of(button) for line in screen.rows for button in line}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_an_answer(desk: Desk, speeches: dict[str, Speech], topic: str, language: str) -> None:
    screen = answer(reads(speeches[language], desk), topic)
    assert len(screen.text.striptags()) > 10
    assert screen.rows
    assert len(screen.text) < 4096


@pytest.mark.parametrize("topic", TOPICS)
def test_a_pack_that_says_less_has_every_answer_too(speeches: dict[str, Speech], topic: str) -> None:
    assert answer(reads(speeches["fr"], desk_of(TWO_PLACES)), topic).text


def test_open_on_the_days_asked(desk: Desk, speeches: dict[str, Speech]) -> None:
    text = answer(reads(speeches["en"], desk), "hours", [date(2026, 11, 26), date(2026, 11, 27)]).text.striptags()
    assert "Chaussée de Mons 192" in text
    assert "Thursday, 26 November 2026: open from 14:00 to 16:00" in text
    assert "Friday, 27 November 2026: closed" in text


def test_closed_on_the_day_asked_names_the_next_opening(desk: Desk, speeches: dict[str, Speech]) -> None:
    text = answer(reads(speeches["en"], desk), "hours", [date(2026, 11, 22)]).text.striptags()
    assert "Sunday, 22 November 2026: closed" in text
    assert "Monday, 23 November 2026" in text


def test_a_holiday_is_never_promised(desk: Desk, speeches: dict[str, Speech]) -> None:
    text = answer(reads(speeches["en"], desk), "hours", [date(2027, 3, 29)]).text.striptags()  # Easter Monday
    assert "public holiday" in text
    assert "+32 470 32 22 24" in text
    assert "open from" not in text


def test_a_holiday_nearby_is_named(desk: Desk, speeches: dict[str, Speech]) -> None:
    text = answer(reads(speeches["en"], desk), "hours", [date(2027, 4, 1)]).text.striptags()
    assert "Around these days" in text
    assert "29 March 2027" in text


def test_appointment_and_languages_come_from_the_sessions(desk: Desk, speeches: dict[str, Speech]) -> None:
    assert "with or without an appointment" in answer(reads(speeches["en"], desk), "appointment").text
    assert "Dutch" in answer(reads(speeches["en"], desk), "languages").text
    signed = answer(reads(speeches["en"], desk), "sign_language").text.striptags()
    assert "French Belgian Sign Language" in signed
    assert "Monday, 23 November 2026, from 09:00 to 12:00" in signed


def test_what_nobody_has_written_is_not_made_up(desk: Desk, speeches: dict[str, Speech]) -> None:
    assert not any(service.fees for service in desk.directory.services)
    assert "I do not know this" in answer(reads(speeches["en"], desk), "cost").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fallback_has_the_number_and_the_way_to_a_human(
    desk: Desk, speeches: dict[str, Speech], language: str
) -> None:
    for fallback in (reading("choices", "none", "hours", "cost", "location"), reading("menu", "none")):
        screen = reply(reads(speeches[language], desk), fallback)
        assert "112" in screen.text
        assert {"contact", "emergency"} <= buttons(screen)


def test_danger_comes_first_and_the_answer_stays(desk: Desk, speeches: dict[str, Speech]) -> None:
    text = reply(reads(speeches["en"], desk), reading(danger=True)).text
    assert text.index("112") < text.index("Opening hours")


def test_not_what_i_meant_offers_the_others(desk: Desk, speeches: dict[str, Speech]) -> None:
    long = "service." + "x" * 40
    screen = reply(reads(speeches["en"], desk), reading("answer", "hours", "location", long))
    assert screen.rows[-1][0].tap == NotMeant(("location",))


def test_a_language_is_offered_in_its_own_script(desk: Desk, speeches: dict[str, Speech]) -> None:
    screen = reply(reads(speeches["fr"], desk), reading(), speeches["ar"])
    assert "العربية" in screen.rows[0][0].text
    assert screen.rows[0][0].tap == ChooseLanguage("ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_button(desk: Desk, speeches: dict[str, Speech], language: str) -> None:
    texts = [about(reads(speeches[language], desk), topic).text for topic in TOPICS]
    assert len(set(texts)) == len(TOPICS)
