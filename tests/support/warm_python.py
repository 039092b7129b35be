"""`python -m <module>` in a process of its own that has imported already what takes long."""

from __future__ import annotations

import asyncio
import os
import runpy
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support import forks


class Process:
    """As `asyncio.subprocess.Process` shows one."""

    def __init__(self, fork: forks.Fork) -> None:
        self.pid = fork.pid
        self.returncode: int | None = None
        self.stdout: asyncio.StreamReader | None = None
        self._pipe: asyncio.ReadTransport | None = None
        self._fork = fork
        self._ended = asyncio.Event()
        asyncio.get_running_loop().add_reader(fork.tells, self._end)

    async def read(self, pipe: int) -> None:
        """What the process writes there is its standard output."""
        self.stdout = asyncio.StreamReader()
        protocol, file = asyncio.StreamReaderProtocol(self.stdout), os.fdopen(pipe, "rb", buffering=0)
        self._pipe, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, file)

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._fork.tells)
        self.returncode = self._fork.join()
        self._ended.set()

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            self._fork.kill(number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        await self._ended.wait()
        if self._pipe:
            self._pipe.close()
        assert self.returncode is not None
        return self.returncode


async def start(*command: str, cwd: Path, env: Mapping[str, str], stdout: Any, stderr: Any = forks.ERR) -> Process:
    """As `asyncio.create_subprocess_exec` does; a pipe only for standard output."""
    assert command[:2] == (sys.executable, "-m"), command
    reads, out = os.pipe() if stdout == PIPE else (None, os.dup(_number(stdout)))
    process = Process(forks.start(run, command[2:], cwd, dict(env), out=out, err=_number(stderr)))
    os.close(out)
    if reads is not None:
        await process.read(reads)
    return process


def _number(file: Any) -> int:
    return file if isinstance(file, int) else int(file.fileno())


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    """What `python -m` does in that folder, with these variables, in this process."""
    environment = dict(environment)  # it may be this process's own
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [*command]
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
