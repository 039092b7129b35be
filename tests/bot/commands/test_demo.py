"""The demo as a process of its own: it starts, ends when asked to, and finds its data again."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import pytest

ROOT = Path(__file__).parents[3]
LES_PISSENLITS = ROOT / "organisations" / "les-pissenlits"


@pytest.fixture(autouse=True)
def fresh_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder and no settings; the logs of this process stay as they are."""
    for name in [name for name in os.environ if name.startswith("RELAIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("RELAIS_ORGANISATION", str(LES_PISSENLITS))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.__main__.set_up_logs", lambda: None)
    monkeypatch.setattr("bot.commands.demo.set_up_logs", lambda level: None)


class Demo:
    """`python -m bot demo` in a process of its own, and its page."""

    def __init__(self, process: asyncio.subprocess.Process, page: aiohttp.ClientSession) -> None:
        self.process = process
        self._page = page

    async def get(self, path: str) -> Any:
        async with self._page.get(path) as response:
            return await response.json()

    async def does(self, person: int, act: str, until: str, **what: object) -> list[dict[str, Any]]:
        """The chat's messages as soon as the newest has that text."""
        async with self._page.get("/page/events") as events:
            async with self._page.post(f"/page/chats/{person}/{act}", json=what) as response:
                assert response.status == 200, await response.text()
            async for _line in events.content:
                messages: list[dict[str, Any]] = (await self.get(f"/page/chats/{person}"))["messages"]
                if until in messages[-1].get("text", ""):
                    return messages
        raise AssertionError("the demo ended")

    async def ends_by(self, number: signal.Signals) -> tuple[int, float, str]:
        """Exit code, seconds until then, and standard error."""
        assert self.process.stderr is not None
        asked_at = time.monotonic()
        self.process.send_signal(number)
        code = await self.process.wait()
        return code, time.monotonic() - asked_at, (await self.process.stderr.read()).decode()


@asynccontextmanager
async def demo_running() -> AsyncIterator[Demo]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "bot", "demo", "--port", str(port), "--organisation", str(LES_PISSENLITS))
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        async with asyncio.timeout(60), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as page:
            try:
                said = (await process.stdout.readuntil(b"ends it.")).decode()
            except asyncio.IncompleteReadError:
                pytest.fail((await process.stderr.read()).decode())
            assert f"http://127.0.0.1:{port}" in said
            yield Demo(process, page)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_the_demo_starts_ends_and_finds_its_data_again() -> None:
    async with demo_running() as demo:
        work = psutil.Process(demo.process.pid).cpu_times()
        assert work.user + work.system < 10, "ready within ten seconds, however busy this machine is besides"
        people = (await demo.get("/page/state"))["people"]
        amina = next(person["id"] for person in people if person["name"] == "Amina")
        question = await demo.does(amina, "start", "بأي لغة تقرؤون؟", parameter="")
        tap = {"message_id": question[-1]["message_id"], "data": "s1:language:ar"}
        chat = await demo.does(amina, "taps", "أهلا بكم", **tap)
        code, seconds, err = await demo.ends_by(signal.SIGINT)
        assert (code, err) == (0, "")
        assert seconds < 2
    async with demo_running() as demo:
        assert (await demo.get(f"/page/chats/{amina}"))["messages"] == chat
        longer = await demo.does(amina, "start", "أهلا بكم", parameter="")
        assert len(longer) == len(chat) + 2, "she is not asked again for her language"
        assert (await demo.ends_by(signal.SIGTERM))[0] == 0
