"""What was not understood: remembered for an hour, and stored only with consent and without names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.usecases.learning import open_questions as module
from bot.usecases.learning.open_questions import Heard, HeardMessage, OpenQuestions, key_of
from db.models.learning import OpenQuestion
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, MARC, NOW, Network

TEXT = "Je m'appelle Zaïnab, fait-il froid chez vous ?"


def message(text: str = TEXT) -> HeardMessage:
    return HeardMessage(text, "fr", None, ("Zaïnab",), NOW)


def test_it_is_remembered_for_an_hour_and_for_its_writer_alone() -> None:
    heard = Heard()
    heard.keep(AMINA, "1", message())
    assert heard.find(AMINA, "1", NOW + timedelta(hours=1))
    assert heard.find(AMINA, "1", NOW + timedelta(hours=1, seconds=1)) is None
    assert heard.find(MARC, "1", NOW) is None


def test_of_too_many_the_oldest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 2)
    heard = Heard()
    for number in (1, 2, 1, 3):
        heard.keep(AMINA, key_of(number), message())
    assert [number for number in (1, 2, 3) if heard.find(AMINA, key_of(number), NOW)] == [1, 3]


@ON_SQLITE
async def test_one_is_asked_once_and_a_yes_stores_it_without_the_name(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        questions = OpenQuestions(actor, Heard())
        questions.hear("1", message())
        assert [await questions.note("1") for _ in range(2)] == [True, False]
        assert not await questions.agreed()
        await questions.agree(True, "1")
        await questions.agree(True, "1")
        (stored,) = await actor.session.scalars(select(OpenQuestion))
        assert "Zaïnab" not in stored.text
        assert "froid" in stored.text
        await questions.agree(False, "")
        assert list(await actor.session.scalars(select(OpenQuestion))) == []


@ON_SQLITE
async def test_nobody_fills_the_inbox_alone(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 2)
    async with network.acts_as(AMINA) as actor:
        questions = OpenQuestions(actor, Heard())
        for number in range(3):
            questions.hear(str(number), message(f"fait-il froid {number} fois"))
            await questions.agree(True, str(number))
        assert len(list(await actor.session.scalars(select(OpenQuestion)))) == 2
