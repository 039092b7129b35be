"""The command line: `python -m bot --help`. Telegram's client is only imported by the commands that talk to it."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.commands.ask import AskError, add_ask
from bot.commands.version import ShowVersion
from bot.content.pack import missing_translations, read_pack
from bot.content.reading import PackError
from bot.database import DatabaseError, open_database
from bot.domain.clock import SystemClock
from bot.logs import set_up_logs
from bot.settings import Settings, SettingsError, read_settings
from bot.usecases.content import PackImport
from bot.usecases.keys import rotate
from bot.vault import new_key, open_vault

PACKS = Path("organisations")


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0; 1 after one clear line on standard error; 130 for a Ctrl-C while starting."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.command(asked) or 0)
    except (SettingsError, PackError, DatabaseError, AskError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # before anything could be asked to stop
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Relais, the bot of a walk-in desk")
    parser.add_argument("--version", action=ShowVersion, help="say which Relais this is, and end")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="serve people on Telegram with the token in the settings")
    run.set_defaults(command=_run)

    demo = commands.add_parser("demo", help="try it in a browser, without a token")
    demo.add_argument("--port", type=int, default=8090)
    demo.add_argument("--organisation", type=Path, help="a pack's folder")
    demo.set_defaults(command=_demo)

    load = commands.add_parser("import", help="load a content pack into the database")
    load.add_argument("path", type=Path)
    load.set_defaults(command=_import)

    check = commands.add_parser("check", help="list what is wrong in a content pack, or not translated yet")
    check.add_argument("--organisation", type=Path, help="a pack's folder")
    check.set_defaults(command=_check)

    add_ask(commands)

    keys = commands.add_parser("keys", help="the keys that encrypt what few may read")
    what = keys.add_subparsers(required=True, metavar="WHAT")
    what.add_parser("new", help="make a key for RELAIS_KEYS").set_defaults(command=_new_key)
    what.add_parser("rotate", help="encrypt everything anew with the first key").set_defaults(command=_rotate_keys)
    return parser


def _run(_asked: argparse.Namespace) -> None:
    set_up_logs()
    settings = read_settings()
    settings.given_token()  # who has none need not wait for Telegram's client, which takes seconds to load
    from bot.app import run

    asyncio.run(_until_stopped(lambda stopping: run(settings, SystemClock(), stopping)))


def _demo(asked: argparse.Namespace) -> None:
    from bot.commands.demo import demo

    asyncio.run(_until_stopped(lambda stopping: demo(asked.port, asked.organisation, stopping)))


def _import(asked: argparse.Namespace) -> None:
    changes = asyncio.run(_load(read_settings(), asked.path))
    print("\n".join(changes) or "Nothing has changed.")


async def _load(settings: Settings, folder: Path) -> list[str]:
    pack = read_pack(folder)
    async with open_database(settings.database_url) as sessions, sessions.begin() as session:
        return [str(change) for change in await PackImport(session, SystemClock().now()).bring_up_to_date(pack)]


def _check(asked: argparse.Namespace) -> int:
    missing = missing_translations(read_pack(asked.organisation or read_settings().organisation))
    print("\n".join(missing) or "Everything is there, in every language.")
    return 1 if missing else 0


def _new_key(_asked: argparse.Namespace) -> None:
    print(new_key())


def _rotate_keys(_asked: argparse.Namespace) -> None:
    count = asyncio.run(_rotate(read_settings()))
    print(f"Everything is encrypted with the first key ({count}). The other keys may go.")


async def _rotate(settings: Settings) -> int:
    vault = open_vault(settings)
    async with open_database(settings.database_url) as sessions:
        return await rotate(sessions, vault)


async def _until_stopped(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Ctrl-C and `kill` ask the work to end; it has its own limit for that."""
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    await work(stopping)


if __name__ == "__main__":
    sys.exit(main())
