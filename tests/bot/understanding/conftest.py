"""What the tests about the model share."""

from __future__ import annotations

import pytest

from bot.understanding import model as models
from bot.understanding.model import Model
from bot.understanding.phrases import Phrase, read_phrases


@pytest.fixture(scope="session")
def model() -> Model:
    return models.load()


@pytest.fixture(scope="session")
def phrases() -> list[Phrase]:
    return read_phrases()
