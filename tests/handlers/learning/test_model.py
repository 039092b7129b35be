"""The model in use reaches whoever reads free text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aiogram.types import TelegramObject

from bot.understanding import model as models
from bot.understanding.reading import Understanding
from bot.usecases.learning.model_in_use import Learned
from handlers.learning.model import GivesModel, Model
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, Network


@ON_SQLITE
async def test_it_knows_the_services_of_this_desk(network: Network, tmp_path: Path) -> None:
    async def reads(_event: TelegramObject, data: dict[str, Any]) -> Understanding:
        model: Model = data["model"]
        return await model()

    delivered = Understanding(models.load(), [], None, "fr")
    message = "mon propriétaire veut m'expulser"
    async with network.acts_as(AMINA) as actor:
        data = {"learned": Learned(tmp_path), "actor": actor, "understanding": delivered}
        model = await GivesModel()(reads, TelegramObject(), data)
    assert (delivered.likeliest(message), model.likeliest(message)) == ("services", "service.housing")
