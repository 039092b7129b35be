"""The bot and a local Telegram in one process: to try it, no token and no account needed."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import AsyncExitStack
from pathlib import Path

from bot.app import run
from bot.commands.demo_team import join_the_team
from bot.domain.roles import COORDINATOR, VOLUNTEER
from bot.logs import set_up_logs
from bot.settings import Settings, SettingsError, read_settings
from bot.vault import kept_key
from simulator import snapshot
from simulator.server import serving
from simulator.world import World

TOKEN = "1000000001:a-token-for-the-demo-in-this-process-only"  # noqa: S105 - opens nothing
FOLDER = Path("data")
PEOPLE = (
    ("Amina", "ar", "resident"),
    ("Sofie", "nl", "resident"),
    ("Ionela", "ro", "resident"),
    ("Marc", "fr", "volunteer"),
    ("Karim", "ar", "volunteer"),
    ("Claire", "fr", "coordinator"),
)


async def demo(port: int, organisation: Path | None, stopping: asyncio.Event) -> None:
    """Serve until `stopping`; what was said is found again at the next start. SettingsError if the port is taken."""
    set_up_logs(logging.WARNING)
    world = _remembered()
    world.bot(TOKEN, name="Relais")
    async with AsyncExitStack() as stack:
        try:
            address = await stack.enter_async_context(serving(world, port=port))
        except (OSError, OverflowError):
            raise SettingsError(f"Port {port} is taken. Choose another one: make demo PORT={port + 1}") from None
        ready = asyncio.Event()
        announcing = asyncio.create_task(_announce(address, ready))
        try:
            settings = _settings(address, organisation, world)
            await join_the_team(settings.database_url, settings.organisation, world.clock, _team(world))
            await run(settings, world.clock, stopping, ready)
        finally:
            announcing.cancel()
            _remember(world)


def _settings(address: str, organisation: Path | None, world: World) -> Settings:
    """The operator's, but with a token, a database and a Telegram of its own, whose coordinators are administrators."""
    given = {"organisation": organisation} if organisation else {}
    database = f"sqlite:///{FOLDER}/demo.sqlite3"
    coordinators = frozenset(person.id for person in world.people.values() if person.role == COORDINATOR)
    return read_settings(
        token=TOKEN,
        api_url=address,
        webhook_url="",
        database_url=database,
        keys=kept_key(FOLDER / "demo-key"),
        models=FOLDER / "demo-models",
        administrators=coordinators,
        **given,
    )


def _team(world: World) -> dict[int, tuple[str, str, str]]:
    members = (person for person in world.people.values() if person.role in (VOLUNTEER, COORDINATOR))
    return {person.id: (person.name, person.language_code, person.role) for person in members}


async def _announce(address: str, ready: asyncio.Event) -> None:
    await ready.wait()
    print(f"\n  Relais is ready: {address}\n\n  Ctrl-C ends it.\n", flush=True)  # noqa: T201 - the demo's one line


def _remembered() -> World:
    """The people and chats of the last demo, or the first ones."""
    world = World()
    memory = FOLDER / "demo-telegram.json"
    if memory.exists():
        try:
            snapshot.restore(world, json.loads(memory.read_text()))
        except (ValueError, KeyError, TypeError):
            raise SettingsError(f"{memory} cannot be read. Delete the folder {FOLDER} to begin anew.") from None
        return world
    for name, language, role in PEOPLE:
        world.person(name, language, role)
    return world


def _remember(world: World) -> None:
    FOLDER.mkdir(exist_ok=True)
    unfinished = FOLDER / "demo-telegram.json.new"
    unfinished.write_text(json.dumps(snapshot.dump(world)))
    unfinished.replace(FOLDER / "demo-telegram.json")
