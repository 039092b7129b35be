"""A bot as a process of its own: ours, or a bare one to compare with."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from pathlib import Path

import psutil

from bot.vault import new_key

ROOT = Path(__file__).parent.parent
TOKEN = "1000000001:the-token-of-the-benchmarks-and-no-other"
SECRET = "a-secret-that-only-the-benchmark-knows"
RELAIS = ("bot", "run")
BARE_AIOGRAM = ("benchmarks.bare_aiogram",)
BARE_PTB = ("benchmarks.bare_ptb",)


class BotProcess:
    """Runs `python -m <module>` in a folder of its own, with the settings of Relais in the environment."""

    def __init__(self, module: tuple[str, ...], api_url: str, folder: Path, token: str = TOKEN) -> None:
        self.database = folder / f"{module[0]}.sqlite3"
        self._command = (sys.executable, "-m", *module)
        self._folder = folder
        self._settings = {
            "RELAIS_TOKEN": token,
            "RELAIS_KEYS": new_key(),
            "RELAIS_API_URL": api_url,
            "RELAIS_DATABASE_URL": f"sqlite:///{self.database}",
            "RELAIS_ORGANISATION": str(ROOT / "organisations" / "les-pissenlits"),
        }
        self._process: asyncio.subprocess.Process | None = None

    def use_no_database(self) -> None:
        """Bare bots only."""
        del self._settings["RELAIS_DATABASE_URL"]

    def use_webhook(self) -> None:
        port = free_port()
        self._settings["RELAIS_WEBHOOK_URL"] = f"http://127.0.0.1:{port}/updates"
        self._settings["RELAIS_WEBHOOK_SECRET"] = SECRET
        self._settings["RELAIS_LISTEN"] = f"127.0.0.1:{port}"

    def use_rate(self, rate: float) -> None:
        self._settings["RELAIS_RATE"] = str(rate)

    async def start(self, core: int | None = None) -> None:
        """On that core only, if one is named. What the bot logs goes to a file in its folder."""
        # The folder has no `.env`, so nothing of the operator's own settings comes in.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("RELAIS_")}
        environment |= self._settings | {"PYTHONPATH": str(ROOT)}
        with (self._folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=self._folder, env=environment, stdout=log, stderr=log
            )
        if core is not None:
            keep_to_core(self._process.pid, core)

    async def stop(self, number: signal.Signals, patience: float = 30) -> float:
        """Send the signal; returns the seconds until the process has ended (it is killed when patience ends)."""
        if self._process is None:
            return 0.0
        process, self._process = self._process, None
        began = time.monotonic()
        if process.returncode is None:
            process.send_signal(number)
        try:
            await asyncio.wait_for(process.wait(), patience)
        except TimeoutError:
            process.kill()
            await process.wait()
        return time.monotonic() - began

    async def ended(self) -> None:
        """Returns when the process has."""
        assert self._process
        await self._process.wait()

    def check_alive(self) -> None:
        """Raises RuntimeError with the last lines of its log if the process has ended by itself."""
        if self._process and self._process.returncode is not None:
            log = (self._folder / "log").read_text(errors="replace").splitlines()
            raise RuntimeError("the bot has ended by itself:\n" + "\n".join(log[-20:]))

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    def resident_mib(self) -> float:
        """The memory of the process now."""
        assert self._process
        return float(psutil.Process(self._process.pid).memory_info().rss) / 2**20

    def cpu_seconds(self) -> float:
        """User and system time of the process since its start."""
        assert self._process
        times = psutil.Process(self._process.pid).cpu_times()
        return float(times.user + times.system)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def keep_to_core(pid: int, core: int) -> None:
    """Where the system can; elsewhere the process runs where it likes."""
    if hasattr(os, "sched_setaffinity") and core in os.sched_getaffinity(pid):
        os.sched_setaffinity(pid, {core})
