"""`python -m simulator --port 8090`: a local Telegram with its page, and no bot yet."""

import argparse
import asyncio
import signal
import sys

from .server import serving
from .world import World

TOKEN = "1000001:simulated"  # noqa: S105 (any bot may use it: it opens nothing but this simulator)


async def serve(port: int, token: str) -> None:
    """Until interrupted."""
    world = World()
    world.bot(token)
    for name, language_code, role in (("Amina", "ar", "resident"), ("Luc", "fr", "volunteer")):
        world.person(name, language_code, role)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serving(world, port=port) as address:
        print(f"Page and Bot API: {address}/   token: {token}", flush=True)
        await stop.wait()


def main() -> None:
    """Exit code 1 if the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A local Telegram to try a bot with.")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--token", default=TOKEN, help="the bot's token, <digits>:<secret>")
    arguments = parser.parse_args()
    try:
        asyncio.run(serve(arguments.port, arguments.token))
    except (OSError, ValueError) as error:
        sys.exit(f"The simulator cannot start on port {arguments.port}: {error}. Choose another with --port.")


if __name__ == "__main__":
    main()
