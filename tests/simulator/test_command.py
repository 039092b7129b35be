"""`python -m simulator` in a process of its own."""

import asyncio
import signal
import sys

import aiohttp

from simulator.server import serving
from simulator.world import World


async def started(port: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", str(port),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def test_a_taken_port_is_said_in_one_line() -> None:
    async with serving(World()) as address:
        port = int(address.rpartition(":")[2])
        process = await started(port)
        _, said = await process.communicate()
    assert process.returncode == 1
    assert said.decode().count("\n") == 1
    assert f"cannot start on port {port}" in said.decode()


async def test_it_serves_until_interrupted() -> None:
    process = await started(0)
    assert process.stdout
    said = (await process.stdout.readline()).decode().split()
    address, token = next(word for word in said if word.startswith("http")).rstrip("/"), said[-1]
    async with aiohttp.ClientSession() as session, session.get(f"{address}/bot{token}/getMe") as response:
        assert (await response.json())["result"]["is_bot"]
    process.send_signal(signal.SIGINT)
    _, complaints = await process.communicate()
    assert (process.returncode, complaints) == (0, b"")
