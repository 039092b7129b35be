"""A bot of a few lines, by plain HTTP, so that the page has somebody to talk to."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from simulator.world import World

TOKEN = "42:page"
# 2 × 1 pixels
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000020000000108020000007b40e8dd0000000f49444154789c633811a0a1b1a0"
    "020009170281703b9f280000000049454e44ae426082"
)
MENU = {"keyboard": [[{"text": "🕘 Heures"}, {"text": "📍 Où"}], [{"text": "☎️ Contact"}]], "is_persistent": True}
BUTTONS = {
    "inline_keyboard": [
        [{"text": "Premier", "callback_data": "1"}, {"text": "Deuxième", "callback_data": "2"}],
        [{"text": "Alerte", "callback_data": "alert"}, {"text": "Rien", "callback_data": "silence"}],
    ]
}


class SmallBot:
    """Answers by what is written to it; `heard` are the updates it got."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self.http = http
        self.address = f"{address}/bot{TOKEN}"
        self.heard: list[dict[str, Any]] = []

    async def call(self, method: str, **arguments: Any) -> Any:
        """One method of the Bot API; bytes go as a file."""
        form = aiohttp.FormData()
        for name, value in arguments.items():
            if isinstance(value, bytes):
                form.add_field(name, value, filename="heures.txt")
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        async with self.http.post(f"{self.address}/{method}", data=form) as response:
            body = await response.json()
        assert body["ok"], body
        return body["result"]

    async def run(self) -> None:
        """Until cancelled."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                self.heard.append(update)
                if "message" in update:
                    await self._told(update["message"])
                elif "callback_query" in update:
                    await self._tapped(update["callback_query"])

    async def _told(self, message: dict[str, Any]) -> None:
        word, _, rest = message.get("text", "").partition(" ")
        place = {"latitude": 50.8466, "longitude": 4.3317, "title": "Les Pissenlits", "address": "Chaussée 192"}
        answers: dict[str, tuple[str, dict[str, Any]]] = {
            "/start": ("sendMessage", {"text": f"Bienvenue {rest}".strip(), "reply_markup": MENU}),
            "boutons": ("sendMessage", {"text": "Choisissez", "reply_markup": BUTTONS}),
            "lieu": ("sendVenue", place),
            "photo": ("sendPhoto", {"photo": PICTURE, "caption": "La porte"}),
            "fichier": ("sendDocument", {"document": b"09:00"}),
            "html": ("sendMessage", {"text": rest, "parse_mode": "HTML"}),
            "efface": ("deleteMessage", {"message_id": message["message_id"]}),
        }
        if "text" in message:
            method, arguments = answers.get(word, ("sendMessage", {"text": message["text"]}))
            await self.call(method, chat_id=message["chat"]["id"], **arguments)

    async def _tapped(self, query: dict[str, Any]) -> None:
        data, message = query["data"], query["message"]
        if data == "silence":
            return
        alert = data == "alert"
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=f"Choix {data}", show_alert=alert)
        if not alert:
            place = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self.call("editMessageText", **place, text=f"Choisi : {data}", reply_markup=BUTTONS)


@asynccontextmanager
async def running_bot(world: World, address: str) -> AsyncIterator[SmallBot]:
    """The bot, polling, with its commands set in French and Arabic."""
    world.bot(TOKEN, "Petit bot", "petit_bot")
    async with aiohttp.ClientSession() as http:
        bot = SmallBot(http, address)
        french = [{"command": "heures", "description": "Horaires"}, {"command": "aide", "description": "Aide"}]
        await bot.call("setMyCommands", commands=french, language_code="fr")
        arabic = [{"command": "heures", "description": "الأوقات"}]
        await bot.call("setMyCommands", commands=arabic, language_code="ar")
        polling = asyncio.create_task(bot.run())
        try:
            yield bot
        finally:
            polling.cancel()
            results = await asyncio.gather(polling, return_exceptions=True)
            assert isinstance(results[0], asyncio.CancelledError), results
