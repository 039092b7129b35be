"""Processes that have everything imported when they start: forked from this one as it was before the first test.

Telegram's client alone takes four seconds to import.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import signal
import socket
import struct
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import IO, NoReturn

import bot.commands.demo  # noqa: F401 - all that these processes need

_server: socket.socket
NUMBER = struct.Struct("i")
OUT, ERR = 1, 2


class Fork:
    """A process. It is no child of this one: who forked it tells its id, and in the end its exit code."""

    def __init__(self, tells: int) -> None:
        self.tells = tells
        self.pid = self.told()

    def told(self) -> int:
        """The next number, as soon as it is there."""
        (number,) = NUMBER.unpack(os.read(self.tells, NUMBER.size))
        return int(number)

    def kill(self, by: int = signal.SIGKILL) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, by)

    def join(self) -> int:
        """Its exit code when it has ended."""
        code = self.told()
        os.close(self.tells)
        return code


def start(function: Callable[..., object], *arguments: object, out: int = OUT, err: int = ERR) -> Fork:
    """A process that calls the function, which it finds by its name."""
    (asked, asks), (tells, told) = os.pipe(), os.pipe()
    socket.send_fds(_server, [b"."], [asked, told, out, err])
    os.close(asked)
    os.close(told)
    with os.fdopen(asks, "wb") as request:
        pickle.dump((function, arguments), request)
    return Fork(tells)


def begin() -> None:
    """From now on processes start as this one is now: early, and again in each that is to start some itself."""
    global _server
    ours, its = socket.socketpair()
    with warnings.catch_warnings():  # about threads: xdist has one, which waits for the next test
        warnings.simplefilter("ignore", DeprecationWarning)
        if not os.fork():
            ours.close()
            _serve(its)
    its.close()
    _server = ours  # when it is closed, the process on the other side ends


def _serve(requests: socket.socket) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C goes to everybody
    gc.freeze()  # else the first collection of each process copies all its memory
    while (got := socket.recv_fds(requests, 1, 4))[0]:
        if not os.fork():
            _watch(*got[1])
        for given in got[1]:
            os.close(given)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
    os._exit(0)


def _watch(asked: int, told: int, out: int, err: int) -> NoReturn:
    pid = os.fork()
    if not pid:
        os.close(told)
        _become(asked, out, err)
    for given in (asked, out, err):
        os.close(given)
    os.write(told, NUMBER.pack(pid))
    _, status = os.waitpid(pid, 0)
    os.write(told, NUMBER.pack(os.waitstatus_to_exitcode(status)))
    os._exit(0)


def _become(asked: int, out: int, err: int) -> NoReturn:
    code: object = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for given, place in ((os.open(os.devnull, os.O_RDONLY), 0), (out, OUT), (err, ERR)):
            os.dup2(given, place)
            os.close(given)
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(), _text(OUT), _text(ERR)
        with os.fdopen(asked, "rb") as request:
            function, arguments = pickle.load(request)
        function(*arguments)
        code = 0
    except SystemExit as end:
        code = end.code or 0
        if not isinstance(code, int):
            sys.stderr.write(f"{code}\n")
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _text(place: int) -> IO[str]:
    return os.fdopen(place, "w", buffering=1, encoding="utf-8", closefd=False)
